"""Conditions on what stands around a match: they tell a month from a name, a year from a number of things."""

from __future__ import annotations

from collections.abc import Callable

from claimx.grammar import roles, word_classes
from claimx.grammar.prospective import row_of
from claimx.mentions.times.clock_guards import clock, dotted_clock, ends_phrase, quarter
from claimx.mentions.times.context_words import words
from claimx.mentions.times.patterns import Match
from claimx.mentions.times.unit_guards import (
    after_preposition,
    bare_units,
    decade,
    duration,
    earlier,
    holiday,
    in_the,
    often,
    rate,
    rel_duration,
    season,
    the_unit,
    unit,
    unit_beside,
    weekend,
)
from claimx.mentions.times.view import BEFORE_DATE, View
from claimx.mentions.times.year_guards import short_year, year, year_words
from claimx.text.marks import SIGNS

_BEFORE_YEAR = words("before_years")
#: A word of so many letters has a capital in a headline where all words have one.
_LONG_WORD = 4
#: How near another label tells that "H1" is one, in lexemes.
_NEAR = 30
#: How many words before "on Monday to Friday" a verb of moving may stand.
_MOVED = 4
#: A year is told by two digits after another of its century ("1985-87").
_CENTURY = 100
_MONTHS = frozenset({"monthname", "maymonth", "shortmonth"})
_DAY_NUMBERS = frozenset({"int12", "int24", "int31"})
_POSSESSIVES = words("possessives")
_VERBS = words("months_that_are_verbs")
_BETWEEN_MONTHS = words("between_months")
_NO_DAY_BEFORE = words("no_day_before")
_SHARES = words("shares")
_THINGS_OF_THESE_DAYS = words("things_of_these_days")
_PROGRAMMES = words("programmes")
_FIGURES_OF_PERIODS = words("figures_of_periods")
_OVER_PERIODS = words("over_periods")
_TO = ("to", "until")
#: Kinds that names of programmes begin and end with.
_OPEN_TITLES = frozenset({"this", "last", "weekday"})
_CLOSE_TITLES = frozenset({"week", "weekend", "daypart"})
_AFTER_MODALS = frozenset((word_classes.AUXILIARY, word_classes.PARTICLE))


def day(view: View, match: Match) -> bool:
    """A month with a day: the month begins with a capital, the number counts nothing."""
    month = view.place(match, _MONTHS)
    if not view.word(month)[:1].isupper() or view.kind(match.last) == "ampm":
        return False
    return view.kind(match.last - 1) not in _DAY_NUMBERS or not view.counts_things(match.last - 1)


def joined(view: View, match: Match) -> bool:
    """A day as in "2018-Jan-13" or "2018 January 13", not what a dash parts ("1818 – January 8, 1880")."""
    start, end = view.lexemes[match.first].start, view.lexemes[match.last - 1].end
    is_joined = view.place(match, ("hyphen", "slash")) < 0 or " " not in view.text[start:end]
    return is_joined and day(view, match)


def second_day(view: View, match: Match) -> bool:
    """The end of "June 3-5", but not the people of "on June 3 and 5 people"."""
    month, after = view.word(match.first - 3 - (view.kind(match.first - 3) == "dot")), view.kind(match.last)
    if not month[:1].isupper() or after in _MONTHS | _NO_DAY_BEFORE or view.word(match.last).lower() in _SHARES:
        return False
    return view.kind(match.first - 1) == "hyphen" or not view.counts_things(match.first)


def counts_nothing(view: View, match: Match) -> bool:
    """Let through "the year 597 saw a flood", not "of the year 20 people had died"."""
    return not view.counts_things(match.last - 1)


def first_day(view: View, match: Match) -> bool:
    """The start of "3-5 June", "the 3rd to the 5th of June"."""
    month = next((i for i in range(match.last, match.last + 5) if view.kind(i) in _MONTHS), match.last)
    return view.kind(match.first - 1) not in _MONTHS and view.word(month)[:1].isupper()


def iso_month(view: View, match: Match) -> bool:
    """A month as in "2014-03", not the years of "2009-10"."""
    is_written = view.lexemes[match.last - 1].end - view.lexemes[match.first].start == len("2014-03")
    return is_written and int(match.parts["month"]) <= int(match.parts["year"][2:])


