"""Whom "who", "which" and "that" mean as sources: what their clause hangs on, or a name before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Referent
from claimx.attributions.sources.answers import TYPES, Answer
from claimx.grammar import roles
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
    return Answer(TYPES[referent.kind] if referent else "unknown", "pronominal", referent, "relative pronoun")


def _antecedent(relative: Token, noun: Token, discourse: Discourse) -> Referent | None:
    """What the clause hangs on, if it can be meant, else the last name before the pronoun that can."""
    meant = discourse.meant_by(noun)
    if meant is not None and _can_be(relative, meant):
        return meant
    before = (discourse.named_by(token) for token in reversed(noun.doc.tokens[noun.i : relative.i]))
    return next((named for named in before if named is not None and _can_be(relative, named)), None)


def _can_be(relative: Token, meant: Referent) -> bool:
    """Whether a relative pronoun can stand for somebody: "who" for no body, "which" for no person."""
    if relative.lower in _FOR_PERSONS:
        return meant.kind in ("person", "people")
    return relative.lower not in _FOR_THINGS or meant.kind not in ("person", "people")
