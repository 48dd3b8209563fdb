"""Resolvers of years, decades, centuries, quarters and halves, and of what lies so long before them."""

from __future__ import annotations

from datetime import date

from claimx.records import TimeAnchor
from claimx.timex.calendar import SIZES, add_days, add_months, bounds, grain_of, unknown, value_at
from claimx.timex.days import find_day, full_year
from claimx.timex.setting import STEPS, Parts, Resolution, Setting, dated, grain, moved, part

_LAST_YEAR = 9999


def resolve_year(parts: Parts, setting: Setting) -> Resolution | None:
    """A year, calendar or fiscal."""
    return dated(f"{full_year(parts['year'], setting):04d}", "explicit", part=part(parts))


def resolve_year_words(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "nineteen ninety-seven", "two thousand and one", perhaps with a month."""
    year = int(parts["hundreds"]) * (1000 if "thousand" in parts else 100)
    year += int(parts.get("tens", 0)) + int(parts.get("ones", 0))
    return dated(f"{year:04d}" + (f"-{int(parts['month']):02d}" if "month" in parts else ""), "explicit")


def resolve_year_tail(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "87" in "1985-87"."""
    return dated(f"{int(parts['year']) // 100:02d}{int(parts['tail']):02d}", "explicit")


def resolve_year_pair(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "2015/16": told by its first year, from the beginning of that to the end of the next."""
    first, last = dated(parts["year"], "explicit"), resolve_year_tail(parts, setting)
    return first._replace(end=last.end) if last and last.end else first


def resolve_decade(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the 1990s", "the '90s", "the nineties": of the last such decade that has begun."""
    digits = parts["decade"]
    if digits.endswith("00") and digits < "2000" and len(digits) == 4:  # "the 1800s"
        return dated(digits[:2], "explicit", part=part(parts))
    if len(digits) == 4:
        return dated(digits[:3], "explicit", part=part(parts))
    now = setting.day.year if setting.day else 2030
    year = now - now % 100 + int(digits)
    return dated(f"{year if year <= now else year - 100:04d}"[:3], "explicit", part=part(parts))


def resolve_century(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "the 20th century": the hundred years that begin with 19."""
    nth = int("".join(c for c in parts["nth"] if c.isdecimal()) or 2)
    if parts.get("era") == "BC":
        return Resolution("date", "XX")
    return dated(f"{nth - 1:02d}", "explicit", part=part(parts)) if 1 <= nth <= 99 else None


def resolve_era(parts: Parts, _setting: Setting) -> Resolution | None:
    """Resolve "AD 79", "the year 79"; a year before Christ is one that the calendar of values does not reach."""
    if parts.get("era") == "BC":
        return Resolution("date", "XXXX")
    return dated(f"{int(parts['year']):04d}", "explicit") if 1 <= int(parts["year"]) <= _LAST_YEAR else None


def resolve_quarter(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the third quarter", of a year or the last one that has begun (the next one in a future clause)."""
    nth = 4 if parts.get("nth") == "last" else int("".join(c for c in parts.get("nth", "") if c.isdecimal()) or 0)
    if not nth:
        nth = int(setting.frame[-1]) if setting.frame and grain_of(setting.frame) == "Q" else 0
    if nth > 4:
        return None
    year, anchor = _year(parts, setting)
    if year is None and setting.day:
        now = setting.day
        quarter = (now.month + 2) // 3
        year, anchor = now.year, setting.anchor
        if setting.tense == "future" and (quarter - nth) % 4 != 1:  # the quarter just over is still reported on
            year += 1 if nth < quarter else 0
        else:
            year -= 1 if nth > quarter else 0
    name = f"Q{nth}" if nth else "QX"
    if year is None:
        return Resolution("date", f"XXXX-{name}")
    return dated(f"{year:04d}-{name}", anchor, part=part(parts))


def resolve_quarter_ended(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the quarter" in "the quarter ended July 31": the one that most of the three months lie in."""
    found = find_day(parts, setting._replace(tense="past"))
    stretch = bounds(found[0]) if found else None
    middle = add_days(stretch.end, -45) if stretch else None
    return dated(value_at(middle, "Q"), found[1]) if middle and found else Resolution("date", "XXXX-QX")


def resolve_label(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "Q3 2015", "H1"."""
    label = parts["label"]
    if label.startswith("Q"):
        return resolve_quarter({**parts, "nth": label[1:]}, setting)
    return _half(int(label[1:]), parts, setting)


def resolve_half(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the first half of 2015", "the last half of the '80s"."""
    nth = int(parts["nth"]) if parts["nth"].isdecimal() else 2
    if "decade" in parts:
        return resolve_decade({**parts, "part": "late" if nth == 2 else "early"}, setting)
    return _half(nth, parts, setting) if nth in (1, 2) else None


def _half(nth: int, parts: Parts, setting: Setting) -> Resolution:
    year, anchor = _year(parts, setting)
    if year is None and setting.frame and grain_of(setting.frame) == "H":  # "up in H1 2023, down in H2"
        year, anchor = int(setting.frame[:4]), "context"
    elif year is None and setting.day:
        year, anchor = setting.day.year, setting.anchor
        if setting.tense == "past" and nth == 2 and setting.day.month < 7:
            year -= 1
    return dated(f"{year:04d}-H{nth}", anchor) if year is not None else Resolution("date", f"XXXX-H{nth}")


def _year(parts: Parts, setting: Setting) -> tuple[int | None, TimeAnchor]:
    if "year" in parts:
        return full_year(parts["year"], setting), "explicit"
    if "yrel" in parts and setting.day:
        return setting.day.year + STEPS.get(parts["yrel"], 0), setting.anchor
    return None, "none"


def quarter_in_hand(parts: Parts, setting: Setting) -> Resolution:
    """Resolve "the quarter": the one spoken of, else the last one that is over."""
    if setting.frame and grain_of(setting.frame) == "Q" and parts.get("rel") != "latest":
        return dated(setting.frame, "context", part=part(parts))
    before = add_months(setting.day, -3) if setting.day else None
    return dated(value_at(before, "Q"), setting.anchor, part=part(parts)) if before else Resolution("date", "XXXX-QX")


def resolve_corresponding(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the year-ago quarter", "the corresponding period last year": a year before the period spoken of."""
    if "year" in parts or "nth" in parts:
        return resolve_quarter({"yrel": "last", **parts}, setting)
    if setting.frame and (stretch := bounds(setting.frame)):
        before = add_months(stretch.begin, -12)
        unit = grain_of(setting.frame) or "Y"
        return dated(value_at(before, unit), "context") if before else None
    if setting.day is None:
        return Resolution("date", "XXXX-QX" if parts.get("target") else "XXXX")
    back_to = add_months(setting.day, -15 if parts.get("target") else -12)
    return dated(value_at(back_to, "Q" if parts.get("target") else "Y"), setting.anchor) if back_to else None


def resolve_year_ago(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "a year ago": before a quarter named in the same sentence, else before now."""
    if setting.frame and grain_of(setting.frame) == "Q":
        return resolve_corresponding(parts, setting)
    return resolve_ago({"num": "1", "unit": "year"}, setting)


def resolve_ago(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "two weeks ago": the day, week, month or year that lies so far back."""
    return _back(parts, setting.day, setting.anchor, None)


def resolve_from_now(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "two weeks from now"."""
    number = parts.get("num", "X")
    if number == "X":
        return Resolution("date", "FUTURE_REF")
    return _back({**parts, "num": f"-{number}"}, setting.day, setting.anchor, None)


def resolve_earlier(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "a year earlier": before the period spoken of, told in the same unit; else before now."""
    for value in (setting.frame, setting.focus):
        if value and (stretch := bounds(value)):
            own = grain_of(value)
            return _back(parts, stretch.begin, "context", own if own in ("M", "Q") else None)
    return _back(parts, setting.day, setting.anchor, None)


def resolve_later(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "two years later": after the date spoken of, if that is told as exactly; else it is not known when.

    What will be is not told from what was ("it would be seven days later").
    """
    stretch, own = bounds(setting.focus), grain_of(setting.focus or "")
    unit = grain(parts["unit"])
    if stretch is None or own is None or setting.tense == "future" or SIZES.index(own) > SIZES.index(unit):
        return Resolution("date", unknown(unit))
    return _back({**parts, "num": f"-{parts['num']}"}, stretch.begin, "context", own if own in ("M", "Q") else None)


def _back(parts: Parts, day: date | None, anchor: TimeAnchor, own: str | None) -> Resolution | None:
    unit, number = grain(parts["unit"]), parts.get("num", "X")
    if number == "X":
        return Resolution("date", "PAST_REF")
    if day is None:
        return Resolution("date", unknown(own or unit or "D"))
    if not unit:
        hours = float(number) / (1 if parts["unit"].startswith("hour") else 60)
        before = add_days(day, -(hours // 24))
        return dated(value_at(before, "D"), anchor) if before else None
    count = float(number)
    whole = count == int(count)
    before = moved(day, -count, parts["unit"])
    told = own or (unit if whole else {"Y": "M", "M": "W", "W": "D"}.get(unit, "D"))
    told = "Y" if unit in ("E", "C") else told
    return dated(value_at(before, told), anchor) if before else Resolution("date", unknown(told))
