"""What hangs on a token in which role: the small questions that many rules ask of the tree."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from claimx.grammar import roles

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: Clauses without a subject of their own, whose subject is that of the clause that they hang on.
_WITHOUT_SUBJECT = frozenset((roles.OPEN_COMPLEMENT, roles.ADVERBIAL_CLAUSE, roles.CONJUNCT))
#: Over how many clauses a subject is looked for.
_MAX_CLIMB = 4


def in_role(token: Token, role: str) -> list[Token]:
    """The dependents of a token in one role, in text order."""
    return [child for child in token.children if child.dep == role]


def has_role(token: Token, role: str) -> bool:
    """Whether something hangs on a token in a role."""
    return any(child.dep == role for child in token.children)


def objects_of_prepositions(token: Token, words: Collection[str]) -> list[Token]:
    """What follows those prepositions on a token that are among some words: "the founder of **Acme**"."""
    return [
        inner
        for child in token.children
        if child.dep == roles.PREPOSITION and child.lower in words
        for inner in child.children
        if inner.dep == roles.PREPOSITION_OBJECT
    ]


def subject_across_clauses(verb: Token) -> Token | None:
    """The subject of a verb, or of the clause that a verb without one hangs on ("…, becoming the first")."""
    for _ in range(_MAX_CLIMB):
        subject = verb.child(*roles.SUBJECTS)
        if subject is not None or verb.dep not in _WITHOUT_SUBJECT:
            return subject
        verb = verb.head
    return None
