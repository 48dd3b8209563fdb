"""Resolvers of times of day: parts of a day and what a clock shows."""

from __future__ import annotations

import re

from claimx.records import TimeAnchor
from claimx.timex.calendar import add_days, bounds, grain_of
from claimx.timex.days import deictic, find_day
from claimx.timex.setting import Parts, Resolution, Setting, dated

_DIGITS = re.compile(r"\d+")
_AMPM = {"MO": "a", "AF": "p", "EV": "p"}


def resolve_daypart(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "this morning", "last night", "in the afternoon"."""
    rel = parts.get("rel", "")
    if rel in ("this", "last"):
        value, anchor = deictic(0 if rel == "this" else -1, setting, "")
    elif rel == "that" and not _is_day(setting.focus):
        value, anchor = "XXXX-XX-XX", "none"
    else:
        value, anchor = _focus_day(setting, {"next": 1, "following": 1, "previous": -1}.get(rel, 0))
    return dated(f"{value}T{parts['daypart']}", anchor, kind="time")


def _is_day(value: str | None) -> bool:
    return value is not None and grain_of(value) == "D"


def _focus_day(setting: Setting, offset: int = 0) -> tuple[str, TimeAnchor]:
    """The day spoken of, or one beside it; else today, but nothing is known of the day beside one not spoken of."""
    if _is_day(setting.focus) and (stretch := bounds(setting.focus)):
        day = add_days(stretch.begin, offset)
        return (day.isoformat(), "context") if day else ("XXXX-XX-XX", "none")
    return deictic(0, setting, "") if not offset else ("XXXX-XX-XX", "none")


def resolve_clock(parts: Parts, setting: Setting) -> Resolution | None:
    """A time of day, with its date where one is named beside it."""
    if "tonight" in parts:
        parts = {**parts, "deictic": "0", "daypart": "NI"}
    elif "thisday" in parts:
        parts = {**parts, "deictic": "0"}
    elif "lastday" in parts:
        parts = {**parts, "deictic": "-1"}
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
    hour, minute = _spoken(hour, minute, parts)
    ampm = parts.get("ampm") or _AMPM.get(parts.get("daypart", ""), "") or _half_before(hour, minute, parts)
    if parts.get("daypart") == "NI":
        ampm = "p" if hour >= 6 else "a"
    if ampm and hour <= 12:
        hour = hour % 12 + (12 if ampm == "p" else 0)
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")


def _spoken(hour: int, minute: int, parts: Parts) -> tuple[int, int]:
    """The hour and the minute of "half past six", "half six", "ten past six", "quarter to nine"; others as they are."""
    if "minutes" not in parts:
        return hour, minute
    told = parts["minutes"]
    minutes = int(told) if told.isdecimal() else 15 if told == "quarter" else 30
    return (hour, minutes) if parts.get("side", told) else ((hour - 1) % 12 or 12, 60 - minutes)


def _half_before(hour: int, minute: int, parts: Parts) -> str:
    """Tell the half of the day of a range's start from that of its end ("from 11 to 1 p.m.")."""
    if "endampm" not in parts or "end" not in parts:
        return ""
    numbers = [int(n) for n in _DIGITS.findall(parts["end"])]
    end = (numbers[0] % 12, numbers[1] if len(numbers) > 1 else 0)
    is_before = (hour % 12, minute) <= end
    return parts["endampm"] if is_before else {"p": "a", "a": "p"}[parts["endampm"]]
