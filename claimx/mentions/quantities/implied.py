"""Ones that no numeral tells: "less than a percentage point", "fell a dollar", "a quarter-point cut"."""

from __future__ import annotations

import re
from functools import cache

from claimx.mentions.quantities.changes import change_verbs
from claimx.mentions.quantities.context_words import any_of
from claimx.mentions.quantities.lexer import tables
from claimx.mentions.quantities.money import currency_after
from claimx.mentions.quantities.number import Number
from claimx.mentions.quantities.rates import find_unit
from claimx.mentions.quantities.units import UnitMatch

#: Stretches of time are told without numbers all the time ("more than a year") and are left to times.
_NOT_IMPLIED = frozenset({"time"})
_ARTICLE_BEFORE = re.compile(r"\ban?\s+$", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before "a dollar", and a part that a hyphen joins to its unit."""
    parts = "|".join(word for word, row in tables().words.items() if row.kind == "part" and not word.endswith("s"))
    return (
        re.compile(rf"\b(?:{any_of('before_implied_ones')}|{_verb_forms()})\s+(an?)(?=\s+[a-z])", re.I),
        re.compile(rf"\b({parts})(?=-[a-z])", re.I),
    )


def _verb_forms() -> str:
    """The forms of the verbs of change that a rule makes, and those that none does."""
    forms = any_of("past_forms_of_change")
    return f"{forms}|(?:{'|'.join(change_verbs(intransitive=True))})(?:s|d|ed|es)?"


def find_implied(text: str) -> list[Number]:
    """Articles and parts that are numbers since a unit follows, in order."""
    ones, parts = _patterns()
    found = [
        Number(match.start(1), match.end(1), tables().values["one"], kind="words")
        for match in ones.finditer(text)
        if _is_measured(text, match.end(1))
    ]
    for match in parts.finditer(text):
        if _is_measured(text, match.end(1)):
            article = _ARTICLE_BEFORE.search(text, max(0, match.start() - 3), match.start())
            start = article.start() if article else match.start()
            found.append(Number(start, match.end(1), 1 / tables().values[match.group(1).lower()], kind="words"))
    return sorted(found, key=lambda number: number.start)


def _is_measured(text: str, at: int) -> bool:
    """Whether a unit of measure or money begins at ``at``, and is no part of a longer word."""
    found: UnitMatch | None = find_unit(text, at, digits=False) or currency_after(text, at, sum_like=False)
    if found is None or found.unit.dimension in _NOT_IMPLIED:
        return False
    return not text[found.end : found.end + 1].isalnum()
