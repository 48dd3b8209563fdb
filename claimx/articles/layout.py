"""How an article is laid out: its paragraphs, quotations, turns, stamps and labels, each read once from the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from claimx.articles.quotations import find_quotations
from claimx.articles.turns import as_quotations, find_dispatches, find_stamps, find_turns
from claimx.articles.zones import find_zones
from claimx.lexicons.topics import is_topic
from claimx.records import Article, Layout, Span, Zone

#: The words before the first colon of a headline.
_LABEL = regex.compile(r"(?P<label>[^\s:][^:\n]{1,59}?):\s+")


def lay_out(article: Article) -> Layout:
    """Read the layout of an article off its text."""
    text, zones = article.text, find_zones(article.text, article.title)
    turns = find_turns(text, zones) or find_dispatches(text, zones)
    stamps = find_stamps(text, zones)
    return Layout(
        zones=zones,
        quotations=tuple(as_quotations(turns, find_quotations(text, zones))),
        turns=tuple(turns),
        stamps=tuple(stamps),
        labels=tuple(_labels(text, zones, stamps)),
    )


def _labels(text: str, zones: Sequence[Zone], stamps: Sequence[Span]) -> Iterator[Span]:
    """What paragraphs open with that is no part of what they say: stamps of entries, topics of headlines."""
    stamped = {stamp.start: stamp for stamp in stamps}
    for zone in zones:
        if zone.kind == "body" and zone.span.start in stamped:
            yield stamped[zone.span.start]
        label = _LABEL.match(text, *zone.span) if zone.kind == "title" else None
        if label and is_topic(label.group("label")):
            yield Span(*label.span())
