"""PDF files, by pypdfium2: columns one after the other, lines joined into paragraphs, running heads left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from claimx.articles.readers.page_layout import HYPHEN, Line, in_reading_order, merge_pieces, to_paragraphs
from claimx.articles.readers.source import MAX_CHARACTERS, Source
from claimx.errors import InputError
from claimx.records import Article

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

#: A line at the top or bottom of a page is a running head if it stands on this share of the pages, and on three.
SHARE_RUNNING = 0.5
FEWEST_RUNNING = 3
#: So many lines at the top and at the bottom of a page may be running heads.
MARGIN_LINES = 2

#: Left, bottom, right, top, in points.
Box = tuple[float, float, float, float]
#: So far apart, in points, are a box and the one before it, that no letter of the one stands in the other.
APART = 0.01

#: Line ends, and what pdfium gives for characters that it does not know and for marks that are none.
_NO_CHARACTERS = regex.compile(r"[\x00-\x08\x0b-\x1f\ufeff\ufffe\uffff]|\r?\n")
#: What pdfium gives for a hyphen that divides a word at a line's end, beside U+FFFE.
_OLD_HYPHEN = "\x02"
_DIGITS = regex.compile(r"\d+")
_PAGE_NUMBER = regex.compile(r"(?:page\s)?[-–—|]?\s?\d{1,4}\s?(?:[-–—|]|(?:of|/)\s?\d{1,4})?", regex.IGNORECASE)
_NOT_A_WORD = regex.compile(r"[\W_]+")


def read(source: Source) -> Iterator[Article]:
    """The article.

    Raises:
        InputError: it is encrypted, broken, or its pages are pictures.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(source.read_all())
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(f"{source.shown} is encrypted; save it without its password.") from None
        raise InputError(f"{source.shown} is broken, or no PDF file.") from None
    try:
        yield _article(document, source)
    finally:
        document.close()


def _article(document: PdfDocument, source: Source) -> Article:
    pages: list[list[Line]] = []
    size = without = 0
    for page in document:
        lines = _lines(page)
        page.close()
        pages.append(lines)
        size += sum(len(line.text) + 1 for line in lines)
        without += not lines
        if size > 2 * MAX_CHARACTERS:
            raise InputError(f"{source.shown} has more than {MAX_CHARACTERS:,} characters; split it into its articles.")
    if not size:
        raise InputError(
            f"{source.shown} holds no text, only pictures of {len(pages):,} pages (a scan); recognise its text first."
        )
    text = to_paragraphs(_without_running_heads(pages))
    warnings = (f"pages-without-text: {without} of {len(pages)}",) if without else ()
    return Article(text=text, id=source.name, title=_title(document, text), warnings=warnings)


def _lines(page: PdfPage) -> list[Line]:
    """The lines of a page, in the order in which people read them."""
    words = page.get_textpage()
    whole = words.get_text_range().replace(_OLD_HYPHEN, HYPHEN)
    pieces: list[Line] = []
    boxes = [words.get_rect(number) for number in range(words.count_rects())]
    for number, (left, bottom, right, top) in enumerate(boxes):
        begin, end = _without_neighbours(boxes, number)
        text = _NO_CHARACTERS.sub("", words.get_text_bounded(begin, bottom, end, top)).lstrip()
        if text.strip():
            # What pdfium takes for a dividing hyphen stands in no box.
            is_divided = text.strip() + HYPHEN in whole
            pieces.append(Line(f"{text.strip()}{HYPHEN}" if is_divided else text, left, right, top, bottom))
    words.close()
    return in_reading_order([line._replace(text=line.text.strip()) for line in merge_pieces(pieces)])


def _without_neighbours(boxes: Sequence[Box], number: int) -> tuple[float, float]:
    """The left and right side of a box, without what the next ones share with it: the "a" of "Ta" would be in both."""
    left, bottom, right, top = boxes[number]
    begin, end = left, right
    for other in (*boxes[max(0, number - 1) : number], *boxes[number + 1 : number + 2]):
        if other[1] >= top or other[3] <= bottom:
            continue
        if other[0] < left < other[2] < right:
            begin = other[2] + APART
        elif left < other[0] < right < other[2]:
            end = other[0] - APART
    return begin, end


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without lines at their edges that stand there on most pages but for a number, and page numbers."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _margins(page)})
    often = max(FEWEST_RUNNING, SHARE_RUNNING * len(pages))
    running = {key for key, count in counts.items() if count >= often}

    def is_running(line: Line) -> bool:
        return _key(line) in running or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text.strip()) is not None)

    kept = []
    for page in pages:
        edges = {id(line) for line in _margins(page) if is_running(line)}
        kept.append([line for line in page if id(line) not in edges])
    return kept


def _margins(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.top)
    return [*ordered[:MARGIN_LINES], *ordered[-MARGIN_LINES:]]


def _key(line: Line) -> str:
    return str(_DIGITS.sub("#", " ".join(line.text.split())))


def _title(document: PdfDocument, text: str) -> str | None:
    """The title that the file tells of itself, if its text begins with it: else it is the name of a template."""
    title = " ".join(str(document.get_metadata_dict().get("Title") or "").split())
    words = _NOT_A_WORD.sub("", title.casefold())
    return title if words and words in _NOT_A_WORD.sub("", text[:2000].casefold()) else None
