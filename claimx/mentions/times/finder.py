"""Finds time expressions and resolves them: TIMEX3 (ISO-TimeML) type and value, and the days from and to.

One pass cuts the text into lexemes, patterns over their kinds find expressions (the longest at a place wins), guards
look at the parse around them, resolvers tell what they mean. The method is that of rule-based taggers such as
HeidelTime (Strötgen & Gertz 2013) and SUTime (Chang & Manning 2012).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from claimx.grammar.clauses import nearest_verb
from claimx.grammar.tense import Tense, Told, is_infinitive, tense_at
from claimx.mentions.times.context import DAYS, Context
from claimx.mentions.times.context_words import words
from claimx.mentions.times.guards import GUARDS, is_title
from claimx.mentions.times.lexer import lex
from claimx.mentions.times.manner import manner_of
from claimx.mentions.times.patterns import Match, find
from claimx.mentions.times.view import View
from claimx.records import Mention, Span, Time, Unresolved
from claimx.timex import resolve

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: Resolvers that ask for the tense of the clause.
_TENSED = frozenset(
    (
        "date", "month", "quarter", "label", "half", "weekend", "season", "holiday", "one_day", "year_end", "clock",
        "later", "weekday_of_range", "nth_weekday", "part_of_period", "daypart",
    )
)  # fmt: skip
#: Prepositions after which a holiday may be yet to come though the clause is past ("he wanted it before Christmas").
_UNTIL = words("until")
_AHEAD = words("before_holidays_to_come")
#: What stands between an hour and its day; up to so many expressions are looked through for the day.
_BEFORE_DAY, _NEAR = words("between_hour_and_day"), 3
_WORD, _SENTENCE_END = re.compile(r"\w+"), ". "


def find_times(doc: Parse, published: date | None) -> list[Time]:
    """All time expressions of a text.

    Args:
        doc: the parsed article; spans point into its text.
        published: the day that relative dates are seen from. Without it they stay partial ("XXXX-WXX-4").

    Returns:
        The expressions in the order of the text, none overlapping another.
    """
    text = doc.text
    lexemes, kinds = lex(text)
    if not len(doc):
        return []
    view = View(doc, lexemes)
    known: dict[tuple[int, str], Tense] = {}
    found = [(match, _tense(view, match, known)) for match in _chosen(view, kinds)]
    context = Context(view, kinds, manner_of(found, len(doc), published), published)
    times: list[Time] = []
    for number, (match, tense) in enumerate(found):
        unresolved, day = context.before(match, tense)
        if (named := _day_behind(view, found, number)) is not None:
            unresolved = replace(unresolved, focus=_value(*context.before(*named)))
        span = Span(lexemes[match.first].start, lexemes[match.last - 1].end)
        mention = Mention(text[span.start : span.end], span)
        time = resolve(mention, unresolved, day, rule=match.pattern.name)
        if time is not None:
            times.append(time)
            context.note(match, tense, time)
    return times


def _day_behind(view: View, found: Sequence[tuple[Match, Told]], number: int) -> tuple[Match, Told] | None:
    """The day of an hour from which a bracket parts it: "at 2 p.m. (1400 GMT) on **Monday**"; None without one."""
    hour, last = found[number][0], found[number][0].last
    if hour.pattern.resolver != "clock" or not DAYS.isdisjoint(hour.parts):
        return None
    for match, tense in found[number + 1 : number + _NEAR]:
        between = view.text[view.lexemes[last - 1].end : view.lexemes[match.first].start]
        is_near = all(word.lower() in _BEFORE_DAY for word in _WORD.findall(between))
        if not is_near or "\n" in between or _SENTENCE_END in between:
            return None
        if match.pattern.resolver != "clock":
            bracket = view.text.find(")", view.lexemes[hour.first].start, view.lexemes[match.first].start)
            return (match, tense) if bracket >= 0 else None
        last = match.last
    return None


def _value(unresolved: Unresolved, day: date | None) -> str | None:
    """The day that an expression names, None where it is none."""
    time = resolve(Mention("", Span(0, 0)), unresolved, day)
    return time.value if time is not None and time.type == "date" else None


def _tense(view: View, match: Match, known: dict[tuple[int, str], Tense]) -> Told:
    """The tense of an expression's clause, "none" where it does not matter."""
    is_open = match.pattern.resolver == "holiday" and view.kind(match.first - 1) in _AHEAD
    if match.pattern.resolver not in _TENSED or is_open:
        return "none"
    token = view.token(_place_of_day(view, match))
    tense = tense_at(token, known)
    if view.word(match.first - 1).lower() in _UNTIL:
        verb = nearest_verb(token)
        if tense == "present" or (verb is not None and is_infinitive(verb)):
            return "future"  # "residents have until Friday", "they were inclined to wait until October"
    return tense


def _place_of_day(view: View, match: Match) -> int:
    """The lexeme by which an expression hangs on its clause: its weekday beside a clock, else the last."""
    day = view.place(match, ("weekday",)) if match.pattern.resolver == "clock" else -1
    return day if day >= 0 else match.last - 1


def _chosen(view: View, kinds: str) -> list[Match]:
    """The matches that hold, none overlapping: from left to right, the longest, then the first pattern."""
    chosen: list[Match] = []
    free = 0
    for match in find(view.lexemes, kinds):
        if match.first < free:
            continue
        guard = match.pattern.guard
        if (not guard or GUARDS[guard](view, match)) and not is_title(view, match) and not _crosses(view, match):
            chosen.append(match)
            free = match.last
    return chosen


def _crosses(view: View, match: Match) -> bool:
    """Whether a match runs over a line's end into another sentence."""
    lexemes = view.lexemes
    start, end = lexemes[match.first].end, lexemes[match.last - 1].start
    if view.text.find("\n", start, end) < 0:
        return False
    return any(
        view.token(i).is_sent_start and "\n" in view.text[lexemes[i - 1].end : lexemes[i].start]
        for i in range(match.first + 1, match.last)
    )
