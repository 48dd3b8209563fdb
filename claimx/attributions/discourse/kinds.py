"""What nouns, titles and first names tell of whom they name: person, body or document, gender and number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.lexicons.loader import load
from claimx.lexicons.names import Country, DocumentNoun, FirstNames, Metonym, NameHead, Noun, Title, plain
from claimx.lexicons.words import WordSet, word_set

Gender = Literal["f", "m"]
Kind = Literal["person", "organization", "place", "people", "document", "thing"]

#: OntoNotes label to the kind of thing that a name names.
KIND_OF_LABEL: Mapping[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}


#: Endings of compound nouns for people ("shopkeeper").
_PERSON_ENDINGS = ("keeper", "worker", "holder", "owner", "goer", "dweller", "woman", "logist", "iatrist")
#: Endings of nouns for people who do something ("reader", "activist").
AGENTS = ("er", "or", "ist", "ian", "ant", "ee")


@dataclass(frozen=True)
class Roles:
    """The lexicons that the resolution of sources reads."""

    nouns: Mapping[str, Noun]
    bodies: Mapping[str, NameHead]
    documents: Mapping[str, DocumentNoun]
    titles: Mapping[str, Title]
    first_names: Mapping[str, str]
    nations: Mapping[str, str]
    seats: Mapping[str, str]
    kinds: Mapping[str, frozenset[str]]

    def person(self, lemma: str) -> Noun | None:
        """What a common noun tells of the person that it names; null for one that names none ("river")."""
        row = self.nouns.get(lemma)
        if row is None and lemma.endswith(_PERSON_ENDINGS):
            row = Noun()
        return row

    def body(self, lemma: str) -> bool:
        """Whether a common noun is one for an organisation ("ministry", "coalition")."""
        row = self.bodies.get(lemma)
        return row is not None and row.label == "ORG"

    def like(self, lemma: str) -> str | None:
        """The class of nouns for people of which one can stand for another."""
        row = self.nouns.get(lemma)
        return row.like if row else None

    def noun_gender(self, lemma: str) -> Gender | None:
        """The gender that a noun for people tells ("spokeswoman")."""
        row = self.nouns.get(lemma)
        return row.gender if row else None

    def plural_body(self, lemma: str) -> bool:
        """Whether a noun for a body is a plural in English ("police", "troops")."""
        return lemma in word_set("names/generic_bodies", "plural")

    def name_gender(self, name: str) -> Gender | None:
        """The gender that a person's first name tells."""
        first = plain(name).split(" ")[0].split("-")[0]
        gender = self.first_names.get(first)
        return "f" if gender == "f" else "m" if gender == "m" else None

    def title_gender(self, title: str) -> Gender | None:
        """The gender that a title tells ("Mr", "Queen")."""
        row = self.titles.get(plain(title))
        return row.gender if row else None


@cache
def roles() -> Roles:
    """Read the lexicons.

    Raises:
        LexiconError: one is malformed.
    """
    countries = load("names/countries", Country).values()
    nations: dict[str, str] = {}
    seats: dict[str, str] = {}
    for row in countries:
        for name in (row.key, *row.aliases, *row.demonyms):
            nations.setdefault(plain(name), row.key)
        for seat in row.capitals:
            seats.setdefault(plain(seat), row.key)
    seats.update({plain(key): row.of for key, row in load("names/metonyms", Metonym).items()})
    names = load("names/first_names", FirstNames)
    return Roles(
        nouns=load("names/person_nouns", Noun),
        bodies=load("names/name_heads", NameHead),
        documents=load("names/documents", DocumentNoun),
        titles={plain(key): row for key, row in load("names/titles", Title).items()},
        first_names={plain(name): gender for gender, row in names.items() for name in row.names},
        nations=nations,
        seats=seats,
        kinds=_kinds(),
    )


def _kinds() -> dict[str, frozenset[str]]:
    """By the word of a name, the nouns that a body or site with it can be called by."""
    nouns: dict[str, set[str]] = {}
    for noun, row in load("names/kinds", WordSet).items():
        for word in row.words:
            nouns.setdefault(word, set()).add(noun)
    return {word: frozenset(found) for word, found in nouns.items()}
