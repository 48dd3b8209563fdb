"""Conditions on what stands around a match: they tell a month from a name, a year from a number of things."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from claimx.mentions.time_lexer import Lexeme
from claimx.mentions.time_patterns import Match

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC", "NORP", "LAW"})
_BEFORE_DATE = frozenset(
    ["in", "on", "since", "until", "by", "during", "before", "after", "between", "through", "from", "of", "to"]
)
_BEFORE_YEAR = _BEFORE_DATE - {"of", "to", "from", "on"}
_PREPOSITIONS = _BEFORE_DATE | {"at", "within", "for", "about", "per"}
_MONTHS = frozenset({"monthname", "maymonth", "shortmonth"})
#: "march" and "may" are verbs, too.
_VERBS = frozenset({"3", "5"})
#: A number after these is no year: a sum of money, a part of a longer number, the number of a page.
_NOT_BEFORE_YEAR = frozenset({"money", "decimal", "slash", "numbered", "int", "int12", "int24", "int31", "int59"})
_NOT_AFTER_YEAR = frozenset({"zone", "numscale", "year", "years", "days", "hours", "months", "weeks"})
_OWNERS = frozenset({"his", "her", "their", "my", "your", "our"})


class View:
    """A document with its lexemes: what guards and resolvers look at."""

    def __init__(self, doc: Doc, text: str, lexemes: list[Lexeme]) -> None:
        self.doc = doc
        self.text = text
        self.lexemes = lexemes
        self._starts = [token.idx for token in doc]
        self._sentences = [token.idx for token in doc if token.is_sent_start]

    def token(self, place: int) -> Token:
        """The spaCy token that a lexeme stands in."""
        start = self.lexemes[place].start
        return self.doc[max(bisect_right(self._starts, start) - 1, 0)]

    def sentence(self, place: int) -> int:
        """The number of the sentence that a lexeme stands in."""
        return bisect_right(self._sentences, self.lexemes[place].start)

    def kind(self, place: int) -> str:
        """The kind of a lexeme, "gap" outside of the text."""
        return self.lexemes[place].kind if 0 <= place < len(self.lexemes) else "gap"

    def word(self, place: int) -> str:
        """A lexeme's characters, empty outside of the text."""
        if not 0 <= place < len(self.lexemes):
            return ""
        return self.text[self.lexemes[place].start : self.lexemes[place].end]

    def names_something(self, place: int) -> bool:
        """Whether spaCy takes the word as a part of a name."""
        return self.token(place).ent_type_ in _NAMES


def _at(view: View, match: Match, *kinds: str) -> int:
    """The place of the first lexeme of such a kind in a match, -1 if there is none."""
    return next((i for i in range(match.first, match.last) if view.kind(i) in kinds), -1)


def _counts_things(view: View, place: int) -> bool:
    """Whether a number stands before the plural noun that it counts ("In March 20 people ...")."""
    token = view.token(place)
    return token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")


def day(view: View, match: Match) -> bool:
    """A month with a day: the month begins with a capital, the number counts nothing."""
    month = _at(view, match, "monthname", "maymonth", "shortmonth")
    if not view.word(month)[:1].isupper() or view.kind(match.last) in ("ampm", "own_"):
        return False
    return view.kind(match.last - 1) not in ("int12", "int24", "int31") or not _counts_things(view, match.last - 1)


def month(view: View, match: Match) -> bool:
    """A month alone: no name, and where it could be another word, something speaks for the month."""
    place = _at(view, match, "monthname", "maymonth", "shortmonth")
    word, kind, before = view.word(place), view.kind(place), view.kind(place - 1)
    if not word[:1].isupper():
        return False
    if "yrel" in match.parts or "rel" in match.parts:
        return True
    supported = before in _BEFORE_DATE or place > match.first
    if kind == "shortmonth":
        return supported or view.kind(place + 1) == "dot"
    token = view.token(place)
    if view.kind(place - 1) == "hyphen" and place == match.first:
        supported = True
    if before in ("and", "or", "comma") and view.kind(place - 2) in _MONTHS:
        return True
    if kind == "maymonth":
        if token.is_sent_start and not supported:
            return view.token(place + 1).pos_ in ("AUX", "PART") if place + 1 < len(view.lexemes) else False
        is_date = token.ent_type_ == "DATE" and token.pos_ == "PROPN" and view.lexemes[place].value not in _VERBS
        return token.ent_type_ not in _NAMES and (supported or is_date)
    return supported or not view.names_something(place)


