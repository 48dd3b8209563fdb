"""The rows of the lexicons of names, which steps 3 and 4 read: countries, titles, nouns for people and bodies."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

HeadLabel = Literal["ORG", "FAC", "LOC", "GPE", "EVENT", "LAW", "PRODUCT"]


@dataclass(frozen=True, slots=True)
class Country:
    """A row of ``countries.toml``; ``loaded`` are names by which enemies call it."""

    key: str
    aliases: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """A row of ``places.toml``: the places of one country."""

    key: str
    names: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    arabic: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A row of ``groups.toml``."""

    key: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A row of ``regions.toml``."""

    key: str
    label: Literal["LOC", "FAC", "ORG"]


@dataclass(frozen=True, slots=True)
class Organization:
    """A row of ``organizations.toml``."""

    key: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameHead:
    """A row of ``name_heads.toml`` or ``name_closings.toml``: the noun that tells what a name names."""

    label: HeadLabel
    joins: bool = False
    leads: bool = False
    dependent: bool = False
    firm: bool = False


@dataclass(frozen=True, slots=True)
class SameHead:
    """A row of ``same_heads.toml``: the noun that a head noun counts as."""

    means: str


@dataclass(frozen=True, slots=True)
class Title:
    """A row of ``titles.toml``; ``noun`` is the one that it shortens ("governor" for "Gov")."""

    gender: Literal["f", "m"] | None = None
    noun: str | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of ``person_nouns.toml``; of nouns that are ``like`` the same, one can stand for another."""

    gender: Literal["f", "m"] | None = None
    like: str | None = None


@dataclass(frozen=True, slots=True)
class NotName:
    """A row of ``not_names.toml``."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A row of ``leaders.toml``."""


@dataclass(frozen=True, slots=True)
class FirstNames:
    """A row of ``first_names.toml``."""

    names: tuple[str, ...]


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """A name as it is looked up: marks stripped from letters, straight apostrophes, single blanks; case kept."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = name.replace("’", "'").replace("‘", "'").replace("‑", "-").replace("–", "-")
    return " ".join(name.split())


@dataclass(frozen=True, slots=True)
class DocumentNoun:
    """A row of ``documents.toml``: what it says is said by its issuer.

    Whoever does what ``verb`` tells issues one ("sue": a lawsuit), if the word ``behind`` follows ("write to").
    """

    verb: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Metonym:
    """A row of ``metonyms.toml``: ``of`` is the land or body whose government the building stands for."""

    of: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A row of ``media.toml``."""


@dataclass(frozen=True, slots=True)
class AddressingVerb:
    """A row of ``addressed.toml``."""
