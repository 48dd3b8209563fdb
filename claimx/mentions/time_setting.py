"""What a time expression is resolved in, and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from claimx.mentions.time_calendar import Bounds, bounds, part_of
from claimx.records import TimeAnchor, TimeType

Parts = Mapping[str, str]


class Setting(NamedTuple):
    """What is known around an expression.

    ``day``: the day that "today" is, or None; ``anchor``: how that day is known (the publication, or the context);
    ``tense``: of the expression's clause; ``focus``: the value of an earlier expression that this one may lean on;
    ``frame``: the value of the last quarter or fiscal period named.
    """

    day: date | None
    anchor: TimeAnchor
    tense: str
    focus: str | None = None
    frame: str | None = None


class Reading(NamedTuple):
    """What an expression was resolved to; ``value`` None where it names a time that cannot be told at all."""

    type: TimeType
    value: str | None
    begin: date | None = None
    end: date | None = None
    anchor: TimeAnchor = "none"


def dated(value: str, anchor: TimeAnchor, *, part: str | None = None, kind: TimeType = "date") -> Reading:
    """A reading of a stretch of the calendar, perhaps of a part of it ("early"); a partial value has no anchor."""
    stretch: Bounds | None = bounds(value)
    if stretch is None:
        return Reading(kind, value)
    if part:
        stretch = part_of(stretch, part)
    return Reading(kind, value, stretch.begin, stretch.end, anchor)
