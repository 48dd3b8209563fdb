"""The turns of interviews and transcripts: paragraphs that open with a speaker's label.

What follows the label is the speaker's own words, though no quotation marks stand around it. The labels themselves are
read in ``turn_labels.py``; here it is told whether they are those of people who talk, and where each turn ends.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import dropwhile, groupby
from typing import NamedTuple

import regex

from claimx.articles.interludes import is_interlude, read_examiner, read_witness
from claimx.articles.turn_labels import (
    Label,
    asking_labels,
    is_clock,
    read_below_clock,
    read_label,
    read_line,
    read_timed,
)
from claimx.lexicons.nouns import is_title
from claimx.lexicons.words import word_set
from claimx.records import Quotation, Span, Turn, Zone, ZoneKind
from claimx.text.initials import INITIALS, initials
from claimx.text.marks import DOUBLE

_WORD = regex.compile(r"\p{L}+|[\"“”«»]")
_FULL_NAME = regex.compile(r"\b\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}*\.? )?(\p{Lu}\p{Ll}{2,})\b")
_BODY: ZoneKind = "body"
#: Kinds of paragraphs that may turn out to open a turn.
_OPENED = frozenset({_BODY, "title", "dateline", "byline"})
_DASHES = frozenset(("–", "—", "-", "--"))
#: So many labelled paragraphs make a transcript in which nobody need speak twice, if half of them talk.
FEWEST_TURNS = 3


class _Opening(NamedTuple):
    """A labelled paragraph: its place among the paragraphs, the label, whom it stands for, and the words after it."""

    place: int
    label: Label
    person: str
    speaks: bool


def find_turns(text: str, zones: Sequence[Zone]) -> list[Turn]:
    """The labelled turns of an article, in text order, each with the paragraphs that go on without a label.

    Labels count where two people take turns, each twice at least or one of them "Q"; where there are three or more of
    which half are a question or have an "I" or a "we" (fewer, where all stand in capitals); and where they are names of
    accounts ("@ann: …"). A name's initials and its last word are labels of the same person. A turn that ends in a
    question mark is a question if most of its speaker's turns do.

    Args:
        text: the article's text.
        zones: its zones, of which titles, datelines and bylines can turn out to open a turn.
    """
    paragraphs = list(_paragraphs(text, zones))
    openings = _speaking(_openings(text, paragraphs))
    if not openings:
        return []
    first = next((zone.span.start for zone in zones if zone.kind == _BODY), 0)
    heads = [zone for zone in zones if zone.is_read and zone.span.start <= first]
    is_verbatim = _is_verbatim(openings)
    named = frozenset() if is_verbatim else _surnames(text, heads, openings)
    found = []
    for number, opening in enumerate(openings):
        is_last = number + 1 == len(openings)
        until = len(paragraphs) if is_last else openings[number + 1].place
        label, span = opening.label, paragraphs[opening.place].span
        said = [Span(label.end, span.end)] if label.end < span.end else []
        following = [] if label.is_account else _spoken(text, paragraphs, opening.place + 1, until)
        said += _going_on(text, following, named, is_last=is_last and bool(said), is_verbatim=is_verbatim)
        if said:
            found.append((Turn(label.span, label.cue, tuple(said), person=label.person), opening.person))
    turns = _with_questions([turn for turn, _ in found], [person for _, person in found], text)
    return _with_people(turns, zones, text)


def _spoken(text: str, paragraphs: Sequence[Zone], start: int, until: int) -> list[Zone]:
    """The paragraphs between two labels without what is nobody's words."""
    places = range(start, until)
    return [paragraphs[n] for n in places if not is_interlude(text, paragraphs[n].span, before_turn=n + 1 == until)]


