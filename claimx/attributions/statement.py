"""A statement as it is found, before its quotations are joined and its source is resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimx.records import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Spans of one attribution (PolNeAR's conventions), each role in text order, any of source and cue empty.

    ``confidence`` is the probability that source and content are right. ``implicit`` marks a source that the statement
    takes over from the one before it. ``parent`` is the index, in the same list, of the statement that this one is
    reported inside of. ``rule`` names the rule or model that found it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    rule: str = field(default="", compare=False)
    implicit: bool = False
    parent: int | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end


def merge(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Sort spans and join those that overlap or have only white space between them in one line of text."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif merged and not (gap := text[merged[-1].end : span.start]).strip() and "\n" not in gap:
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)


def without_marks(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans without the comma or semicolon at their ends; a span of nothing but marks is kept as it is."""
    kept = []
    for span in spans:
        end = span.end
        while end > span.start and (text[end - 1] in ",;" or text[end - 1].isspace()):
            end -= 1
        kept.append(Span(span.start, end) if end > span.start else span)
    return tuple(kept)


def subtract(span: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of a span without the holes, in order."""
    left, at = [], span.start
    for hole in sorted(holes):
        if hole.start > at:
            left.append(Span(at, min(hole.start, span.end)))
        at = max(at, hole.end)
    if at < span.end:
        left.append(Span(at, span.end))
    return [piece for piece in left if piece.start < piece.end]


def overlap(spans: Iterable[Span], others: Iterable[Span]) -> int:
    """How many code points two sets of spans share (each without overlaps among themselves)."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in others)


def length(spans: Iterable[Span]) -> int:
    """How many code points the spans hold."""
    return sum(span.end - span.start for span in spans)


class Places:
    """Numbered things by where they stand, in a text of any length: which of them may share a code point with spans."""

    def __init__(self) -> None:
        self._numbers: dict[int, list[int]] = {}

    def add(self, number: int, spans: Iterable[Span]) -> None:
        """Let a thing stand at some spans."""
        for shelf in self._shelves(spans):
            self._numbers.setdefault(shelf, []).append(number)

    def near(self, spans: Iterable[Span]) -> list[int]:
        """The numbers of the things that may overlap the spans, in rising order; all that do are among them."""
        return sorted({number for shelf in self._shelves(spans) for number in self._numbers.get(shelf, ())})

    @staticmethod
    def _shelves(spans: Iterable[Span]) -> set[int]:
        return {n for start, end in spans for n in range(start // _SHELF, max(start, end - 1) // _SHELF + 1)}


_SHELF = 256  # code points that are looked up together
