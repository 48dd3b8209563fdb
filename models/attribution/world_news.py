"""Short news texts about all parts of the world, put together while training, with the names in them marked.

The sentences are written for this; each text has its own people, places and bodies (``world_names``). They show the
tagger what the news of one country does not: villages, clubs and firms that it cannot know, in sentences that tell what
they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from world_bodies import WorldNames
from world_names import Person

#: Labels that are right for what a slot holds.
LABELS: Mapping[str, tuple[str, ...]] = {
    "person": ("PERSON",), "town": ("GPE",), "country": ("GPE",), "people": ("NORP",), "body": ("ORG",),
    "party": ("ORG",), "firm": ("ORG",), "paper": ("ORG",), "club": ("ORG",), "site": ("FAC",),
    "landscape": ("LOC", "GPE"), "event": ("EVENT",), "award": ("WORK_OF_ART", "EVENT"), "work": ("WORK_OF_ART",),
    "product": ("PRODUCT",), "law": ("LAW",), "group": ("ORG",), "coined": ("ORG",), "school": ("ORG",),
}  # fmt: skip
_SLOT = re.compile(r"\{(\w)(\w*?)(\d?)\}")
_KINDS: Mapping[str, str] = {
    "T": "town", "C": "country", "N": "people", "B": "body", "Y": "party", "F": "firm", "M": "paper", "S": "club",
    "X": "site", "L": "landscape", "E": "event", "A": "award", "W": "work", "D": "product", "R": "law",
    "G": "group", "Z": "coined", "U": "school",
}  # fmt: skip
#: Numbers and days, of which nothing is learned here.
_UNSURE = re.compile(
    r"\b(?:\w*day\b|(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|[\d.,-]*\d\w*)"
)

#: What is filled in, a text a line, its paragraphs parted by "\\n" as two signs. A capital is what a slot holds
#: (``_KINDS``); p, q, r are persons by their full names, ps, qs, rs by their surnames, pf, qf by their first
#: names; a digit tells a second one of a kind.
SHAPES = Path(__file__).with_name("world_news.txt")
#: Share of the texts that speak of the same people and bodies from one shape to the next.
SAME = 0.3
#: Of names of bodies that were named before, shortened; of coined names beside a body, its initials.
SHORTENED, INITIALS = 0.25, 0.6
#: Of persons' names, behind a title of their country.
TITLED = 0.08


class Made(NamedTuple):
    """A text, the names in it with the labels that are right, and words of which nothing is known."""

    text: str
    spans: list[tuple[int, int, tuple[str, ...]]]
    unsure: list[tuple[int, int]]


@cache
def shapes() -> tuple[str, ...]:
    """What is filled in."""
    lines = SHAPES.read_text(encoding="utf-8").splitlines()
    return tuple(line.replace("\\n", "\n") for line in lines if line and not line.startswith("#"))


def make(dice: random.Random, paragraphs: int = 6) -> Made:
    """Put some paragraphs together, about people and places of one country for the most part."""
    names = WorldNames(dice)
    made = Made("", [], [])
    text, cast = "", Cast(names)
    same = names.often(SAME)
    while text.count("\n") < paragraphs:
        cast = cast if same else Cast(names)
        text = cast.filled(dice.choice(shapes()), text, made.spans) + "\n"
    made.unsure.extend(match.span() for match in _UNSURE.finditer(text) if _is_free(match.span(), made))
    return made._replace(text=text.rstrip("\n"))


def _is_free(span: tuple[int, int], made: Made) -> bool:
    return not any(start < span[1] and span[0] < end for start, end, _ in made.spans)


def _called(person: Person, later: str) -> str:
    """A person by the full name, the surname ("s") or the first name alone ("f")."""
    if later == "f":
        return next((word for word in person.full.split() if word not in person.short and len(word) > 2), person.short)
    return person.short if later else person.full


class Cast:
    """The people, bodies and places of a story, each under its slot."""

    def __init__(self, names: WorldNames) -> None:
        self.names = names
        self.people = {letter: names.person() for letter in "pqr"}
        self.given: dict[str, str] = {}

    def filled(self, shape: str, text: str, spans: list[tuple[int, int, tuple[str, ...]]]) -> str:
        """A text with a shape behind it, its slots filled and their spans noted."""
        at = 0
        for match in _SLOT.finditer(shape):
            slot, later, _ = match.groups()
            text += shape[at : match.start()]
            if slot in self.people:
                value, kind = _called(self.people[slot], later), "person"
                is_titled = text[-1:] in (" ", "\n", "") and self.names.often(TITLED)
                text += f"{self.names.title()} " if is_titled else ""
            else:
                value, kind = self._named(match.group(), slot), _KINDS[slot]
            start = len(text)
            text += value
            skipped = len("The ") if value.startswith("The ") else 0
            spans.append((start + skipped, len(text), LABELS[kind]))
            at = match.end()
        return text + shape[at:]

    def _named(self, key: str, slot: str) -> str:
        """What a slot holds; a body that was named before is at times called by the beginning of its name."""
        if key in self.given:
            known = self.given[key]
            beginning = known.rsplit(" ", 1)[0]
            shortened = slot in "FGS" and beginning[-1].isalpha() and not beginning.endswith((" of", " and", " de"))
            return beginning if shortened and self.names.often(SHORTENED) else known
        maker: Callable[[], str] = getattr(self.names, _KINDS[slot])
        self.given[key] = maker()
        if slot == "Z" and "{B}" in self.given and self.names.often(INITIALS):
            self.given[key] = "".join(w[0] for w in self.given["{B}"].split() if w[0].isupper()) or self.given[key]
        return self.given[key]
