"""Whom the label of a turn means: "Q", "A", "AL", "SEN. RUIZ", "The Minister for Waters (Mr Penn)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from claimx.lexicons.nouns import gender_of_name, is_title, person_noun
from claimx.lexicons.words import word_set
from claimx.records import Entity, Layout, Span, Zone
from claimx.text.initials import INITIALS, initials

_FULL_NAME = regex.compile(r"\b\p{Lu}[\p{Ll}'’-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+|de|van|von|al)){0,3} \p{Lu}[\p{L}'’-]+")
_WORD = regex.compile(r"\p{L}[\p{L}'’-]*")
_NUMBER = regex.compile(r" \d+$")
#: The title of a case at law names its parties, not who answers.
_CASE = regex.compile(r"\b[vV]s?\.? ")


class Speaker(NamedTuple):
    """Who speaks in a turn: the name, None where the article gives none, and whether the label has it."""

    name: str | None
    is_named: bool


def speaker_of(label: Span, text: str, layout: Layout, entities: Sequence[Entity]) -> Speaker | None:
    """Whom the label of a turn means; None where its words are to be resolved as any source's.

    "Q" is whom a court's record names as asking, or the byline's author; "A" the witness, or the person of the headline or of
    the introduction. Initials and surnames mean the one person with a full name in labels, introduction or article who
    has them. A title or an office before a name is none of it.
    """
    turn = next((turn for turn in layout.turns if turn.label == label), None)
    words = _NUMBER.sub("", text[slice(*label)])
    if turn is not None and turn.person is not None:
        return Speaker(_full(text[slice(*turn.person)], text, layout, entities), words != "Q" and words != "A")
    role = words.casefold().removeprefix("the ").rstrip("s")
    if words == "Q":
        byline = next((zone.span for zone in layout.zones if zone.kind == "byline"), None)
        return Speaker(_first_person(entities, [byline]) if byline else None, is_named=False)
    if words == "A":
        return Speaker(_answering(text, layout.zones, entities), is_named=False)
    if role in word_set("page/small_words", "speakers_without_names", "witnesses") or role == "speaker":
        return Speaker(None, is_named=False)
    if INITIALS.fullmatch(words):
        letters = words.replace(".", "")
        name = _only(name for name in _names(text, layout, entities) if letters in initials(name))
        return Speaker(name, is_named=True) if name else None
    name = _full(words, text, layout, entities)
    return Speaker(name, is_named=True) if name else None


def _answering(text: str, zones: Sequence[Zone], entities: Sequence[Entity]) -> str | None:
    """Who answers: the person of the headline or of the introduction, a full name before others."""
    read = [zone.span for zone in zones if zone.is_read]
    if read and _CASE.search(text, *read[0]):
        return None
    for spans in (read[:1], read[1:3]):
        people = [e.name for e in entities if e.label == "PERSON" and any(s.covers(e.span) for s in spans)]
        if people:
            return next((name for name in people if " " in name), people[0])
    return None


def _full(words: str, text: str, layout: Layout, entities: Sequence[Entity]) -> str | None:
    """The full name that a label's words are or stand for; None where they are no name."""
    own = without_office(words)
    if not own:
        return None
    if " " in own:
        return own if own != words or is_known(own, entities) else None
    last = own.casefold()
    found = _only(name for name in _names(text, layout, entities) if name.casefold().split()[-1] == last)
    is_given = own != words or gender_of_name(own) is not None
    return found or (own if is_given else None)


def is_known(name: str, entities: Sequence[Entity]) -> bool:
    """Whether a name of several words is a person's among the entities, or is in no other kind's."""
    labels = {entity.label for entity in entities if entity.name == name}
    return bool(labels) and labels <= {"PERSON"}


def without_office(words: str) -> str:
    """A label's words behind the last title or noun for a person: "PRIME MINISTER ODA STRAND" has "ODA STRAND"."""
    parts = words.split()
    start = 0
    for place in range(len(parts)):
        pair = " ".join(parts[max(0, place - 1) : place + 1])
        noun = parts[place].casefold().rstrip(".,")
        if is_title(parts[place]) or is_title(pair) or person_noun(noun) is not None:
            start = place + 1
    own = parts[start:]
    if not own or not own[0][0].isupper() or not all(word[0].isupper() or len(word) < 4 for word in own):
        return ""
    return " ".join(own) if _WORD.search(own[-1]) and own[0].lower() != "the" else ""


def _names(text: str, layout: Layout, entities: Sequence[Entity]) -> Iterator[str]:
    """The full names that a short label may stand for: those of labels, the head's and all that are tagged."""
    for turn in layout.turns:
        for span in (turn.label, turn.person):
            own = without_office(text[slice(*span)]) if span is not None else ""
            if " " in own:
                yield own
    first = min((turn.start for turn in layout.turns), default=0)
    for zone in layout.zones:
        if zone.span.end <= first and zone.kind in ("title", "body", "byline"):
            yield from (match.group() for match in _FULL_NAME.finditer(text, *zone.span))
    people = (without_office(e.name) for e in entities if e.label == "PERSON")
    yield from (name for name in people if " " in name)


def _only(names: Iterator[str]) -> str | None:
    """The one name among some, whatever its capitals; None where there are several."""
    found = {name.casefold(): name for name in names}
    return next(iter(found.values())) if len(found) == 1 else None


def _first_person(entities: Sequence[Entity], spans: Sequence[Span]) -> str | None:
    return next((e.name for e in entities if e.label == "PERSON" and any(s.covers(e.span) for s in spans)), None)
