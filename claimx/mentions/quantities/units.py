"""Units of measure after a number: which one, its dimension, and its factor to SI base units.

Units are rows of quantities/units.toml (SI Brochure, UCUM, NIST SP 811). What they are divided by is in rates.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from claimx.lexicons.loader import load
from claimx.lexicons.words import word_list
from claimx.mentions.quantities.context_words import words
from claimx.records import Rate


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row of units.toml; a factor of 0 is none. ``only``: a unit before "of" alone, or after digits alone.

    ``parts``: so many make one of a currency's unit ("3 dollars 50 cents").
    """

    key: str
    dimension: str
    plural: str = ""
    forms: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    factor: float = 0.0
    offset: float = 0.0
    only: Literal["of", "digits", ""] = ""
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was found: ``si = (value + offset) * factor``, factor null where SI has no counterpart.

    ``per``: what it is divided by, where the name does not tell ("kilometre per hour" does).
    """

    name: str
    dimension: str
    factor: Fraction | None = None
    offset: Fraction = Fraction(0)
    per: Rate | None = None
    parts: int = 0


class UnitMatch(NamedTuple):
    """A unit in the text, and where it ends."""

    unit: Unit
    end: int


_WORDS = re.compile(r"[ \u00a0\u202f\n-]?([^\W\d_]+(?:\.[^\W\d_]\.)?)" + r"(?:[ \u00a0\n-]([^\W\d_]+))?" * 3)
_OF = re.compile(r"\sof\s")
_WITHIN_SENTENCE = re.compile(r"\s[a-z]|[,;)]")
#: "3 L-shaped", "2 F-16": a letter of a name, not "a 5 m-high wall".
_NAMED_BY_LETTER = re.compile(r"-\w")
_QUOTE_MARKS = {"'": re.compile(r"(?:^|[\s(])'|‘"), '"': re.compile(r'"')}


#: Units that are surnames, places or things of other kinds where they are capitalised.
_NAMES = words("units_that_are_names")


class _Tables(NamedTuple):
    """Units by name, names by words and by symbols with a pattern of these, and what words are units after alone."""

    units: dict[str, Unit]
    words: dict[str, str]
    symbols: re.Pattern[str]
    names: dict[str, str]
    only: dict[str, str]


_ENDINGS_BEFORE_ES = word_list("grammar/function_words", "endings_before_es")


def _exact(number: float) -> Fraction:
    return Fraction(repr(number))


def plural(word: str) -> str:
    """A regular plural of an English noun."""
    if word.endswith(_ENDINGS_BEFORE_ES):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _surface(row: UnitRow) -> set[str]:
    forms = {row.key, row.plural or plural(row.key)}
    for form in row.forms:
        forms |= {form, plural(form)}
        head, _, rest = form.partition(" of ")
        if rest:
            forms.add(f"{plural(head)} of {rest}")
    return {form.lower().replace("-", " ") for form in forms}


@cache
def _tables() -> _Tables:
    rows = load("quantities/units", UnitRow)
    by_word, by_symbol = {}, {}
    for name, row in rows.items():
        by_word.update(dict.fromkeys(_surface(row), name))
        by_symbol.update(dict.fromkeys(row.symbols, name))
    by_length = sorted(by_symbol, key=len, reverse=True)
    symbols = "|".join(re.escape(s).replace(r"\ ", "[ \u00a0-]?") for s in by_length)
    units = {
        n: Unit(n, r.dimension, _exact(r.factor) or None, _exact(r.offset), parts=r.parts) for n, r in rows.items()
    }
    pattern = re.compile(rf"([ \u00a0\u202f-]?)({symbols})(?![\w²³]|['’]s?\w)")
    return _Tables(units, by_word, pattern, by_symbol, {n: r.only for n, r in rows.items() if r.only})


def known_unit(name: str) -> Unit | None:
    """The unit of that name; null where the lexicon has none."""
    return _tables().units.get(name)


def unit(name: str) -> Unit:
    """The unit of that common singular name; raises KeyError where the lexicon has none."""
    return _tables().units[name]


def simple_unit(text: str, at: int, *, digits: bool = True) -> UnitMatch | None:
    """The unit that begins at ``at`` (after at most one blank or hyphen), without what it is divided by.

    Args:
        text: the article's text.
        at: where the number ends.
        digits: the number is written in digits; most symbols and some words are units only then.
    """
    by_word = _by_word(text, at, digits=digits)
    by_symbol = _by_symbol(text, at, digits=digits)
    if by_word and by_symbol:
        return by_symbol if by_symbol.end > by_word.end else by_word
    return by_word or by_symbol


def _by_word(text: str, at: int, *, digits: bool) -> UnitMatch | None:
    match = _WORDS.match(text, at)
    if match is None:
        return None
    tables = _tables()
    parts = [p.lower() for p in match.groups() if p]
    for size in range(len(parts), 0, -1):
        name = tables.words.get(" ".join(parts[:size]))
        if name is None:
            continue
        end = match.end(size)
        if not _fits(tables.only.get(name), text, match.start(1), end, digits=digits):
            return None
        if name in _NAMES and text[match.start(1)].isupper() and not text[match.start(1) : end].isupper():
            return None
        if name == "point" and text[end : end + 4].lower() == " per ":
            return None
        return UnitMatch(tables.units[name], end)
    return None


def _fits(only: str | None, text: str, start: int, end: int, *, digits: bool) -> bool:
    if only == "of":
        return text[end : end + 4].lower() == " of "
    if only == "digits":
        # "two Teslas" are cars, "3 tesla" a field
        return digits and text[start].islower()
    return True


def _by_symbol(text: str, at: int, *, digits: bool) -> UnitMatch | None:
    tables = _tables()
    match = tables.symbols.match(text, at)
    if match is None:
        return None
    gap, symbol = match.group(1), match.group(2)
    if not digits and symbol not in _AFTER_WORDS:
        return None
    key = symbol if symbol in tables.names else symbol.replace("\u00a0", " ").replace("-", " ")
    name = tables.names.get(key) or tables.names.get(key.replace(" ", ""))
    if name is None or not _symbol_fits(text, at, gap, symbol, match.end()):
        return None
    end = match.end()
    if symbol.endswith(".") and not text[end : end + 2].strip():
        # an abbreviation's point at the end of a sentence is left to the sentence
        end -= 1 if not text[end:].strip() or text[end + 1 : end + 2].isupper() else 0
    return UnitMatch(tables.units[name], end)


_METRE = "m"
#: Letters that are units after a blank, too ("5 W"); the others only where glued ("5p", "5in").
_LOOSE = frozenset("mgtLlWVNFJKACΩ°%″′hs")
_GLUED = words("glued_symbols")
_SPACED = words("spaced_symbols")
_GLUED_BEFORE_OF = words("glued_symbols_before_of")
_AFTER_WORDS = words("symbols_after_words")
_GLUED_BEFORE_MARKS = words("glued_symbols_before_marks")


def _symbol_fits(text: str, at: int, gap: str, symbol: str, end: int) -> bool:
    if symbol in _QUOTE_MARKS:
        before = _QUOTE_MARKS[symbol].findall(text, max(0, at - 300), at)
        return not gap and len(before) % 2 == 0 and (symbol == '"' or not before)
    if len(symbol) == 1 and (gap == "-" or (gap and symbol != _METRE and _NAMED_BY_LETTER.match(text, end))):
        return False
    if symbol in _SPACED:
        return bool(gap)
    if gap and symbol in _GLUED:
        if symbol in _GLUED_BEFORE_OF and _OF.match(text, end):
            return True  # "40 in of rain"
        if symbol.endswith(".") and _WITHIN_SENTENCE.match(text, end):
            return True  # "a 6 in. pipe"
        return symbol in _GLUED_BEFORE_MARKS and not text[end : end + 1].isspace()
    if symbol in ("in", "in.") and text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit():
        return False
    return len(symbol) > 1 or symbol in _LOOSE or not gap


def to_si(value: Fraction, of: Unit) -> int | float | None:
    """The value in SI base units, to 12 significant digits; null where the unit has no factor."""
    if of.factor is None:
        return None
    exact = (value + of.offset) * of.factor
    if exact.denominator == 1:
        return int(exact) if abs(exact) < 2**53 else float(exact)
    return float(f"{float(exact):.12g}")