def _paragraphs(text: str, zones: Sequence[Zone]) -> Iterator[Zone]:
    """Zones with those of one paragraph as one where a label may be among them: "LAM: " before text is no dateline.

    A title with a label is a headline ("Ann Lee: I never knew"), unless the next paragraph has a label, too.
    """
    merged = []
    for _, parts in groupby(zones, key=lambda zone: zone.index):
        zone, *rest = parts
        if zone.kind == "dateline" and rest:
            zone = Zone(_BODY, Span(zone.span.start, rest[0].span.end), zone.index)
        if zone.kind in _OPENED:
            merged.append(zone)
    for place, zone in enumerate(merged):
        after = merged[place + 1] if place + 1 < len(merged) else zone
        is_line = any(read(text, zone.span) for read in (read_line, read_timed, read_below_clock))
        if zone.kind != "title" or is_line or (after != zone and read_label(text, after.span)):
            yield zone


def _openings(text: str, paragraphs: Sequence[Zone]) -> list[_Opening]:
    """The labelled paragraphs; labels on lines of their own, or before dashes, count where they come back."""
    asking = asking_labels(text, (zone.span for zone in paragraphs))
    labels = list(_read(text, paragraphs, partial(read_label, asking=asking)))
    labels = [(place, label) for place, label in labels if not read_examiner(text, paragraphs[place].span)]
    timed = list(_read(text, paragraphs, read_timed)) or list(_read(text, paragraphs, read_below_clock))
    found = [(place, label) for place, label in labels if label.mark not in _DASHES]
    dashed = [(place, label) for place, label in labels if label.mark in _DASHES]
    for some, fewest in ((list(_read(text, paragraphs, read_line)), 1), (dashed, 2), (timed, 1)):
        counts = Counter(label.text for _, label in some)
        if len(counts) > 1 and sum(number > 1 for number in counts.values()) >= fewest:
            places = {place for place, _ in found}
            found += [(place, label) for place, label in some if place not in places]
    marks = {label.mark for _, label in found if label.text == "Q"}
    found = sorted((place, label) for place, label in found if label.text != "A" or label.mark in marks)
    people = _people(dict.fromkeys(label.text for _, label in found))
    return [
        _Opening(place, label, people[label.text], _speaks(text, paragraphs, place, label.end))
        for place, label in found
    ]


def _read(
    text: str, paragraphs: Sequence[Zone], read: Callable[[str, Span], Label | None]
) -> Iterator[tuple[int, Label]]:
    labels = ((place, read(text, zone.span)) for place, zone in enumerate(paragraphs))
    return ((place, label) for place, label in labels if label is not None)


def _speaks(text: str, paragraphs: Sequence[Zone], place: int, start: int) -> bool:
    """Whether what follows a label, on its line or on the next, is a question or has an "I" or a "we"."""
    said = Span(start, paragraphs[place].span.end)
    if said.start == said.end:
        after = (zone.span for zone in paragraphs[place + 1 : place + 3] if not is_clock(text, zone.span))
        said = next(after, said)
    words = {match.group() for match in _WORD.finditer(text, *said)}
    persons = word_set("reporting/words", "first_persons")
    return text[said.end - 1] == "?" or not words.isdisjoint(persons)


def _speaking(openings: Sequence[_Opening]) -> list[_Opening]:
    """Of labelled paragraphs those that are turns of people who talk."""
    counts = Counter(opening.person for opening in openings)
    voices = {person for person, number in counts.items() if number > 1 or person == "Q"}
    if len(counts) > 1 and "Q" in counts:
        voices.add("A")
    asked = "Q" in counts and len(counts) > 1
    talking = sum(opening.speaks for opening in openings)
    capitals = [opening.label.is_in_capitals for opening in openings]
    is_in_capitals = 2 * sum(capitals) > len(capitals)
    is_talk = 2 * talking >= len(openings) or (all(capitals) and (talking > 0 or len(openings) > len(counts)))
    is_panel = is_talk and len(counts) > 1 and len(openings) >= FEWEST_TURNS
    accounts = [opening for opening in openings if opening.label.is_account]
    if not (asked or len(voices) > 1 or is_panel):
        return accounts
    places = [place for place, opening in enumerate(openings) if opening.person in voices]
    within = range(min(places, default=0), max(places, default=0))
    return [
        opening
        for place, opening in enumerate(openings)
        if opening.person in voices
        or opening.label.is_account
        or (
            (opening.label.is_in_capitals or opening.label.is_role or not is_in_capitals)
            and (place in within or opening.speaks or is_panel)
        )
    ]