def weekday(view: View, match: Match) -> bool:
    """A weekday that is no part of a name ("Sunday Times")."""
    place = _at(view, match, "weekday")
    if match.last - match.first > 1 or view.kind(place - 1) in _BEFORE_DATE:
        return True
    return not view.names_something(place) or not view.word(place + 1)[:1].isupper()


def clock(view: View, match: Match) -> bool:
    """A clock time that is no part of a longer string ("x3pm")."""
    first = view.lexemes[match.first]
    glued = (
        match.first > 0 and view.lexemes[match.first - 1].end == first.start and view.kind(match.first - 1) == "word"
    )
    return not glued


def label(view: View, match: Match) -> bool:
    """Let through "Q3" in capitals; "H1" only with a year."""
    place = _at(view, match, "label")
    return view.word(place).isupper() and (match.parts["label"][0] == "Q" or "year" in match.parts)


def year(view: View, match: Match) -> bool:
    """Four digits that name a year, not a number of things or an amount."""
    place = _at(view, match, "year4")
    number = int(match.parts["year"])
    before = view.kind(match.first - 1)
    if not 1000 <= number <= 2100 or before in _NOT_BEFORE_YEAR:
        return False
    if place > match.first:
        return True
    if view.kind(place + 1) in _NOT_AFTER_YEAR or (view.kind(place + 1) == "mark" and view.word(place + 1) in "%°"):
        return False
    if before in ("to", "and", "or", "through", "hyphen") and view.kind(match.first - 2) == "year4":
        return True
    if number < 1400:
        return before in _BEFORE_YEAR and not _counts_things(view, place)
    if before in _BEFORE_YEAR:
        return not _counts_things(view, place) or view.token(place).ent_type_ == "DATE"
    if before == "hyphen" and view.kind(place - 2) == "word":
        return False
    return view.token(place).ent_type_ in ("DATE", "EVENT") or before in ("open",)


def year_words(view: View, match: Match) -> bool:
    """A year as it is spoken: "nineteen ninety-seven", "two thousand and one"."""
    hundreds, tens = int(match.parts["hundreds"]), int(match.parts.get("tens", 0))
    if view.kind(match.last) in ("numscale", "numword"):
        return False
    if "thousand" in match.parts:
        return hundreds == 2 and (view.kind(match.first) == "the" or view.token(match.last - 1).ent_type_ == "DATE")
    return 16 <= hundreds <= 20 and tens >= 10


def decade(view: View, match: Match) -> bool:
    """Let through "the 1990s"; two digits or a word only after "the", and no age ("in his twenties")."""
    place = _at(view, match, "decade4", "decadeword")
    if view.word(match.first - 1).lower() in _OWNERS:
        return False
    digits = match.parts["decade"]
    if len(digits) == 4 or view.kind(match.first) == "the":
        return True
    return not view.word(place)[0].isdigit() and match.first < place


def unit(view: View, match: Match) -> bool:
    """Let through "last week", "that year"; "this day" and "that minute" are no dates."""
    rel, name = match.parts.get("rel"), match.parts["unit"]
    if name in ("minute", "hour"):
        return False
    is_beside = rel in ("previous", "following", "that") or (rel == "next" and view.kind(match.first) == "the")
    return name != "day" or is_beside


def the_unit(view: View, match: Match) -> bool:
    """Let through "the week", "the quarter"."""
    if "edge" in match.parts:
        return True
    if view.kind(match.last) in ("of", "word_", "hyphen"):
        return False
    return match.parts["unit"] in ("week", "quarter")


