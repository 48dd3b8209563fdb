"""Web pages: the article's text without what stands around it, by trafilatura. No script is run, nothing is loaded."""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Iterator

from claimx.articles.dates import ReadDate, read_date
from claimx.articles.decode import decode
from claimx.articles.input_names import shown
from claimx.articles.markup import text_of_html
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

#: A page with more code than this is none that people read.
MAX_PAGE_BYTES = 20_000_000
_NOBODY = logging.NullHandler()

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
#: Elements that XML, and so lxml, does not know, as characters.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def read(source: Source) -> Iterator[Article]:
    """The page's article.

    Raises:
        InputError: it is too large, or no text is found in it.
    """
    data = source.read_all(MAX_PAGE_BYTES)
    page, warnings = decode(data, source.shown, declared=declared_encoding(data, source.content_type))
    url = source.name if source.name.startswith(("http://", "https://")) else None
    yield page_article(page, Article(text=page, id=source.name, url=url, warnings=warnings))


def declared_encoding(data: bytes, content_type: str | None = None) -> str | None:
    """The encoding that a page's header, or the page itself, says that it is in."""
    header = _IN_HEADER.search(content_type or "")
    if header:
        return header[1]
    meta = _CHARSET.search(data[:4096])
    return meta[1].decode("ascii") if meta else None


def page_article(page: str, known: Article) -> Article:
    """The article of a page.

    Args:
        page: its source.
        known: the article with what is known of it already, which goes before what the page tells.

    Returns:
        ``known`` with the article's text as trafilatura extracts it, paragraphs on lines of their own, and with title,
        date, author, site and address where the page tells them.

    Raises:
        InputError: no text is found in it.
    """
    from trafilatura import bare_extraction

    # What it logs of pages that it finds nothing in goes to those who have set up logging, not to standard error.
    logging.getLogger("trafilatura").addHandler(_NOBODY)
    found = bare_extraction(
        _NO_XML.sub(" ", page),
        url=known.url,
        with_metadata=True,
        include_comments=False,
        # the date that the page tells for itself, not the first one that stands anywhere in it
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict) or not found.text:
        text = text_of_html(page)
        if not text:
            raise InputError(
                f"{shown(known.id)} holds no text; a page that a script fills must be saved as it is shown."
            )
        return dataclasses.replace(known, text=text)
    day = ReadDate(known.published) if known.published else read_date(found.date)
    return dataclasses.replace(
        known,
        text=found.text,
        title=known.title or found.title or None,
        published=day.value,
        published_from=known.published_from or ("metadata" if day.value else None),
        publisher=known.publisher or found.sitename or None,
        author=known.author or found.author or None,
        url=known.url or found.url or None,
    )
