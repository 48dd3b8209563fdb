"""Conditions on what stands around digits like those of a clock: they tell when, how long, or which verse."""

from __future__ import annotations

from claimx.grammar import roles, word_classes
from claimx.lexicons.words import word_set
from claimx.mentions.times.context_words import words
from claimx.mentions.times.patterns import Match
from claimx.mentions.times.view import View

_AFTER_GAME_CLOCK = words("after_the_clock_of_a_game")
_BEFORE_GAME_CLOCK = words("before_the_clock_of_a_game")
_GAME_PERIODS = words("periods_of_a_game")
#: How many words after "of" are looked at for the period of a game.
_NEAR = 4
_ORDINALS = ("ordword", "second")
#: "Su 08:00 - 14:00" tells when, "Luke 6:31" which verse.
_SHORT_WEEKDAY = 2
#: What a clock shows, as it is written with a point ("10.30") and as it is spoken ("ten to four").
_HOURS, _MINUTES, _DIGITS_OF_MINUTES, _SPOKEN_MINUTES = 24, 60, 2, (5, 10, 20, 25)
_BEFORE_SPOKEN = word_set("quantities/context_words", "before_spoken_hours")
_AFTER_SPOKEN, _PRICED = words("after_spoken_hours"), words("what_has_a_price")
#: Between this hour and midnight, a time "last night" is of the evening.
_SURELY_OF_THE_EVENING = 6
#: Parts that speak for a time of day.
_OF_DAY = frozenset({"ampm", "endampm", "zone", "daypart", "deictic", "weekday", "month", "lastday", "tonight"})


def clock(view: View, match: Match) -> bool:
    """A clock time that is no part of a longer string ("x3pm"), and tells when, not of what kind ("a midday nap").

    Nor is what a game's clock shows ("at 12:40 of the third period"), nor how long a race took ("in 2:24:10").
    """
    if "clock" in match.parts and not _OF_DAY & match.parts.keys() and _is_measured(view, match):
        return False
    is_modified = view.kind(match.first - 1) in ("article", "the") and view.kind(match.last) == "word"
    if "point" in match.parts and is_modified and view.token(match.last).pos == word_classes.NOUN:
        return False
    first = view.lexemes[match.first]
    glued = (
        match.first > 0 and view.lexemes[match.first - 1].end == first.start and view.kind(match.first - 1) == "word"
    )
    return not glued


def _is_measured(view: View, match: Match) -> bool:
    """Whether digits like those of a clock tell how long, or which verse: of them, or of others in the sentence."""
    before = view.token(match.first - 1) if match.first else None
    is_word = view.kind(match.first - 1) == "word" and len(view.word(match.first - 1)) > _SHORT_WEEKDAY
    is_cited = is_word and before is not None and before.pos == word_classes.NAME
    if is_cited or view.kind(match.first - 1) == "in":
        return True
    sentence = view.sentence(match.first)
    first, last = match.first, match.first
    while first and view.sentence(first - 1) == sentence:
        first -= 1
    while last + 1 < len(view.lexemes) and view.sentence(last + 1) == sentence:
        last += 1
    return any(view.kind(i) == "clock" and _is_of_game(view, i) for i in range(first, last + 1))


def _is_of_game(view: View, place: int) -> bool:
    """Whether a game's clock is read: "with 3:15 left", "at 7:14 of the first period"."""
    if view.word(place - 1).lower() in _BEFORE_GAME_CLOCK:
        return True
    if view.kind(place + 1) == "of":
        if view.kind(place + 2) == "the" and view.kind(place + 3) in _ORDINALS:
            return True
        return _tells_a_game(view, place + 2)
    return view.word(place + 1).lower() in _AFTER_GAME_CLOCK


def _tells_a_game(view: View, place: int) -> bool:
    """Whether a game, or a period of one, is named in the few words from a lexeme on."""
    return any(view.word(i).lower() in _GAME_PERIODS for i in range(place, place + _NEAR))


def dotted_clock(view: View, match: Match) -> bool:
    """Let through "at 10.30 last night", not "at 2.5 this week", nor "the pound was at 1.25 last night"."""
    hour, _, minute = view.word(match.first).partition(".")
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == _DIGITS_OF_MINUTES):
        return False
    is_night = "tonight" in match.parts or match.parts.get("daypart") == "NI"
    is_sure = int(hour) >= _SURELY_OF_THE_EVENING or not is_night  # "at 1.25 last night": of the afternoon, or of today
    return is_sure and int(hour) < _HOURS and int(minute) < _MINUTES and not _is_price(view, match.first)


def _is_price(view: View, place: int) -> bool:
    """Whether what the clause tells of is sold: "oil was at 9.45 this morning"."""
    governor = view.token(place).head
    for _ in range(_NEAR):
        subjects = [child for child in governor.children if child.dep in roles.SUBJECTS]
        if subjects or governor.head is governor:
            break
        governor = governor.head
    return any(_PRICED & {word.lower, word.lemma.lower()} for word in subjects)


def ends_phrase(view: View, match: Match) -> bool:
    """Let through "at half seven", "at ten to four on Friday", not "at ten to four pounds"."""
    if "side" in match.parts and int(match.parts["minutes"]) not in _SPOKEN_MINUTES:
        return False
    if int(match.parts["hour"]) > _HOURS // 2:
        return False
    is_clear = "side" not in match.parts or view.word(match.first - 1).lower() in _BEFORE_SPOKEN
    return is_clear and view.word(match.last).lower() in _AFTER_SPOKEN


def quarter(view: View, match: Match) -> bool:
    """A quarter of a year, not of a game ("the third quarter of the match", "with 4:37 left in the third quarter")."""
    if view.kind(match.last) == "of" and _tells_a_game(view, match.last + 1):
        return False
    before = range(max(0, match.first - _NEAR), match.first)
    return not any(view.kind(i) == "clock" and _is_of_game(view, i) for i in before)
