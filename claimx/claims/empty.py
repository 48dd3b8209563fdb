"""Statements without content: refusals to speak, wishes to stay unnamed, questions put to a source.

A record of them would hold no claim: "declined to comment" tells that nothing was said. The phrases are rows of
``reporting/says_nothing.toml``; what depends on the grammar of the cue is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from claimx.claims.stance import is_clause, is_infinitive
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.loader import load
from claimx.lexicons.words import alternatives, word_set
from claimx.records import Act, Attribution, Cue, Stance


@cache
def _pattern(words: str) -> regex.Pattern[str]:
    return regex.compile(words, regex.IGNORECASE)


#: Contents that are longer say something.
LONGEST = 200
#: A verb that no lexicon knows as a report is one all the same where the statement is surer than this: below it, two in
#: three such statements are none by PolNeAR's annotators, above it less than half.
DOUBTFUL = 0.55

_WORDS = "wording/judging_words"
_ASKED = _pattern(rf"(?:(?:{alternatives(_WORDS, 'past_passives')}) )?(?:{alternatives(_WORDS, 'asked')})\b")
_WHEN = _pattern(rf"\b(?:{alternatives(_WORDS, 'before_being_asked')}) $")
_BE = word_set(_WORDS, "forms_of_be", "being")
_AUTHORS = word_set(_WORDS, "authors")
_NOT_ALL = _pattern(rf"\b(?:{alternatives(_WORDS, 'not_all')}) $")
_NAMES_OR_TELLS = _pattern(rf"\b(?:{alternatives(_WORDS, 'naming_or_telling')})\b")
_NEAR = 20


@dataclass(frozen=True, slots=True)
class NothingRow:
    """Words that say nothing; the lexicon's head tells what the keys mean."""

    key: str
    cues: tuple[str, ...] = ()
    content: str = ""
    negated: bool = False
    clause: bool = False


def why_nothing(text: str, attribution: Attribution, shown: str, act: Act, stance: Stance) -> str | None:
    """Why an attribution makes no claim, as the key of a row or of a test below; None where it makes one.

    Args:
        text: the article's text.
        attribution: the statement; with a word in quotation marks it always says something.
        shown: its content as the claim would show it.
        act: what the source does with it.
        stance: whether the source affirms it.
    """
    cue = attribution.cue
    if cue is None or attribution.form != "indirect" or len(shown) > LONGEST:
        return None
    source = attribution.source
    before_cue, before_source = (text[max(0, at - _NEAR) : at] for at in _starts(attribution))
    phrase = not is_clause(attribution.event)
    tests = (
        ("question", act == "interrogative" and (source is None or source.text.lower() in _AUTHORS)),
        ("asked", _ASKED.match(cue.text) is not None and _was_asked(attribution, before_cue)),
        ("not-all", source is not None and _NOT_ALL.search(before_source) is not None),
    )
    found = next((name for name, holds in tests if holds), None)
    found = found or next((row.key for row in _rows() if _fits(row, attribution, shown, stance, phrase=phrase)), None)
    doubtful = phrase and attribution.confidence < DOUBTFUL
    return found or ("no-report" if doubtful and _is_no_report(cue, shown) else None)


def _starts(attribution: Attribution) -> tuple[int, int]:
    cue, source = attribution.cue, attribution.source
    at = cue.spans[0].start if cue else 0
    return at, source.spans[0].start if source and source.spans else at


def _was_asked(attribution: Attribution, before: str) -> bool:
    """Whether it is the source who was asked: "asked for its view, the office …", "the mayor, when asked whether …".

    Somebody who was asked to do something was told to: "residents were asked to leave" is a claim.
    """
    event = attribution.cue_event
    if event is None or is_infinitive(attribution.event):
        return False
    return event.tense == "none" or not _BE.isdisjoint(event.auxiliaries) or _WHEN.search(before) is not None


def _is_no_report(cue: Cue, shown: str) -> bool:
    """Whether a verb that reports nothing stands before a bare noun: "raised | their target"; a colon is a report."""
    is_word = any(sign.isalpha() for sign in cue.text)
    return is_word and cue.lemma not in cue_rows() and _NAMES_OR_TELLS.search(shown) is None


def _fits(row: NothingRow, attribution: Attribution, shown: str, stance: Stance, *, phrase: bool) -> bool:
    cue, event = attribution.cue, attribution.cue_event
    if cue is None or (row.cues and cue.lemma not in row.cues) or not (phrase or row.clause):
        return False
    if row.negated and not (event is not None and event.negated):
        return False
    if row.key == "pronoun" and stance == "refute":
        return False
    return not row.content or _pattern(row.content).fullmatch(shown) is not None


@cache
def _rows() -> tuple[NothingRow, ...]:
    return tuple(load("reporting/says_nothing", NothingRow).values())
