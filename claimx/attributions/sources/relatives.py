"""Whom "who", "which" and "that" mean as sources: what their clause hangs on, or a name before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Referent
from claimx.attributions.sources.answers import TYPES, Answer
from claimx.grammar import roles
from claimx.grammar.nouns import first_of_list
from claimx.lexicons.nouns import may_be_person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_FOR_PERSONS = word_set("names/reference_words", "relatives_for_persons")
_FOR_THINGS = word_set("names/reference_words", "relatives_for_things")
_CLAUSE_TOPS = frozenset((roles.RELATIVE_CLAUSE, roles.ROOT))


def relative_answer(head: Token, discourse: Discourse) -> Answer:
    """Whom a relative pronoun as source means."""
    clause = head.head
    while clause.dep not in _CLAUSE_TOPS and clause.head is not clause:
        clause = clause.head
    if clause.dep != roles.RELATIVE_CLAUSE:
        return Answer("unknown", "pronominal", None, "relative pronoun")
    referent = _antecedent(head, clause.head, discourse)
    name = None
    if referent is not None and referent.kind == "people" and discourse.named_by(clause.head) is referent:
        name = clause.head.text  # "the **Liberals** who …", whatever the article calls one of them
    return Answer(TYPES[referent.kind] if referent else "unknown", "pronominal", referent, "relative pronoun", name)


def _antecedent(relative: Token, noun: Token, discourse: Discourse) -> Referent | None:
    """What the clause hangs on, if it can be meant, else the last name before the pronoun that can.

    Of a list that tells what somebody is, that is he ("Holm is a liar and a cheat **who** …"); a thing says nothing,
    but who has it does ("a land with a history **that** has refused …").
    """
    for token in _hung_on(noun):
        meant = discourse.meant_by(token)
        if meant is not None and meant.name and _can_be(relative, meant):
            return meant
    meant = discourse.meant_by(noun)
    if meant is not None and _can_be(relative, meant):
        return meant
    before = (discourse.named_by(token) for token in reversed(noun.doc.tokens[noun.i : relative.i]))
    return next((named for named in before if named is not None and _can_be(relative, named)), None)


def _hung_on(noun: Token) -> Iterator[Token]:
    """A noun, the first of the list that it closes, and what a preposition hangs it on where it is a thing."""
    yield noun
    first = first_of_list(noun)
    if first is not noun and first.dep == roles.ATTRIBUTE:
        yield first
    if noun.dep == roles.PREPOSITION_OBJECT and not may_be_person_noun(noun.lemma.lower()):
        yield noun.head.head


def _can_be(relative: Token, meant: Referent) -> bool:
    """Whether a relative pronoun can stand for somebody: "who" for no body, "which" for no person."""
    if relative.lower in _FOR_PERSONS:
        return meant.kind in ("person", "people")
    return relative.lower not in _FOR_THINGS or meant.kind not in ("person", "people")
