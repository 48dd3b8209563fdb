"""What a time expression is resolved in, and what comes out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from claimx.records import TimeAnchor, TimeType
from claimx.timex.calendar import bounds, part_of, shift
from claimx.timex.calendar_words import units

Parts = Mapping[str, str]
"""The telling words of an expression as the lexicons count them (``{"weekday": "4"}``)."""

#: How many units from the present one a word goes.
STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}
_YEAR = re.compile(r"[0-9]+|-[0-9]+")


class Setting(NamedTuple):
    """What is known around an expression.

    ``day``: the day that "today" is, or None; ``anchor``: how that day is known (the publication, or the context);
    ``tense``: of the expression's clause, "narrative" in a story of long ago; ``focus``: the value of an earlier
    expression that this one may lean on; ``frame``: the value of the last quarter or fiscal period named.
    """

    day: date | None
    anchor: TimeAnchor
    tense: str
    focus: str | None = None
    frame: str | None = None


class Resolution(NamedTuple):
    """What an expression was resolved to: TIMEX3 type and value, the first and the last day, both inclusive.

    ``value`` is None where it names a time that cannot be told at all, ``begin`` and ``end`` where they are not known.
    """

    type: TimeType
    value: str | None
    begin: date | None = None
    end: date | None = None
    anchor: TimeAnchor = "none"


def dated(value: str, anchor: TimeAnchor, *, part: str | None = None, kind: TimeType = "date") -> Resolution:
    """A reading of a stretch of the calendar, perhaps of a part of it ("early"); a partial value has no anchor."""
    stretch = bounds(value)
    if stretch is None:
        is_outside = "X" not in value  # a year before 1 or after 9999
        return Resolution(kind, _YEAR.sub("XXXX", value, count=1) if is_outside else value)
    if part:
        stretch = part_of(stretch, part)
    return Resolution(kind, value, stretch.begin, stretch.end, anchor)


def moved(day: date, count: float, unit: str) -> date | None:
    """The day so many units later, earlier if negative: two fortnights are four weeks. None outside of the calendar."""
    row = units()[unit]
    return shift(day, count * row.times if row.code == row.grain else count, row.grain)


def part(parts: Parts) -> str | None:
    """Which part of a stretch is meant: "early", "mid", "late", "start", "end", or None for all of it."""
    return parts.get("part") or parts.get("edge")


def grain(unit: str) -> str:
    """The unit of the calendar that a unit's name stands for, empty for hours and below."""
    return units()[unit].grain