def unit_beside(view: View, match: Match) -> bool:
    """Let through "the year before" with nothing after it that it is before of."""
    return view.kind(match.last) in ("dot", "comma", "gap", "mark", "hyphen", "and")


def weekend(view: View, match: Match) -> bool:
    """A weekend with a determiner."""
    return match.last - match.first > 1


def holiday(view: View, match: Match) -> bool:
    """A holiday that is no surname ("Noel Christmas")."""
    token = view.token(_at(view, match, "holiday"))
    before = view.token(match.first - 1) if match.first else None
    is_surname = before is not None and before.dep_ == "compound" and before.ent_type_ == token.ent_type_ != ""
    return token.ent_type_ != "PERSON" and not is_surname


def season(view: View, match: Match) -> bool:
    """A season with a year, a determiner or a preposition before it."""
    place = _at(view, match, "season")
    if {"year", "rel"} & set(match.parts):
        return True
    if view.word(place).lower() in ("spring", "fall"):
        return (view.kind(match.first - 1) in ("in", "by", "since", "until") and view.kind(match.first) == "the") or (
            "part" in match.parts
        )
    return view.kind(match.first) == "the" or view.kind(match.first - 1) in _BEFORE_DATE or "part" in match.parts


def after_preposition(view: View, match: Match) -> bool:
    """Right after a preposition of time."""
    return view.kind(match.first - 1) in _BEFORE_DATE


def in_the(view: View, match: Match) -> bool:
    """After "in": "in the past", not "the past owner"."""
    return view.kind(match.first - 1) == "in" and view.token(match.last - 1).pos_ == "NOUN"


def rate(view: View, match: Match) -> bool:
    """Let through "12 flights a day": right after what happens so often."""
    before = view.token(match.first - 1) if match.first else None
    if before is None or view.kind(match.first - 1) in ("gap", "comma", "dot"):
        return False
    if view.kind(match.last) in ("ago", "earlier", "later", "before", "after", "and", "hyphen", "long"):
        return False
    return before.tag_ in ("NNS", "NN", "CD", "NNPS", "SYM") or view.kind(match.first - 1) in ("times", "money", "int")


def duration(view: View, match: Match) -> bool:
    """A number of units; "a quarter" and "three quarters of" are fractions, "a second" is mostly an ordinal."""
    unit_name, number = match.parts["unit"], match.parts.get("num")
    if number == "1" and view.word(match.last - 2).lower() == "calendar":
        return False
    if unit_name == "quarter" and (number == "1" or view.kind(match.last) == "of"):
        return False
    if view.kind(match.first - 1) in ("ordword", "second", "money") and number == "1":
        return False
    # "a year-earlier loss" is no year long
    glued = view.kind(match.last) == "hyphen" and view.lexemes[match.last].start == view.lexemes[match.last - 1].end
    return view.kind(match.last) != "old" and not glued


def bare_units(view: View, match: Match) -> bool:
    """Let through "for weeks", "months of talks"."""
    if view.kind(match.first - 1) in ("for", "after", "within", "in", "of", "over") and view.kind(match.last) != "old":
        return view.kind(match.first - 1) != "of"
    return "long" in (view.kind(match.last - 1),)


def earlier(view: View, match: Match) -> bool:
    """Let through "a year earlier", not "two days before the vote"."""
    return view.kind(match.last - 1) == "earlier"


def often(view: View, match: Match) -> bool:
    """Let through "daily" and the like, not as the name of a paper."""
    return not view.names_something(match.first)


GUARDS: dict[str, Callable[[View, Match], bool]] = {
    "day": day,
    "month": month,
    "weekday": weekday,
    "clock": clock,
    "label": label,
    "year": year,
    "decade": decade,
    "year_words": year_words,
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
    "bare_units": bare_units,
    "earlier": earlier,
    "often": often,
}
