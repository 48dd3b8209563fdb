"""Ages told by a bare number: "who was 10", "Maria Lopez, 45, said"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.lexicons.loader import load
from claimx.lexicons.names import Noun
from claimx.mentions.quantities.context_words import any_of, words
from claimx.mentions.quantities.reading import AGE
from claimx.mentions.quantities.units import unit

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.quantities.measures import Measure

_OLDEST = 110
_AFTER_VERB = re.compile(
    rf"\b{any_of('verbs_before_ages')}\s+(?:{any_of('adverbs_before_ages')}\s+)?$",
    re.I,
)
_AFTER_AGE = re.compile(rf"\s*(?:[.,;:!?)”\"’']|$|\s{any_of('after_ages')}\b)")
#: "At 67 the engineer …", at the head of a sentence.
_AT = re.compile(r"(?:^|[.!?\"”’\n]\s*)At\s+$")
_AFTER_AT = re.compile(rf",?\s+{any_of('people_after_ages')}\b")
_APPOSED = re.compile(r"[^\W\d_]\.?\s?[,(]\s?$")
_CLOSES_APPOSITION = (",", ")", ".", ";", "\n", "")
#: "Dean R. Fisk 31, of Marlow", "Dean Fisk 31, and his brother"
_GOES_ON = re.compile(rf",\s+{any_of('after_ages_of_names')}\s")
_SUFFIXES = words("suffixes_of_names")
_PRONOUNS = words("pronouns_of_people")
#: How far the subject of "was 10" may stand before the number, in words.
_SUBJECT_WITHIN = 8


def with_age(doc: Parse, item: Measure) -> Measure:
    """Read a bare number as years where it gives a person's age: "who was 10", "Maria Lopez, 45, said"."""
    if item.unit is not None or not item.rule.bare or item.number.scaled or not 0 < item.value <= _OLDEST:
        return item
    if item.value.denominator != 1 or item.high is not None or not _is_age(doc, item):
        return item
    return replace(item, unit=unit("year"), rule=AGE)


def _is_age(doc: Parse, item: Measure) -> bool:
    text, left = doc.text, doc.text[max(0, item.start - 24) : item.start]
    if _AFTER_VERB.search(left) and _AFTER_AGE.match(text, item.end) and _has_person(doc, item):
        return True
    if _AT.search(left) and _AFTER_AT.match(text, item.end):
        return True
    if item.number.kind != "digits" or text[item.end : item.end + 1] not in _CLOSES_APPOSITION:
        return False
    name = doc.before(item.start)
    if _APPOSED.search(left):
        while name is not None and name.i and (name.is_punct or name.lower in _SUFFIXES):
            name = name.nbor(-1)
        return name is not None and _is_somebody(name)
    is_name = name is not None and name.i > 0 and all(t.ent_type == "PERSON" for t in (name, name.nbor(-1)))
    return is_name and _GOES_ON.match(text, item.end) is not None  # no "Apollo 13, who …": a name of two words


def _is_somebody(token: Token) -> bool:
    """Whether a word is a person's name, or a noun for a person ("said the midfielder, 31")."""
    if token.pos == word_classes.NAME:
        return token.ent_type == "PERSON"
    return token.tag == word_classes.SINGULAR and token.lemma.lower() in load("names/person_nouns", Noun)


def _has_person(doc: Parse, item: Measure) -> bool:
    """Whether the nearest subject before the number is a person."""
    place = doc.index_at(item.start)
    for word in reversed(doc.tokens[max(0, place - _SUBJECT_WITHIN) : place]):
        if word.dep in roles.SUBJECTS:
            return word.lower in _PRONOUNS or word.ent_type == "PERSON"
    return False
