"""Whether the clause of a time expression lies before or after the time of writing, from spaCy's parse."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimx.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class ProspectiveRow:
    """A row of prospective.toml: the forms of a verb or adjective after which what follows is still to come.

    ``participle``: "a meeting set for Friday"; ``present``: "the offer expires on Friday"; ``infinitive``: "they plan
    to vote on Friday".
    """

    participle: bool = False
    present: bool = False
    infinitive: bool = False


_FUTURE_AUXILIARIES = frozenset(
    ["will", "'ll", "’ll", "wo", "shall", "may", "might", "must", "can", "ca", "should", "could", "would"]
)
_DEPTH = 6


@cache
def _prospective() -> dict[str, ProspectiveRow]:
    return load("prospective", ProspectiveRow)


def tense_at(token: Token) -> Tense:
    """The tense of the clause that a token stands in: that of the nearest verb above it."""
    verb = token
    for _ in range(12):
        if verb.pos_ in ("VERB", "AUX") and verb.tag_ != "MD":
            return _tense(verb, _DEPTH)
        row = _prospective().get(verb.lower_)
        if row is not None and row.infinitive and verb.pos_ == "ADJ":
            return "future"
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return "none"


def _tense(verb: Token, depth: int) -> Tense:
    row = _prospective().get(verb.lemma_.lower(), ProspectiveRow())
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    perfect = bool(words & {"have", "has", "had", "'ve", "’ve", "having"})
    if words & _FUTURE_AUXILIARIES and not perfect:
        return "future"
    if "to" in words and verb.tag_ == "VB":
        return _infinitive(verb, depth)
    if verb.tag_ in ("VBN", "VBD") and row.participle and (verb.tag_ == "VBN" or not helpers) and not perfect:
        return "future" if verb.tag_ == "VBN" else "past"
    if perfect:
        return "past"
    return _finite(verb, row, helpers, depth)


def _finite(verb: Token, row: ProspectiveRow, helpers: list[Token], depth: int) -> Tense:
    if any(child.tag_ in ("VBD", "VBN") for child in helpers) or verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBG":
        if any(child.tag_ in ("VBP", "VBZ") for child in helpers) or row.present:
            return "future"
        return _above(verb, depth)
    if verb.tag_ == "VBN":
        return "present" if helpers else "past"
    if verb.tag_ == "VB" and not helpers and verb.dep_ in ("xcomp", "ccomp", "conj", "advcl"):
        return _above(verb, depth)
    if verb.tag_ in ("VBZ", "VBP"):
        return "future" if row.present else "present"
    return "future" if verb.tag_ == "VB" else "none"


def _infinitive(verb: Token, depth: int) -> Tense:
    head = verb.head
    if head.i == verb.i:
        return "future"
    row = _prospective().get(head.lemma_.lower())
    if (row is not None and row.infinitive) or head.lemma_ == "be":
        return "future"
    above = _above(verb, depth)
    return "past" if above == "past" and head.pos_ in ("VERB", "AUX") else "future"


def _above(verb: Token, depth: int) -> Tense:
    if depth <= 0 or verb.head.i == verb.i:
        return "none"
    head = verb.head
    for _ in range(12):
        if head.pos_ in ("VERB", "AUX") and head.tag_ != "MD":
            return _tense(head, depth - 1)
        if head.head.i == head.i:
            break
        head = head.head
    return "none"
