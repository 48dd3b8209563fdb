"""Mends the model's statements where the parse knows better."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.statement import Statement, overlap, without_marks
from claimx.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECTS = frozenset({"pobj", "dobj", "conj", "appos"})
_CLAUSES = frozenset({"acl", "relcl"})
_PRONOUNS_OF_CLAUSES = frozenset({"WDT", "WP"})
_DEEPEST = 30  # steps from a word up to its verb; a longer way is a broken parse


def with_subject(statement: Statement, doc: Doc, text: str) -> Statement:
    """Give a statement the subject of its verb for source, where the source is an object in a phrase between them.

    "The ministry, in letters addressed to the envoy on Monday, stated that …": the envoy is no speaker.
    """
    verb = next(_verbs(doc, statement.cue), None)
    speaker = _head(doc, statement.source)
    if verb is None or speaker is None or speaker.dep_ not in _OBJECTS:
        return statement
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in _PRONOUNS_OF_CLAUSES), None)
    way = list(_way_up(speaker, verb))
    if subject is None or not way or not any(token.dep_ in _CLAUSES or _is_set_off(token) for token in way):
        return statement
    end = subject.right_edge.idx + len(subject.right_edge)
    if subject.left_edge.idx < speaker.idx < end:  # the clause hangs on the subject: the subject ends before it
        branch = next((token for token in way if token.head.i == subject.i), way[-1])
        end = branch.left_edge.idx
    source = without_marks([Span(subject.left_edge.idx, end)], text)
    if overlap(source, (*statement.content, *statement.cue)):
        return statement
    return dataclasses.replace(statement, source=source)


def _is_set_off(token: Token) -> bool:
    """Whether a preposition stands after a comma: "The ministry, in letters to …"."""
    return token.dep_ == "prep" and token.lower_ != "as" and token.i > 0 and token.nbor(-1).text == ","


def _verbs(doc: Doc, spans: Sequence[Span]) -> Iterator[Token]:
    for start, end in spans:
        for token in doc.char_span(start, end, alignment_mode="expand") or ():
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
                yield token


def _head(doc: Doc, spans: Sequence[Span]) -> Token | None:
    """The first noun or pronoun of a source that hangs on nothing else in it."""
    tokens = doc.char_span(*spans[0], alignment_mode="expand") if spans else None
    inside = {token.i for token in tokens or ()}
    return next((t for t in tokens or () if t.head.i not in inside and t.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _way_up(token: Token, verb: Token) -> Iterator[Token]:
    """The tokens from one up to a verb above it, without the verb; nothing where the verb is not above it."""
    way = [token]
    while way[-1].head.i != way[-1].i and len(way) < _DEEPEST:
        if way[-1].head.i == verb.i:
            yield from way
            return
        way.append(way[-1].head)
