"""Resolvers of dates in numbers alone: ISO 8601 and numbers between strokes or full stops."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimx.timex.calendar import bounds, day_of
from claimx.timex.days import full_year
from claimx.timex.setting import Parts, Resolution, Setting, dated

_DIGITS = re.compile(r"\d+")
#: A date so many days from the publication is the one that a page is dated with.
_SAME_EDITION = 3
_MONTHS, _DAYS = 12, 31


def resolve_iso(parts: Parts, _setting: Setting) -> Resolution | None:
    """A date, a date with a time, or a week in the notation of ISO 8601."""
    value = parts["iso"].replace(" ", "T").upper()
    if "W" in value:
        return dated(value[:8], "explicit") if bounds(value[:8]) else None
    if bounds(value[:10]) is None:
        return None
    if "T" not in value:
        return dated(value, "explicit")
    return dated(re.sub(r"\.\d+", "", value), "explicit", kind="time")


def resolve_slashed(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "22/9/2015", "22-9-2015", "2015/09/22", "22.9.15".

    Where day and month could be either, the other dates of the text tell (``order``), or the day that the article came
    out; else only the year is known.
    """
    first, second, third = (int(n) for n in _DIGITS.findall(parts["slashed"]))
    texts = _DIGITS.findall(parts["slashed"])
    if len(texts[0]) == 4:
        day = day_of(first, second, third)
        return dated(day.isoformat(), "explicit") if day else None
    year = full_year(texts[2], setting)
    # Numbers joined by full stops are dates in day-month order only; "3.4.2" may be a version.
    if "." in parts["slashed"]:
        day = day_of(year, second, first) if len(texts[2]) == 4 else None
        return dated(day.isoformat(), "explicit") if day else None
    order = parts.get("order", "")
    orders = {"day-month": day_of(year, second, first), "month-day": day_of(year, first, second)}
    days = {day for name, day in orders.items() if day and order in ("", name)}
    near = {d for d in days if setting.day and abs((d - setting.day).days) <= _SAME_EDITION}
    if len(days) == 1 or len(near) == 1:
        return dated((near or days).pop().isoformat(), "explicit")
    return Resolution("date", f"{year:04d}-XX-XX", anchor="explicit") if days else None


def order_of(written: Iterable[str]) -> str:
    """Tell the order of day and month in some dates of numbers: "day-month", "month-day", or empty where none shows it.

    Args:
        written: the dates of one text ("22/9/2015"), which has one order for all.
    """
    found = set()
    for words in written:
        first, second, *_ = (int(n) for n in _DIGITS.findall(words))
        if "." not in words and first <= _DAYS and second <= _DAYS and (first > _MONTHS) != (second > _MONTHS):
            found.add("day-month" if first > _MONTHS else "month-day")
    return found.pop() if len(found) == 1 else ""
