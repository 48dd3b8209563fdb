"""What a quantity is a rate of: "$2 a day", "12 tonnes per hectare", "47 per 100,000 people", "a $900 monthly rent".

Measures that are divided by measures have a name in the lexicon ("kilometre per hour") or a derived dimension; what a
value is divided by otherwise stands beside its unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from claimx.lexicons.loader import load
from claimx.mentions.quantities.context_words import any_of, words
from claimx.mentions.quantities.units import Unit, UnitMatch, known_unit, simple_unit
from claimx.records import Rate, Span


@dataclass(frozen=True, slots=True)
class RateWord:
    """A row of rate_words.toml: an adjective or adverb, and the unit of time that it tells ("daily": day)."""

    key: str
    unit: str


#: What may stand below the line of a compound unit.
PER_DIMENSIONS = frozenset({"time", "length", "area", "volume", "mass", "energy", "power"})
_DERIVED = {
    ("length", "time"): "speed",
    ("volume", "time"): "flow rate",
    ("mass", "time"): "mass flow rate",
    ("information", "time"): "data rate",
    ("mass", "volume"): "density",
    ("count", "time"): "frequency",
    ("count", "area"): "number density",
    ("time", "time"): "ratio",
    ("ratio", "time"): "growth rate",
}
_PER = re.compile(r"\s+(?:(per)|each)\s+|\s*/\s*|[ -](an?)[ -]|-per-", re.I)
_LATER = re.compile(rf"\s+{any_of('after_distances_in_time')}\b", re.I)
_SHARES = words("shares")
_NOUN = re.compile(rf"(?!{any_of('never_after_per')}\b)[a-z]{{3,}}")
#: "per 100,000 people", "per 1,000 live births"
_GROUP = re.compile(r"\d{1,3}(?:,?\d{3}){0,3}\b(?!\.\d)(?:\s+(?:live\s+)?[a-z]+s\b|\s+people\b)?")
_COUNT = Unit("", "count", Fraction(1))


@cache
def _rate_words() -> re.Pattern[str]:
    return re.compile(rf"[ -]({'|'.join(load('quantities/rate_words', RateWord))})\b")


def find_unit(text: str, at: int, *, digits: bool = True) -> UnitMatch | None:
    """The unit that begins at ``at``, with what it is divided by. Arguments as of :func:`units.simple_unit`."""
    base = simple_unit(text, at, digits=digits)
    return base if base is None else with_per(text, base)


def with_per(text: str, base: UnitMatch) -> UnitMatch:
    """Add what stands below the line, if anything does ("a year ago" does not)."""
    match = _PER.match(text, base.end)
    if match is None:
        return base
    is_article, slash = match.group(2) is not None, "/" in match.group()
    below = simple_unit(text, match.end(), digits=slash)
    if below is not None and below.unit.dimension in PER_DIMENSIONS:
        if is_article and _LATER.match(text, below.end):
            return base
        is_symbol = slash and base.unit.dimension != "money"
        rate = None if is_symbol else _rate(text, match.start(), below.end, below.unit.name)
        return UnitMatch(per(base.unit, below.unit, rate), below.end)
    noun = None
    if match.group(1):
        noun = _GROUP.match(text, match.end()) or _NOUN.match(text, match.end())
    elif is_article:
        noun = _NOUN.match(text, match.end())
        noun = noun if noun is not None and noun.group() in _SHARES else None
    if noun is None:
        return base
    rate = _rate(text, match.start(), noun.end(), " ".join(noun.group().split()))
    return UnitMatch(replace(base.unit, factor=None, per=rate), noun.end())


def _rate(text: str, start: int, end: int, unit: str) -> Rate:
    """What a value is a rate of, by the words at ``[start, end)``, blanks around them left out."""
    told = text[start:end].strip()
    begin = text.index(told, start)
    return Rate(told, Span(begin, begin + len(told)), unit)


def per(above: Unit, below: Unit, rate: Rate | None = None) -> Unit:
    """The unit ``above`` per ``below``: one of the lexicon ("kilometre per hour"), or ``above`` with ``rate`` beside.

    Its dimension is that of both together, but money stays money. Without ``rate`` both are written as one symbol
    ("mg/l") and the unit is named after both.
    """
    name = f"{above.name} per {below.name}"
    if known := known_unit(name):
        return known
    dimension = above.dimension
    if dimension != "money":
        dimension = _DERIVED.get((above.dimension, below.dimension), f"{above.dimension} per {below.dimension}")
    factor = above.factor / below.factor if above.factor is not None and below.factor and dimension != "money" else None
    return Unit(above.name if rate else name, dimension, factor, per=rate, parts=above.parts)


def count_per(text: str, at: int) -> Unit | None:
    """A nameless unit with what a count is divided by ("3,000 tests **per day**"), or null."""
    found = with_per(text, UnitMatch(_COUNT, at)).unit
    return found if found.per else None


def told_rate(text: str, at: int) -> Rate | None:
    """The rate that an adjective or adverb right behind a quantity tells: "$900 **monthly** rent"."""
    match = _rate_words().match(text, at)
    if match is None:
        return None
    return _rate(text, match.start(1), match.end(1), load("quantities/rate_words", RateWord)[match.group(1)].unit)
