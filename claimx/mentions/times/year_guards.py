"""Conditions on what stands around four digits: they tell a year from a number of things, a house or a title."""

from __future__ import annotations

from claimx.grammar import roles, word_classes
from claimx.mentions.times.context_words import words
from claimx.mentions.times.patterns import Match
from claimx.mentions.times.view import BEFORE_DATE, View
from claimx.text.marks import SIGNS

_SINGULARS = frozenset((word_classes.SINGULAR, word_classes.NAME_SINGULAR))
_BEFORE_YEAR = words("before_years")
#: From this year on, "from 1995" names a year.
_MODERN = 1900
#: Years before these are rare: they need more that speaks for them, or are none.
_FIRST_YEAR, _OLD_YEARS, _LAST_YEAR = 1000, 1400, 2100
_NO_YEAR_AFTER = words("no_year_after")
_NO_YEAR_BEFORE = words("no_year_before")
_BETWEEN_YEARS = words("between_years")
_STREETS = words("streets")
_BEFORE_YEARS_OF_LIFE = words("before_years_of_a_life")
#: How many words an address has between the number of the house and the kind of street.
_STREET_NAME = 3
#: From here on two digits are a year of the last century, and how far off the other years of a sentence may stand.
_FIRST_SHORT_YEAR, _NEAR = 60, 40
_AFTER_SHORT_YEARS = words("after_short_years")
_POSSESSIVES = words("possessives")
_BEFORE_CITED = words("before_years_of_citations")
#: What comes after the year of a work that is cited, and how far before it the bracket may open.
_AFTER_CITED, _CITATION = (")", ";", ":", ","), 120
#: The number of a law of a year has so many figures.
_LAW = 3
_BLOCKS = words("blocks_of_houses")
#: A round number is mostly one of things.
_ROUND = 50
_NO_BARE_YEAR_AFTER = words("no_bare_year_after")
_TELLING = words("telling_which_one")
_BEFORE_YEARS_WITH_HYPHEN = words("before_years_with_hyphen")
_OF_A_YEAR = words("things_of_a_year")
_MEASURES = words("measures_after_numbers")
_DATING = words("dating")
#: Labels of names that numbers are parts of.
_NAMES_WITH_NUMBERS = frozenset({"PRODUCT", "FAC", "LAW", "WORK_OF_ART"})
#: Labels of the tagger for numbers that are no dates.
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


def year(view: View, match: Match) -> bool:
    """Four digits that name a year, not a number of things or an amount."""
    place = view.place(match, ("year4",))
    number = int(match.parts["year"])
    before = view.kind(match.first - 1)
    if not _FIRST_YEAR <= number <= _LAST_YEAR or before in _NO_YEAR_AFTER or _is_of_house(view, match.last):
        return False
    if place == match.first and (_is_quoted(view, place) or _is_of_law(view, place)):
        return False
    if place > match.first:
        return True
    if view.kind(place + 1) in _NO_YEAR_BEFORE or (view.kind(place + 1) == "mark" and view.word(place + 1) in "%°"):
        return False
    if before in _BETWEEN_YEARS and view.kind(match.first - 2) == "year4":
        return True
    if any(tells(view, place) for tells in (_begins_years, _is_of_a_life, _is_cited, _tells_which_one)):
        return True
    if number >= _MODERN and (_tells_which(view, place) or view.word(place + 1).lower() in _OF_A_YEAR):
        return True
    if number < _OLD_YEARS:
        is_date = before in BEFORE_DATE and view.token(place).ent_type == "DATE"
        is_dated = before == "from" and view.word(match.first - 2).lower() in _DATING  # "the law dates from 1215"
        return (before in _BEFORE_YEAR or is_date or is_dated) and not view.counts_things(place)
    if before in ("from", "of") and number >= _MODERN and not view.counts_things(place):
        return True
    if before in _BEFORE_YEAR:
        return not view.counts_things(place) or view.token(place).ent_type == "DATE"
    if before == "hyphen" and view.kind(place - 2) == "word":
        return view.word(place - 2).lower() in _BEFORE_YEARS_WITH_HYPHEN
    if before == "open" or _is_alone(view, place) or _stands_for_a_year(view, place):
        return True
    return view.token(place).ent_type in ("DATE", "EVENT") and _measures_nothing(view, place)


def _stands_for_a_year(view: View, place: int) -> bool:
    """Whether a number of these days counts nothing ("she ended 1987 as captain", "a 2003 interview").

    One that is round may count something that the sentence leaves out, or be a part of a name ("Windows 2000").
    """
    number, token = int(view.lexemes[place].value), view.token(place)
    if not _MODERN <= number < _LAST_YEAR or number % _ROUND == 0 or view.kind(place - 1) in _NO_BARE_YEAR_AFTER:
        return False
    return (
        _measures_nothing(view, place) and not view.counts_things(place) and token.ent_type not in _NAMES_WITH_NUMBERS
    )


def _measures_nothing(view: View, place: int) -> bool:
    """Whether no measure in the singular follows a number ("the 1970 seat hall")."""
    return view.word(place + 1).lower() not in _MEASURES


def _is_in_a_number(view: View, place: int) -> bool:
    """Whether a number is a part of a longer one or of a word: "Decree 2005-981", "DH2017"."""
    start, end = view.lexemes[place].start, view.lexemes[place].end
    is_glued = view.text[start - 1 : start].isalnum() if start else False
    return is_glued or (view.text[end : end + 1] == "-" and view.text[end + 1 : end + 2].isdecimal())


