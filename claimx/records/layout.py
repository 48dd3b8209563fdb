"""Step 1, second half: how an article is laid out, told from its text alone."""

from __future__ import annotations

from dataclasses import dataclass
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
class Quotation:
    """An outermost quotation: one piece a paragraph, marks included; ``closed``: its last mark was found."""

    pieces: tuple[Span, ...]
    closed: bool

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Offset after the closing mark."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows a speaker's label ("Q:", "ANN LEE:", "Our reporter writes:"), one piece a paragraph, without marks.

    ``cue`` is the colon, or "writes:"; None where neither stands ("Q    Why?"). ``asks``: the speaker is the one who
    asks the questions, and this is one. ``person`` is where the text names who speaks, if the label does not: for "A."
    the witness whom a court has called.
    """

    label: Span
    cue: Span | None
    pieces: tuple[Span, ...]
    asks: bool = False
    person: Span | None = None

    @property
    def start(self) -> int:
        """Where what is said begins."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where what is said ends."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's paragraphs and what their form tells, all in text order.

    ``quotations`` are the outermost ones; ``turns`` those of interviews, transcripts and live blogs' reporters;
    ``stamps`` the clock times that paragraphs of a live blog begin with, ``labels`` those, the labels of turns and the
    topics that headlines begin with ("Storm Odile live: "), each with the space after it.
    """

    zones: tuple[Zone, ...]
    quotations: tuple[Quotation, ...] = ()
    turns: tuple[Turn, ...] = ()
    stamps: tuple[Span, ...] = ()
    labels: tuple[Span, ...] = ()

    @property
    def read(self) -> list[Zone]:
        """The zones that claims are looked for in."""
        return [zone for zone in self.zones if zone.is_read]
