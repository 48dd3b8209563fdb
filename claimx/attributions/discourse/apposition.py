"""Which nouns the sentence itself says to be a name: in apposition, before it, after "is" or "as"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.attributions.discourse.kinds import AGENTS, Roles
from claimx.attributions.discourse.referents import Mention, Referent, is_definite
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse
    from claimx.grammar.tokens import Token

_COPULAS = frozenset(("be", "become", "remain"))
_NAMING = frozenset(("name", "call", "dub", "know", "entitle", "title", "nickname"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
#: Clauses without a subject of their own, whose subject is that of the clause that they hang on.
_WITHOUT_SUBJECT = frozenset(("xcomp", "advcl", "conj"))
_MAX_CLIMB = 4


def equated(mention: Mention, lemma: str, discourse: Discourse, *, never: Referent | None = None) -> Referent | None:
    """The named thing that a noun phrase is said to be.

    Args:
        mention: the noun phrase.
        lemma: of its head.
        discourse: the article, resolved up to the phrase; names are known before and after.
        never: who is in no apposition to it: the owner, as in "she, her mother and …".
    """
    titled = discourse.titled(mention.head)
    if titled is not None:
        return titled
    for option in _apposed(mention.head, lemma, discourse):
        other = _referent(option, discourse)
        if other is None or other is never or (mention.number == "many" and other.kind == "place"):
            continue
        if _can_be_called(other, lemma, discourse.roles):
            return other
    for option in _predicated(mention, discourse):
        other = discourse.speaker_at(option) if option.lower == "i" else _referent(option, discourse)
        if other is not None and other.kind != "people":
            return other
    return None


def _referent(token: Token, discourse: Discourse) -> Referent | None:
    mentioned = discourse.at(token)
    referent = mentioned.referent if mentioned else None
    return referent if referent is not None and referent.name else None


def is_run_on(name: Token, noun: Token) -> bool:
    """Whether the parse hangs on a noun what belongs to its complement: "a friend **of** pop star **Dina Blake**"."""
    first = name.left_edge.i
    bare = first > noun.i + 1 and name.doc[first - 1].pos in ("NOUN", "PROPN", "ADJ")
    return bare and any(child.dep == "prep" and noun.i < child.i < first for child in noun.children)


def _called(noun: Token) -> Iterator[Token]:
    """The name that a participle gives a noun: "a boy named **Omar**", "the group, known as **the Gliders**"."""
    for child in noun.children:
        if child.dep == "acl" and child.lemma in _NAMING:
            yield from (inner for inner in child.children if inner.dep in ("oprd", "attr", "dobj"))
            for inner in child.children:
                if inner.dep == "prep" and inner.lower == "as":
                    yield from (name for name in inner.children if name.dep == "pobj")


def _apposed(token: Token, lemma: str, discourse: Discourse) -> Iterator[Token]:
    """What stands in apposition to a noun, or as the name of its kind before or after it."""
    roles = discourse.roles
    yield from (child for child in token.children if child.dep == "appos" and not is_run_on(child, token))
    if token.dep == "appos":
        yield token.head
    yield from _called(token)
    if roles.person(lemma):  # the parse may hang the name on a complement: "the head of NATO, Ada Holm"
        for child in token.children:
            if child.dep == "prep" and child.i > token.i:
                inner = (t for place in child.children for t in place.children if t.dep == "appos")
                yield from (t for t in inner if _is_person(t, discourse))
    if lemma in word_set("names/generic_bodies", "any", "outlets") or roles.body(lemma):
        before = [child for child in token.children if child.dep == "compound" and _is_beside(child, token)]
        for child in before:
            named = discourse.name_at(child)
            if named is not None and named.kind == "organization":
                yield child
    if lemma in word_set("names/generic_places", "lands", "towns"):
        yield from (t for child in token.children if child.lower == "of" for t in child.children if t.dep == "pobj")


def _predicated(mention: Mention, discourse: Discourse) -> Iterator[Token]:
    """What a noun is said to be, or what is said to be it: "X is the founder", "they call X the winner"."""
    token, verb = mention.head, mention.head.head
    if token.dep == "nsubj" and verb.lemma == "be":
        yield from (t for t in verb.children if t.dep == "attr" and discourse.name_at(t) is not None)
    if not is_definite(token):
        if token.dep == "attr" and verb.lemma == "be":
            yield from (child for child in verb.children if child.dep in _SUBJECTS)
        return
    if token.dep == "attr" and verb.lemma in _COPULAS:
        subject = subject_of(verb)
        if subject is not None:
            yield subject
    if token.dep == "oprd" or (token.dep == "pobj" and verb.lower == "as"):
        clause = verb if token.dep == "oprd" else verb.head
        objects = [child for child in clause.children if child.dep == "dobj" and child.i < token.i]
        passive = [child for child in clause.children if child.dep == "nsubjpass"]
        inner = [child for child in token.children if child.dep == "nsubj"]  # "called her the inventor", by the parse
        yield from (objects or passive or inner)[:1]


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the clause that a verb without one hangs on ("…, becoming the first")."""
    for _ in range(_MAX_CLIMB):
        subject = next((child for child in verb.children if child.dep in _SUBJECTS), None)
        if subject is not None or verb.dep not in _WITHOUT_SUBJECT:
            return subject
        verb = verb.head
    return None


def _is_person(token: Token, discourse: Discourse) -> bool:
    named = discourse.name_at(token)
    return named is not None and named.kind == "person"


def _can_be_called(referent: Referent, lemma: str, roles: Roles) -> bool:
    """Whether a noun in apposition can be said of a name at all: of a person only a noun for people."""
    is_person = roles.person(lemma) is not None or lemma.endswith(AGENTS)
    if referent.kind == "person":
        return is_person
    body = roles.body(lemma) or lemma in word_set("names/generic_bodies", "any")
    return not is_person and (referent.kind == "organization" or (referent.kind == "place" and not body))


def _is_beside(name: Token, noun: Token) -> bool:
    """Whether only words for a kind of body stand between a name and a noun: "the Reuters news agency"."""
    between = name.doc[name.i + 1 : noun.i]
    return all(token.lower in word_set("names/generic_bodies", "between_name_and_noun") for token in between)
