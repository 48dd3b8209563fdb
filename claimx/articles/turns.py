"""The turns of interviews and transcripts: paragraphs that open with a speaker's label and a colon.

What follows the label is the speaker's own words, though no quotation marks stand around it. So is what follows
"Our reporter Ann Lee writes:" in an entry of a live blog.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

import regex

from claimx.lexicons.words import word_set
from claimx.records import Quotation, Span, Turn, Zone
from claimx.text.initials import INITIALS, initials
from claimx.text.marks import DOUBLE

_TURN = regex.compile(
    r"(?P<label>[QA]|@\w{2,30}|\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|bin)){0,4})(?P<cue>:)\s+(?=\S)"
)
#: The labels of question and answer.
_ASKED = frozenset({"Q", "A"})
_WORD = regex.compile(r"\p{L}+|[\"“”«»]")
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
_FULL_NAME = regex.compile(r"\b\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}*\.? )?(\p{Lu}\p{Ll}{2,})\b")


def find_turns(text: str, zones: Sequence[Zone]) -> list[Turn]:
    """The labelled turns of an article, in text order, each with the paragraphs that go on without a label.

    A label counts where two people take turns, each twice at least or "Q" and "A", or where it is an account's name
    ("@ann: …"). A name's initials and its last word are labels of the same person. A turn that ends in a question mark
    is a question if most of its speaker's turns do.
    """
    body = [zone for zone in zones if zone.kind == "body"]
    found = [(place, m) for place, zone in enumerate(body) if (m := _TURN.match(text, zone.span.start, zone.span.end))]
    people = _people(dict.fromkeys(match.group("label") for _, match in found))
    counts = Counter(people[match.group("label")] for _, match in found)
    talking = {person for person, n in counts.items() if n > 1} | (counts.keys() & _ASKED)
    speakers = {label for label in counts if label.startswith("@")} | (talking if len(talking) > 1 else set())
    turns = [(place, match) for place, match in found if people[match.group("label")] in speakers]
    heads = [zone for zone in zones if zone.is_read and zone.span.start <= body[0].span.start] if turns else []
    named = _surnames(text, heads, turns)
    found_turns = []
    for number, (place, match) in enumerate(turns):
        until = turns[number + 1][0] if number + 1 < len(turns) else len(body)
        first = Span(match.end(), body[place].span.end)
        following = () if match.group("label").startswith("@") else body[place + 1 : until]
        rest = _going_on(text, following, named, is_last=number + 1 == len(turns))
        label, cue = Span(*match.span("label")), Span(*match.span("cue"))
        found_turns.append(Turn(label, cue, (first, *rest)))
    return _with_questions(found_turns, [people[match.group("label")] for _, match in turns], text)


def _people(labels: Iterable[str]) -> dict[str, str]:
    """Each label with the person it stands for: the full name among the labels that it abbreviates, or itself."""
    people: dict[str, str] = {}
    short: dict[str, set[str]] = {}
    for label in labels:
        people[label] = label
        words = label.split()
        if len(words) > 1:
            for form in (*initials(label), words[-1].casefold()):
                short.setdefault(form, set()).add(label)
    for label in people:
        form = label.replace(".", "") if INITIALS.fullmatch(label) else label.casefold()
        meant = short.get(form, set())
        if " " not in label and len(meant) == 1:
            people[label] = next(iter(meant))
    return people


def _with_questions(turns: Sequence[Turn], people: Sequence[str], text: str) -> list[Turn]:
    """Turns with those marked in which one asks whose turns mostly end in question marks."""
    asks = [text[turn.start : turn.end].rstrip(" \t\"”’'»)").endswith("?") for turn in turns]
    asked = Counter(person for person, ask in zip(people, asks, strict=True) if ask)
    total = Counter(people)
    return [
        dataclasses.replace(turn, asks=True) if ask and 2 * asked[person] >= total[person] else turn
        for turn, person, ask in zip(turns, people, asks, strict=True)
    ]


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


def find_stamps(text: str, zones: Sequence[Zone]) -> list[Span]:
    """The clock times that paragraphs of a live blog begin with ("13:55 Trains stop"), each with the space after it."""
    matches = (STAMP.match(text, *zone.span) for zone in zones if zone.kind in _STAMPED)
    return [Span(*match.span()) for match in matches if match]


def _going_on(text: str, zones: Sequence[Zone], named: Set[str], *, is_last: bool) -> Iterator[Span]:
    """The paragraphs after a turn's first that are the speaker's, too.

    The first that is told of the speakers, or that quotes, is the article's own again; after the last turn, so is one
    in which nobody says "I" or "we".
    """
    for zone in zones:
        words = {match.group() for match in _WORD.finditer(text, zone.span.start, zone.span.end)}
        if (
            not words.isdisjoint(named)
            or not words.isdisjoint(DOUBLE)
            or (is_last and words.isdisjoint(word_set("reporting/words", "first_persons")))
        ):
            return
        yield zone.span


def _surnames(text: str, heads: Sequence[Zone], turns: Sequence[tuple[int, regex.Match[str]]]) -> frozenset[str]:
    """The last words of the full names in headline, introduction and labels."""
    found = [match.group(1) for zone in heads for match in _FULL_NAME.finditer(text, zone.span.start, zone.span.end)]
    labels = {match.group("label").split()[-1].title() for _, match in turns if len(match.group("label")) > 1}
    return frozenset(found) | labels


def as_quotations(turns: Sequence[Turn], quotations: Sequence[Quotation]) -> list[Quotation]:
    """Quotations with the turns among them; those inside of a turn are the speaker's own and left out."""
    spans = [span for turn in turns for span in turn.pieces]
    starts = [span.start for span in spans]

    def is_inside(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < spans[place].end

    outside = [q for q in quotations if not is_inside(q.start)]
    return sorted([*outside, *(Quotation(turn.pieces, closed=True) for turn in turns)], key=lambda q: q.start)
