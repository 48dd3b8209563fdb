"""Which of two colliding mentions wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimx.records import Entity, Mentions, Quantity, Span, Time

#: Rules of times: a named day, and "a week" after what happens so often.
HOLIDAY, RATE = "holiday", "rate"


def without_collisions(
    *, entities: Sequence[Entity], quantities: Sequence[Quantity], times: Sequence[Time]
) -> Mentions:
    """Drop what collides: a number inside a name or inside a date is no quantity, a month inside a name no time.

    What is all of an amount with a unit ("RM23.50") or of a holiday ("Easter") is no name, what a rate is divided by
    ("$2 a day", "400 cars a week") no time. A duration with a number ("twelve years") is a quantity as well as a time.
    """
    amounts = [q.span for q in quantities if q.unit is not None]
    holidays = [t.span for t in times if t.rule == HOLIDAY]
    entities = [e for e in entities if not _inside(e.span, amounts) and not _inside(e.span, holidays)]
    names = [e.span for e in entities]
    rates = _rates(quantities)
    kept_times = tuple(t for t in times if not _inside(t.span, names) and not (t.rule == RATE and _divides(t, rates)))
    dates = [t.span for t in kept_times if t.type != "duration"]
    kept_quantities = tuple(q for q in quantities if not _inside(q.span, names) and not _inside(q.span, dates))
    return Mentions(tuple(entities), kept_quantities, kept_times)


def _rates(quantities: Sequence[Quantity]) -> list[Span]:
    """What is divided, with what is counted: "400 cars" of "400 cars a week"."""
    divided = (q for q in quantities if q.rate or " per " in (q.unit or ""))
    return [Span(q.span.start, max(q.span.end, q.of.span.end if q.of else 0)) for q in divided]


def _divides(time: Time, rates: Sequence[Span]) -> bool:
    """Whether a stretch of time stands at the end of a rate or right after it."""
    place = bisect_left(rates, time.span.start, key=lambda rate: rate.start) - 1
    return place >= 0 and time.span.start <= rates[place].end + len(" ")


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span lies inside one of the others (in order, without overlaps)."""
    place = bisect_left(others, span.start + 1, key=lambda other: other.end)
    return place < len(others) and others[place].covers(span)
