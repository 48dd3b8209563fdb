"""On which day each statement was made, as far as the article tells, and times in it as seen from that day."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from claimx.records import Attribution, Span, Time
from claimx.timex import reanchor


def tell_days(
    attributions: Sequence[Attribution], times: Sequence[Time], published: date | None
) -> tuple[list[Attribution], tuple[Time, ...]]:
    """Give each time of an article one value, whether it is looked at in a claim or in the whole article.

    Args:
        attributions: the statements.
        times: the article's times, in text order, as seen from the day of publication.
        published: that day.

    Returns:
        The statements with the times of their saying, and the times: those in a source's own words count from the day
        of the saying, where that is told.
    """
    made = {time.span: time for each in attributions if (time := _made(each, published))}
    seen = [made.get(time.span, time) for time in times]
    for _ in range(2):  # a statement inside of another: first when it was made, then what it tells
        quoted = _said_on(attributions, days_of_saying(_with_made(attributions, made)), seen)
        told = tuple(reanchor(time, quoted.get(place)) for place, time in enumerate(seen))
        made |= {time.span: time for time in told if time.span in made}
    return _with_made(attributions, made), told


def _made(attribution: Attribution, published: date | None) -> Time | None:
    """The time of saying; a past saying was not made after the article came out."""
    made, cue = attribution.made, attribution.cue_event
    if made is None or published is None or not made.begin or made.unresolved is None:
        return made
    if cue is None or cue.tense != "past" or made.begin[:10] <= published.isoformat():
        return made
    past = dataclasses.replace(made, unresolved=dataclasses.replace(made.unresolved, tense="past"))
    return dataclasses.replace(reanchor(past, published), anchor=made.anchor)


def _with_made(attributions: Sequence[Attribution], made: dict[Span, Time]) -> list[Attribution]:
    return [dataclasses.replace(a, made=made[a.made.span]) if a.made else a for a in attributions]


def _said_on(
    attributions: Sequence[Attribution], days: Sequence[date | None], times: Sequence[Time]
) -> dict[int, date]:
    """By the place of each time in a source's own words the day on which they were said; the innermost words count."""
    quoted = [
        (span, day)
        for attribution, day in zip(attributions, days, strict=True)
        for span in attribution.quoted or (attribution.content if attribution.form == "direct" else ())
        if day is not None
    ]
    starts = [time.span.start for time in times]
    said: dict[int, date] = {}
    for span, day in sorted(quoted, key=lambda item: item[0].start - item[0].end):
        for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            if times[place].span.end <= span.end:
                said[place] = day
    return said


def days_of_saying(attributions: Sequence[Attribution]) -> list[date | None]:
    """The day of each statement, or None where the article does not tell.

    A statement with its own time of saying has that day. One without takes the day of its source's other statements
    if they all have the same one, since an article quotes a speaker or a letter from one occasion unless it says so;
    one inside others takes the day of the nearest that has one.
    """
    own = [_day(attribution.made) for attribution in attributions]
    occasions: defaultdict[str, set[date]] = defaultdict(set)
    for attribution, day in zip(attributions, own, strict=True):
        if day and attribution.source and attribution.source.name:
            occasions[attribution.source.name].add(day)
    days = list(own)
    for index, attribution in enumerate(attributions):
        name = attribution.source.name if attribution.source else None
        if days[index] is None and name and len(occasions[name]) == 1:
            (days[index],) = occasions[name]
    return [_inherited(index, days, attributions) for index in range(len(days))]


def _inherited(index: int | None, days: Sequence[date | None], attributions: Sequence[Attribution]) -> date | None:
    """The day of a statement, or of the nearest around it that has one."""
    while index is not None and days[index] is None:
        index = attributions[index].parent
    return None if index is None else days[index]


def _day(time: Time | None) -> date | None:
    """The day that a time expression names, if it names one day."""
    if time is None or not time.begin or not time.end or time.begin[:10] != time.end[:10]:
        return None
    return date.fromisoformat(time.begin[:10])
