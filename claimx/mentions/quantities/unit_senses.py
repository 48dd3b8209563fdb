"""Ambiguous units: what "points", "degrees" or "F" mean by the words around the number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from claimx.lexicons import loader as lexicon
from claimx.mentions.quantities.units import Unit, unit

#: So many code points around a number are searched for what decides an ambiguous unit.
_NEAR = 160


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of unit_senses.toml: what an ambiguous unit becomes, or measures, near one of the cues."""

    key: str
    unit: str
    cues: tuple[str, ...]
    against: tuple[str, ...] = ()
    becomes: str = ""
    dimension: str = ""


@cache
def _senses() -> dict[str, tuple[Unit, re.Pattern[str], re.Pattern[str]]]:
    found = {}
    for row in lexicon.load("quantities/unit_senses", Sense).values():
        meant = unit(row.becomes) if row.becomes else Unit(row.unit, row.dimension)
        found[row.unit] = (meant, _beginnings(row.cues), _beginnings(row.against))
    return found


def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    return re.compile(rf"(?<![^\W_])(?:{alternatives})" if words else r"(?!)", re.I)


def sense(read: Unit, text: str, start: int, end: int) -> Unit:
    """What an ambiguous unit of the number at ``[start, end)`` means by the words around it ("point", "degree")."""
    entry = _senses().get(read.name)
    if entry is None:
        return read
    meant, cues, against = entry
    low, high = max(0, start - _NEAR), end + _NEAR
    if cues.search(text, low, high) is None or against.search(text, low, high) is not None:
        return read
    return replace(meant, per=read.per)