def _with_people(turns: Sequence[Turn], zones: Sequence[Zone], text: str) -> list[Turn]:
    """Turns of a court's record, "Q" and "A" with the counsel and the witness whom the lines before them name."""
    asking = [name for zone in zones if (name := read_examiner(text, zone.span))]
    answering = [name for zone in zones if (name := read_witness(text, zone.span))]
    witnesses = word_set("page/small_words", "witnesses")
    found = []
    for turn in turns:
        label = text[slice(*turn.label)].casefold()
        names = asking if label == "q" else answering if label in witnesses else []
        place = bisect_left(names, turn.start, key=lambda name: name.start)
        last = names[place - 1] if place else names[0] if len(names) == 1 else None
        found.append(dataclasses.replace(turn, person=last) if last else turn)
    return found


def _is_verbatim(openings: Sequence[_Opening]) -> bool:
    """Whether labels are those of a record of all that was said, in which no paragraph is a writer's own."""
    marked = [o.label for o in openings if o.label.is_in_capitals or o.label.cue is None]
    return 2 * len(marked) > len(openings)


def _people(labels: Iterable[str]) -> dict[str, str]:
    """Each label with the person it stands for: the full name among the labels that it abbreviates, or itself."""
    people = {label: label for label in labels}
    full: dict[str, set[str]] = {}
    titled: dict[str, set[str]] = {}
    own = {label: [*dropwhile(is_title, label.split())] or label.split() for label in people}
    for label, words in own.items():
        forms = (*initials(" ".join(words)), words[-1].casefold()) if len(words) > 1 else ()
        for form in forms:
            full.setdefault(form, set()).add(label)
        if " " in label and len(words) == 1:
            titled.setdefault(words[0].casefold(), set()).add(label)
    for label, words in own.items():
        letters = label.replace(".", "") if INITIALS.fullmatch(label) else ""
        last = words[-1].casefold()
        meant = full.get(letters) or full.get(last) or (titled.get(last, set()) if " " not in label else set())
        if len(words) == 1 and len(meant) == 1:
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


def _going_on(text: str, zones: Sequence[Zone], named: Set[str], *, is_last: bool, is_verbatim: bool) -> Iterator[Span]:
    """The paragraphs after a turn's first that are the speaker's, too.

    The first that is told of the speakers, or that quotes, is the article's own again, save in a record of all that was
    said; after the last turn, so is one in which nobody says "I", "we" or "you".
    """
    persons = word_set("reporting/words", "first_persons", *(("second_persons",) if is_verbatim else ()))
    for zone in zones:
        words = {match.group() for match in _WORD.finditer(text, zone.span.start, zone.span.end)}
        is_told = not words.isdisjoint(named) or (not is_verbatim and not words.isdisjoint(DOUBLE))
        if zone.kind != _BODY or is_told or (is_last and words.isdisjoint(persons)):
            return
        yield zone.span


def _surnames(text: str, heads: Sequence[Zone], turns: Sequence[_Opening]) -> frozenset[str]:
    """The last words of the full names in headline, introduction and labels."""
    found = [match.group(1) for zone in heads for match in _FULL_NAME.finditer(text, zone.span.start, zone.span.end)]
    labels = {turn.label.text.split()[-1].title() for turn in turns if len(turn.label.text) > 1}
    return frozenset(found) | labels


def as_quotations(
    turns: Sequence[Turn], blocks: Sequence[Quotation], quotations: Sequence[Quotation]
) -> list[Quotation]:
    """Quotations with turns and blocks among them, in text order; those inside of one are its speaker's own."""
    whole = sorted([*blocks, *(Quotation(turn.pieces, closed=True) for turn in turns)], key=lambda q: q.start)
    spans = [span for quotation in whole for span in quotation.pieces]
    starts = [span.start for span in spans]

    def is_inside(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < spans[place].end

    outside = [q for q in quotations if not is_inside(q.start)]
    return sorted([*outside, *whole], key=lambda q: q.start)
