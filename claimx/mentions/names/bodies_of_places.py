"""What tells that the name of a place is here that of a body.

A town's is a bank's or a university's, or its club's (``clubs``); one that ends in a land is of a paper's edition or a
firm's branch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.names.candidates import Candidate

_STAFF = word_set("names/kind_nouns", "staff_and_figures")
_PARTS = word_set("names/kind_nouns", "before_wholes")
_SHARES, _TRADED = word_set("names/kind_nouns", "shares"), word_set("names/kind_nouns", "traded_in_towns")
_BELONGINGS, _RESULTS = word_set("names/kind_nouns", "belongings_of_firms"), word_set("names/kind_nouns", "results")
_ITS, _WHICH = word_set("names/kind_nouns", "its"), word_set("names/reference_words", "relatives_for_things")
_MAKE, _TELL = word_set("names/kind_nouns", "verbs_of_makers"), word_set("names/kind_nouns", "verbs_of_results")
_TRADES = word_set("names/generic_bodies", "trades") | word_set("names/kind_nouns", "trades_of_firms")
_PARTS_OF_LANDS = word_set("names/name_parts", "parts_of_lands") | word_set("names/name_parts", "directions")
_PLACES = word_set("names/kind_nouns", "places")
_OF_PLACES = frozenset(("GPE", "LOC", "NORP"))


def follows_staff(preposition: Token, last: Token) -> bool:
    """Whether "at" leads from who works for a body, or what it earns, to its name: "an economist **at** X"."""
    is_object = last.dep == roles.PREPOSITION_OBJECT and last.head == preposition  # not "an analyst at X airport"
    return is_object and preposition.lower == "at" and not _STAFF.isdisjoint(_nouns_before(preposition))


def _nouns_before(preposition: Token) -> Iterator[str]:
    """The noun that a preposition belongs to, and the two and three words before it: "**head of research** at X"."""
    yield preposition.head.lemma.lower()
    for length in (2, 3):
        yield " ".join(token.lower for token in preposition.doc[max(0, preposition.i - length) : preposition.i])


def is_firm(last: Token) -> bool:
    """Whether a town's name, by its last word, is a firm's: it has shares, reports a profit, makes things."""
    head = last.head
    if last.dep == roles.COMPOUND:
        return False  # "Tokyo shares", "the London listing"
    if last.dep == roles.POSSESSOR:
        return head.lemma not in _TRADED and _is_of_firms(head)
    if any(_is_maker(clause) for clause in in_role(last, roles.RELATIVE_CLAUSE)):
        return True
    if any(noun.text.islower() and noun.lemma in _TRADES for noun in in_role(last, roles.APPOSITION)):
        return True
    if last.dep == roles.PREPOSITION_OBJECT and head.lower == "of":
        return head.head.lemma in _SHARES and head.i == head.head.i + 1
    if last.dep != roles.SUBJECT:
        return False
    objects = in_role(head, roles.OBJECT)
    if head.lemma in _TELL and any(noun.lemma in _RESULTS for noun in objects):
        return True
    told = (noun for clause in in_role(head, roles.CLAUSE_COMPLEMENT) for noun in in_role(clause, roles.SUBJECT))
    return any(_is_of_firms(noun) and _is_its(noun) for noun in (*objects, *told))


def _is_of_firms(noun: Token) -> bool:
    """Whether a noun is one for what only firms have, but not for what others have of them: "its shares **in** X"."""
    return noun.lemma in _BELONGINGS and not any(child.lower in _PARTS for child in in_role(noun, roles.PREPOSITION))


def _is_maker(clause: Token) -> bool:
    return clause.lemma in _MAKE and any(child.lower in _WHICH for child in in_role(clause, roles.SUBJECT))


def _is_its(noun: Token) -> bool:
    return any(child.lower in _ITS for child in in_role(noun, roles.POSSESSOR))


def is_edition(doc: Parse, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a name, a place's to the tagger, ends in a land that it is no part of: "Gloss Mexico"."""
    words, tags = plain(candidate.text).split(), {token.ent_type for token in doc[candidate.start : candidate.end]}
    is_body = candidate.told_by == "first name" and tags == {"ORG"}  # "told Ruby Mexico that …"
    is_place = candidate.label is None and doc[candidate.end - 1].ent_type in _OF_PLACES
    if len(words) < 2 or not (is_body or is_place):
        return False
    first = words[0]
    is_part = (
        first.lower() in _PARTS_OF_LANDS
        or first.lower() in _PLACES
        or first in gazetteer.towns
        or gazetteer.head(first) is not None
        or doc[candidate.start].pos == word_classes.ADJECTIVE
        or ((known := gazetteer.find(first)) is not None and known.label in _OF_PLACES)
    )
    return not is_part and any(_is_land(" ".join(words[-n:]), gazetteer) for n in (1, 2) if n < len(words))


def _is_land(name: str, gazetteer: Gazetteer) -> bool:
    known = gazetteer.names.get(name)
    return name in gazetteer.lands or (known is not None and known.label == "LOC" and known.sure)
