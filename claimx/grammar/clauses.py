"""The clause that a token stands in: its verb, subject and object."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: What ties a clause to the one that governs it, so that they may share a subject.
_LINKS = roles.COMPLEMENT_CLAUSES | roles.CLAUSES_OF_NOUNS | frozenset(
    (
        roles.CONJUNCT, roles.ADVERBIAL_CLAUSE, roles.PREPOSITION_CLAUSE, roles.PREPOSITION, roles.APPOSITION,
        roles.PARATAXIS, roles.ATTRIBUTE, roles.OBJECT_PREDICATE, roles.UNKNOWN,
    )
)  # fmt: skip
_HELPING = roles.AUXILIARIES | {roles.ADJECTIVE}
#: More dependants than any real clause has are not looked at, nor longer ways up a tree: a parse may be as deep as its
#: text is long.
_MOST, _VERB_WITHIN, _NEAREST_WITHIN, _CLAUSES_WITHIN = 64, 10, 12, 5


def head_within(token: Token, first: int, last: int) -> Token:
    """The token of the rows ``[first, last]`` that governs one of them from inside."""
    while token.head is not token and first <= token.head.i <= last:
        token = token.head
    return token


def governor(token: Token, first: int, last: int) -> Token:
    """The token outside of the rows ``[first, last]`` that one of them hangs on; the root where that is inside."""
    return head_within(token, first, last).head


def verb_of(token: Token) -> Token | None:
    """The full verb that governs the token, or the token itself if it is one; null where none is near."""
    for _ in range(_VERB_WITHIN):
        if token.pos in word_classes.VERBS and token.dep not in _HELPING:
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def nearest_verb(token: Token) -> Token | None:
    """The nearest verb above a token, be it an auxiliary, or the token itself; null where none is near."""
    for _ in range(_NEAREST_WITHIN):
        if token.pos in word_classes.VERBS:
            return token
        if token.head is token:
            break
        token = token.head
    return None


def subject_of(token: Token) -> Token | None:
    """The subject, of any kind, of the clause that the token stands in, or of the clause that governs it."""
    verb = verb_of(token)
    for _ in range(_CLAUSES_WITHIN):
        if verb is None:
            return None
        for child in islice(verb.lefts, _MOST):
            if child.dep in roles.ALL_SUBJECTS:
                return child
        if verb.dep in roles.CLAUSES_OF_NOUNS and verb.head.pos in word_classes.NOUNS:
            return verb.head
        if verb.dep not in _LINKS or verb.head is verb:
            return None
        verb = verb.head if verb.head.pos in word_classes.VERBS else verb_of(verb.head)
    return None


def subject_noun_of(token: Token) -> Token | None:
    """The noun that is the subject; a relative pronoun gives its antecedent, another pronoun null."""
    subject = subject_of(token)
    if subject is None or subject.pos in word_classes.NOUNS:
        return subject
    verb = subject.head
    is_relative = subject.tag in word_classes.RELATIVE_PRONOUNS and verb.dep == roles.RELATIVE_CLAUSE
    return verb.head if is_relative and verb.head.pos in word_classes.NOUNS else None


def has_pronoun_subject(token: Token) -> bool:
    """Whether the subject of the token's clause is a pronoun."""
    subject = subject_of(token)
    return subject is not None and subject.pos == word_classes.PRONOUN


def object_before(verb: Token, token: Token) -> Token | None:
    """The noun that is the direct object of a verb and stands before a token."""
    for child in islice(verb.children, _MOST):
        if child.dep == roles.OBJECT and child.i < token.i and child.pos in word_classes.NOUNS:
            return child
    return None
