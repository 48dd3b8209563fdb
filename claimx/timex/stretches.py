"""Resolvers of months, weeks, weekends, seasons and of units of the calendar seen from a day ("last week")."""

from __future__ import annotations

from claimx.timex.calendar import SEASONS, SIZES, bounds, grain_of, shift, unknown, value_at
from claimx.timex.days import find_day, full_year, year_of_start, year_of_story
from claimx.timex.periods import quarter_in_hand
from claimx.timex.setting import STEPS, Parts, Resolution, Setting, dated, grain, part


def resolve_month(parts: Parts, setting: Setting) -> Resolution | None:
    """A month, with its year or the one that is meant."""
    month = int(parts["month"])
    if "year" in parts:
        return dated(f"{year_of_start(parts, setting):04d}-{month:02d}", "explicit", part=part(parts))
    if parts.get("yrel") == "that":
        stretch = bounds(setting.focus)
        return dated(f"{stretch.begin.year if stretch else 'XXXX':0>4}-{month:02d}", "context", part=part(parts))
    now = setting.day
    if now is None or ("range" in parts and setting.tense == "present"):  # "the season lasts from May to October"
        return Resolution("date", f"XXXX-{month:02d}")
    if setting.tense == "narrative" and (year := year_of_story(month, setting)):
        return dated(f"{year:04d}-{month:02d}", "context", part=part(parts))
    if "yrel" in parts:
        year = now.year + STEPS.get(parts["yrel"], 0)
        return dated(f"{year:04d}-{month:02d}", setting.anchor, part=part(parts))
    years = _which(month - now.month, parts.get("rel", ""), "over" if "over" in parts else setting.tense)
    return dated(f"{now.year + years:04d}-{month:02d}", setting.anchor, part=part(parts))


def _which(ahead: int, rel: str, tense: str) -> int:
    """How many years from this one, for what lies ``ahead`` months ahead in this year (negative: behind)."""
    if rel in ("last", "previous"):
        return 0 if ahead < 0 else -1
    if rel in ("next", "following"):
        return 0 if ahead > 0 else 1
    if rel == "this":
        return 0
    if tense == "over":
        return 0 if ahead <= 0 else -1
    if tense == "past":  # a past clause may tell of the next month ("the vote was set for July")
        return 0 if ahead <= 1 else -1
    if tense == "future":
        return 0 if ahead >= 0 else 1
    return 1 if ahead < -6 else -1 if ahead > 6 else 0


def resolve_unit(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "this month", "last week", "the end of the year", "the following day", "that year"."""
    unit, rel = grain(parts["unit"]), parts.get("rel", "")
    day, anchor, step = setting.day, setting.anchor, STEPS.get(rel, 0)
    rel = "following" if unit == "D" and rel == "next" else rel
    if unit == "Q" and rel in ("", "latest", "that"):
        return quarter_in_hand(parts, setting)
    if unit == "D" and rel in ("this", "last", ""):
        return None
    if rel in ("that", "following", "previous"):
        stretch = bounds(setting.focus)
        # what is spoken of tells the larger unit that holds it, not a smaller one
        if stretch and SIZES.index(grain_of(setting.focus or "") or "C") <= SIZES.index(unit):
            day, anchor = (stretch.end if rel == "following" else stretch.begin), "context"
        elif rel != "previous" or unit == "D":
            return Resolution("date", unknown(unit))
    moved = shift(day, step, unit) if day else None
    return dated(value_at(moved, unit), anchor, part=part(parts)) if moved else Resolution("date", unknown(unit))


def resolve_unit_beside(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the year before", "the day after": beside the date spoken of."""
    rel = "following" if parts["step"] == "after" else "previous"
    if setting.focus is None:
        return Resolution("date", unknown(grain(parts["unit"])))
    return resolve_unit({**parts, "rel": rel}, setting)


def resolve_year_end(_parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "year-end": the day itself, the last one or the next by tense."""
    if setting.day is None:
        return Resolution("date", "XXXX-12-31")
    year = setting.day.year - (1 if setting.tense == "past" and setting.day.month < 12 else 0)
    return dated(f"{year:04d}-12-31", setting.anchor) if year else None


def resolve_last_year_end(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "since year-end"."""
    return resolve_year_end(parts, setting._replace(tense="past"))


def resolve_rest(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the rest of the year": told as the year, from today to its end."""
    unit = grain(parts["unit"])
    if setting.day is None:
        return Resolution("date", unknown(unit))
    return dated(value_at(setting.day, unit), setting.anchor)._replace(begin=setting.day)


def resolve_week_of(parts: Parts, setting: Setting) -> Resolution | None:
    """Resolve "the week of March 6"."""
    found = find_day(parts, setting)
    stretch = bounds(found[0]) if found else None
    return dated(value_at(stretch.begin, "W"), found[1]) if stretch and found else Resolution("date", "XXXX-WXX")


def resolve_weekend(parts: Parts, setting: Setting) -> Resolution | None:
    """A weekend: the last one in a past clause, this week's otherwise; on a weekend, the one in hand."""
    if setting.day is None:
        return Resolution("date", "XXXX-WXX-WE")
    now, rel = setting.day, parts.get("rel", "")
    step = STEPS.get(rel, 0)
    if rel not in STEPS and setting.tense != "future" and now.isoweekday() <= (3 if setting.tense != "past" else 5):
        step = -1
    if rel == "last" and now.isoweekday() == 7:
        step = -1
    week = shift(now, step, "W")
    return dated(f"{value_at(week, 'W')}-WE", setting.anchor) if week else None


def resolve_season(parts: Parts, setting: Setting) -> Resolution | None:
    """A season of a year, by nearness and tense where the year is left out."""
    season = parts["season"]
    if "year" in parts:
        return dated(f"{full_year(parts['year'], setting):04d}-{season}", "explicit", part=part(parts))
    now = setting.day
    if now is None:
        return Resolution("date", f"XXXX-{season}")
    rel = parts.get("rel", "")
    if not rel and setting.tense == "present" and not part(parts):  # "in winter the pass is closed"
        return Resolution("date", f"XXXX-{season}")
    begun = SEASONS[season] - now.month
    over = begun <= -3
    if rel in ("last", "previous"):
        years = 0 if over else -1
    elif rel == "next":
        years = 0 if begun > 0 else 1
    elif rel == "this" or -3 < begun <= 0:
        years = 0
    else:
        years = _which(begun, "", setting.tense)
    return dated(f"{now.year + years:04d}-{season}", setting.anchor, part=part(parts))
