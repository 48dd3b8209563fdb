"""What is known of names before reading: countries, peoples, places, organisations, and the nouns that end names.

All of it comes from ``lexicons/``. Loaded once, at first use (about 50 ms).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

import regex

from claimx.errors import LexiconError
from claimx.lexicons.loader import LANGUAGE, load
from claimx.lexicons.names import (
    Country,
    FirstNames,
    Group,
    Leader,
    NameHead,
    NotName,
    Noun,
    Organization,
    Places,
    Region,
    Title,
    plain,
)
from claimx.lexicons.words import word_set

#: Labels of OntoNotes 5 that name things (its numeric labels are quantities and times here).
NameLabel = Literal["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
_ARTICLE = regex.compile(r"\b(?:a[lrnzd]|as|ash|at|el|ed|es|ez|ul|e)[- ](?=\w)")
_FOLDS = tuple(
    (regex.compile(pattern), to)
    for pattern, to in (
        (r"['`’‘ʿʾ-]", ""),
        (r"[aeo]h?\b", "a"),
        (r"(?:ay|ai|ei|ey|ej|aj)", "e"),
        (r"(?:aw|au|ou|oo|u|w)", "o"),
        (r"(?:iyy?|y|j)", "i"),
        (r"[qc]", "k"),
        (r"(.)\1+", r"\1"),
    )
)


class Known(NamedTuple):
    """What the lexicons say of a name.

    ``thing`` is one for all names of one thing; ``sure`` is false for a name that people or common words bear, too.
    """

    label: NameLabel
    thing: str
    sure: bool = True


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A key that spellings of one Arabic name share: "Raqqa" and "ar-Raqqah", "Deir ez-Zor" and "Dayr al-Zawr"."""
    key = _ARTICLE.sub("", plain(name).lower())
    for pattern, to in _FOLDS:
        key = pattern.sub(to, key)
    return " ".join(key.split())


def strip_article(word: str) -> str:
    """A small-lettered word without an Arabic article before it."""
    return _ARTICLE.sub("", word) or word


def has_article(name: str) -> bool:
    """Whether a name has an Arabic article in it, so that its spelling varies."""
    return _ARTICLE.search(name.lower()) is not None


@dataclass(frozen=True)
class Gazetteer:
    """All lexicons of names, ready to be asked.

    ``names`` maps a plain name to what is known of it, ``folded`` a folded Arabic place name, ``longest`` the first
    word of a name to the number of words of the longest name that begins so, ``openings`` are the first two words of
    longer ones; ``demonyms`` and ``seats`` (of government)
    lead to ``countries``, which are named as in the lexicon. ``towns`` are those that only GeoNames knows; that a name
    is among them is a weak sign.
    """

    names: Mapping[str, Known]
    folded: Mapping[str, Known]
    longest: Mapping[str, int]
    openings: frozenset[str]
    heads: Mapping[str, NameHead]
    titles: Mapping[str, Title]
    title_words: int
    first_names: Mapping[str, str]
    demonyms: Mapping[str, str]
    seats: Mapping[str, str]
    people: frozenset[str]
    nouns: frozenset[str]
    states: frozenset[str]
    lands: frozenset[str]
    countries: frozenset[str]
    towns: frozenset[str]

    def find(self, name: str) -> Known | None:
        """What is known of a name, a leading "the" aside; spellings of Arabic places count as one."""
        key = plain(name)
        known = self.names.get(key)
        if known is None and key[:4] in ("the ", "The "):
            known = self.names.get(key[4:])
        if known is None and len(key) > 3 and key[0].isalpha():
            known = self.folded.get(fold(key))
        return known

    def gender_of_title(self, title: str | None) -> str | None:
        """The gender that a title tells."""
        row = self.titles.get(plain(title)) if title else None
        return row.gender if row else None

    def gender_of_name(self, name: str) -> str | None:
        """The gender that a person's first name tells."""
        gender = self.first_names.get(plain(name).split(" ")[0])
        return gender if gender in ("f", "m") else None

    def is_noun(self, word: str) -> bool:
        """Whether a capitalised word is but a noun for people ("Commanders") or another that names nothing."""
        low = word.lower()
        return low in self.nouns or low.removesuffix("s") in self.nouns or low.replace("men", "man") in self.nouns

    def head(self, word: str) -> NameHead | None:
        """The head noun that a word is, in any case; of plurals only those with a row, for "Banks" is a surname.

        With a hyphen, the head is the first part of a branch's name: "League-North".
        """
        first, dash, rest = word.partition("-")
        return self.heads.get((first if dash and rest[:1].isupper() else word).lower())

    def can_be_cut(self, word: str) -> bool:
        """Whether a body whose name ends in a word is called by its first word alone, as firms are, not councils."""
        head = self.head(word)
        return head is None or head.firm or word.lower() in word_set("names/name_parts", "firm_closings")