def _is_alone(view: View, place: int) -> bool:
    """Whether a year of these days is a line of its own: a heading."""
    number = int(view.lexemes[place].value)
    return _MODERN <= number < _LAST_YEAR and view.kind(place - 1) == view.kind(place + 1) == "gap"


def _begins_years(view: View, place: int) -> bool:
    """Whether a number begins a row of years: "active 1947 – 2012", "from 1598 to 1722"."""
    joint, after = view.kind(place + 1), view.kind(place + 2)
    if view.word(place - 1) == ":":  # the pages of a journal: "92 (6): 1087 – 1101"
        return False
    if after != "year4" or view.lexemes[place].value >= view.lexemes[place + 2].value:
        return False
    return joint == "hyphen" or (joint in _BETWEEN_YEARS and view.kind(place - 1) in BEFORE_DATE)


def _is_cited(view: View, place: int) -> bool:
    """Whether a year stands behind names in brackets: "(Moss & Ray, 2014; Holm 2010)"."""
    end = view.lexemes[place].end
    name = next((i for i in range(place - 1, place - 4, -1) if view.kind(i) not in ("comma", "dot")), place - 1)
    before = view.word(name)
    if view.text[end : end + 1] not in _AFTER_CITED or not (before[:1].isupper() or before in _BEFORE_CITED):
        return False
    around = view.text[max(0, end - _CITATION) : end]
    return around.rfind("(") > around.rfind(")")


def _tells_which(view: View, place: int) -> bool:
    """Whether a year tells which thing of a kind is meant: "the 1906 earthquake", "her 2002 book"."""
    token, before = view.token(place), view.word(place - 1).lower()
    is_definite = view.kind(place - 1) in ("the", "own") or before in _POSSESSIVES
    is_of_one = token.dep == roles.NUMBER and token.head.i > token.i and not view.counts_things(place)
    return is_definite and is_of_one and token.ent_type not in _NUMBERS and _measures_nothing(view, place)


def _tells_which_one(view: View, place: int) -> bool:
    """Whether a year of any age tells which one thing is meant: "the 1836 assault", "this 1865 portrait"."""
    token = view.token(place)
    is_of_one = token.dep == roles.NUMBER and token.head.i > token.i and token.head.tag in _SINGULARS
    number = int(view.lexemes[place].value)
    is_told = view.kind(place - 1) in _TELLING and number >= _OLD_YEARS and number % _ROUND != 0
    return is_told and is_of_one and _measures_nothing(view, place)


def _is_of_a_life(view: View, place: int) -> bool:
    """Whether a year stands after a word cut short for what happened then: "(m. 1949; div. 1964)", "circa 1880"."""
    before = place - 1 - (view.kind(place - 1) == "dot")
    return view.word(before).lower() in _BEFORE_YEARS_OF_LIFE


def _is_of_house(view: View, after: int) -> bool:
    """Whether a street's name comes after a number ("1990 Elm Avenue"), or a block of houses ("the 1900 block")."""
    if view.word(after).lower() in _BLOCKS and view.word(after - 1).endswith("00"):
        return True
    if len(view.word(after)) == 1 and view.kind(after + 1) == "dot":  # "1901 E. Pine Street"
        after += 2
    for place in range(after, after + _STREET_NAME):
        if not view.word(place)[:1].isupper() and view.kind(place) != "ordinal":
            return False
        if place > after and view.word(place).lower() in _STREETS:
            return True
    return False


def _is_of_law(view: View, place: int) -> bool:
    """Whether the number of a law stands behind the year that it is of: "Regulation 2016/679"."""
    after = view.word(place + 2)
    return view.kind(place + 1) == "slash" and len(after) == _LAW and after.isdecimal()


def _is_quoted(view: View, place: int) -> bool:
    """Whether a number is all that stands between quotation marks: a title ("1984")."""
    lexeme = view.lexemes[place]
    around = view.text[lexeme.start - 1 : lexeme.start], view.text[lexeme.end : lexeme.end + 1]
    return all(mark in SIGNS for mark in around if mark) and all(around)


def year_words(view: View, match: Match) -> bool:
    """A year as it is spoken: "nineteen ninety-seven", "two thousand and one"."""
    hundreds, tens = int(match.parts["hundreds"]), int(match.parts.get("tens", 0))
    if view.kind(match.last) in ("numscale", "numword"):
        return False
    if "thousand" in match.parts:
        return hundreds == 2 and (view.kind(match.first) == "the" or view.token(match.last - 1).ent_type == "DATE")
    is_date = hundreds < 20 or view.token(match.first).ent_type == "DATE"  # "twenty twenty vision"
    return 16 <= hundreds <= 20 and tens >= 10 and is_date


def short_year(view: View, match: Match) -> bool:
    """Two digits after "in", of a sentence that has another year: "in 80 and 84", "in 1996 and in 08"."""
    place = match.last - 1
    if not _is_of_two_digits(view, place) or view.kind(match.last) not in _AFTER_SHORT_YEARS:
        return False
    sentence, near = view.sentence(place), range(max(0, place - _NEAR), min(place + _NEAR, len(view.lexemes)))
    others = (i for i in near if abs(i - place) > 1 and view.sentence(i) == sentence)
    return any(
        view.kind(i) in ("year4", "shortyear") or (view.kind(i - 1) == "in" and _is_of_two_digits(view, i))
        for i in others
    )


def _is_of_two_digits(view: View, place: int) -> bool:
    """Whether two digits may be a year of the last hundred: "08", "96"."""
    word = view.word(place)
    return len(word) == 2 and word.isdecimal() and (word[0] == "0" or int(word) >= _FIRST_SHORT_YEAR)