def year_tail(view: View, match: Match) -> bool:
    """The end of "1985-87"."""
    is_written = view.lexemes[match.first].end - view.lexemes[match.first - 2].start <= len("1985 - 87")
    return (
        is_written
        and int(match.parts["year"][2:]) < int(match.parts["tail"]) < _CENTURY
        and view.kind(match.last) not in _NO_DAY_BEFORE
    )


def year_pair(view: View, match: Match) -> bool:
    """A season or a fiscal year over two years: "2015/16"."""
    is_written = view.lexemes[match.last - 1].end - view.lexemes[match.first].start == len("2015/16")
    return is_written and (int(match.parts["year"]) + 1) % 100 == int(match.parts["tail"])


def month_year(view: View, match: Match) -> bool:
    """A month with a year: the month begins with a capital."""
    return view.word(view.place(match, _MONTHS))[:1].isupper()


def month(view: View, match: Match) -> bool:
    """A month alone: no name, and where it could be another word, something speaks for the month."""
    place = view.place(match, _MONTHS)
    word, kind, before = view.word(place), view.kind(place), view.kind(place - 1)
    if not word[:1].isupper():
        return False
    if "yrel" in match.parts or "rel" in match.parts:
        return True
    supported = before in BEFORE_DATE or place > match.first
    if kind == "shortmonth":
        return supported or view.kind(place + 1) == "dot"
    token = view.token(place)
    if view.kind(place - 1) == "hyphen" and place == match.first:
        supported = True
    if before in _BETWEEN_MONTHS and view.kind(place - 2) in _MONTHS:
        return True
    if (
        supported
        and before in _BEFORE_YEAR
        and not view.word(place + 1)[:1].isupper()
        and view.kind(place + 1) != "own"
    ):
        return True  # whatever the tagger takes "in May" for
    is_owned = before == "the" or view.word(place - 1).lower() in _POSSESSIVES
    if is_owned and token.dep in roles.PREMODIFIERS and token.head.tag in word_classes.COMMON_NOUN_FORMS:
        return True  # "its March high"
    if kind == "maymonth":
        if token.is_sent_start and not supported:
            return view.token(place + 1).pos in _AFTER_MODALS if place + 1 < len(view.lexemes) else False
        is_date = (
            token.ent_type == "DATE" and token.pos == word_classes.NAME and view.lexemes[place].value not in _VERBS
        )
        return not view.is_named(place) and (supported or is_date)
    if before == "the" and view.word(place + 1)[:1].isupper():
        return False  # "the October Revolution"
    return supported or not view.is_named(place)


def weekday(view: View, match: Match) -> bool:
    """A weekday that is no part of a name ("Sunday Times")."""
    place = view.place(match, ("weekday",))
    if match.last - match.first > 1 or view.kind(place - 1) in BEFORE_DATE:
        return True
    if view.kind(place - 1) == "the" and view.kind(place + 1) == "word" and view.word(place + 1)[:1].isupper():
        return False
    return not view.is_named(place) or not view.word(place + 1)[:1].isupper()


def weekday_of_range(view: View, match: Match) -> bool:
    """An end of "from Monday to Friday", "Monday and Friday"; in "moved on Monday to Friday" each is for itself."""
    joint = match.last if view.kind(match.last) in _TO else match.first - 1
    is_split = view.kind(joint) in _TO and view.kind(joint - 2) == "on"
    is_moved = is_split and any(row_of(view.token(i)).moved for i in range(max(0, joint - 2 - _MOVED), joint - 2))
    return not is_moved and weekday(view, match)


def some_weekday(view: View, match: Match) -> bool:
    """Let through "on a Tuesday", "one Sunday night", which are no certain days; "a Friday deadline" is of one."""
    last = view.token(match.last - 1)
    return not (last.dep in roles.PREMODIFIERS and last.head.i > last.i)


def capital(view: View, match: Match) -> bool:
    """Let through "last Wed.", not "last sat"."""
    return view.word(view.place(match, ("shortday",)))[:1].isupper()


