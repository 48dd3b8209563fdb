"""Resolvers of days: dates, weekdays, today and yesterday, parts of a day, clock times, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimx.records import TimeAnchor
from claimx.timex.calendar import add_days, bounds, day_of, easter, grain_of, nth_weekday
from claimx.timex.calendar_words import HolidayRow, holidays
from claimx.timex.setting import STEPS, Parts, Resolution, Setting, dated

_DIGITS = re.compile(r"\d+")
#: A date without a year in a past clause may still be to come by so many days ("the deadline was set for Nov. 20").
_AMPM = {"MO": "a", "AF": "p", "EV": "p"}
_NEAR = 60


def resolve_date(parts: Parts, setting: Setting) -> Resolution | None:
    """A day by date, weekday or "today", perhaps with a part of the day."""
    found = find_day(parts, setting)
    if found is None:
        return None
    value, anchor = found
    if daypart := parts.get("daypart"):
        return dated(f"{value}T{daypart}", anchor, kind="time")
    return dated(value, anchor, kind="time" if "T" in value else "date")


def find_day(parts: Parts, setting: Setting) -> tuple[str, TimeAnchor] | None:
    """The value of the day that the parts name and how it is anchored; None where there is no such day."""
    if "night" in parts:
        return _deictic(int(parts["night"][:-2]), setting, "TNI")
    if "deictic" in parts:
        return _deictic(int(parts["deictic"]), setting, "")
    if "month" in parts and "day" in parts:
        return _month_day(parts, setting)
    if "weekday" in parts:
        return weekday_value(int(parts["weekday"]), parts.get("rel", ""), setting)
    return None


def _deictic(offset: int, setting: Setting, suffix: str) -> tuple[str, TimeAnchor]:
    day = add_days(setting.day, offset) if setting.day else None
    return (day.isoformat() if day else "XXXX-XX-XX") + suffix, setting.anchor


def full_year(digits: str, setting: Setting) -> int:
    """A year of four digits, or of two digits in the century up to ten years from now ("'98")."""
    year = int(digits)
    if len(digits) != 2:
        return year
    now = setting.day.year if setting.day else 2030
    guess = now - now % 100 + year
    return guess - 100 if guess > now + 10 else guess


def _month_day(parts: Parts, setting: Setting) -> tuple[str, TimeAnchor] | None:
    """The day; of a day that the month has not ("February 30"), the month."""
    month, number = int(parts["month"]), int(_DIGITS.search(parts["day"])[0])  # type: ignore[index]
    if "year" in parts:
        year = full_year(parts["year"], setting)
        day = day_of(year, month, number)
        return (day.isoformat() if day else f"{year:04d}-{month:02d}"), "explicit"
    if day_of(2000, month, number) is None:
        return f"XXXX-{month:02d}", "none"
    if setting.day is None:
        return f"XXXX-{month:02d}-{number:02d}", "none"
    if "yrel" in parts:
        day = day_of(setting.day.year + STEPS.get(parts["yrel"], 0), month, number)
        return (day.isoformat(), setting.anchor) if day else None
    weekday = int(parts["weekday"]) if "weekday" in parts else 0
    day = _nearest(month, number, weekday, parts.get("rel", ""), setting)
    return (day.isoformat(), setting.anchor) if day else None


def _nearest(month: int, number: int, weekday: int, rel: str, setting: Setting) -> date | None:
    """The date that is meant where the year is left out: by weekday, by tense, by nearness."""
    now = setting.day
    assert now is not None
    days = [d for y in range(now.year - 4, now.year + 5) if (d := day_of(y, month, number))]
    if weekday and (fitting := [d for d in days if d.isoweekday() == weekday]):
        days = fitting
    elif rel == "last":
        days = [d for d in days if d < now] or days
    elif rel == "next":
        days = [d for d in days if d > now] or days
    elif setting.tense == "past":
        days = [d for d in days if d <= now + timedelta(days=_NEAR)] or days
    elif setting.tense == "future":
        days = [d for d in days if d >= now - timedelta(days=_NEAR)] or days
    return min(days, key=lambda d: (abs((d - now).days), d), default=None)


def weekday_value(weekday: int, rel: str, setting: Setting) -> tuple[str, TimeAnchor]:
    """The day that a weekday names: the last one, today included, unless its clause is about the future."""
    now, anchor = setting.day, setting.anchor
    if rel == "next" and setting.tense == "past" and setting.focus:
        rel = "following"
    if rel in ("previous", "following") and setting.focus and (stretch := bounds(setting.focus)):
        now, anchor = (stretch.begin if rel == "previous" else stretch.end), "context"
    if now is None:
        return f"XXXX-WXX-{weekday}", "none"
    ahead, behind = (weekday - now.isoweekday()) % 7, (now.isoweekday() - weekday) % 7
    if rel in ("last", "previous"):
        offset = -(behind or 7)
    elif rel in ("next", "following"):
        offset = ahead or 7
    elif setting.tense == "future" or (rel == "this" and setting.tense != "past"):
        offset = ahead
    else:
        offset = -behind
    day = add_days(now, offset)
    return (day.isoformat(), anchor) if day else (f"XXXX-WXX-{weekday}", "none")


def resolve_beside_today(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the day before yesterday", "the day after tomorrow"."""
    offset = int(parts["deictic"]) + (1 if parts["step"] == "after" else -1)
    value, anchor = _deictic(offset, setting, "")
    return dated(value, anchor)


