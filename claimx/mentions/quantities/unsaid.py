"""What an amount is of where no verb tells: labels ("Homes without power: 500"), clauses that leave the verb out."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.grammar.nouns import is_noun
from claimx.mentions.quantities.context_words import words
from claimx.mentions.quantities.counted import NAMES_OF_TIMES

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_OPENING = word_classes.NOUNS | {word_classes.ADJECTIVE, word_classes.DETERMINER}
#: What may stand between a thing and its amount: "and the paintings **in it** at $9".
_BETWEEN = _OPENING | {word_classes.ADPOSITION, word_classes.PRONOUN, word_classes.NUMERAL}
_INDEFINITE = words("articles_of_any")
_BEFORE_AMOUNTS = words("before_amounts_of_another")
#: How many words begin a clause without a verb, and how many a label has at most.
_GAPPED, _LABEL = 6, 7
#: How many words before an amount the preposition of the one before it may stand.
_REACH = 40


def is_free(noun: Token, taken: AbstractSet[int]) -> bool:
    """Whether a noun belongs to no quantity and to no name of a time."""
    return noun.i not in taken and noun.ent_type not in NAMES_OF_TIMES


def labelled(doc: Parse, colon: int, taken: AbstractSet[int]) -> Token | None:
    """The noun of the label before a colon: "Average **price** of a home: $5", "**Homes** without power: 500"."""
    tokens, start = doc.tokens, colon
    while start and "\n" not in doc.text[tokens[start - 1].idx : tokens[start].idx] and colon - start <= _LABEL:
        start -= 1
    nouns = [token for token in tokens[start:colon] if is_noun(token)]
    if not nouns:
        return None
    noun = nouns[-1] if colon - start > _LABEL else nouns[0]
    while noun.i + 1 < colon and is_noun(tokens[noun.i + 1]):
        noun = tokens[noun.i + 1]
    return noun if is_free(noun, taken) else None


def gapped_subject(doc: Parse, place: int, taken: AbstractSet[int]) -> Token | None:
    """The subject of a clause that leaves its verb to the one before; ``place``: the word before the amount.

    "The bridge is 40 metres long and **the tunnel** 900 metres", "the house was sold at $5 and **the paintings** in it
    at $9", which has the preposition of the amount before.
    """
    tokens, last = doc.tokens, place
    word = tokens[place].lower
    if word in _BEFORE_AMOUNTS:
        before = (
            token for token in tokens[max(0, place - _REACH) : place] if token.lower == word and token.i + 1 in taken
        )
        if word not in words("before_amounts_of_a_change") and not any(before):
            return None
        last -= 1
    for i in range(last, max(0, last - _GAPPED), -1):
        noun = tokens[i]
        if noun.is_sent_start or i in taken or (i < last and noun.pos not in _BETWEEN):
            return None
        if (is_noun(noun) or noun.pos == word_classes.ADJECTIVE) and _is_gapped(noun, taken):
            return noun if is_free(noun, taken) else None
        if i == last and noun.pos not in _BETWEEN:
            return None
    return None


def _is_gapped(noun: Token, taken: AbstractSet[int]) -> bool:
    """Whether a noun begins a clause without a verb after one with a quantity: "and the tunnel 900 metres"."""
    tokens, place = noun.doc.tokens, noun.i - 1
    while place > 0 and (tokens[place].pos in _OPENING or tokens[place].tag == word_classes.POSSESSIVE_PRONOUN):
        place -= 1
    is_joined = tokens[place].tag == word_classes.COORDINATING or _parts_clauses(tokens[place], taken)
    if place <= 0 or not is_joined or noun.i - place > _GAPPED:
        return False
    start = next((i for i in range(place, -1, -1) if tokens[i].is_sent_start), 0)
    return any(i in taken for i in range(start, place))


def _parts_clauses(comma: Token, taken: AbstractSet[int]) -> bool:
    """Whether a comma parts a clause that ends in a quantity from one without a verb: "… $9, **the tunnel** $12"."""
    if comma.text != "," or comma.i < 2 or comma.nbor().lower in _INDEFINITE:
        return False
    before = comma.nbor(-1)
    return before.i in taken or (before.pos == word_classes.ADJECTIVE and before.i - 1 in taken)
