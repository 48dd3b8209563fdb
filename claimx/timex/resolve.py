"""Resolves a time expression as seen from a day: by the table of resolvers, each of which reads one kind of expression.

What each reads is told where it is defined; the patterns of ``times/time_patterns.toml`` name them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from claimx.records import Mention, Time, TimeAnchor, Unresolved
from claimx.timex import clock, days, lengths, notations, periods, stretches
from claimx.timex.setting import Parts, Resolution, Setting

Resolver = Callable[[Parts, Setting], Resolution | None]

RESOLVERS: dict[str, Resolver] = {
    "date": days.resolve_date,
    "beside_today": days.resolve_beside_today,
    "some_weekday": days.resolve_some_weekday,
    "weekday_of_range": days.resolve_weekday_of_range,
    "nth_weekday": days.resolve_nth_weekday,
    "weekday_of_week": days.resolve_weekday_of_week,
    "daypart": clock.resolve_daypart,
    "clock": clock.resolve_clock,
    "holiday": days.resolve_holiday,
    "iso": notations.resolve_iso,
    "slashed": notations.resolve_slashed,
    "month": stretches.resolve_month,
    "unit": stretches.resolve_unit,
    "unit_beside": stretches.resolve_unit_beside,
    "rest": stretches.resolve_rest,
    "year_end": stretches.resolve_year_end,
    "last_year_end": stretches.resolve_last_year_end,
    "week_of": stretches.resolve_week_of,
    "weekend": stretches.resolve_weekend,
    "season": stretches.resolve_season,
    "year": periods.resolve_year,
    "fiscal_year": periods.resolve_year,
    "year_words": periods.resolve_year_words,
    "year_tail": periods.resolve_year_tail,
    "year_pair": periods.resolve_year_pair,
    "decade": periods.resolve_decade,
    "century": periods.resolve_century,
    "era": periods.resolve_era,
    "quarter": periods.resolve_quarter,
    "quarter_ended": periods.resolve_quarter_ended,
    "label": periods.resolve_label,
    "half": periods.resolve_half,
    "corresponding": periods.resolve_corresponding,
    "year_ago": periods.resolve_year_ago,
    "ago": periods.resolve_ago,
    "from_now": periods.resolve_from_now,
    "later": periods.resolve_later,
    "earlier": periods.resolve_earlier,
    "duration": lengths.resolve_duration,
    "part_of_period": lengths.resolve_part_of_period,
    "sum_duration": lengths.resolve_sum_duration,
    "one_unit": lengths.resolve_one_unit,
    "some_time": lengths.resolve_some_time,
    "one_day": lengths.resolve_one_day,
    "set": lengths.resolve_set,
    "set_day": lengths.resolve_set_day,
    "weekends": lengths.resolve_weekends,
    "often": lengths.resolve_often,
    "ref": lengths.resolve_ref,
    "ref_past": lengths.resolve_ref_past,
    "ref_present": lengths.resolve_ref_present,
    "ref_future": lengths.resolve_ref_future,
}


def resolve(
    mention: Mention, unresolved: Unresolved, today: date | None, *, anchor: TimeAnchor = "publication", rule: str = ""
) -> Time | None:
    """Resolve an expression as seen from a day.

    Args:
        mention: its words and where they stand.
        unresolved: what its words tell, with what is known around them.
        today: the day that it is seen from. Without it a relative expression stays partial ("XXXX-WXX-4").
        anchor: how that day is known.
        rule: the pattern that found it.

    Returns:
        The expression with its value; None where there is no such time ("the fifth quarter").
    """
    setting = Setting(today, anchor if today else "none", unresolved.tense, unresolved.focus, unresolved.frame)
    found = RESOLVERS[unresolved.resolver](dict(unresolved.parts), setting)
    if found is None:
        return None
    begin, end = (day.isoformat() if day else None for day in (found.begin, found.end))
    return Time(mention.text, mention.span, found.type, found.value, begin, end, found.anchor, rule, unresolved)


def reanchor(time: Time, said: date | None) -> Time:
    """Resolve a relative expression as seen from the day on which it was said.

    Args:
        time: as :func:`resolve` returns it.
        said: the day of the saying, or None where it is not known.

    Returns:
        The expression resolved to that day, its anchor "context"; the same expression where it does not depend on the
        day of the saying, or that day is not known.
    """
    if said is None or time.unresolved is None or time.anchor == "explicit":
        return time
    moved = resolve(Mention(time.text, time.span), time.unresolved, said, anchor="context", rule=time.rule)
    return time if moved is None or (moved.value, moved.begin) == (time.value, time.begin) else moved
