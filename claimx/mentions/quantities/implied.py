"""Ones that no numeral tells: "less than a percentage point", "fell a dollar", "a quarter-point cut"."""

from __future__ import annotations

import re
from functools import cache

from claimx.mentions.quantities.changes import change_verbs
from claimx.mentions.quantities.context_words import words
from claimx.mentions.quantities.lexer import tables
from claimx.mentions.quantities.money import currency_after
from claimx.mentions.quantities.number import Number
from claimx.mentions.quantities.rates import find_unit
from claimx.mentions.quantities.units import UnitMatch

#: Stretches of time are told without numbers all the time ("more than a year") and are left to times.
_NOT_IMPLIED = frozenset({"time"})
_ARTICLE_BEFORE = re.compile(r"\ban?\s+$", re.I)
#: What can be one, which is rare; the words before it are looked at then.
_ARTICLE = re.compile(r"(?<=\s)an?(?=\s+[a-z])")
_HYPHEN = re.compile(r"-(?=[a-z])")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\s*$)")
_LONGEST = 16


@cache
def _before_ones() -> frozenset[str]:
    """The words before "a dollar" that make it an amount: bounds, prices, and verbs of change in all forms."""
    endings = ("", *words("endings_of_verbs"))
    verbs = {lemma + ending for lemma in change_verbs(intransitive=True) for ending in endings}
    return words("before_implied_ones") | words("past_forms_of_change") | verbs


@cache
def _parts() -> frozenset[str]:
    return frozenset(word for word, row in tables().words.items() if row.kind == "part" and not word.endswith("s"))


def find_implied(text: str) -> list[Number]:
    """Articles and parts that are numbers since a unit follows, in order."""
    found = [
        Number(match.start(), match.end(), tables().values["one"], kind="words")
        for match in _ARTICLE.finditer(text)
        if _word_before(text, match.start()).lower() in _before_ones() and _is_measured(text, match.end())
    ]
    for match in _HYPHEN.finditer(text):
        word = _word_before(text, match.start())
        if word.lower() in _parts() and _is_measured(text, match.start()):
            start = match.start() - len(word)
            article = _ARTICLE_BEFORE.search(text, max(0, start - 3), start)
            value = 1 / tables().values[word.lower()]
            found.append(Number(article.start() if article else start, match.start(), value, kind="words"))
    return sorted(found, key=lambda number: number.start)


def _word_before(text: str, at: int) -> str:
    match = _LAST_WORD.search(text, max(0, at - _LONGEST), at)
    return match.group() if match else ""


def _is_measured(text: str, at: int) -> bool:
    """Whether a unit of measure or money begins at ``at``, and is no part of a longer word."""
    found: UnitMatch | None = find_unit(text, at, digits=False) or currency_after(text, at, sum_like=False)
    if found is None or found.unit.dimension in _NOT_IMPLIED:
        return False
    return not text[found.end : found.end + 1].isalnum()
