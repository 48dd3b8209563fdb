"""Which sentences and paragraphs of an article a claim touches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimx.records import Span, Zone


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
