"""Which statements' contents some words lie in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from claimx.records import Span


class Contents:
    """The contents of an article's statements, ready to be asked what lies around a span."""

    def __init__(self, contents: Sequence[Sequence[Span]]) -> None:
        self._sizes = [sum(end - start for start, end in pieces) for pieces in contents]
        rows = sorted((piece, number) for number, pieces in enumerate(contents) for piece in pieces)
        self._pieces = [piece for piece, _ in rows]
        self._numbers = [number for _, number in rows]
        self._furthest = list(accumulate((piece.end for piece in self._pieces), max))

    def around(self, span: Span) -> list[int]:
        """The numbers of the statements with a piece of content that covers ``span``, the shortest content first."""
        place = bisect_right(self._pieces, span.start, key=lambda piece: piece.start) - 1
        found: set[int] = set()
        while place >= 0 and self._furthest[place] >= span.end:
            if self._pieces[place].covers(span):
                found.add(self._numbers[place])
            place -= 1
        return sorted(found, key=lambda number: (self._sizes[number], number))
