"""Whom the labels of turns mean: "Q", "A", "AL", "SEN. RUIZ", "The Minister for Waters (Mr Penn)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import regex

from claimx.attributions.discourse import BY_TITLE, Discourse, Referent
from claimx.attributions.sources.answers import Answer
from claimx.attributions.sources.roles_in_talks import (
    FULL_NAME,
    addressed,
    answers,
    is_witness,
    name_in_role,
    role_of_label,
)
from claimx.lexicons.nouns import gender_of_name, gender_of_title, is_title, person_noun
from claimx.lexicons.words import word_set
from claimx.records import Entity, Layout, SourceMention, Span
from claimx.text.initials import INITIALS, initials
from claimx.text.signatures import glued

_BEHIND_ROLE = word_set("names/reference_words", "behind_role")
_INITIAL = regex.compile(r"\p{Lu}\.")
_LETTER = regex.compile(r"\p{L}")
_NUMBER = regex.compile(r" \d+$")
#: The title of a case at law names its parties, not who answers.
_CASE = regex.compile(r"\b[vV]s?\.? ")
#: Longer words of a name begin with a capital.
_SMALL_WORD = 3


class Speaker(NamedTuple):
    """Who speaks in a turn: the name, None where the article gives none, and whether the label has it."""

    name: str | None
    is_named: bool


class Speakers:
    """Whom the labels of an article's turns mean.

    "Q" is whom a court's record names as asking, who signs the question, or the byline's author; "A" the witness, or
    the person of the headline or of the introduction. Initials and surnames mean the one person who has them with a
    full name in labels, introduction or article. A title or an office before a name is none of it.
    """

    def __init__(self, text: str, layout: Layout, entities: Sequence[Entity]) -> None:
        self._text, self._layout, self._entities = text, layout, entities
        self._persons = {turn.label: turn.person for turn in layout.turns}
        self._in_role: dict[str, str | None] = {}  # by label
        self._holders: dict[str, str | None] = {}

    def of(self, label: Span) -> Speaker | None:
        """Whom a label means; None where its words are to be resolved as any source's."""
        words = _NUMBER.sub("", self._text[slice(*label)])
        person = self._persons.get(label)
        if person is not None:
            given = self._text[slice(*person)]
            return Speaker(self._full(given) or without_office(given) or None, is_named=words not in ("Q", "A"))
        if words in ("Q", "A"):
            asking = (self._signed(label) or self._asking) if words == "Q" else None
            return Speaker(asking if words == "Q" else self._answering, is_named=False)
        if (role := role_of_label(words)) is not None:
            if words not in self._in_role:
                self._in_role[words] = self._of_role(words, role)
            return Speaker(self._in_role[words], is_named=False)
        letters = words.replace(".", "") if INITIALS.fullmatch(words) else ""
        name = self._only(letters) or self._known(label) or self._full(words)  # "HALL" may be either
        if not name and (holder := self._holder(words)):
            return Speaker(holder, is_named=False)
        return Speaker(name, is_named=True) if name else None

    def _holder(self, office: str) -> str | None:
        """The one name that follows an office in other labels: "**Captain** Ada Holm", then "**Captain**"."""
        if person_noun(office.casefold()) is None:
            return None
        if office not in self._holders:
            labels = (self._text[slice(*turn.label)] for turn in self._layout.turns)
            names = {without_office(label) for label in labels if label.startswith(f"{office} ")}
            self._holders[office] = self._full(names.pop()) if len(names) == 1 else None
        return self._holders[office]

    def _of_role(self, words: str, role: str) -> str | None:
        """Who has a label that is a role: as the text tells, and who answers in a talk of two as "A" does."""
        turns = self._layout.turns
        name = name_in_role(self._text, turns, words, role)
        if name is None and is_witness(role):
            name = addressed(self._text, turns, "A")
        elif name is None and answers(self._text, turns, role):
            name = self._answering
        return self._full(name or "") or name

    def label_after(self, offset: int) -> Span | None:
        """The label of whom a turn speaks to as "you": of who speaks next, if it asks, or answers nothing, of two."""
        turns = self._layout.turns
        place = next((n for n, turn in enumerate(turns) if turn.start <= offset < turn.end), len(turns))
        if place + 1 >= len(turns):
            return None
        own, after = (self._text[slice(*turns[n].label)] for n in (place, place + 1))
        before = turns[place - 1] if place else None
        of_two = before is None or (not before.asks and self._text[slice(*before.label)] == after)
        return turns[place + 1].label if own != after and (turns[place].asks or of_two) else None

    def _signed(self, label: Span) -> str | None:
        """The name by which a reader signs a question at its end."""
        turn = next((turn for turn in self._layout.turns if turn.label == label), None)
        name = glued(self._text, turn.pieces[-1]) if turn else None
        return self._text[slice(*name)] if name else None

    @cached_property
    def _asking(self) -> str | None:
        byline = next((zone.span for zone in self._layout.zones if zone.kind == "byline"), None)
        people = (e.name for e in self._entities if e.label == "PERSON" and byline and byline.covers(e.span))
        return next(people, None)

    @cached_property
    def _answering(self) -> str | None:
        """Who answers: who is addressed; the person of the headline or of the introduction, a full name before others.

        Whoever has a label by name is called by it, and not "A".
        """
        if (called := addressed(self._text, self._layout.turns, "A")) is not None:
            return self._full(called) or called
        read = [zone.span for zone in self._layout.zones if zone.is_read]
        if read and _CASE.search(self._text, *read[0]):
            return None
        labels = (self._text[slice(*turn.label)] for turn in self._layout.turns)
        labelled = {label.split()[-1].casefold() for label in labels if len(label) > 1}
        headline, introduction = (
            [
                e.name
                for e in self._entities
                if e.label == "PERSON" and e.name.split()[-1].casefold() not in labelled
                if any(span.covers(e.span) for span in spans)
            ]
            for spans in (read[:1], read[1:3])
        )
        telling = [name for name in headline if " " in name or name in introduction]
        people = (*telling, *(name for name in introduction if " " in name), *headline, *introduction)
        return next((name for name in telling if " " in name), next(iter(people), None))

    def _full(self, words: str) -> str | None:
        """The full name that a label's words are or stand for; None where they are no name."""
        own = without_office(words)
        if not own:
            return None
        is_given = own != words or gender_of_name(own) is not None
        return self._only(own.casefold()) or (own if is_given else None)

    def _known(self, label: Span) -> str | None:
        """The full name of whom a label names by an initial and the last word of it: "C. Lund"."""
        people = (e.name for e in self._entities if e.label == "PERSON" and label.covers(e.span))
        name, words = next(people, ""), self._text[slice(*label)].split()
        is_short = len(words) > 1 and _INITIAL.fullmatch(words[-2]) is not None
        return name if is_short and name[:1] == words[-2][:1] and name.split()[-1] == words[-1] else None

    def _only(self, key: str) -> str | None:
        """The one full name with that last word, or those initials, in the nearest place that has any."""
        names = next((some[key] for some in self._names if key in some), [])
        if len({name.casefold() for name in names}) != 1:
            return None
        return next((name for name in names if not name.isupper()), names[0])

    @cached_property
    def _names(self) -> list[dict[str, list[str]]]:
        """Full names by themselves, by their last word, and by their initials: of labels, of the head, tagged ones.

        What a label has in capitals is among them in small letters, too, if the article writes it so.
        """
        text, turns = self._text, self._layout.turns
        spans = [span for turn in turns for span in (turn.label, turn.person) if span is not None]
        first = min((turn.start for turn in turns), default=0)
        head = [z.span for z in self._layout.zones if z.span.end <= first and (z.is_read or z.kind == "byline")]
        labelled = [without_office(text[slice(*span)]) for span in spans]
        at_head = [match.group() for span in head for match in FULL_NAME.finditer(text, *span)]
        at_head = [without_office(name) or name for name in at_head]
        tagged = [without_office(e.name) for e in self._entities if e.label == "PERSON"]
        known = {name.casefold() for name in labelled}
        labelled += [name for name in (*at_head, *tagged) if name.casefold() in known]
        return [_by_forms(names) for names in (labelled, at_head, tagged)]


