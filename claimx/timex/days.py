"""Resolvers of days: dates, weekdays, today and yesterday, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimx.records import TimeAnchor
from claimx.timex.calendar import add_days, add_months, bounds, day_of, easter, grain_of, nth_weekday
from claimx.timex.calendar_words import HolidayRow, holidays
from claimx.timex.setting import STEPS, Parts, Resolution, Setting, dated

_DIGITS = re.compile(r"\d+")
#: A date without a year in a past clause may still be to come by so many days ("the deadline was set for Nov. 20").
_NEAR = 60
_MOST_IN_A_MONTH = 5
_HALF_A_YEAR = 6


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
        return deictic(int(parts["night"][:-2]), setting, "TNI")
    if "deictic" in parts:
        return deictic(int(parts["deictic"]), setting, "")
    if "month" in parts and "day" in parts:
        return _month_day(parts, setting)
    if "weekday" in parts:
        return weekday_value(int(parts["weekday"]), parts.get("rel", ""), setting)
    return None


def deictic(offset: int, setting: Setting, suffix: str = "") -> tuple[str, TimeAnchor]:
    """The value of the day so many days from today, with a part of the day after it, and how it is anchored."""
    day = add_days(setting.day, offset) if setting.day else None
    return (day.isoformat() if day else "XXXX-XX-XX") + suffix, setting.anchor


def full_year(digits: str, setting: Setting) -> int:
    """A year of four digits, or of two digits in the century up to ten years from now ("'98")."""
    year = int(digits)
    if len(digits) > len("98"):
        return year
    now = setting.day.year if setting.day else 2030
    guess = now - now % 100 + year
    return guess - 100 if guess > now + 10 else guess


def year_of_start(parts: Parts, setting: Setting) -> int:
    """The year of a date: of its own, or that told behind the end of a range ("20 December to 3 January 2016")."""
    year = full_year(parts["year"], setting)
    return year - 1 if int(parts["month"]) > int(parts.get("endmonth", "12")) else year


def year_of_story(month: int, setting: Setting) -> int | None:
    """The year of a month that a story tells of: the year told last, or beside the month told last the nearer one."""
    stretch, unit = bounds(setting.focus), grain_of(setting.focus or "")
    if stretch is None or unit not in ("D", "M", "Y"):
        return None
    year, told = stretch.begin.year, stretch.begin.month
    if unit == "Y" or abs(month - told) <= _HALF_A_YEAR:
        return year
    return year + 1 if month < told else year - 1


def _month_day(parts: Parts, setting: Setting) -> tuple[str, TimeAnchor] | None:
    """The day; of a day that the month has not ("February 30"), the month."""
    month, number = int(parts["month"]), int(_DIGITS.search(parts["day"])[0])  # type: ignore[index]
    if "year" in parts:
        year = year_of_start(parts, setting)
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
    if setting.tense == "narrative" and not weekday and (told := year_of_story(month, setting)):
        day = day_of(told, month, number)
        return (day.isoformat(), "context") if day else None
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


def resolve_some_weekday(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "on a Tuesday", "one Sunday night": a day of that name, but not which."""
    daypart = f"T{parts['daypart']}" if "daypart" in parts else ""
    return Resolution("time" if daypart else "date", f"XXXX-WXX-{parts['weekday']}{daypart}")


def resolve_weekday_of_range(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve either end of "from Monday to Friday": the last such days, or the next ones in a future clause."""
    weekday, now = int(parts["weekday"]), setting.day
    if "start" in parts:
        begun = bounds(setting.focus)
        if begun is None or begun.begin.isoweekday() != int(parts["start"]):
            return resolve_date(parts, setting)
        day = add_days(begun.begin, (weekday - int(parts["start"])) % 7)
        return dated(day.isoformat(), setting.anchor) if day else None
    if now is None or setting.tense == "future":
        return resolve_date(parts, setting)
    end = add_days(now, -((now.isoweekday() - int(parts["end"])) % 7))
    begin = add_days(end, -((int(parts["end"]) - weekday) % 7)) if end else None
    return dated(begin.isoformat(), setting.anchor) if begin else None


def resolve_nth_weekday(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the second Sunday of October 2022"; that of every month is a set, and of "the month" no certain day."""
    weekday, nth = int(parts["weekday"]), -1 if parts["nth"] == "last" else _ordinal(parts["nth"])
    if "each" in parts or nth > _MOST_IN_A_MONTH:
        return Resolution("set", f"XXXX-WXX-{weekday}") if "each" in parts else None
    month = _month_of(parts, setting)
    if month is None:
        return Resolution("date", f"XXXX-WXX-{weekday}")
    day = nth_weekday(month.year, month.month, weekday, nth)
    if day.month != month.month:  # no fifth one
        return None
    return dated(day.isoformat(), "explicit" if "year" in parts else setting.anchor)


def _ordinal(words: str) -> int:
    digits = _DIGITS.search(words)
    return int(digits[0]) if digits else 2


def _month_of(parts: Parts, setting: Setting) -> date | None:
    """The first day of the month that is named, or of one seen from now."""
    if "month" not in parts:
        return add_months(setting.day.replace(day=1), STEPS.get(parts.get("rel", ""), 0)) if setting.day else None
    first = find_day({"day": "1"} | {key: parts[key] for key in ("month", "year", "yrel") if key in parts}, setting)
    stretch = bounds(first[0]) if first else None
    return stretch.begin if stretch else None


def resolve_beside_today(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the day before yesterday", "the day after tomorrow"."""
    offset = int(parts["deictic"]) + (1 if parts["step"] == "after" else -1)
    value, anchor = deictic(offset, setting, "")
    return dated(value, anchor)


def resolve_weekday_of_week(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "Monday of last week", "Monday week"."""
    weekday, now = int(parts["weekday"]), setting.day
    if now is None:
        return Resolution("date", f"XXXX-WXX-{weekday}")
    step = STEPS.get(parts["rel"], 0) if "rel" in parts else 1 + (weekday <= now.isoweekday())
    day = add_days(now, weekday - now.isoweekday() + 7 * step)
    return dated(day.isoformat(), setting.anchor) if day else None


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