def resolve_weekday_of_week(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "Monday of last week", "Monday week"."""
    weekday, now = int(parts["weekday"]), setting.day
    if now is None:
        return Resolution("date", f"XXXX-WXX-{weekday}")
    step = STEPS.get(parts["rel"], 0) if "rel" in parts else 1 + (weekday <= now.isoweekday())
    day = add_days(now, weekday - now.isoweekday() + 7 * step)
    return dated(day.isoformat(), setting.anchor) if day else None


def resolve_daypart(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "this morning", "last night", "in the afternoon"."""
    rel = parts.get("rel", "")
    if rel in ("this", "last"):
        value, anchor = _deictic(0 if rel == "this" else -1, setting, "")
    else:
        value, anchor = _focus_day(setting, {"next": 1, "following": 1, "previous": -1}.get(rel, 0))
    return dated(f"{value}T{parts['daypart']}", anchor, kind="time")


def _focus_day(setting: Setting, offset: int = 0) -> tuple[str, TimeAnchor]:
    """The day spoken of, or one beside it; else today, but nothing is known of the day beside one not spoken of."""
    if setting.focus and grain_of(setting.focus) == "D" and (stretch := bounds(setting.focus)):
        day = add_days(stretch.begin, offset)
        return (day.isoformat(), "context") if day else ("XXXX-XX-XX", "none")
    return _deictic(0, setting, "") if not offset else ("XXXX-XX-XX", "none")


def resolve_clock(parts: Parts, setting: Setting) -> Resolution | None:
    """A time of day, with its date where one is named beside it."""
    time = _time_of_day(parts)
    if time is None:
        return None
    zone = "Z" if parts.get("zone") == "Z" else ""
    found = find_day(parts, setting) if {"deictic", "weekday", "month"} & set(parts) else _focus_day(setting)
    if found is None:
        return None
    value, anchor = found
    if value.startswith("XXXX-WXX"):
        return Resolution("time", f"{value}T{time}{zone}")
    return dated(f"{value}T{time}{zone}", anchor, kind="time")


def _time_of_day(parts: Parts) -> str | None:
    second: int | None
    if "point" in parts:
        return parts["point"]
    if "hours" in parts:
        hour, minute, second = int(parts["hours"][:2]), int(parts["hours"][2:]), None
    else:
        numbers = [int(n) for n in _DIGITS.findall(parts.get("clock") or parts["hour"])]
        hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
        second = numbers[2] if len(numbers) > 2 else None
    ampm = parts.get("ampm") or _AMPM.get(parts.get("daypart", ""), "")
    if parts.get("daypart") == "NI":
        ampm = "p" if hour >= 6 else "a"
    if ampm and hour <= 12:
        hour = hour % 12 + (12 if ampm == "p" else 0)
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")


def resolve_holiday(parts: Parts, setting: Setting) -> Resolution | None:
    """A holiday of a year, or the nearest one that the tense allows."""
    row = holidays()[parts["holiday"]]
    if len(row.date) > len("01-01"):
        return dated(row.date, "explicit")
    if "year" in parts:
        day = _holiday(row, full_year(parts["year"], setting))
        return dated(day.isoformat(), "explicit") if day else None
    if setting.day is None:
        return Resolution("date", f"XXXX-{row.date}" if row.date else "XXXX-XX-XX")
    now, rel = setting.day, parts.get("rel", "")
    days = [d for y in range(now.year - 1, now.year + 2) if 1 <= y <= 9999 and (d := _holiday(row, y))]
    if rel in ("last", "previous") or (not rel and setting.tense == "past"):
        days = [d for d in days if d <= now] or days
    elif rel == "next" or (not rel and setting.tense == "future"):
        days = [d for d in days if d >= now] or days
    elif rel == "this":
        days = [d for d in days if d.year == now.year] or days
    day = min(days, key=lambda d: abs((d - now).days))
    return dated(day.isoformat(), setting.anchor)


def _holiday(row: HolidayRow, year: int) -> date | None:
    if not 1 <= year <= 9999:
        return None
    if row.date:
        return day_of(year, int(row.date[:2]), int(row.date[3:]))
    if row.easter is not None:
        return add_days(easter(year), row.easter)
    return add_days(nth_weekday(year, row.month, row.weekday, row.nth), row.after)


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
    """Resolve "22/9/2015", "2015/09/22", "22.9.15"; where day and month could be either, only the year is known."""
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
    days = {d for d in (day_of(year, second, first), day_of(year, first, second)) if d}
    if len(days) == 1:
        return dated(days.pop().isoformat(), "explicit")
    return Resolution("date", f"{year:04d}-XX-XX", anchor="explicit") if days else None
