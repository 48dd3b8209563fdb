"""Which reader an input gets, and what is done to every article that one gives.

A format is told by the first bytes of an input, where it has a mark there, else by the ending of its name; standard
input and unknown endings are looked at for JSON, HTML, XML and mails, and are plain text otherwise.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from typing import Literal, Protocol, cast

from claimx.articles.input_names import shown
from claimx.articles.language import ENGLISH, NAMES, tell_language
from claimx.articles.mail_quotes import without_quote_marks
from claimx.articles.markup import PAGE_START, has_markup, is_page, plain_text
from claimx.articles.parts import parts_of
from claimx.articles.published import date_in_address, date_in_name
from claimx.articles.readers.source import MAX_CHARACTERS, Source, buffered
from claimx.articles.refused import refuse_binary
from claimx.errors import ClaimxError, InputError
from claimx.records import Article

#: So many bytes of an input are looked at.
PEEK = 4096
#: A text is in capitals throughout if this share of its letters is, in so many characters from its start.
SHARE_CAPITALS = 0.9
CAPITALS_SAMPLE = 2000
FEWEST_LETTERS = 100
#: Archives in archives are read so deep: a compressed file in an archive that is compressed itself.
DEEPEST = 3


class _ReaderModule(Protocol):
    def read(self, source: Source) -> Iterator[Article]:
        """The articles of an input."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read.

    Attributes:
        name: what people call it.
        endings: of its files' names.
        help: a line for the documentation.
        module: the file of this folder that reads it.
        holds: one article, several, or files that have readers of their own.
        extra: what to install for it beside claimx, as in ``claimx[parquet]``.
        starts: the first bytes of its files, where they tell it from every other format.
        is_plain: its texts are written by hand or by an export, so that HTML may have been left in them.
    """

    name: str
    endings: tuple[str, ...]
    help: str
    module: str
    holds: Literal["article", "articles", "files"] = "article"
    extra: str | None = None
    starts: tuple[bytes, ...] = ()
    is_plain: bool = False


#: Every format, by the name that the documentation has for it.
READERS: dict[str, Reader] = {
    row.name: row
    for row in (
        Reader("plain text", (".txt", ".text"), "one article a file", "text", is_plain=True),
        Reader("Markdown", (".md", ".markdown"), "one article a file, with or without front matter", "markdown"),
        Reader("web pages", (".html", ".htm", ".xhtml"), "a saved page: the article in it", "html"),
        Reader("PDF", (".pdf",), "one article; columns and divided words put together", "pdf", starts=(b"%PDF-",)),
        Reader("Word", (".docx",), "one article: paragraphs and tables", "docx"),
        Reader("mail", (".eml",), "a mail: its text, and its attachments of these formats", "mail", is_plain=True),
        Reader("MHTML", (".mhtml", ".mht"), "a page saved as one file: the article in it", "mail"),
        Reader("JSON Lines", (".jsonl", ".ndjson"), "an article a line", "json_lines", "articles", is_plain=True),
        Reader("JSON", (".json",), "an article, or a list of articles", "json_file", "articles", is_plain=True),
        Reader("CSV", (".csv", ".tsv", ".tab"), "an article a row", "csv_table", "articles", is_plain=True),
        Reader(
            "Excel",
            (".xlsx", ".xlsm"),
            "an article a row, of every sheet with texts",
            "spreadsheet",
            "articles",
            is_plain=True,
        ),
        Reader(
            "Parquet", (".parquet",), "an article a row", "parquet", "articles", "parquet", (b"PAR1",), is_plain=True
        ),
        Reader("feeds", (".xml", ".rss", ".atom"), "RSS or Atom: an article an entry", "feed", "articles"),
        Reader("WARC", (".warc",), "a web crawl: the article of every page", "warc", "articles", "warc", (b"WARC/",)),
        Reader(
            "compressed files",
            (".gz", ".bz2", ".xz", ".zst", ".tgz", ".tbz2", ".txz", ".tzst"),
            "any of these, packed by gzip, bzip2, xz or Zstandard",
            "compressed",
            "files",
            starts=(b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"),
        ),
        Reader("ZIP", (".zip",), "all files in it of these formats", "zip_archive", "files", starts=(b"PK\x03\x04",)),
        Reader("tar", (".tar",), "all files in it of these formats", "tar_archive", "files"),
    )
}
_TEXT, _PAGES = READERS["plain text"], READERS["web pages"]

#: What inputs look like whose name tells nothing, and text files that hold a page.
_LOOKS_LIKE: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*\{\s*[\"}]"), "JSON Lines"),
    (re.compile(rb"\s*\[\s*\{\s*\""), "JSON"),
    (
        re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL),
        "feeds",
    ),
    (re.compile(rb".{257}ustar", re.DOTALL), "tar"),
    (re.compile(rb"(?:From |Received|Return-Path|Delivered-To|MIME-Version|Message-ID): ?"), "mail"),
    (re.compile(PAGE_START.encode(), re.IGNORECASE | re.DOTALL), "web pages"),
)


@cache
def by_ending() -> dict[str, Reader]:
    """The reader of each ending."""
    return {ending: row for row in READERS.values() for ending in row.endings}


def holds_many(path: str) -> bool:
    """Whether a file of such a name holds many articles, or other files."""
    reader = by_ending().get(PurePosixPath(path.lower()).suffix)
    return reader is not None and reader.holds != "article"


def format_names() -> str:
    """The formats that can be read, for messages."""
    *most, last = READERS
    return f"{', '.join(most)} and {last}"


def choose_reader(source: Source, head: bytes) -> Reader:
    """The format of an input whose first bytes are ``head``.

    Raises:
        InputError: it is in a known format that cannot be read.
    """
    marked = next((row for row in READERS.values() for start in row.starts if head.startswith(start)), None)
    named = by_ending().get(source.ending)
    if marked is not None:
        is_office = marked.name == "ZIP" and named is not None and named.module in ("docx", "spreadsheet")
        return named if named is not None and is_office else marked
    refuse_binary(head, source.shown)
    plain = head.removeprefix(b"\xef\xbb\xbf")
    looks_like = next((READERS[name] for pattern, name in _LOOKS_LIKE if pattern.match(plain)), None)
    if named is None:
        return looks_like or _TEXT
    return _PAGES if looks_like is _PAGES and named.holds == "article" else named


def read_source(source: Source) -> Iterator[Article]:
    """The articles of an input, complete: with a date where one is told, and in a language that can be read.

    What cannot be read is reported, and the rest is given.
    """
    try:
        if source.depth > DEEPEST:
            raise InputError(f"{source.shown} is packed too often, an archive in an archive; unpack it.")
        stream = buffered(source.stream)
        source = dataclasses.replace(source, stream=stream)
        reader = choose_reader(source, stream.peek(PEEK)[:PEEK])
        module = cast("_ReaderModule", import_module(f"claimx.articles.readers.{reader.module}"))
        for article in module.read(source):
            if reader.holds == "files" or article.language is not None:  # a member, which is complete already
                yield article
                continue
            try:
                yield from parts_of(finish(article, reader, source))
            except InputError as error:
                source.on_error(error)
    except ClaimxError as error:
        source.on_error(error)
    except OSError as error:
        source.on_error(InputError(f"{source.shown} cannot be read: {error.strerror or error}."))
    except Exception as error:  # whatever a library says of a broken file: the others are to be read
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        source.on_error(InputError(f"{source.shown} cannot be read: it is broken or no such file ({what})."))


def finish(article: Article, reader: Reader, source: Source) -> Article:
    """The article with what can be told of it from outside its text.

    Raises:
        InputError: there is nothing in it to read, too much, or it is in another language.
    """
    if reader.is_plain:
        article = _as_shown(article)
    if not article.text.strip():
        raise InputError(f"{shown(article.id)} is empty.")
    if len(article.text) > MAX_CHARACTERS:
        raise InputError(too_long(article.id))
    if article.published is None:
        article = _dated(article, reader, source)
    language = article.language or tell_language(article.text)
    if language != ENGLISH and not source.options.any_language:
        raise InputError(
            f"{shown(article.id)} is in {NAMES.get(language, f'another language ({language})')}, and claimx reads "
            "English; --any-language reads it all the same."
        )
    said = () if language == ENGLISH else (f"language: {language}",)
    return dataclasses.replace(article, language=language, warnings=(*article.warnings, *said))


def too_long(name: str) -> str:
    """What is said of an article that is too long."""
    return f"{shown(name)} has more than {MAX_CHARACTERS:,} characters; split it into its articles."


def _as_shown(article: Article) -> Article:
    """Without what a text holds that people do not see as text: HTML and marks of quoted lines; told in a warning."""
    if is_page(article.text):
        from claimx.articles.readers.html import page_article

        return page_article(article.text, article)
    text, said = article.text, article.warnings
    if has_markup(text):
        text, said = plain_text(text), (*said, "html-read")
    unmarked = without_quote_marks(text)
    if unmarked != text:
        text, said = unmarked, (*said, "quote-marks-left-out")
    if is_capitals(text):
        said = (*said, "all-capitals")
    return dataclasses.replace(article, text=text, warnings=said) if said != article.warnings else article


def is_capitals(text: str) -> bool:
    """Whether a text is in capitals throughout."""
    letters = [char for char in text[:CAPITALS_SAMPLE] if char.isalpha()]
    return len(letters) >= FEWEST_LETTERS and sum(map(str.isupper, letters)) >= SHARE_CAPITALS * len(letters)


def _dated(article: Article, reader: Reader, source: Source) -> Article:
    """With the date that was given for articles without one, or that the address or the file's name tells."""
    if source.options.published is not None:
        return dataclasses.replace(article, published=source.options.published, published_from="option")
    in_address = date_in_address(article.url) if article.url else None
    if in_address is not None:
        return dataclasses.replace(article, published=in_address, published_from="address")
    in_name = date_in_name(source.file_name) if reader.holds == "article" else None
    if in_name is not None:
        return dataclasses.replace(article, published=in_name, published_from="file_name")
    return article
