"""The words and figures of numerals, cut out of a text: what numbers.py puts together.

The words are in quantities/number_words.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from claimx.lexicons.loader import load

#: Longer figures are left out: no measured thing needs them, and JSON readers lose their digits.
MAX_DIGITS = 24
LIMIT = 10**MAX_DIGITS
#: As many figures are read, decimals included.
_MOST_FIGURES = MAX_DIGITS + 8


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A row of number_words.toml; ``abbreviations`` stand right after digits and count by case."""

    key: str
    kind: Literal["unit", "teen", "ten", "hundred", "scale", "dozen", "part", "vague", "few", "couple"]
    value: int
    abbreviations: tuple[str, ...] = ()


class Lexeme(NamedTuple):
    """A figure or a word of a numeral: its kind (see NumberWord; "digits", "slash", "vulgar"), value and place."""

    kind: str
    value: Fraction
    start: int
    end: int
    word: str


class Tables(NamedTuple):
    """Words with their values; abbreviations after digits, with patterns of sure ones ("bn") and unsure ones ("m")."""

    words: dict[str, NumberWord]
    values: dict[str, Fraction]
    abbreviations: dict[str, int]
    sure: re.Pattern[str]
    letters: re.Pattern[str]


_DIGITS = (
    r"(?<!\d)(?:\d{1,3}(?:,\d{2,3}){0,8},\d{3}(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,8}(?!\d)|\d{1,3}(?: \d{3}){0,5} 000(?!\d)|\d+)(?:\.\d+)?"
    r"(?:[eE][+-]?\d{1,3}(?!\w)|\s?[×x]\s?10(?:\^[+-]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,3})(?!\w))?"
    r"|(?<![\w.)])\.\d+"
)
_POWER = re.compile(r"[eE]([+-]?\d+)$|\s?[×x]\s?10\^?([+-]?\d+|[⁻⁺]?[⁰¹²³⁴-⁹]+)$")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SLASH = r"(?<![\d/.,\w])(?:\d{1,3}[ -])?\d{1,3}/\d{1,3}(?![\d/])"
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5)}
_VULGAR |= {"⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅒": (1, 10)}
_VULGAR_CLASS = "[" + "".join(_VULGAR) + "]"


_NUMERAL = re.compile(rf"(?P<slash>{_SLASH})|(?P<digits>{_DIGITS})|(?P<vulgar>{_VULGAR_CLASS})", re.I)
#: What a numeral in figures begins with; a search for this alone is fast.
_BEGINNING = re.compile(rf"[\d.{''.join(_VULGAR)}]")
_WORD = re.compile(r"\w+")
_FOLD = "fold"


@cache
def tables() -> Tables:
    """The lexicon with its patterns, made once."""
    words = load("quantities/number_words", NumberWord)
    abbreviations = {a: row.value for row in words.values() for a in row.abbreviations}
    sure = "|".join(sorted((re.escape(a) for a in abbreviations if len(a) > 1 and a != "MM"), key=len, reverse=True))
    unsure = "|".join(re.escape(a) for a in abbreviations if len(a) == 1 or a == "MM")
    return Tables(
        words,
        {word: Fraction(row.value) for word, row in words.items()},
        abbreviations,
        re.compile(rf"[ \u00a0-]?({sure})(?![\w/])"),
        re.compile(rf"([ \u00a0]?)({unsure})(?![\w/²³])"),
    )


def lex(text: str) -> list[Lexeme]:
    """The lexemes of a text, in order."""
    return sorted([*_words(text), *_figures(text)], key=lambda lexeme: lexeme.start)


def _words(text: str) -> Iterator[Lexeme]:
    """The words of numerals, alone or before "fold" ("twofold")."""
    known = tables()
    for match in _WORD.finditer(text):
        word = match.group().lower()
        key = word if word in known.words else word.removesuffix(_FOLD)
        if key in known.words:
            start = match.start()
            yield Lexeme(known.words[key].kind, known.values[key], start, start + len(key), key)


def _figures(text: str) -> Iterator[Lexeme]:
    """The figures and signs of numerals."""
    place = 0
    while beginning := _BEGINNING.search(text, place):
        match = _NUMERAL.match(text, beginning.start())
        place = beginning.end() if match is None else match.end()
        value = None if match is None else _VALUES[str(match.lastgroup)](match.group())
        if match is not None and value is not None:
            yield Lexeme(str(match.lastgroup), value, match.start(), match.end(), match.group())


def _vulgar_value(raw: str) -> Fraction:
    return Fraction(*_VULGAR[raw])


def _slash_value(raw: str) -> Fraction:
    whole, _, part = raw.replace("-", " ").rpartition(" ")
    top, bottom = (int(n) for n in part.split("/"))
    # "24/7", "9/11", "3/0": no fraction of everyday use; -1 tells so
    if top >= bottom or bottom not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100):
        return Fraction(-1)
    return (int(whole) if whole else 0) + Fraction(top, bottom)


def _digits_value(raw: str) -> Fraction | None:
    if raw.isdecimal() and raw.isascii():
        return Fraction(int(raw)) if len(raw) <= _MOST_FIGURES else None
    figures, power = _POWER.sub("", raw), _POWER.search(raw)
    plain = re.sub(r"[,\s]", "", figures)
    if len(plain) > _MOST_FIGURES or not plain.isascii():
        return None
    value = Fraction(plain if plain[0] != "." else "0" + plain)
    if power is None:
        return value
    exponent = int((power.group(1) or power.group(2)).translate(_SUPERSCRIPTS))
    return value * Fraction(10) ** exponent if abs(exponent) <= 2 * MAX_DIGITS else None


_VALUES: dict[str, Callable[[str], Fraction | None]] = {
    "slash": _slash_value,
    "digits": _digits_value,
    "vulgar": _vulgar_value,
}
