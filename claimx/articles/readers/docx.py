"""Word files, by python-docx: paragraphs and tables in their order, insertions accepted, deletions left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import regex

from claimx.articles.readers.archive_limits import check_zip
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_WORDS}p"
#: Old programs' copy of a drawing's text, which stands there twice.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What elements stand for in the text.
_SIGNS = {f"{_WORDS}tab": " ", f"{_WORDS}br": "\n", f"{_WORDS}cr": "\n", f"{_WORDS}noBreakHyphen": "-"}
_NOT_A_WORD = regex.compile(r"[\W_]+")


def read(source: Source) -> Iterator[Article]:
    """The article, paragraphs with blank lines between.

    Raises:
        InputError: it is no Word file, or unpacks to more than any document.
    """
    from docx import Document

    with source.seekable() as stream:
        check_zip(stream, source.shown)
        try:
            document = Document(stream)
        except (KeyError, ValueError) as error:
            raise InputError(f"{source.shown} is no Word file ({' '.join(str(error).split())[:100]}).") from None
    texts = (_text(element) for element in document.element.body.iter(_PARAGRAPH))
    text = "\n\n".join(text for text in texts if text)
    if not text:
        raise InputError(f"{source.shown} holds no text.")
    yield Article(text=text, id=source.name, title=_title(document.core_properties.title, text))


def _text(paragraph: _Element) -> str:
    """The words of a paragraph; those of text boxes in it are paragraphs of their own."""
    parts: list[str] = []
    waiting = [*reversed(paragraph)]
    while waiting:
        element = waiting.pop()
        if element.tag in (_PARAGRAPH, _FALLBACK):
            continue
        if element.tag == f"{_WORDS}t":
            parts.append(element.text or "")
        parts.append(_SIGNS.get(cast("str", element.tag), ""))
        waiting += reversed(element)
    return "".join(parts).strip()


def _title(title: str | None, text: str) -> str | None:
    """The title that the file tells of itself, if its text begins with it: else it is the name of a template."""
    words = _NOT_A_WORD.sub("", (title or "").casefold())
    return title if words and words in _NOT_A_WORD.sub("", text[:2000].casefold()) else None
