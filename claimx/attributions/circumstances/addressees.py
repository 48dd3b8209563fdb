"""Who is spoken to: which nouns can be, and who is asked to do what a statement's content says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.grammar.noun_phrases import OF, phrase
from claimx.lexicons.loader import load
from claimx.lexicons.names import AddressingVerb, NameHead, Noun
from claimx.lexicons.words import word_set
from claimx.records import Entity, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: Dependencies of a verb's objects.
OBJECTS = frozenset(("dobj", "dative", "iobj", "obj"))
_PERSONAL = frozenset(["me", "him", "her", "us", "them", "you"])
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl"))
_HEARERS = word_set("reporting/speaking", "audiences") | word_set("names/generic_bodies", "outlets")
_NOUN_CLAUSES = frozenset(("acl", "relcl"))


def is_animate(token: Token) -> bool:
    """Whether a noun or pronoun can be spoken to."""
    if any(child.dep == "case" for child in token.children):
        return False
    if token.lower in _PERSONAL or token.ent_type in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    lemma = token.lemma.lower()
    head = load("names/name_heads", NameHead).get(lemma)
    body = head is not None and head.label == "ORG" and token.pos == "NOUN"
    return body or lemma in load("names/person_nouns", Noun) or lemma in _HEARERS


def is_told(verb: Token, noun: Token) -> bool:
    """Whether a verb's object can only be who is told: "told **a press briefing**", but not "told a story"."""
    return (
        verb.lemma in word_set("reporting/speaking", "telling")
        and noun.i > verb.i
        and noun.lemma.lower() not in word_set("reporting/speaking", "told")
    )


def both(doc: Parse, head: Token, span: Span) -> Iterator[Token]:
    """The head words of those whom the addressee's words join to the first: "X and **the head** of Y"."""
    for token in doc.char_span(*span, alignment_mode="expand") or ():
        if token.lower == "and" and token.i > head.i and (second := _second(token)) is not None:
            yield second


def entity_at(entities: Sequence[Entity], offset: int) -> str | None:
    """The full name of the entity that stands at an offset, or None."""
    place = bisect_right(entities, offset, key=lambda entity: entity.span.start) - 1
    return entities[place].name if place >= 0 and offset < entities[place].span.end else None


def _second(link: Token) -> Token | None:
    """The noun that a conjunction joins."""
    return next((c for c in link.head.children if c.dep == "conj" and c.i > link.i), None)


def asked(verb: Token) -> Token | None:
    """Who is asked to do something: the subject of the infinitive that the verb takes ("urged **drivers** to stay").

    It is the verb's object, that of its preposition ("called on **the council** to act"), or, by the parse, the subject
    inside the clause. What is but done to something ("ordered the gates to be shut") is asked of nobody.
    """
    objects = list(_objects(verb))
    told = verb.lemma in load("reporting/addressed", AddressingVerb)
    for clause in (child for child in verb.children if child.dep in _CLAUSES and _is_infinitive(child)):
        inside = [token for token in clause.children if told and token.dep == "nsubj"]
        for token in (*objects, *inside):
            if verb.i < token.i < clause.i and token.pos in _NOMINAL:
                return token
    for token in objects:  # by the parse, the infinitive may hang on the noun
        if any(child.dep in _NOUN_CLAUSES and _is_infinitive(child) for child in token.children) and is_animate(token):
            return token
    return None


def _objects(verb: Token) -> Iterator[Token]:
    """The nouns that a verb, or a preposition with it, may address."""
    verbs = load("reporting/addressed", AddressingVerb)
    for child in verb.children:
        if child.dep in OBJECTS and verb.lemma in verbs:
            yield child
        elif child.dep == "prep" and f"{verb.lemma} {child.lower}" in verbs:
            yield from (token for token in child.children if token.dep == "pobj")


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb is an active infinitive with "to"."""
    return (
        verb.tag == "VB"
        and any(c.tag == "TO" for c in verb.children)
        and not any(c.dep == "auxpass" for c in verb.children)
    )


def with_the_second(span: Span, doc: Parse) -> Span:
    """Take in a second person spoken to, whom the parse hangs on the medium: "a letter to X and **the head of Y**"."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None or found.end >= len(doc) or doc[found.end].lower != "and":
        return span
    link = doc[found.end]
    second = _second(link)
    if second is None or second.left_edge.i != link.i + 1 or not is_animate(second):
        return span
    return Span(span.start, phrase(second, OF).end)
