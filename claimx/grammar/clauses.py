"""The clause that a token stands in: its verb, subject and object, as far as quantities need them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_VERBS = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset(
    {"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp", "dep", "prep", "appos", "parataxis", "attr", "oprd"}
)
#: Nouns that hand the measure on: "people over the **age** of 60", "a budget in **excess** of $5m".
_HOLLOW = frozenset({"age", "ages", "excess", "region", "order", "tune", "vicinity"})
#: More dependants than any real clause has are not looked at.
_MOST = 64


def top(doc: Parse, first: int, last: int) -> Token:
    """The token of a stretch that governs it from inside."""
    token = doc[last]
    for _ in range(12):
        if token.head == token or not first <= token.head.i <= last:
            break
        token = token.head
    return token


def verb_of(token: Token) -> Token | None:
    """The verb that governs the token, or the token itself if it is one."""
    for _ in range(10):
        if token.pos in _VERBS and token.dep not in ("aux", "auxpass", "amod"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def subject_token(token: Token) -> Token | None:
    """The subject of the clause that the token stands in, or of the clause that governs it."""
    verb = verb_of(token)
    for _ in range(5):
        if verb is None:
            return None
        for child in islice(verb.lefts, _MOST):
            if child.dep in SUBJECTS:
                return child
        if verb.dep in ("acl", "relcl") and verb.head.pos in NOUNS:
            return verb.head
        if verb.dep not in _CLAUSES or verb.head == verb:
            return None
        verb = verb.head if verb.head.pos in _VERBS else verb_of(verb.head)
    return None


def subject_of(token: Token) -> Token | None:
    """The noun that is the subject; a relative pronoun gives its antecedent, another pronoun null."""
    subject = subject_token(token)
    if subject is None or subject.pos in NOUNS:
        return subject
    verb = subject.head
    if subject.tag in ("WDT", "WP") and verb.dep == "relcl" and verb.head.pos in NOUNS:
        return verb.head
    return None


def has_pronoun(token: Token) -> bool:
    """Whether the subject of the token's clause is a pronoun."""
    subject = subject_token(token)
    return subject is not None and subject.pos == "PRON"


def object_of(verb: Token, before: Token) -> Token | None:
    """The direct object of the verb that stands before a token."""
    for child in islice(verb.children, _MOST):
        if child.dep in ("dobj", "obj") and child.i < before.i and child.pos in NOUNS:
            return child
    return None


def noun_governor(preposition: Token) -> Token | None:
    """The noun that a preposition belongs to ("winds **of** …"); for an age, the one who has it."""
    noun = preposition.head
    if noun.pos not in NOUNS:
        return None
    if noun.lower in _HOLLOW and noun.dep == "pobj":
        holder = noun.head.head
        return holder if holder.pos in NOUNS else object_of(holder, noun)
    return noun
