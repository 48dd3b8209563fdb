"""Step 1: an article and the paragraphs that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimx.records.spans import Span, internal

ZoneKind = Literal["title", "body", "byline", "dateline", "caption", "credit", "furniture"]


@dataclass(frozen=True, slots=True)
class Zone:
    """One paragraph of an article and what it is: text to read for claims, or something beside it.

    ``span`` is trimmed of white space. A dateline ("LONDON (Reuters) -") is a zone of its own; the body paragraph that
    it opens begins after it. ``index`` counts the paragraphs of the text from 0, a dateline sharing its paragraph's.
    """

    kind: ZoneKind
    span: Span
    index: int
    rule: str = internal()

    @property
    def is_read(self) -> bool:
        """Whether claims are looked for here."""
        return self.kind in ("title", "body")


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read and what is known of it. ``published`` anchors relative dates; without it they stay partial."""

    text: str
    id: str = "-"
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
