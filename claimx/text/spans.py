"""Spans of a text: what they share, what is left of them, and one index that finds things by where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from claimx.records import Span


class Spanned(Protocol):
    """Something that stands at one span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Item = TypeVar("Item")
SpannedItem = TypeVar("SpannedItem", bound=Spanned)

_SHELF = 256  # code points that are looked up together


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


def trim(span: Span, text: str, left: str = "", right: str | None = None) -> Span:
    """A span without white space and the signs ``left`` and ``right`` (by default the same) at its ends."""
    start, end = span
    right = left if right is None else right
    while start < end and (text[start].isspace() or text[start] in left):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in right):
        end -= 1
    return Span(start, end)


def without_marks(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans without the comma or semicolon at their ends; a span of nothing but marks is kept as it is."""
    kept = []
    for span in spans:
        end = span.end
        while end > span.start and (text[end - 1] in ",;" or text[end - 1].isspace()):
            end -= 1
        kept.append(Span(span.start, end) if end > span.start else span)
    return tuple(kept)


class SpanIndex(Generic[Item]):
    """Things by where they stand in a text of any length; each may stand in several places, and they may overlap.

    A look-up takes time by the length of the spans that are asked for, not by the number of things.
    """

    def __init__(self, items: Iterable[Item] = (), spans_of: Callable[[Item], Iterable[Span]] = lambda _: ()) -> None:
        self._items: list[tuple[Item, tuple[Span, ...]]] = []
        self._shelves: dict[int, list[int]] = {}
        for item in items:
            self.add(item, spans_of(item))

    @property
    def items(self) -> list[Item]:
        """All things, in the order in which they were added."""
        return [item for item, _ in self._items]

    def add(self, item: Item, spans: Iterable[Span]) -> None:
        """Let a thing stand at some spans."""
        places = tuple(spans)
        for shelf in _shelves(places):
            self._shelves.setdefault(shelf, []).append(len(self._items))
        self._items.append((item, places))

    def _near(self, spans: tuple[Span, ...]) -> Iterator[tuple[Item, tuple[Span, ...]]]:
        shelves = _shelves(spans)
        if len(shelves) == 1:  # as most: what is on one shelf stands there in order, once
            numbers: Iterable[int] = self._shelves.get(shelves.pop(), ())
        else:
            numbers = sorted({number for shelf in shelves for number in self._shelves.get(shelf, ())})
        return (self._items[number] for number in numbers)

    def overlapping(self, *spans: Span) -> list[Item]:
        """The things that share a code point with any of the spans, in the order in which they were added."""
        return [item for item, places in self._near(spans) if any(p.overlaps(s) for p in places for s in spans)]

    def covering(self, span: Span) -> list[Item]:
        """The things of which one place holds all of a span, in the order in which they were added."""
        return [item for item, places in self._near((span,)) if any(place.covers(span) for place in places)]

    def inside(self, *spans: Span) -> list[Item]:
        """The things of which one place lies wholly inside of one of the spans, in the order of adding."""
        return [item for item, places in self._near(spans) if any(s.covers(p) for p in places for s in spans)]

    def at(self, offset: int) -> list[Item]:
        """The things that stand at an offset, in the order in which they were added."""
        return self.overlapping(Span(offset, offset + 1))


def index_spans(spans: Iterable[Span]) -> SpanIndex[Span]:
    """An index of spans by themselves."""
    return SpanIndex(spans, lambda span: (span,))


def index_mentions(mentions: Iterable[SpannedItem]) -> SpanIndex[SpannedItem]:
    """An index of things that stand at one span each."""
    return SpanIndex(mentions, lambda mention: (mention.span,))


def _shelves(spans: tuple[Span, ...]) -> set[int]:
    return {n for start, end in spans for n in range(start // _SHELF, max(start, end - 1) // _SHELF + 1)}
