"""WARC files, as web crawls are kept: the article of every page in them, by warcio."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.articles.decode import decode
from claimx.articles.input_names import shown
from claimx.articles.language import ENGLISH, tell_language
from claimx.articles.readers.html import MAX_PAGE_BYTES, declared_encoding, page_article
from claimx.articles.readers.source import Source, needs
from claimx.errors import InputError
from claimx.records import Article

#: Content types of web pages.
PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source) -> Iterator[Article]:
    """The articles, one at a time; each is called by its page's address.

    A crawl holds much that is no article: what is not found (status 404 …), pages without text and pages in other
    languages are counted and said once, at the end.

    Raises:
        InputError: warcio is not installed, or the file is broken.
    """
    archive = needs("warcio.archiveiterator", extra="warc", what=source.shown)
    without_text = foreign = 0
    records = archive.ArchiveIterator(source.stream)
    is_warc = False
    for record in records:
        is_warc = is_warc or record.format == "warc"  # its reader takes any five words for the old format
        header = record.http_headers
        url = record.rec_headers.get_header("WARC-Target-URI")
        content_type = (header.get_header("Content-Type") or "") if header else ""
        if not is_warc or record.rec_type != "response" or header is None or not content_type.lower().startswith(PAGES):
            continue
        if not str(header.get_statuscode()).startswith("2"):
            continue
        name = url or f"{source.name}:{records.get_record_offset()}"
        data = record.content_stream().read(MAX_PAGE_BYTES + 1)
        try:
            if len(data) > MAX_PAGE_BYTES:
                raise InputError(
                    f"{shown(name)} is larger than {MAX_PAGE_BYTES // 1_000_000} MB, too large for a page."
                )
            page, warnings = decode(data, shown(name), declared=declared_encoding(data, content_type))
            article = page_article(page, Article(text=page, id=name, url=url, warnings=warnings))
        except InputError:
            without_text += 1
            continue
        if not source.options.any_language and tell_language(article.text) != ENGLISH:
            foreign += 1
            continue
        yield article
    if not is_warc:
        raise InputError(f"{source.shown} is empty, or no WARC file.")
    if without_text:
        source.on_note(f"{source.shown}: {without_text:,} pages without a text passed over.")
    if foreign:
        source.on_note(f"{source.shown}: {foreign:,} pages in other languages passed over; --any-language reads them.")
