"""How an article is laid out: its paragraphs, quotations, turns, stamps and labels, each read once from the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from claimx.articles.blocks import find_blocks, find_embedded, find_signed
from claimx.articles.interludes import says_nothing
from claimx.articles.live_blogs import find_dispatches, find_stamps, with_entries
from claimx.articles.quotations import find_quotations
from claimx.articles.turns import as_quotations, find_turns
from claimx.articles.zones import find_zones
from claimx.lexicons.nouns import gender_of_name, is_body_noun, may_be_person_noun
from claimx.lexicons.topics import is_topic
from claimx.records import Article, Layout, Span, Turn, Zone
from claimx.text.marks import MARKS

#: The words before the first colon of a headline.
_LABEL = regex.compile(r"(?P<label>[^\s:][^:\n]{1,59}?):\s+")


def lay_out(article: Article) -> Layout:
    """Read the layout of an article off its text."""
    text, zones = article.text, find_zones(article.text, article.title)
    turns = find_turns(text, zones)
    zones = tuple(_with_turns(zones, turns))
    if turns:
        zones, turns = _without_courtesies(text, zones, turns)
    else:
        zones = with_entries(text, zones)
        turns = find_dispatches(text, zones)
    blocks = [] if turns else find_blocks(text, zones)
    signed = [] if turns else find_signed(text, zones)
    turns = sorted([*turns, *signed, *find_embedded(text, zones)], key=lambda turn: turn.start)
    stamps = find_stamps(text, zones)
    return Layout(
        zones=zones,
        quotations=tuple(as_quotations(turns, blocks, find_quotations(text, zones))),
        turns=tuple(turns),
        stamps=tuple(stamps),
        labels=tuple(sorted({*_labels(text, zones, stamps, turns), *_turn_labels(zones, turns)})),
    )


def _with_turns(zones: Sequence[Zone], turns: Sequence[Turn]) -> Iterator[Zone]:
    """The zones, those with a label that was taken for a title, byline or dateline as body with their paragraph."""
    labels = [turn.label.start for turn in turns]
    for _, parts in groupby(zones, key=lambda zone: zone.index):
        first, *rest = parts
        place = bisect_left(labels, first.span.start)
        if first.kind == "body" or place == len(labels) or labels[place] >= first.span.end:
            yield from (first, *rest)
            continue
        merged = rest and rest[0].kind == "body"
        yield Zone("body", Span(first.span.start, (rest[0] if merged else first).span.end), first.index, "turn")
        yield from rest[1 if merged else 0 :]


def _without_courtesies(text: str, zones: Sequence[Zone], turns: Sequence[Turn]) -> tuple[tuple[Zone, ...], list[Turn]]:
    """Zones and turns, those turns that are but thanks, greetings and shouts as zones that are not read."""
    empty = [turn for turn in turns if says_nothing(text, turn)]
    labels = [turn.label.start for turn in empty]
    read: list[Zone] = []
    until = 0
    for zone in zones:
        place = bisect_left(labels, zone.span.start)
        if place < len(labels) and labels[place] < zone.span.end:
            until = empty[place].end
        read.append(Zone("furniture", zone.span, zone.index, "courtesy") if zone.span.start < until else zone)
    left_out = set(labels)
    return tuple(read), [turn for turn in turns if turn.label.start not in left_out]


def _turn_labels(zones: Sequence[Zone], turns: Sequence[Turn]) -> Iterator[Span]:
    """What stands before the words of each turn in the paragraph of its label."""
    starts = [zone.span.start for zone in zones]
    for turn in turns:
        span = zones[bisect_right(starts, turn.label.start) - 1].span
        if span.start <= turn.start < turn.label.start:  # the author's name behind a message
            continue
        yield Span(span.start, min(turn.start, span.end) if turn.start > span.start else span.end)


def _labels(text: str, zones: Sequence[Zone], stamps: Sequence[Span], turns: Sequence[Turn]) -> Iterator[Span]:
    """What paragraphs open with that is no part of what they say: stamps of entries, topics of headlines."""
    stamped = {stamp.start: stamp for stamp in stamps}
    for zone in zones:
        if zone.kind == "body" and zone.span.start in stamped:
            yield stamped[zone.span.start]
        label = _LABEL.match(text, *zone.span) if zone.kind == "title" else None
        is_quoted = label is not None and any(mark in MARKS for mark in label["label"])  # "Budget ‘too small’: bishops"
        if label and not is_quoted and (is_topic(label["label"]) or _is_programme(label["label"], text, turns)):
            yield Span(*label.span())


def _is_programme(label: str, text: str, turns: Sequence[Turn]) -> bool:
    """Whether a headline's label names what is transcribed below ("Bread and Salt: …"), and nobody who speaks."""
    labels = [text[slice(*turn.label)].casefold().split() for turn in turns]
    are_named = bool(labels) and all(len(words[-1]) > 1 for words in labels)  # not "Q" and "A"
    last = label.casefold().split()[-1]
    can_speak = is_body_noun(last) or may_be_person_noun(last) or gender_of_name(label) is not None
    return are_named and not (can_speak or any(last in words for words in labels))
