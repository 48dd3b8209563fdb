"""Which of two colliding mentions wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimx.lexicons.words import word_list
from claimx.records import Entity, Mentions, Quantity, Span, Time

#: What the units of rates have in their names.
_PER = " per "
#: How dates end that are told by their distance from today.
_FROM_TODAY = word_list("quantities/context_words", "ends_of_dates_from_today")
#: The parts of a time that a named day and a quarter ("Q3") are told by; how a fiscal year is resolved ("FY2019").
_NAMED, _FISCAL = ("holiday", "label"), "fiscal_year"


def without_collisions(
    *, entities: Sequence[Entity], quantities: Sequence[Quantity], times: Sequence[Time]
) -> Mentions:
    """Drop what collides: a number inside a name or inside a date is no quantity, a month inside a name no time.

    What is all of an amount with a unit ("RM23.50"), a holiday, a quarter or a fiscal year ("Easter", "Q3", "FY2019")
    is no name, what a rate is divided by ("$2 a day", "400 cars a week") no time. A duration with a number ("twelve
    years") is a quantity as well as a time.
    """
    amounts = [q.span for q in quantities if q.unit is not None]
    named = [t.span for t in times if _is_named(t)]
    entities = [e for e in entities if not _inside(e.span, amounts) and not _inside(e.span, named)]
    days = [t.span for t in times if t.type == "date"]
    entities = [e for e in entities if e.label != "EVENT" or not _inside(e.span, days)]  # "the July blast"
    names = [e.span for e in entities]
    rates = [span for q in quantities if (span := _rate(q))]
    kept_times = tuple(t for t in times if not _inside(t.span, names) and not _inside(t.span, rates))
    dates = [t.span for t in kept_times if t.type != "duration"]
    from_today = [t.span for t in kept_times if t.text.lower().endswith(_FROM_TODAY)]
    kept_quantities = tuple(
        q
        for q in quantities
        if not _inside(q.span, names) and not _inside(q.span, from_today if _is_length_of_time(q) else dates)
    )
    return Mentions(tuple(entities), kept_quantities, kept_times)


def _is_named(time: Time) -> bool:
    """Whether a time is told by a name of its own: "Easter", "Q3", "FY2019"."""
    told = time.unresolved
    return told is not None and (told.resolver == _FISCAL or any(part in _NAMED for part, _ in told.parts))


def _is_length_of_time(quantity: Quantity) -> bool:
    """Whether it is a number of days, years …, which it stays in "**two years** later"; "two years ago" is a date."""
    return quantity.unit is not None and quantity.dimension == "time"


def _rate(quantity: Quantity) -> Span | None:
    """Where the words stand that a quantity is divided by; of a unit that tells it ("mile per hour"), all of it.

    One word alone ("a $900 **monthly** rent") is a time as well.
    """
    if quantity.per is not None:
        return None if quantity.per.text.isalpha() else quantity.per.span
    return quantity.span if quantity.unit and _PER in quantity.unit else None


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span lies inside one of the others (in order, without overlaps)."""
    place = bisect_left(others, span.start + 1, key=lambda other: other.end)
    return place < len(others) and others[place].covers(span)
