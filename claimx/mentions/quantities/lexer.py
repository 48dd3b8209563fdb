"""The words and figures of numerals, cut out of a text: what numbers.py puts together.

The words are in quantities/number_words.toml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from claimx.lexicons import loader as lexicon

#: Longer figures are left out: no measured thing needs them, and JSON readers lose their digits.
MAX_DIGITS = 24
LIMIT = 10**MAX_DIGITS


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
    """The words; patterns of lexemes, of sure abbreviations after digits ("bn") and of unsure ones ("m")."""

    words: dict[str, NumberWord]
    lexemes: re.Pattern[str]
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
_SLASH = r"(?<![\d/.,\w])(?:\d{1,3} )?\d{1,3}/\d{1,3}(?![\d/])"
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5)}
_VULGAR |= {"⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅒": (1, 10)}
_VULGAR_CLASS = "[" + "".join(_VULGAR) + "]"


@cache
def tables() -> Tables:
    """The lexicon with its patterns, made once."""
    words = lexicon.load("quantities/number_words", NumberWord)
    alternatives = "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))
    initials = "".join(sorted({w[0] for w in words}))
    lexemes = re.compile(
        rf"(?P<slash>{_SLASH})|(?P<digits>{_DIGITS})|(?P<vulgar>{_VULGAR_CLASS})"
        rf"|\b(?=[{initials}])(?P<word>{alternatives})(?:\b|(?=fold\b))",
        re.I,
    )
    abbreviations = {a: row.value for row in words.values() for a in row.abbreviations}
    sure = "|".join(sorted((re.escape(a) for a in abbreviations if len(a) > 1 and a != "MM"), key=len, reverse=True))
    unsure = "|".join(re.escape(a) for a in abbreviations if len(a) == 1 or a == "MM")
    return Tables(
        words,
        lexemes,
        abbreviations,
        re.compile(rf"[ \u00a0-]?({sure})(?![\w/])"),
        re.compile(rf"([ \u00a0]?)({unsure})(?![\w/²³])"),
    )


def lex(text: str) -> list[Lexeme]:
    """The lexemes of a text, in order."""
    words = tables().words
    found = []
    for match in tables().lexemes.finditer(text):
        group, raw = str(match.lastgroup), match.group()
        start, end = match.span()
        if group == "word":
            row = words[raw.lower()]
            found.append(Lexeme(row.kind, Fraction(row.value), start, end, row.key))
        elif group == "vulgar":
            found.append(Lexeme("vulgar", Fraction(*_VULGAR[raw]), start, end, raw))
        elif group == "slash":
            found.append(Lexeme("slash", _slash_value(raw), start, end, raw))
        elif (value := _digits_value(raw)) is not None:
            found.append(Lexeme("digits", value, start, end, raw))
    return found


def _slash_value(raw: str) -> Fraction:
    whole, _, part = raw.rpartition(" ")
    top, bottom = (int(n) for n in part.split("/"))
    # "24/7", "9/11", "3/0": no fraction of everyday use; -1 tells so
    if top >= bottom or bottom not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100):
        return Fraction(-1)
    return (int(whole) if whole else 0) + Fraction(top, bottom)


def _digits_value(raw: str) -> Fraction | None:
    figures, power = _POWER.sub("", raw), _POWER.search(raw)
    plain = re.sub(r"[,\s]", "", figures)
    if len(plain) > MAX_DIGITS + 8 or not plain.isascii():
        return None
    value = Fraction(plain if plain[0] != "." else "0" + plain)
    if power is None:
        return value
    exponent = int((power.group(1) or power.group(2)).translate(_SUPERSCRIPTS))
    return value * Fraction(10) ** exponent if abs(exponent) <= 2 * MAX_DIGITS else None
