"""What has been told of time before an expression, and so from which day it is seen and on what it leans."""

from __future__ import annotations

from datetime import date

from claimx.grammar.clauses import nearest_verb
from claimx.grammar.tense import Told
from claimx.lexicons.cues import is_saying
from claimx.mentions.times.lexer import vocabulary
from claimx.mentions.times.manner import Manner
from claimx.mentions.times.patterns import Match
from claimx.mentions.times.view import View
from claimx.records import Time, Unresolved
from claimx.timex.calendar import bounds, grain_of
from claimx.timex.notations import order_of

#: Resolvers of what comes again every year, or every day.
_OF_ANY_TIME = frozenset({"date", "month", "season", "holiday", "daypart"})
#: Readings that what follows may lean on are of these units; those of these resolvers lean on what is before them.
_FOCAL = frozenset("DWMQYHS")
_LEANING = frozenset({"earlier", "corresponding", "year_ago"})
#: For how many days what happened is news, so that an article tells of it by the hour.
_NEWS = 7
#: After so many days what is told is no news.
_OLD = 31
#: Parts of a clock time that name its day.
DAYS = frozenset({"deictic", "weekday", "month", "tonight", "lastday", "thisday"})


class Context:
    """What has been told of time so far in a text; asked before each expression, told of each that was resolved."""

    def __init__(self, view: View, kinds: str, manner: Manner, published: date | None) -> None:
        self._view, self._kinds, self._manner, self._published = view, kinds, manner, published
        self._order = order_of(lexeme.value for lexeme in view.lexemes if lexeme.kind == "slashed")
        self._focus: str | None = None  # the value of the date that what follows may lean on
        self._named = -1  # the lexeme that named it
        self._frame: str | None = None  # the quarter or year that figures are given for
        self._framed = -1  # the sentence that named it
        self._repeated = -1  # the sentence that tells how often: "open daily 9 a.m. to 5 p.m."
        self._story: str | None = None  # the day that the article tells of
        self._is_live = False  # a live blog: it has stamps, and hours are of the day that it came out

    def before(self, match: Match, tense: Told) -> tuple[Unresolved, date | None]:
        """An expression with what it may lean on, and the day that it is seen from, None where that is not known."""
        resolver, parts = match.pattern.resolver, match.parts
        if tense == "over":
            tense, parts = "past", {**parts, "over": "1"}
        sentence = self._view.sentence(match.first)
        is_anytime = self._manner.is_guide and (tense == "present" or ("range" in parts and tense != "past"))
        is_anytime = is_anytime or (resolver == "clock" and sentence == self._repeated and tense != "past")
        near = self._frame if resolver != "year_ago" or self._framed == sentence else None
        focus, day = self._focus, self._published
        told: str = tense
        if resolver == "clock" and not self._of_named_day(match):
            self._is_live = self._is_live or _breaks(self._view, match.first)
            focus = self._story if tense == "past" and not self._is_live else None
            if not self._is_live and (is_anytime or self._is_adrift(match, tense, focus)):
                day = None
        elif parts.get("deictic") == "0":
            is_lasting = is_anytime or (self._manner.is_story and tense in ("present", "none"))
            resolver = "ref_present" if is_lasting else resolver  # "still used today"
        elif is_anytime and resolver in _OF_ANY_TIME and "day" not in parts:
            day = None
        elif match.pattern.name == "the_daypart" and tense == "present":
            day = None  # "bees sleep in the morning"
        elif self._manner.is_story and "month" in parts and tense in ("past", "none"):
            told = "narrative"
        if resolver == "slashed":
            parts = {**parts, "order": self._order}
        return Unresolved(resolver, tuple(parts.items()), told, focus, near), day

    def note(self, match: Match, tense: Told, time: Time) -> None:
        """Take note of an expression that was resolved."""
        if self._published and tense != "future" and _tells_a_day(self._view, match):
            self._story = _story(time, self._published) or self._story
        if time.type == "set":
            self._repeated = self._view.sentence(match.first)
        if match.pattern.resolver in _LEANING:
            return
        focus, frame = _focus(time, self._focus), _frame(time, self._frame)
        if focus is not self._focus:
            self._named = match.first
        if frame is not self._frame:
            self._framed = self._view.sentence(match.first)
        self._focus, self._frame = focus, frame

    def _of_named_day(self, match: Match) -> bool:
        """Whether a clock time is of the day named last: it stands in that day's paragraph.

        In another paragraph it is of the day of the article, as are the stamps of a live blog, which stand alone on a
        line; but a past one is of the day that the story tells of (:func:`_story`).
        """
        gap = vocabulary().codes["gap"]
        if self._named < 0 or self._kinds.find(gap, self._named, match.first) >= 0:
            return False
        return not (_breaks(self._view, match.first) and _breaks(self._view, match.last))

    def _is_adrift(self, match: Match, tense: Told, day: str | None) -> bool:
        """Whether it cannot be told of which day an hour is: of any ("bees sleep at noon"), or of one long past.

        What is past is of the day that the article came out, unless it tells of another time than these days.
        """
        if day is not None or self._published is None or DAYS & match.parts.keys():
            return False
        if tense == "present":
            return "point" in match.parts
        stretch = bounds(self._focus) if self._focus and tense == "past" else None
        return stretch is not None and (self._published - stretch.end).days > _OLD


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


def _tells_a_day(view: View, match: Match) -> bool:
    """Whether an expression names the day of what happened: no hour alone, no night, no day on which somebody spoke."""
    if match.pattern.name == "tonight" or (match.pattern.resolver == "clock" and not DAYS & match.parts.keys()):
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
    if time.type == "date" and time.value and (grain_of(time.value) in ("Q", "H") or time.rule.startswith("fiscal")):
        return time.value
    is_months = time.type == "duration" and time.value in ("P6M", "P9M", "P1Y") and time.text[:4].lower() == "the "
    return frame[:4] if frame and is_months else frame
