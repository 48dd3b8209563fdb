"""Where words stand, and what of a record stays inside the program."""

from __future__ import annotations

from dataclasses import field
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A half-open range of code points ``[start, end)`` in the article's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


def internal(default: Any = "") -> Any:  # noqa: ANN401 - dataclasses.field is typed so, too
    """A field that never leaves the program: it is neither written nor compared."""
    return field(default=default, repr=False, compare=False, metadata={"internal": True})
