"""What manner of text times stand in: news of these days, a story of long ago, or what is so every year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimx.grammar.tense import Told
from claimx.mentions.times.patterns import Match
from claimx.timex.calendar_words import units
from claimx.timex.setting import STEPS

#: A text as short as this may be news without a day that tells so.
_SHORT = 200
#: A story of long ago names so many years; a year is long ago when so many years lie between.
_YEARS_OF_A_STORY, _LONG_AGO = 3, 2
#: Units of the calendar that, seen from the day of writing, are of news ("last week").
_NEAR_UNITS = frozenset("DWM")
_FROM_NOW = frozenset({"this", *STEPS} - {"previous", "following"})


class Manner(NamedTuple):
    """``is_story``: the text tells of long ago, year by year, so that "on 2 June" is of the year told last.

    ``is_guide``: nothing in it is of these days, so that what is told in the present is so at any time ("in June it
    rains", "open from 9 to 5", "still used today").
    """

    is_story: bool = False
    is_guide: bool = False


def manner_of(found: Sequence[tuple[Match, Told]], words: int, published: date | None) -> Manner:
    """The manner of a text.

    Args:
        found: its expressions of time, each with the tense of its clause.
        words: how long it is.
        published: the day that it came out; without it nothing is known.
    """
    if published is None or any(_is_of_these_days(*each) for each in found):
        return Manner()
    told = [int(match.parts["year"]) for match, _ in found if len(match.parts.get("year", "")) == len("1812")]
    old = [year for year in told if year <= published.year - _LONG_AGO]
    is_story = len(old) >= _YEARS_OF_A_STORY and len(old) * 2 > len(told)
    return Manner(is_story, is_guide=words >= _SHORT)


def _is_of_these_days(match: Match, tense: Told) -> bool:
    """Whether an expression is seen from the day of writing and near it: a weekday, yesterday, last week.

    "Today" is where it tells what happened; it may also be these days ("still used today").
    """
    parts = match.parts
    if parts.get("deictic") == "0" and tense in ("past", "future"):
        return True
    if parts.get("deictic", "0") != "0" or "night" in parts or "tonight" in parts or "lastday" in parts:
        return True
    if "weekday" in parts:
        is_repeated = tense == "present" or match.pattern.resolver in ("set_day", "some_weekday")
        return not is_repeated and "year" not in parts
    is_seen_from_now = match.pattern.resolver in ("unit", "weekend") and parts.get("rel", "this") in _FROM_NOW
    return is_seen_from_now and units()[parts.get("unit", "week")].grain in _NEAR_UNITS
