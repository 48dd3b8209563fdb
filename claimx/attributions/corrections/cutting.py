"""What corrections share: a cue's verbs, the head of some words, a content without a part, what closes it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from claimx.attributions.places import quotations_near
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Parse, Token
from claimx.lexicons.cues import cue_rows
from claimx.reading import Reading
from claimx.records import Quotation, Span
from claimx.text.spans import subtract, without_marks


def cut(statement: Statement, hole: Span, text: str) -> Statement:
    """A statement without a part of its content, and without white space and commas where it was cut."""
    pieces = [piece for span in statement.content for piece in subtract(span, [hole])]
    kept = without_marks((_stripped(piece, text) for piece in pieces), text)
    return dataclasses.replace(statement, content=tuple(span for span in kept if span.start < span.end))


def verbs_of(doc: Parse, spans: Sequence[Span]) -> Iterator[Token]:
    """The full verbs in some words, in text order."""
    for span in spans:
        for token in doc.within(span):
            if token.pos in word_classes.VERBS and token.dep not in roles.AUXILIARIES:
                yield token


def head_of(doc: Parse, spans: Sequence[Span]) -> Token | None:
    """The first noun or pronoun of some words that hangs on nothing else in them."""
    tokens = doc.within(spans[0]) if spans else []
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside and t.pos in word_classes.NOMINALS), None)


def closing_quotation(statement: Statement, reading: Reading) -> Quotation | None:
    """The quotation that a content ends in, or right behind."""
    return next(iter(quotations_near(reading.layout.quotations, statement.end - 2, statement.end)), None)


def frames_of(verb: Token) -> tuple[str, ...]:
    """The constructions that a verb reports in, by the cue lexicon."""
    row = cue_rows().get(verb.lemma.lower())
    return row.frames if row is not None else ()


def is_set_off(token: Token) -> bool:
    """Whether a preposition stands after a comma: "The ministry, in letters to …"."""
    return token.dep == roles.PREPOSITION and token.lower != "as" and token.i > 0 and token.nbor(-1).text == ","


def _stripped(span: Span, text: str) -> Span:
    start = span.start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)
