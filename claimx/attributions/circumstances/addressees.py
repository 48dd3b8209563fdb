"""Who is spoken to: which nouns can be, and who is asked to do what a statement's content says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role, in_role
from claimx.grammar.noun_phrases import OF, phrase
from claimx.lexicons.loader import load
from claimx.lexicons.names import AddressingVerb, Noun
from claimx.lexicons.nouns import is_body_noun
from claimx.lexicons.words import word_set
from claimx.records import Addressee, Entity, Span
from claimx.text.passages import passage

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_PERSONAL = word_set("reporting/circumstance_words", "hearing_pronouns")
_AUDIENCES = word_set("reporting/speaking", "audiences") | word_set("names/generic_bodies", "outlets")
_TELLING, _TOLD = word_set("reporting/speaking", "telling"), word_set("reporting/speaking", "told")
_ANIMATE_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
#: What the subject of a clause opens with.
_OPENING_CLAUSES = word_classes.NOMINALS | {word_classes.DETERMINER, word_classes.NUMERAL, word_classes.ADJECTIVE}
_MOST_NAME_WORDS = 4  # of a newspaper
_CLAUSES = roles.COMPLEMENT_CLAUSES | {roles.ADVERBIAL_CLAUSE}


def is_animate(token: Token) -> bool:
    """Whether a noun or pronoun can be spoken to."""
    if has_role(token, roles.POSSESSIVE_MARK):
        return False
    if token.lower in _PERSONAL or token.ent_type in _ANIMATE_NAMES:
        return True
    lemma = token.lemma.lower()
    is_body = token.pos == word_classes.NOUN and is_body_noun(lemma)
    return is_body or lemma in _AUDIENCES or lemma in load("names/person_nouns", Noun)


def can_address(verb: str) -> bool:
    """Whether the object of a verb, or of a verb and its preposition ("call on"), is who hears what is said."""
    return verb in load("reporting/addressed", AddressingVerb)


def is_hearer(verb: Token, noun: Token) -> bool:
    """Whether a verb's object is who is told: "told **a press briefing**", but not "told a story"."""
    if is_animate(noun):
        return True
    return verb.lemma in _TELLING and noun.i > verb.i and noun.lemma.lower() not in _TOLD


def addressee(doc: Parse, head: Token, entities: Sequence[Entity]) -> Addressee:
    """Who is spoken to, by the head word, with the full names of all whom the words name.

    Args:
        doc: the parsed article.
        head: the head of who is spoken to, or of the first of them.
        entities: what the article names, in text order.
    """
    span = _with_second(phrase(head, OF, conjuncts=True), doc)
    heads = [head, *_joined(doc, head, span)]
    names = [name for token in heads if (name := _name_at(entities, token.idx)) is not None]
    return Addressee(passage(doc.text, (span,)), (span,), "; ".join(names) if len(names) == len(heads) else None)


def _joined(doc: Parse, head: Token, span: Span) -> Iterator[Token]:
    """The head words of those whom the addressee's words join to the first: "X and **the head** of Y"."""
    for token in doc.within(span):
        if token.lower == "and" and token.i > head.i and (second := _joined_by(token)) is not None:
            yield second


def _name_at(entities: Sequence[Entity], offset: int) -> str | None:
    """The full name of the entity that stands at an offset, or null."""
    place = bisect_right(entities, offset, key=lambda entity: entity.span.start) - 1
    return entities[place].name if place >= 0 and offset < entities[place].span.end else None


def _joined_by(conjunction: Token) -> Token | None:
    """The noun that a conjunction joins."""
    return next((c for c in in_role(conjunction.head, roles.CONJUNCT) if c.i > conjunction.i), None)


def _with_second(span: Span, doc: Parse) -> Span:
    """Take in a second person spoken to, whom the parse hangs on the medium: "a letter to X and **the head of Y**"."""
    found = doc.char_span(*span, alignment_mode="expand")
    if found is None or found.end >= len(doc) or doc[found.end].lower != "and":
        return span
    second = _joined_by(doc[found.end])
    if second is None or second.left_edge.i != found.end + 1 or not is_animate(second):
        return span
    return Span(span.start, phrase(second, OF).end)


def paper_behind(verb: Token) -> Span | None:
    """The name of a paper that is told something, right before the subject of that: "told **The Northern** he rests".

    A "The" inside of a sentence is part of a name, whatever the parse takes the words behind it for.
    """
    if not can_address(verb.lemma) or verb.i + 3 >= verb.sent.end or verb.nbor().text != "The":
        return None
    last = verb.nbor()
    for token in verb.doc[verb.i + 2 : min(verb.i + 2 + _MOST_NAME_WORDS, verb.sent.end - 1)]:
        if not token.text[:1].isupper():
            break
        last = token
    following = last.nbor()
    is_clause = following.text[:1].islower() and following.pos in _OPENING_CLAUSES
    return Span(verb.nbor().idx, last.end) if last is not verb.nbor() and is_clause else None


def asked_to_act(verb: Token) -> Token | None:
    """Who is asked to do something: the subject of the infinitive that the verb takes ("urged **drivers** to stay").

    It is the verb's object, that of its preposition ("called on **the council** to act"), or, by the parse, the subject
    inside the clause. What is but done to something ("ordered the gates to be shut") is asked of nobody.
    """
    objects = list(_addressed_objects(verb))
    for clause in (child for child in verb.children if child.dep in _CLAUSES and _is_active_infinitive(child)):
        inside = in_role(clause, roles.SUBJECT) if can_address(verb.lemma) else []
        for token in (*objects, *inside):
            if verb.i < token.i < clause.i and token.pos in word_classes.NOMINALS:
                return token
    return next((token for token in objects if _has_infinitive(token) and is_animate(token)), None)


def _addressed_objects(verb: Token) -> Iterator[Token]:
    """The nouns that a verb, or a preposition with it, may address."""
    for child in verb.children:
        if child.dep in roles.OBJECTS and can_address(verb.lemma):
            yield child
        elif child.dep == roles.PREPOSITION and can_address(f"{verb.lemma} {child.lower}"):
            yield from in_role(child, roles.PREPOSITION_OBJECT)


def _has_infinitive(noun: Token) -> bool:
    """Whether, by the parse, the infinitive hangs on the noun."""
    return any(child.dep in roles.CLAUSES_OF_NOUNS and _is_active_infinitive(child) for child in noun.children)


def _is_active_infinitive(verb: Token) -> bool:
    """Whether a verb is an active infinitive with "to"."""
    if verb.tag != word_classes.BASE or has_role(verb, roles.PASSIVE_AUXILIARY):
        return False
    return any(child.tag == word_classes.TO for child in verb.children)
