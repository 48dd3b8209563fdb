"""Who is called by what he is, not by his office: "the politician" is a mayor, "the diplomat" a foreign minister."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx.attributions.discourse.callings import office_held
from claimx.attributions.discourse.referents import Referent
from claimx.lexicons.loader import load

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token


@dataclass(frozen=True, slots=True)
class PersonKind:
    """Nouns for those who are something; ``rows``: the kinds of which all are such, too."""

    words: tuple[str, ...]
    rows: tuple[str, ...] = ()


def is_of_kind(referent: Referent, lemma: str) -> bool:
    """Whether an article calls somebody by a noun for those who are what another noun says.

    Args:
        referent: who may be meant.
        lemma: the noun that the article now has, "lawmaker".
    """
    nouns = _kinds().get(lemma)
    return nouns is not None and any(_holds(referent, called, nouns) for called in referent.nouns)


def kind_noun(head: Token) -> str:
    """A phrase's noun by which kinds are told, with the word before it where they tell one: "**county boss**"."""
    with_it = f"{head.nbor(-1).lower} {head.lemma.lower()}" if head.i else ""
    return with_it if has_kinds(with_it) else head.lemma.lower()


def has_kinds(lemma: str) -> bool:
    """Whether it is told of a noun for people who are such."""
    return lemma in _kinds()


def _holds(referent: Referent, called: str, nouns: Iterable[str]) -> bool:
    """Whether somebody is called by one of some nouns, with the words that have to go with it."""
    held = office_held(called).rpartition(" ")[2], called.rpartition(" ")[2]
    told = {*called.split(), *referent.complements.get(called, ())}
    for noun in nouns:
        *with_it, last = noun.split()
        if last in held and told.issuperset(with_it):
            return True
    return False


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    table = load("names/person_kinds", PersonKind)
    others = {kind: [word for other in row.rows for word in table[other].words] for kind, row in table.items()}
    return {kind: (*row.words, *others[kind]) for kind, row in table.items()}
