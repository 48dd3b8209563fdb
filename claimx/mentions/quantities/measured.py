"""What a quantity with a unit measures: the noun phrase that it belongs to, from the parse."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx.grammar.clauses import (
    NOUNS,
    SUBJECTS,
    has_pronoun,
    noun_governor,
    object_of,
    subject_of,
    top,
    verb_of,
)
from claimx.grammar.quantity_phrases import head_after, phrase
from claimx.lexicons import loader as lexicon
from claimx.mentions.quantities.changes import verbs
from claimx.mentions.quantities.counted import Counted, before_bracket, clear, mention

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.quantities.measures import Measure

_PREPOSITION_AFTER = re.compile(r"(?:\s\([^()]{1,30}\))?\s+(of|in|for|off|worth\s+of)\s+", re.I)
_TIMES = frozenset({"DATE", "TIME"})
_NAMED_TIMES = frozenset({"DATE", "GPE", "TIME", "CARDINAL"})
_PRENOMINAL = frozenset({"nummod", "compound", "npadvmod", "amod", "nmod"})
#: After these a duration says when, not how long the thing before is.
_TEMPORAL = frozenset({"in", "for", "within", "after", "over", "during", "at", "before", "by", "until", "past"})


@dataclass(frozen=True, slots=True)
class MeasuringVerb:
    """A row of measuring_verbs.toml: a verb, under its lemma, whose subject is what is measured."""

    key: str


@cache
def _measuring() -> frozenset[str]:
    return frozenset(lexicon.load("quantities/measuring_verbs", MeasuringVerb)) | frozenset(verbs())


def find_measured(doc: Parse, measure: Measure, taken: AbstractSet[int]) -> Counted:
    """What a number with a unit measures; ``taken``: indices of the tokens that belong to quantities."""
    first, last = doc.index_at(measure.start), doc.index_at(measure.end - 1)
    head, by_verb = _measured_head(doc, measure, first, last, taken)
    if head is None:
        return Counted()
    low = measure.end if head.i > last else 0
    span = phrase(doc, head, low, stop=measure.start if head.i < first else None)
    is_duration = measure.unit is not None and measure.unit.dimension == "time"
    if by_verb and measure.rule != "age" and (is_duration or not _is_measured_by(doc[last])):
        return Counted()
    return Counted(mention(doc, span))


def _measured_head(
    doc: Parse, measure: Measure, first: int, last: int, taken: AbstractSet[int]
) -> tuple[Token | None, bool]:
    """The noun that is measured, and whether it is so by a verb ("revenue rose to …") and not beside the quantity."""
    if (after := _object_after(doc, measure)) is not None:
        return after, False
    if (name := before_bracket(doc, measure.start, taken) or _before_particle(doc, measure, taken)) is not None:
        return name, False
    token = doc[last]
    while first <= token.i <= last and token.head != token:
        token = token.head
    is_beside = token.i > last and token.pos in NOUNS and token.i not in taken and token.ent_type not in _TIMES
    if is_beside and clear(doc, last, token):
        return token, False
    if doc.text[measure.end : measure.end + 1] in ("-", " ") and doc[last].dep in _PRENOMINAL:
        inner = head_after(doc, measure.end, counted=True)
        if inner is not None and inner.i not in taken and inner.ent_type not in _TIMES:
            return inner, False
    if top(doc, first, last).dep in SUBJECTS:
        return None, False
    if token.dep in ("prep", "agent") and token.i < first:
        governor = noun_governor(token)
        if governor is not None and governor.i not in taken:
            return governor, token.lower in _TEMPORAL
        thing = object_of(token.head, token)
        if thing is not None and thing.i not in taken:
            return thing, True
    elif token.pos in NOUNS and token.i < first and token.i not in taken:
        return token, False
    return _said_of(doc, token, first, taken), True


def _before_particle(doc: Parse, measure: Measure, taken: AbstractSet[int]) -> Token | None:
    """The noun in "Milk **up** 4 per cent", "the Dax **-1.6%**"."""
    token = doc.before(measure.start)
    if token is not None and token.lower in ("up", "down") and token.i:
        token = token.nbor(-1)
    elif doc.text[measure.start] not in "-−+":
        return None
    return token if token is not None and token.pos in NOUNS and token.i not in taken else None


def _object_after(doc: Parse, measure: Measure) -> Token | None:
    match = _PREPOSITION_AFTER.match(doc.text, measure.end)
    if match is None:
        return None
    word = match.group(1).lower()
    inner = head_after(doc, match.end())
    if inner is None or (word not in ("of", "off", "worth of") and measure.rule != "money"):
        return None
    return None if word in ("in", "for") and inner.ent_type in _NAMED_TIMES else inner


def _said_of(doc: Parse, token: Token, first: int, taken: AbstractSet[int]) -> Token | None:
    """The subject of the clause; where the parse has none, the nearest noun before the quantity in its sentence."""
    subject = subject_of(token)
    if subject is not None and subject.i not in taken:
        return subject
    if subject is None and has_pronoun(token):
        return None
    i = first - 1
    while i >= 0 and i >= first - 12 and not doc[i + 1].is_sent_start:
        if doc[i].pos in NOUNS and i not in taken and doc[i].ent_type not in ("DATE", "TIME"):
            return doc[i]
        i -= 1
    return None


def _is_measured_by(token: Token) -> bool:
    verb = verb_of(token)
    return verb is None or verb.lemma in _measuring()