def _countries() -> Iterator[tuple[str, Known]]:
    for row in load("names/countries", Country).values():
        for name in (row.key, *row.aliases, *row.loaded):
            yield name, Known("GPE", row.key)
        for capital in row.capitals:
            yield capital, Known("GPE", capital)
        for demonym in row.demonyms:
            people = Known("NORP", f"people of {row.key}")
            yield demonym, people
            if demonym[-1] in "niokmrt":
                yield demonym + "s", people


def _others() -> Iterator[tuple[str, Known]]:
    for group in load("names/groups", Group).values():
        for name in (group.key, *group.forms):
            yield name, Known("NORP", f"people {group.key}")
    for organization in load("names/organizations", Organization).values():
        for name in (organization.key, *organization.aliases):
            yield name, Known("ORG", organization.key)
            if name.startswith("al"):
                yield "A" + name[1:], Known("ORG", organization.key)
    for region in load("names/regions", Region).values():
        yield region.key, Known(region.label, region.key)
    for name in load("names/leaders", Leader):
        yield name, Known("PERSON", f"person {name}", sure=False)


def _places() -> Iterator[tuple[str, Known, bool]]:
    rows = load("names/places", Places).values()
    for row in rows:
        for name in row.names:
            yield name, Known("GPE", f"place {fold(name)}" if row.arabic else name), row.arabic
    for row in rows:
        for name in row.ambiguous:
            yield name, Known("GPE", name, sure=False), False


def _towns() -> frozenset[str]:
    """The names of ``towns.txt``, which docs/make_towns.py makes: a line a name, after comments."""
    source = files("claimx.lexicons") / LANGUAGE / "names/towns.txt"
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"The lexicon {source} cannot be read ({error}); please install claimx again.") from error
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def gazetteer() -> Gazetteer:
    """Read the lexicons of names.

    Raises:
        LexiconError: one is malformed.
    """
    names: dict[str, Known] = {}
    folded: dict[str, Known] = {}
    for name, known in (*_countries(), *_others()):
        names.setdefault(plain(name), known)
    for name, known, arabic in _places():
        names.setdefault(plain(name), known)
        if arabic and len(name) > 4:
            folded.setdefault(fold(name), known)
    longest: dict[str, int] = {}
    for name in names:
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words) + name.count("'s "))  # a genitive is a word
    titles = {plain(key): row for key, row in load("names/titles", Title).items()}
    countries = load("names/countries", Country)
    demonyms = {plain(demonym): row.key for row in countries.values() for demonym in row.demonyms}
    return Gazetteer(
        names=names,
        folded=folded,
        longest=longest,
        openings=frozenset(" ".join(name.split()[:2]) for name in names if name.count(" ") > 1),
        heads=load("names/name_closings", NameHead) | load("names/name_heads", NameHead),
        titles=titles,
        title_words=max(len(key.split()) for key in titles),
        first_names={n: gender for gender, row in load("names/first_names", FirstNames).items() for n in row.names},
        demonyms=demonyms,
        seats={plain(seat): row.key for row in countries.values() for seat in row.capitals},
        states=frozenset(name for row in countries.values() for name in (row.key, *row.capitals)),
        lands=frozenset(plain(n) for row in countries.values() for n in (row.key, *row.aliases)),
        countries=frozenset(countries),
        towns=_towns(),
        people=frozenset(load("names/person_nouns", Noun)),
        nouns=frozenset(load("names/person_nouns", Noun)) | frozenset(load("names/not_names", NotName)),
    )
