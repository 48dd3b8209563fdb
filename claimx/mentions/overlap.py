"""Which of two colliding mentions wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimx.records import Entity, Mentions, Quantity, Span, Time


def without_collisions(
    *, entities: Sequence[Entity], quantities: Sequence[Quantity], times: Sequence[Time]
) -> Mentions:
    """Drop what collides: a number inside a name or inside a date is no quantity, a month inside a name no time.

    What is all of an amount with a unit ("RM23.50") is no name.
    A duration with a number ("twelve years") is a quantity as well as a time.
    """
    amounts = [q.span for q in quantities if q.unit is not None]
    entities = [e for e in entities if not _inside(e.span, amounts)]
    names = [e.span for e in entities]
    kept_times = tuple(t for t in times if not _inside(t.span, names))
    dates = [t.span for t in kept_times if t.type != "duration"]
    kept_quantities = tuple(q for q in quantities if not _inside(q.span, names) and not _inside(q.span, dates))
    return Mentions(tuple(entities), kept_quantities, kept_times)


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span lies inside one of the others (in order, without overlaps), and is not all of it."""
    place = bisect_left(others, span.start + 1, key=lambda other: other.end)
    return place < len(others) and others[place].covers(span)
