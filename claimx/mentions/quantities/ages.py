"""Ages told by a bare number: "who was 10", "Maria Lopez, 45, said"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimx.lexicons.loader import load
from claimx.lexicons.names import Noun
from claimx.mentions.quantities.units import unit

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.quantities.measures import Measure

_AGED = re.compile(
    r"\b(?:was|is|be|being|turned|turns|turning|am|are|were)\s+(?:just\s+|only\s+|about\s+|nearly\s+|almost\s+)?$", re.I
)
_AFTER_AGE = re.compile(r"\s*(?:[.,;:!?)”\"’']|$|\s(?:by|when|at|in|and|on|this|next|last|years?|but|as|while)\b)")
#: "At 67 the engineer …", at the head of a sentence.
_AT = re.compile(r"(?:^|[.!?\"”’\n]\s*)At\s+$")
_AFTER_AT = re.compile(r",?\s+(?:the|he|she|his|her)\b")
_APPOSED = re.compile(r"[^\W\d_]\s?[,(]\s?$")


def with_age(doc: Parse, item: Measure) -> Measure:
    """Read a bare number as years where it gives a person's age: "who was 10", "Maria Lopez, 45, said"."""
    if item.unit is not None or item.rule != "count" or item.number.scaled or not 0 < item.value <= 110:
        return item
    if item.value.denominator != 1 or item.high is not None:
        return item
    text, left = doc.text, doc.text[max(0, item.start - 24) : item.start]
    if _AGED.search(left) and _AFTER_AGE.match(text, item.end) and _has_person(doc, item):
        return replace(item, unit=unit("year"), rule="age")
    if _AT.search(left) and _AFTER_AT.match(text, item.end):
        return replace(item, unit=unit("year"), rule="age")
    if _APPOSED.search(left) and text[item.end : item.end + 1] in (",", ")", ".", ";"):
        name = doc.before(item.start)
        name = name.nbor(-1) if name is not None and name.is_punct and name.i else name
        if name is not None and item.number.kind == "digits" and _is_somebody(name):
            return replace(item, unit=unit("year"), rule="age")
    return item


def _is_somebody(token: Token) -> bool:
    """Whether a word is a person's name, or a noun for a person ("said the midfielder, 31")."""
    if token.pos == "PROPN":
        return bool(token.ent_type == "PERSON")
    return bool(token.tag == "NN" and token.lemma.lower() in load("names/person_nouns", Noun))


def _has_person(doc: Parse, item: Measure) -> bool:
    token = doc.token_at(item.start)
    low = max(0, token.i - 8)
    for i in range(token.i - 1, low - 1, -1):
        word = doc[i]
        if word.dep in ("nsubj", "nsubjpass"):
            return word.lower in ("he", "she", "i", "who", "you") or word.ent_type == "PERSON"
    return False
