"""What of an article lies where: mentions and phrases by span, sentences and paragraphs by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from claimx.records import Span, Zone


class Spanned(Protocol):
    """Something that stands at one span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Item = TypeVar("Item", bound=Spanned)


class Located(Generic[Item]):
    """Things of a text, in its order, to be looked up by span."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Take the things, sorted by where they begin."""
        self._items = items
        self._starts = [item.span.start for item in items]

    def inside(self, spans: Sequence[Span]) -> tuple[Item, ...]:
        """Those that lie wholly inside one of the spans."""
        kept: list[Item] = []
        for span in spans:
            at = bisect_left(self._starts, span.start)
            while at < len(self._items) and self._starts[at] < span.end:
                if self._items[at].span.end <= span.end:
                    kept.append(self._items[at])
                at += 1
        return tuple(kept)

    def last_before(self, offset: int) -> Item | None:
        """The last one that begins at or before an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self._items[at] if at >= 0 else None


class Ranges:
    """Numbered stretches of a text, one after the other: its sentences, or its paragraphs."""

    def __init__(self, spans: Sequence[Span], numbers: Sequence[int]) -> None:
        """Take the stretches in text order with their numbers."""
        self._starts = [span.start for span in spans]
        self._numbers = numbers

    @classmethod
    def of_sentences(cls, spans: Sequence[Span]) -> Ranges:
        """Number sentences from 0."""
        return cls(spans, range(len(spans)))

    @classmethod
    def of_paragraphs(cls, zones: Sequence[Zone]) -> Ranges:
        """Number zones by the paragraphs that they stand in."""
        return cls([zone.span for zone in zones], [zone.index for zone in zones])

    def at(self, offset: int) -> int:
        """The number of the stretch that an offset lies in or after; 0 before the first."""
        place = bisect_right(self._starts, offset) - 1
        return self._numbers[place] if place >= 0 else 0

    def over(self, spans: Sequence[Span]) -> tuple[int, int]:
        """The first and the last number that spans touch, inclusive."""
        return self.at(spans[0].start), self.at(max(spans[0].start, spans[-1].end - 1))
