"""Finds time expressions and resolves them: TIMEX3 (ISO-TimeML) type and value, and the days from and to.

One pass cuts the text into lexemes, patterns over their kinds find expressions (the longest at a place wins), guards
look at the parse around them, resolvers tell what they mean. The method is that of rule-based taggers such as
HeidelTime (Strötgen & Gertz 2013) and SUTime (Chang & Manning 2012).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claimx.grammar.clauses import nearest_verb
from claimx.grammar.tense import Tense, is_infinitive, tense_at
from claimx.lexicons.cues import is_saying
from claimx.mentions.times.context_words import words
from claimx.mentions.times.guards import GUARDS
from claimx.mentions.times.lexer import lex, vocabulary
from claimx.mentions.times.patterns import Match, find
from claimx.mentions.times.view import View
from claimx.records import Mention, Span, Time, Unresolved
from claimx.timex import resolve
from claimx.timex.calendar import bounds, grain_of

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: Resolvers that ask for the tense of the clause.
_TENSED = frozenset(
    ["date", "month", "quarter", "label", "half", "weekend", "season", "holiday", "one_day", "year_end", "clock"]
)
#: Prepositions after which a holiday may be yet to come though the clause is past ("he wanted it before Christmas").
_UNTIL = words("until")
_AHEAD = words("before_holidays_to_come")
#: Readings that what follows may lean on are of these units; those of these resolvers lean on what is before them.
_FOCAL = frozenset("DWMQYHS")
_LEANING = frozenset({"earlier", "corresponding", "year_ago"})
#: For how many days what happened is news, so that an article tells of it by the hour.
_NEWS = 7
#: After so many days what is told is no news.
_OLD = 31
#: Parts of a clock time that name its day.
_DAYS = frozenset({"deictic", "weekday", "month"})


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
    times: list[Time] = []
    focus: str | None = None
    frame: str | None = None
    story: str | None = None
    framed = -1
    is_live = False  # a live blog: it has stamps, and hours are of the day that it came out
    named = -1  # the lexeme that named the focus
    tenses: dict[tuple[int, str], Tense] = {}
    for match in _chosen(view, kinds):
        resolver = match.pattern.resolver
        tense = _tense(view, match, tenses)
        sentence = view.sentence(match.first)
        near = frame if resolver != "year_ago" or framed == sentence else None
        day, seen_from = focus, published
        if resolver == "clock" and not _of_named_day(view, kinds, named, match):
            is_live = is_live or _breaks(view, match.first)
            day = story if tense == "past" and not is_live else None
            if not is_live and _is_adrift(match, tense, day, focus, published):
                seen_from = None
        unresolved = Unresolved(resolver, tuple(match.parts.items()), tense, day, near)
        span = Span(lexemes[match.first].start, lexemes[match.last - 1].end)
        mention = Mention(text[span.start : span.end], span)
        time = resolve(mention, unresolved, seen_from, rule=match.pattern.name)
        if time is None:
            continue
        times.append(time)
        if published and tense != "future" and _tells_a_day(view, match):
            story = _story(time, published) or story
        if resolver not in _LEANING:
            before, spoken, frame = frame, _focus(time, focus), _frame(time, frame)
            named = match.first if spoken is not focus else named
            focus = spoken
            framed = sentence if frame is not before else framed
    return times


def _tense(view: View, match: Match, known: dict[tuple[int, str], Tense]) -> Tense:
    """The tense of an expression's clause, "none" where it does not matter."""
    is_open = match.pattern.resolver == "holiday" and view.kind(match.first - 1) in _AHEAD
    if match.pattern.resolver not in _TENSED or is_open:
        return "none"
    token = view.token(match.last - 1)
    if view.word(match.first - 1).lower() in _UNTIL:
        verb = nearest_verb(token)
        if verb is not None and is_infinitive(verb):
            return "future"  # "they were inclined to wait until October"
    return tense_at(token, known)


def _of_named_day(view: View, kinds: str, named: int, match: Match) -> bool:
    """Whether a clock time is of the day named last: it stands in that day's paragraph.

    In another paragraph it is of the day of the article, as are the stamps of a live blog, which stand alone on a line;
    but a past one is of the day that the story tells of (:func:`_story`).
    """
    if named < 0 or kinds.find(vocabulary().codes["gap"], named, match.first) >= 0:
        return False
    return not (_breaks(view, match.first) and _breaks(view, match.last))


def _breaks(view: View, place: int) -> bool:
    """Whether a line ends right before a lexeme."""
    if not 0 < place < len(view.lexemes):
        return True
    before, here = view.lexemes[place - 1], view.lexemes[place]
    return "gap" in (before.kind, here.kind) or "\n" in view.text[before.end : here.start]


def _focus(time: Time, focus: str | None) -> str | None:
    """The date that what follows may lean on."""
    if time.rule == "tonight" or time.type not in ("date", "time") or grain_of(time.value or "") not in _FOCAL:
        return focus
    return (time.value or "")[:10] if time.type == "time" else time.value


def _is_adrift(match: Match, tense: Tense, day: str | None, focus: str | None, published: date | None) -> bool:
    """Whether it cannot be told of which day an hour is: of any ("bees sleep at noon"), or of one long past.

    What is past is of the day that the article came out, unless it tells of another time than these days.
    """
    if day is not None or published is None or _DAYS & match.parts.keys():
        return False
    if tense == "present":
        return "point" in match.parts
    stretch = bounds(focus) if focus and tense == "past" else None
    return stretch is not None and (published - stretch.end).days > _OLD


def _tells_a_day(view: View, match: Match) -> bool:
    """Whether an expression names the day of what happened: no hour alone, no night, no day on which somebody spoke."""
    if match.pattern.name == "tonight" or (match.pattern.resolver == "clock" and not _DAYS & match.parts.keys()):
        return False
    verb = nearest_verb(view.token(match.last - 1))
    return verb is None or not is_saying(verb.lemma.lower())


def _story(time: Time, published: date) -> str | None:
    """The day that an article tells of: one that it names, at most some days before it came out."""
    if time.type not in ("date", "time") or not time.begin or time.begin != time.end:
        return None
    day = date.fromisoformat(time.begin[:10])
    return day.isoformat() if 0 <= (published - day).days <= _NEWS else None


def _frame(time: Time, frame: str | None) -> str | None:
    """The quarter or year that figures are given for: "the nine months" after "the third quarter" are of its year."""
    if time.type == "date" and time.value and (grain_of(time.value) == "Q" or time.rule.startswith("fiscal")):
        return time.value
    is_months = time.type == "duration" and time.value in ("P6M", "P9M", "P1Y") and time.text[:4].lower() == "the "
    return frame[:4] if frame and is_months else frame


def _chosen(view: View, kinds: str) -> list[Match]:
    """The matches that hold, none overlapping: from left to right, the longest, then the first pattern."""
    chosen: list[Match] = []
    free = 0
    for match in find(view.lexemes, kinds):
        if match.first < free:
            continue
        guard = match.pattern.guard
        if (not guard or GUARDS[guard](view, match)) and not _crosses(view, match):
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
