"""Conditions on what stands around units of time: they tell a duration from an age, a season from a fall."""

from __future__ import annotations

from claimx.grammar import roles, word_classes
from claimx.mentions.times.context_words import words
from claimx.mentions.times.patterns import Match
from claimx.mentions.times.view import BEFORE_DATE, View

_VERBS_OF_DURATION = words("verbs_of_duration")
#: Words before "last" that make it a verb, whatever the parse.
_BEFORE_VERB = words("before_the_verb_last")
_POSSESSIVES = words("possessives")
_UNSURE_SEASONS = words("seasons_that_are_words")
_BEFORE_UNSURE_SEASONS = words("before_seasons_that_are_words")
_AFTER_SEASONS = words("after_seasons")
_AFTER_UNITS_BESIDE = words("after_units_beside")
_NO_RATE_AFTER = words("no_rate_after")
_NO_RATE_BEFORE = words("no_rate_before")
_BEFORE_RATES = words("before_rates")
_NO_ONE_UNIT_AFTER = words("no_one_unit_after")
_BEFORE_BARE_UNITS = words("before_bare_units")
_AFTER_BARE_UNITS = words("after_bare_units")
_COUNTED = word_classes.PLURALS | {word_classes.SINGULAR, word_classes.CARDINAL, word_classes.SYMBOL_FORM}
_NO_VAGUE_QUARTERS_AFTER = ("from", "in")
_BETWEEN_DECADES = words("between_years")
_DECADES = ("decade4", "decadeword")


def unit(view: View, match: Match) -> bool:
    """Let through "last week", "that year"; "this day" and "that minute" are no dates."""
    rel, name = match.parts.get("rel"), match.parts["unit"]
    if name in ("minute", "hour"):
        return False
    if view.place(match, ("last",)) >= 0 and view.kind(match.first) == "the" and view.kind(match.last) == "of":
        return False  # "the last week of March"
    is_beside = rel in ("previous", "following", "that") or (rel == "next" and view.kind(match.first) == "the")
    return name != "day" or is_beside


def the_unit(view: View, match: Match) -> bool:
    """Let through "the week", "the quarter"."""
    if "edge" in match.parts:
        return True
    if view.kind(match.last) in ("of", "hyphen"):
        return False
    return match.parts["unit"] in ("week", "quarter")


def unit_beside(view: View, match: Match) -> bool:
    """Let through "the year before" with nothing after it that it is before of."""
    return view.kind(match.last) in _AFTER_UNITS_BESIDE


def weekend(_view: View, match: Match) -> bool:
    """A weekend with a determiner."""
    return match.last - match.first > 1


def season(view: View, match: Match) -> bool:
    """A season with a year, a determiner or a preposition before it."""
    place = view.place(match, ("season",))
    if {"year", "rel"} & set(match.parts):
        return True
    if view.word(place)[:1].isupper() and view.word(place + 1)[:1].isupper():  # "the Winter Olympics"
        return False
    token = view.token(place)
    if token.dep in roles.PREMODIFIERS and token.head.lower not in _AFTER_SEASONS and "part" not in match.parts:
        return False  # "winter coats"
    if view.kind(match.last) == "of" and view.word(match.last + 1).lower() in _POSSESSIVES:  # "the autumn of his life"
        return False
    if view.word(place).lower() in _UNSURE_SEASONS:
        if view.kind(match.last) == "of":  # "the fall of the wall"
            return False
        is_after_preposition = view.kind(match.first - 1) in _BEFORE_UNSURE_SEASONS
        is_object = is_after_preposition and view.token(place).dep == roles.PREPOSITION_OBJECT
        return is_object or "part" in match.parts
    return view.kind(match.first) == "the" or view.kind(match.first - 1) in BEFORE_DATE or "part" in match.parts


def holiday(view: View, match: Match) -> bool:
    """A holiday that is no surname ("Noel Christmas") and no part of a longer name ("Easter Road").

    A name of one word is the holiday, whatever spaCy takes it for, unless somebody with more names bears it.
    """
    place = view.place(match, ("holiday",))
    token, kind_before = view.token(place), view.kind(match.first - 1)
    before = view.token(match.first - 1) if match.first else None
    is_surname = before is not None and before.dep == roles.COMPOUND and before.ent_type == token.ent_type != ""
    if is_surname or (token.lower in view.surnames and kind_before not in BEFORE_DATE):
        return False
    start, end = view.name_at(place)
    is_all = view.lexemes[match.first].start <= start and end <= view.lexemes[match.last - 1].end
    return is_all or token.ent_type != "PERSON"


