"""What the rules that mend statements share: the verbs of a cue, the ends of words, a content without a part of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.statement import Statement, subtract, without_marks
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token


def cut(statement: Statement, hole: Span, text: str) -> Statement:
    """A statement without a part of its content, and without white space and commas where it was cut."""
    pieces = [piece for span in statement.content for piece in subtract(span, [hole])]
    kept = without_marks((_stripped(piece, text) for piece in pieces), text)
    return dataclasses.replace(statement, content=tuple(span for span in kept if span.start < span.end))


def end_of(token: Token) -> int:
    """The offset after a word."""
    return int(token.idx) + len(token)


def verbs_of(doc: Parse, spans: Sequence[Span]) -> Iterator[Token]:
    """The full verbs in some words, in text order."""
    for start, end in spans:
        for token in doc.char_span(start, end, alignment_mode="expand") or ():
            if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
                yield token


def _stripped(span: Span, text: str) -> Span:
    start = span.start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)
