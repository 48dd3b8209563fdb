"""On which day each statement was made, as far as the article tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from claimx.records import Attribution, Time


def days_of_saying(attributions: Sequence[Attribution]) -> list[date | None]:
    """The day of each statement, or None where the article does not tell.

    A statement with its own time of saying has that day. One without takes the day of its source's other statements
    if they all have the same one, since an article quotes a speaker or a letter from one occasion unless it says so;
    one inside another takes that one's day.
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
    return [
        days[attribution.parent] if day is None and attribution.parent is not None else day
        for day, attribution in zip(days, attributions, strict=True)
    ]


def _day(time: Time | None) -> date | None:
    """The day that a time expression names, if it names one day."""
    if time is None or not time.begin or not time.end or time.begin[:10] != time.end[:10]:
        return None
    return date.fromisoformat(time.begin[:10])
