"""Which statements' contents some words lie in."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Span
from claimx.text.spans import SpanIndex, length


class Contents:
    """The contents of an article's statements, ready to be asked what lies around a span."""

    def __init__(self, contents: Sequence[Sequence[Span]]) -> None:
        self._sizes = [length(pieces) for pieces in contents]
        self._index = SpanIndex(range(len(contents)), contents.__getitem__)

    def around(self, span: Span) -> list[int]:
        """The numbers of the statements with a piece of content that covers ``span``, the shortest content first."""
        return sorted(self._index.covering(span), key=lambda number: (self._sizes[number], number))