def rate(view: View, match: Match) -> bool:
    """Let through "12 flights a day": right after what happens so often."""
    before = view.token(match.first - 1) if match.first else None
    if before is None or view.kind(match.first - 1) in _NO_RATE_AFTER:
        return False
    if view.kind(match.last) in _NO_RATE_BEFORE:
        return False
    return before.tag in _COUNTED or view.kind(match.first - 1) in _BEFORE_RATES


def duration(view: View, match: Match) -> bool:
    """A number of units; "a quarter" and "three quarters of" are fractions, "a second" is mostly an ordinal."""
    unit_name, number = match.parts["unit"], match.parts.get("num")
    if number == "1" and view.word(match.last - 2).lower() == "calendar":
        return False
    if unit_name == "quarter" and (number == "1" or view.kind(match.last) == "of"):
        return False
    if unit_name == "quarter" and number == "3" and view.kind(match.last - 2) == "hyphen":
        return False  # "a three-quarter length"
    if unit_name == "quarter" and number == "X" and view.kind(match.first - 1) in _NO_VAGUE_QUARTERS_AFTER:
        return False  # "support came from several quarters"
    if view.kind(match.first - 1) in _NO_ONE_UNIT_AFTER and number == "1":
        return False
    # "a year-earlier loss" is no year long
    glued = view.kind(match.last) == "hyphen" and view.lexemes[match.last].start == view.lexemes[match.last - 1].end
    return view.kind(match.last) != "old" and not glued


def rel_duration(view: View, match: Match) -> bool:
    """Let through "the last three weeks", not "to last three weeks" or "coming three weeks after", verbs."""
    coming, place = view.place(match, ("coming",)), view.place(match, ("last",))
    if coming >= 0 and view.kind(coming - 1) != "the":
        return False
    return place < 0 or (
        view.token(place).pos != word_classes.VERB and view.word(place - 1).lower() not in _BEFORE_VERB
    )


def bare_units(view: View, match: Match) -> bool:
    """Let through "for weeks", "months of talks"."""
    before, after = view.kind(match.first - 1), view.kind(match.last)
    if view.kind(match.last - 1) == "long":
        return True
    if after in _AFTER_BARE_UNITS:
        return before not in ("the", "these")
    token = view.token(match.first)
    is_bare = not any(child.i < token.i for child in token.children)
    is_told = token.dep == roles.OBJECT and token.head.lemma in _VERBS_OF_DURATION
    return after != "old" and (before in _BEFORE_BARE_UNITS or (is_bare and is_told))


def earlier(view: View, match: Match) -> bool:
    """Let through "a year earlier", not "two days before the vote"."""
    return view.kind(match.last - 1) == "earlier"


def often(view: View, match: Match) -> bool:
    """Let through "daily" and the like, not as the name of a paper."""
    return not view.is_named(match.first)


def in_the(view: View, match: Match) -> bool:
    """After "in": "in the past", not "the past owner"."""
    return view.kind(match.first - 1) == "in" and view.token(match.last - 1).pos == word_classes.NOUN


def after_preposition(view: View, match: Match) -> bool:
    """Right after a preposition of time."""
    return view.kind(match.first - 1) in BEFORE_DATE


def decade(view: View, match: Match) -> bool:
    """Let through "the 1990s"; two digits or a word only after "the", and no age ("in his twenties")."""
    place = view.place(match, _DECADES)
    if view.word(match.first - 1).lower() in _POSSESSIVES:
        return False
    digits = match.parts["decade"]
    if len(digits) == 4 or view.kind(match.first) == "the":
        return True
    if view.kind(match.first - 1) in _BETWEEN_DECADES and view.kind(match.first - 2) in _DECADES:
        return True  # "the '60s and '70s"
    return not view.word(place)[0].isdigit() and match.first < place
