"""Texts as the steps read them: parsed, with the names that the network tags as the document's entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language

from claimx import document
from claimx.grammar.tokens import Parse
from claimx.network.names import tag
from claimx.network.reader import NetworkReader
from claimx.records import Span, Zone


@cache
def reader() -> NetworkReader:
    return NetworkReader()


def parse(texts: Iterable[tuple[str, Sequence[Zone]]]) -> Iterator[Parse]:
    """Parse texts with their zones, in order; without zones, all of a text is one."""
    some = list(texts)
    for (text, zones), doc in zip(some, document.parse(some), strict=True):
        tag(doc, text, [zone.span for zone in zones] or [Span(0, len(text))], reader())
        yield doc


def parse_alone(text: str) -> Parse:
    """One text as the parser reads it, without names."""
    return next(document.parse([(text, ())]))


@cache
def _tokenizer() -> Language:
    nlp = spacy.blank("en")
    nlp.max_length = 10**7
    return nlp


def tokenize(text: str) -> Parse:
    """A text cut into tokens and no more, so that a finder has its words alone."""
    return Parse(document.read_columns(_tokenizer()(text), text))