def no_title(view: View, match: Match) -> bool:
    """Let through "today", not a programme or a paper of that name ("told Today", "USA Today", "the Tonight show")."""
    place = view.place(match, ("deictic", "tonight", "overnight"))
    if not view.word(place)[:1].isupper():
        return True
    return view.word(match.last).lower() not in _PROGRAMMES and not _is_name(view, place)


def _is_name(view: View, place: int) -> bool:
    """Whether a word that begins with a capital does so within a sentence, and not in a headline."""
    token = view.token(place)
    is_inside = view.kind(place - 1) not in ("gap", "mark", "hyphen") and not token.is_sent_start
    is_headline = not any(word.lower == word.text for word in token.sent if len(word.text) >= _LONG_WORD)
    return is_inside and not is_headline


def is_title(view: View, match: Match) -> bool:
    """Whether an expression is the name of a programme, by its capitals: "told This Week", "on Friday Night Live"."""
    places = range(match.first, match.last)
    if view.kind(match.first) not in _OPEN_TITLES or view.kind(match.last - 1) not in _CLOSE_TITLES:
        return False
    if not all(view.word(i)[:1].isupper() and not view.word(i).isupper() for i in places):
        return False
    start, end = view.lexemes[match.first].start, view.lexemes[match.last - 1].end
    around = view.text[start - 1 : start], view.text[end : end + 1]
    if all(mark and mark in SIGNS for mark in around):
        return True
    is_longer = view.word(match.last)[:1].isupper() or view.kind(match.first) != "weekday"
    return is_longer and _is_name(view, match.first)


def of_these_days(view: View, match: Match) -> bool:
    """Let through "today's children", not "today's vote"."""
    return view.lexemes[match.first].value == "0" and view.word(match.last + 1).lower() in _THINGS_OF_THESE_DAYS


def alone(view: View, match: Match) -> bool:
    """Let through "at present", not "at present prices"."""
    return view.token(match.last).pos not in word_classes.NOUNS if match.last < len(view.lexemes) else True


def label(view: View, match: Match) -> bool:
    """Let through "Q3" in capitals; "H1" only with a year, after a preposition, before figures or near another."""
    place = view.place(match, ("label",))
    if not view.word(place).isupper():
        return False
    if match.parts["label"][0] == "Q" or "year" in match.parts or view.kind(place - 1) in BEFORE_DATE:
        return True
    if view.word(match.last).lower() in _FIGURES_OF_PERIODS or view.word(place - 1).lower() in _OVER_PERIODS:
        return True
    near = range(max(0, place - _NEAR), min(len(view.lexemes) - 1, place + _NEAR))
    return any(view.kind(i) == "label" and _is_dated(view, i) for i in near if i != place)


def _is_dated(view: View, place: int) -> bool:
    """Whether a label has a year behind it or a preposition before: "H1 2021", "in Q2"."""
    return view.kind(place + 1) == "year4" or view.kind(place - 1) in BEFORE_DATE


GUARDS: dict[str, Callable[[View, Match], bool]] = {
    "day": day,
    "joined": joined,
    "second_day": second_day,
    "counts_nothing": counts_nothing,
    "first_day": first_day,
    "iso_month": iso_month,
    "year_tail": year_tail,
    "year_pair": year_pair,
    "month": month,
    "month_year": month_year,
    "weekday": weekday,
    "some_weekday": some_weekday,
    "capital": capital,
    "no_title": no_title,
    "alone": alone,
    "of_these_days": of_these_days,
    "clock": clock,
    "dotted_clock": dotted_clock,
    "ends_phrase": ends_phrase,
    "weekday_of_range": weekday_of_range,
    "label": label,
    "quarter": quarter,
    "year": year,
    "decade": decade,
    "year_words": year_words,
    "short_year": short_year,
    "unit": unit,
    "the_unit": the_unit,
    "unit_beside": unit_beside,
    "weekend": weekend,
    "holiday": holiday,
    "season": season,
    "after_preposition": after_preposition,
    "in_the": in_the,
    "rate": rate,
    "duration": duration,
    "rel_duration": rel_duration,
    "bare_units": bare_units,
    "earlier": earlier,
    "often": often,
}
