"""Calendar arithmetic in TIMEX3 values; nothing here ever leaves the calendar of years 1 to 9999.

A value names a stretch of the calendar: "2015", "2015-Q3", "2015-H1", "2015-SU", "2015-09", "2015-W38", "2015-W38-WE",
"2015-09-22", "201" (the decade of the 2010s), "20" (the years 2000 to 2099), each perhaps with a time of day after "T".
An unknown part is written with X's, and such a value has no bounds. Weeks are those of ISO 8601.
Seasons are the meteorological ones of the northern hemisphere; winter is named by the year in which it begins.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

#: The unit of the calendar a value is told in: day, week, month, quarter, half, year, decade (E), century, season (S).
Grain = Literal["D", "W", "M", "Q", "H", "Y", "E", "C", "S"]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
#: Units of the calendar from small to large.
SIZES = "DWMSQHYEC"
MONTHS_OF: dict[str, int] = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)


class Bounds(NamedTuple):
    """The first and the last day of a stretch of the calendar."""

    begin: date
    end: date


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, days: float) -> date | None:
    """The day so many days later (earlier, if negative), or None outside of the calendar."""
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return None


def add_months(day: date, months: float) -> date | None:
    """The same day so many months later, or the last of a shorter month; None outside of the calendar."""
    if abs(months) > 12 * 9999:
        return None
    count = day.year * 12 + day.month - 1 + int(months)
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, count: float, grain: str) -> date | None:
    """The day moved by so many units; a fraction of a month or a year moves by months, of a week by days."""
    if abs(count) > 4_000_000:
        return None
    if grain in MONTHS_OF:
        return add_months(day, count * MONTHS_OF[grain])
    return add_days(day, count * (7 if grain == "W" else 1))


def value_at(day: date, grain: str) -> str:
    """The value of the unit that holds the day: its month, its ISO week and so on."""
    year = f"{day.year:04d}"
    if grain == "D":
        return day.isoformat()
    if grain == "W":
        iso = day.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    forms = {
        "M": f"{year}-{day.month:02d}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "H": f"{year}-H{(day.month + 5) // 6}",
        "Y": year,
        "E": year[:3],
        "C": year[:2],
    }
    return forms[grain]


def unknown(grain: str) -> str:
    """The value of a unit of which nothing is known."""
    forms = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX", "E": "XXX", "C": "XX"}
    return forms.get(grain, "XXXX")


def grain_of(value: str) -> Grain | None:
    """The unit that a value is told in; None for what names no stretch of the calendar."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    names: tuple[tuple[str, Grain], ...] = (
        ("day", "D"), ("week", "W"), ("month", "M"), ("quarter", "Q"), ("half", "H"), ("season", "S"), ("decade", "E"),
        ("century", "C"),
    )  # fmt: skip
    return next((grain for name, grain in names if match[name]), "Y")


def bounds(value: str | None) -> Bounds | None:
    """The first and last day of a value, or None where it is not wholly known."""
    match = _VALUE.fullmatch(value or "")
    if match is None:
        return None
    if decade := match["decade"]:
        return _months(int(decade) * 10, 1, 120)
    if century := match["century"]:
        return _months(int(century) * 100, 1, 1200)
    year = int(match["year"])
    if quarter := match["quarter"]:
        return _months(year, int(quarter) * 3 - 2, 3)
    if half := match["half"]:
        return _months(year, int(half) * 6 - 5, 6)
    if season := match["season"]:
        return _months(year, SEASONS[season], 3)
    if week := match["week"]:
        return _week(year, int(week), weekend=bool(match["weekend"]))
    if match["day"]:
        day = day_of(year, int(match["month"]), int(match["day"]))
        return Bounds(day, day) if day else None
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Bounds | None:
    # The years 0 to 9 and 0 to 99 are a decade and a century that begin before the calendar does.
    begin = day_of(max(year, 1), month, 1)
    last = add_months(day_of(max(year, 1), month, 1) or date.max, count - 1 if year else count - 13)
    if begin is None or last is None:
        return None
    return Bounds(begin, last.replace(day=monthrange(last.year, last.month)[1]))


def _week(year: int, week: int, *, weekend: bool) -> Bounds | None:
    try:
        return Bounds(date.fromisocalendar(year, week, 6 if weekend else 1), date.fromisocalendar(year, week, 7))
    except ValueError:
        return None


def part_of(whole: Bounds, part: str) -> Bounds:
    """The early, middle or late third of a stretch, or the sixth at its start or end.

    Stretches of a year and more are cut at months, shorter ones at days.
    """
    first, last = {"early": (0, 2), "mid": (2, 4), "late": (4, 6), "start": (0, 1), "end": (5, 6)}[part]
    days = (whole.end - whole.begin).days + 1
    if days >= 365:
        months = (whole.end.year - whole.begin.year) * 12 + whole.end.month - whole.begin.month + 1
        begin = add_months(whole.begin, months * first // 6) or whole.begin
        after = add_months(whole.begin, months * last // 6)
        return Bounds(begin, after - timedelta(days=1) if after else whole.end)
    begin = whole.begin + timedelta(days=days * first // 6)
    end = whole.begin + timedelta(days=max(days * last // 6 - 1, days * first // 6))
    return Bounds(begin, end)


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (the anonymous computus; Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (-1: the last) such weekday (ISO 8601, Monday is 1) of a month."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
