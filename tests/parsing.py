"""Texts as the steps read them: parsed, with the names that the network tags as the document's entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

import spacy
from spacy.language import Language

from claimx import document
from claimx.articles.live_blogs import find_stamps
from claimx.articles.quotations import find_quotations
from claimx.articles.turns import as_quotations, find_turns
from claimx.grammar.tokens import Parse
from claimx.network.names import tag
from claimx.network.reader import NetworkReader
from claimx.reading import Reading
from claimx.records import Article, Heard, Layout, Span, Zone


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


def lay_out(text: str, zones: Sequence[Zone]) -> Layout:
    """The layout of a text whose paragraphs are told."""
    turns = find_turns(text, zones)
    quotations = as_quotations(turns, [], find_quotations(text, zones))
    return Layout(tuple(zones), tuple(quotations), tuple(turns), tuple(find_stamps(text, zones)))


def body(text: str) -> list[Zone]:
    """Each line of a text as a paragraph of its body."""
    zones, offset = [], 0
    for index, line in enumerate(text.split("\n")):
        zones.append(Zone("body", Span(offset, offset + len(line)), index))
        offset += len(line) + 1
    return zones


def reading_of(
    text: str, zones: Sequence[Zone] = (), doc: Parse | None = None, published: date | None = None
) -> Reading:
    """A text, all of it one paragraph where none are told, as steps 3 and 4 get it; ``doc`` is its parse, if given."""
    told = zones or [Zone("body", Span(0, len(text)), 0)]
    parsed = doc if doc is not None else next(parse([(text, told)]))
    return Reading(Article(text, published=published), lay_out(text, told), parsed, Heard())
