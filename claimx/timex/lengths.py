"""Resolvers of durations, of what happens again and again, and of vague times."""

from __future__ import annotations

from datetime import date

from claimx.timex.calendar import add_days
from claimx.timex.calendar_words import units
from claimx.timex.periods import resolve_year
from claimx.timex.setting import STEPS, Parts, Resolution, Setting, dated, moved
from claimx.timex.stretches import resolve_month

#: Halves of a unit, told in the next smaller one: 2.5 years are P2Y6M.
_HALVES = {"Y": ("P", "6M"), "H": ("PT", "30M"), "M": ("PT", "30S"), "D": ("P", "T12H")}
_VAGUE = {"decade": "PXDE", "century": "PXCE", "quarter": "PXM"}
_VAGUE_LIMIT = 15


def period(number: str, unit: str) -> str:
    """The TIMEX3 period of a number of units: "P2W", "PT30M", "P2Y6M", "PXM"."""
    row = units()[unit]
    start = "PT" if row.clock else "P"
    if number == "X":
        return _VAGUE.get(unit, f"{start}X{row.code}")
    count = float(number) * row.times
    if count == int(count):
        return f"{start}{int(count):.0f}{row.code}"[:_VAGUE_LIMIT] if count < 1e9 else f"{start}X{row.code}"
    head, half = _HALVES.get(row.code, ("", ""))
    if count % 1 == 0.5 and half and (row.clock == (head == "PT")):
        whole = f"{int(count)}{row.code}" if count > 1 else ""
        return f"{start}{whole}{half}"
    return f"{start}{count:.4g}{row.code}".replace("e+", "") if count < 1e4 else f"{start}{count:.0f}{row.code}"


def resolve_duration(parts: Parts, setting: Setting) -> Resolution | None:
    """How long: with "last" or "next" the stretch is known, too."""
    unit, number = parts["unit"], parts.get("num", "X")
    if "plus" in parts and number != "X":
        number = f"{float(number) + float(parts['plus']):.15g}"
    value = period(number, unit)
    row = units()[unit]
    rel = parts.get("rel", "")
    if setting.day is None or not row.grain or number == "X" or rel not in ("last", "next"):
        return Resolution("duration", value)
    other = moved(setting.day, float(number) * (-1 if rel == "last" else 1), unit)
    if other is None:
        return Resolution("duration", value)
    begin, end = sorted((other, setting.day))
    return Resolution("duration", value, begin, end, setting.anchor)


def resolve_part_of_period(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the last three months of 2022": how long, with the days at the end, or the start, of the period."""
    value = period(parts["num"], parts["unit"])
    whole = _period(parts, setting)
    if parts["num"] == "X" or parts["side"] not in ("1", "last") or whole is None or not whole.begin or not whole.end:
        return Resolution("duration", value)
    begin: date | None = whole.begin
    end: date | None = whole.end
    if parts["side"] == "last":
        after = add_days(whole.end, 1)
        begin = moved(after, -float(parts["num"]), parts["unit"]) if after else None
    else:
        after = moved(whole.begin, float(parts["num"]), parts["unit"])
        end = add_days(after, -1) if after else None
    is_inside = begin and end and whole.begin <= begin <= end <= whole.end
    return Resolution("duration", value, begin, end, whole.anchor) if is_inside else Resolution("duration", value)


def _period(parts: Parts, setting: Setting) -> Resolution | None:
    """The month or the year that a part of is told."""
    if "month" in parts:
        return resolve_month(parts, setting)
    if "year" in parts:
        return resolve_year({"year": parts["year"]}, setting)
    year = setting.day.year + STEPS.get(parts.get("yrel", ""), 0) if setting.day else None
    return dated(f"{year:04d}", setting.anchor) if year else None


def resolve_sum_duration(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "two hours and 30 minutes"."""
    first, second = period(parts["num"], parts["unit"]), period(parts["plus"], parts["lesser"])
    return (
        Resolution("duration", first + second.lstrip("PT"))
        if "." not in first + second
        else Resolution("duration", first)
    )


def resolve_one_unit(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the past year"."""
    return resolve_duration({**parts, "num": "1"}, setting)


def resolve_some_time(_parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "some time", "a while"."""
    return Resolution("duration", "PXX")


def resolve_one_day(_parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "one day": some time to come, or a day's length."""
    return Resolution("date", "FUTURE_REF") if setting.tense == "future" else Resolution("duration", "P1D")


def resolve_set(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "every two weeks", "twice a year"."""
    if parts["unit"] == "weekend":
        return Resolution("set", "XXXX-WXX-WE")
    return Resolution("set", period(parts.get("num", "1"), parts["unit"]))


def resolve_set_day(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "every Thursday", "Monday nights", "each morning"."""
    daypart = f"T{parts['daypart']}" if "daypart" in parts else ""
    if "weekday" in parts:
        return Resolution("set", f"XXXX-WXX-{parts['weekday']}{daypart}")
    if "month" in parts:
        return Resolution("set", f"XXXX-{int(parts['month']):02d}")
    if "season" in parts:
        return Resolution("set", f"XXXX-{parts['season']}")
    return Resolution("set", f"XXXX-XX-XX{daypart}")


def resolve_weekends(_parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "at weekends"."""
    return Resolution("set", "XXXX-WXX-WE")


def resolve_often(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "daily", "weekly"."""
    return Resolution("set", parts["often"])


def resolve_ref(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "now", "recently": TIMEX3 tells only whether it is past, present or future."""
    return Resolution("date", parts["ref"])


def resolve_ref_past(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "in the past", "long ago"."""
    return resolve_ref({**parts, "ref": "PAST_REF"}, setting)


def resolve_ref_present(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "these days", "at this moment"."""
    return resolve_ref({**parts, "ref": "PRESENT_REF"}, setting)


def resolve_ref_future(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "in the near future"."""
    return resolve_ref({**parts, "ref": "FUTURE_REF"}, setting)
