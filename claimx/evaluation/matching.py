"""Which attribution that was found is which of the gold: one to one, the contents that agree best first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimx.evaluation.gold import ROLES, GoldArticle, Roles
from claimx.records import Span

ENOUGH = 0.8  # word F1 of two contents that are the same statement
_TOKEN = re.compile(r"(\w+)|[^\w\s]")
Tokens = frozenset[int]  # by their numbers in the text


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold attribution and the one that was found for it, by their places in their lists, and how they agree.

    ``f1`` is that of the words of the two contents, 0 to 1; ``sources_meet``: they share a word, or there is none on
    either side; ``is_equal``: all words of all three roles are the same.
    """

    gold: int
    found: int
    f1: float
    sources_meet: bool
    sources_are_equal: bool
    is_equal: bool


def pairs(article: GoldArticle, found: Sequence[Roles]) -> list[Pair]:
    """The gold attributions of an article with those found, one to one, the contents that agree best first."""
    text = Text(article.text)
    return list(paired([text.item(a) for a in article.attributions], [text.item(roles) for roles in found]))


@dataclass(frozen=True, slots=True)
class Item:
    """One attribution as token numbers: ``full`` with marks, ``words`` without (unless there is nothing else)."""

    full: Mapping[str, Tokens]
    words: Mapping[str, Tokens]


class Text:
    """The tokens of one text."""

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self._ends = [match.end() for match in found]
        self._starts = [match.start() for match in found]
        self._is_word = [match.lastindex is not None for match in found]

    def item(self, roles: Roles) -> Item:
        """An attribution of this text as token numbers."""
        full = {role: self._tokens(getattr(roles, role)) for role in ROLES}
        words = {role: frozenset(t for t in tokens if self._is_word[t]) or tokens for role, tokens in full.items()}
        return Item(full, words)

    def _tokens(self, spans: Iterable[Span]) -> Tokens:
        found: set[int] = set()
        for start, end in spans:
            at = bisect_left(self._ends, start + 1)
            found.update(range(at, max(at, bisect_left(self._starts, end))))
        return frozenset(found)


def paired(gold: Sequence[Item], system: Sequence[Item]) -> Iterator[Pair]:
    """The attributions of the gold with those that were found, as :func:`pairs` gives them."""
    for f1, g, s in _matched(gold, system):
        wanted, given = gold[g].words, system[s].words
        meet = bool(wanted["source"] & given["source"]) or not (wanted["source"] or given["source"])
        yield Pair(g, s, f1, meet, wanted["source"] == given["source"], wanted == given)


def _matched(gold: Sequence[Item], system: Sequence[Item]) -> Iterator[tuple[float, int, int]]:
    """Pairs by falling F1 of their contents' words, each side used once; ties go by the order of gold, then system."""
    where: dict[int, list[int]] = {}
    for s, item in enumerate(system):
        for token in item.words["content"]:
            where.setdefault(token, []).append(s)
    pairs: list[tuple[float, int, int]] = []
    for g, item in enumerate(gold):
        wanted = item.words["content"]
        shared = Counter(s for token in wanted for s in where.get(token, ()))
        pairs += [(-2 * common / (len(wanted) + len(system[s].words["content"])), g, s) for s, common in shared.items()]
    used_gold: set[int] = set()
    used_system: set[int] = set()
    for minus, g, s in sorted(pairs):
        if g not in used_gold and s not in used_system:
            used_gold.add(g)
            used_system.add(s)
            yield -minus, g, s
