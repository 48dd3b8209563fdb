"""Whether a noun phrase goes with what an article told of a person: office and its words, party, nation, gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.callings import RANKS, office_held, office_of
from claimx.attributions.discourse.definiteness import is_counted
from claimx.attributions.discourse.descriptions import complement
from claimx.attributions.discourse.referents import Referent
from claimx.grammar import roles
from claimx.lexicons.nouns import Gender, nouns_by_name_word
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

KIN, OFFICES = word_set("names/generic_persons", "kin"), word_set("names/generic_persons", "offices")
#: Nouns for persons that tell nothing of what they do.
_NOTHING = KIN | word_set("names/generic_persons", "parents", "untelling", "parents_familiar")
#: Words before a noun that tell it from no other.
_UNTELLING = (
    word_set("names/generic_bodies", "any", "between_name_and_noun")
    | word_set("names/generic_persons", "of_any_office")
    | RANKS
)
#: How many letters forms of one word for a people share at least.
_STEM = 5


def told_to_be(referent: Referent) -> set[str]:
    """The nouns that tell what somebody is, besides a relative of somebody or just a person."""
    return {noun for noun in referent.nouns if noun.rpartition(" ")[2] not in _NOTHING}


def may_have_held(referent: Referent, called: str) -> bool:
    """Whether nobody calls a person by another office than the one that is over."""
    offices = {noun for noun in referent.nouns if noun.rpartition(" ")[2] in OFFICES}
    return all(office_held(noun) == office_held(called) for noun in offices)


def words_before(head: Token, owner: Referent | None) -> set[str]:
    """The words that tell a noun for a person from another: "the **police** spokesman", "**Acme**'s director"."""
    before = (token for token in complement(head) if token.dep in roles.PREMODIFIERS and not is_counted(token))
    words = {token.lower for token in before} - _UNTELLING
    return words | (owner.name_words if owner is not None and owner.name else set())


def goes_with(referent: Referent, called: str, words: set[str]) -> bool:
    """Whether what goes with a noun agrees with what the article told of somebody who is called so."""
    if not words or called in KIN:
        return True
    known = told_of_office(referent, called)
    return not known or not words.isdisjoint(known)


def told_of_office(referent: Referent, called: str) -> set[str]:
    """What goes with the nouns by which somebody's office is told."""
    found: set[str] = set()
    for noun, complements in referent.complements.items():
        if office_of(noun) == office_of(called):
            found |= complements
    return found


def told_of_him(referent: Referent) -> set[str]:
    """What goes with all nouns by which somebody is told of."""
    return set().union(*referent.complements.values())


def goes_with_any(referent: Referent, words: set[str]) -> bool:
    """Whether one of some words goes with any noun for somebody; of bodies one noun stands for another ("union")."""
    told, kinds = told_of_him(referent), nouns_by_name_word()
    return not words.isdisjoint(told | {noun for word in told for noun in kinds.get(word, ())})


def is_of_people(word: str, people: str) -> bool:
    """Whether a word for a people is told of somebody in some form: "democratic" of a Democrat."""
    short, long = sorted((word, people), key=len)
    return len(short) >= _STEM and long.startswith(short)


def is_surely(referent: Referent, called: str, told: set[str]) -> bool:
    """Whether somebody is called so with the same words: then nobody else is meant, though he be yet to come."""
    return not told.isdisjoint(told_of_office(referent, called))


def is_exactly(referent: Referent, called: str, told: set[str]) -> bool:
    """Whether nothing that goes with a noun tells another office: the head of X is no other chief."""
    if not told or called in KIN or called in referent.nouns:
        return True
    return bool(told & (told_of_him(referent) | referent.name_words | referent.nations))


def is_called(referent: Referent, called: str) -> bool:
    """Whether somebody was called by a noun, or by one that can stand for it."""
    return any(office_of(noun) == office_of(called) for noun in referent.nouns)


def agrees(referent: Referent, gender: Gender | None, nations: set[str]) -> bool:
    """Whether nothing is told of somebody's gender and nation that is against what a noun phrase tells."""
    if gender is not None and referent.told_gender not in (gender, None):
        return False
    return not nations or not referent.nations or not nations.isdisjoint(referent.nations)