def answer_of_label(speaker: Speaker, label: str, discourse: Discourse) -> Answer:
    """What a label with such a speaker means as a source; a title in it tells the gender of whom nothing else names."""
    mention: SourceMention = "named" if speaker.is_named else "nominal"
    known = (one for one in discourse.named.values() if one.name == speaker.name)
    referent = next(known, None)
    if referent is None and speaker.name:
        referent = Referent("person", speaker.name, times_named=1)
        for word in label.split() if speaker.is_named else ():
            referent.note_gender(gender_of_title(word), BY_TITLE)
    is_body = referent is not None and referent.label == "ORG"  # an outlet asks
    return Answer("organization" if is_body else "person", mention, referent, "turn")


def without_office(words: str) -> str:
    """A label's words behind the last title or noun for a person: "PRIME MINISTER ODA STRAND" has "ODA STRAND"."""
    parts = words.split()
    start = 0
    for place, part in enumerate(parts):
        pair = " ".join(parts[max(0, place - 1) : place + 1])
        if is_title(part) or is_title(pair) or person_noun(part.casefold().rstrip(".,")) is not None:
            start = place + 1
    own = parts[start:]
    if not own or own[0].lower() in ("the", *_BEHIND_ROLE) or not _LETTER.match(own[-1]):
        return ""
    is_name = own[0][0].isupper() and all(word[0].isupper() or len(word) <= _SMALL_WORD for word in own)
    return " ".join(own) if is_name else ""


def _by_forms(names: Iterable[str]) -> dict[str, list[str]]:
    """Names of several words by what stands for them."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        if " " in name:
            for key in {name.casefold(), name.split()[-1].casefold(), *initials(name)}:
                found[key].append(name)
    return dict(found)
