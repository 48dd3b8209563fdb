"""What a live blog's entries begin with: clock times, and "Our reporter Ann Lee writes:" before what she writes."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claimx.articles.headlines import Opening, is_headline
from claimx.records import Span, Turn, Zone

#: What opens the report of a live blog's own reporter, at the end of a paragraph or before an unquoted text.
_DISPATCH = regex.compile(
    r"(?:.*[.!?]\s)?(?P<source>\p{L}[^.:;!?\"“”«»\n]{1,80})\s(?P<cue>writes|reports)(?P<colon>:)"
    r"(?:\s+(?![\"“”«»‘'])|$)"
)
#: The clock time that an entry of a live blog begins with.
STAMP = regex.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|CET|EST|ET|UTC))?"
    r"(?:\s*[-–—|:]\s|\s+|$)(?![\d\p{Ll}])"
)
_STAMPED = frozenset({"body", "furniture"})
#: Time stamps that make an article a live blog.
_LIVE = 2
#: Longer paragraphs are no headings of entries, but sentences that have lost their full stop.
_LONGEST_HEADING = 100


def find_dispatches(text: str, zones: Sequence[Zone]) -> list[Turn]:
    """What a live blog's reporters write, in text order: all that follows "… writes:" in its entry, without marks.

    A live blog is an article with two time stamps or more at the beginnings of paragraphs; each begins an entry.
    """
    stamps = find_stamps(text, zones)
    if len(stamps) < _LIVE:
        return []
    begun = {stamp.start: stamp.end for stamp in stamps}
    found = []
    for place, zone in enumerate(zones):
        start = begun.get(zone.span.start, zone.span.start)
        match = _DISPATCH.match(text, start, zone.span.end) if zone.kind == "body" else None
        if match is None:
            continue
        rest = [Span(match.end(), zone.span.end)] if match.end() < zone.span.end else []
        for after in zones[place + 1 :]:
            if after.kind != "body" or after.span.start in begun or _DISPATCH.match(text, *after.span):
                break
            rest.append(after.span)
        if rest:
            label, cue = Span(*match.span("source")), Span(match.start("cue"), match.end("colon"))
            found.append(Turn(label, cue, tuple(rest)))
    return found


def with_entries(text: str, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """The zones of a live blog, stamps that fill a paragraph as furniture, the headings under them as titles."""
    alone = [zone.kind in _STAMPED and STAMP.fullmatch(text, *zone.span) is not None for zone in zones]
    if sum(alone) < _LIVE or not any(zone.kind == "title" for zone in zones):
        return tuple(zones)
    found = []
    for place, zone in enumerate(zones):
        after = text[slice(*zones[place + 1].span)] if place + 1 < len(zones) else ""
        opening = Opening(following=after, is_followed_by_byline=False, is_followed_by_dateline=False)
        if alone[place]:
            found.append(Zone("furniture", zone.span, zone.index, "stamp") if zone.kind == "body" else zone)
        elif place and alone[place - 1] and zone.kind == "body" and _is_heading(text[slice(*zone.span)], opening):
            found.append(Zone("title", zone.span, zone.index, "entry"))
        else:
            found.append(zone)
    return tuple(found)


def _is_heading(paragraph: str, opening: Opening) -> bool:
    return len(paragraph) <= _LONGEST_HEADING and is_headline(paragraph, opening)


def find_stamps(text: str, zones: Sequence[Zone]) -> list[Span]:
    """The clock times that paragraphs of a live blog begin with ("13:55 Trains stop"), each with the space after it."""
    matches = (STAMP.match(text, *zone.span) for zone in zones if zone.kind in _STAMPED)
    return [Span(*match.span()) for match in matches if match]
