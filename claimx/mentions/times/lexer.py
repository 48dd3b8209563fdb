"""Cuts a text into lexemes, each of one kind, and writes the kinds as a string of one character a lexeme.

Square brackets are passed over, as they stand inside expressions that an editor mended ("[Ten] years ago").
The patterns of ``times/time_patterns.toml`` are regular expressions over that string (see patterns.py). spaCy's
tokens are not used: they join what stands together ("5:30pm", "1985-87", "mid-1990s").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimx.lexicons.loader import load
from claimx.lexicons.words import alternatives
from claimx.timex.calendar_words import holidays, months, units, weekdays


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of time_words.toml."""

    kind: str
    value: str = ""


class Lexeme(NamedTuple):
    """Some characters of the text: what kind of thing they are and what they count for there."""

    start: int
    end: int
    kind: str
    value: str


#: Kinds that the lexer gives by shape; all others come from the lexicons.
SHAPES = (
    "gap", "word", "mark", "hyphen", "comma", "dot", "slash", "open", "own", "iso", "isoweek", "slashed", "clock",
    "decade4", "shortyear", "ordinal", "label", "fiscalyear", "int12", "int24", "int31", "int59", "int", "digits4",
    "year4", "decimal", "fraction", "ampm", "oclock", "era",
)  # fmt: skip
WORD_KINDS = ("monthname", "maymonth", "shortmonth", "weekday", "weekdays", "shortday", "holiday")

#: Words of three and more letters are most of a text and nothing else, so that they are tried first, with their blank.
_LEXEMES = re.compile(
    r"""
      [ ]?(?P<letters>(?![½¼¾])[^\W\d_]{3,})
    | (?P<gap>\n[^\S\n]*\n\s*)
    | (?P<era>(?<!\.)(?:B\.C\.(?:E\.)?|A\.D\.|C\.E\.|BC|AD|CE)(?!\w))
    | (?i:(?P<label>(?:[QH][1-4]|[1-4][QH])(?!\w)|[1-4][QH](?=[0-9][0-9](?:[0-9][0-9])?(?!\w)))
        | (?P<fiscalyear>FY\s?['’]?(?:[0-9]{4}|[0-9][0-9])(?!\w))
        | (?P<fraction>[½¼¾])
        | (?P<ampm>[ap]\.[ ]?m\b\.?|[ap]m(?!\w))
        | (?P<oclock>o['’]clock))
    | (?P<afterlabel>(?<=[1-4][QH])[0-9][0-9](?!\w))
    | (?P<word>[^\W\d_]+)
    | (?i:(?P<iso>[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:[T\ ][0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?(?:\.[0-9]{1,9})?
            (?:Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![\w-]))
        | (?P<isoweek>[0-9]{4}-W[0-9][0-9](?:-[1-7])?(?!\w))
        | (?P<holiday>9/11(?![/0-9]))
        | (?P<slashed>(?:(?<![0-9-])[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?!-)
            |[0-9]{1,2}(?P<cut>[/.])[0-9]{1,2}(?P=cut)(?:[0-9]{4}|[0-9][0-9])
            |[0-9]{4}(?P<slash>[/.])[0-9]{1,2}(?P=slash)[0-9]{1,2})(?![0-9/])(?![.][0-9]))
        | (?P<clock>(?<!:)[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![0-9:])|[0-9]{1,2}\.[0-9][0-9](?=\s?[ap]\.?m))
        | (?P<decade4>(?:[0-9]{3}0|['’‘]?[0-9]0)['’]?s(?!\w))
        | (?P<ordinal>[0-9]{1,4}(?:ORDINAL)(?!\w))
        | (?P<number>[0-9]+(?:\.[0-9]+|,[0-9]{2,3}(?![0-9]))*)
        | (?P<shortyear>(?:(?<!\w)|(?<=[QH][1-4])|(?<=[1-4][QH]))['’‘][0-9][0-9](?!\w))
        | (?P<own>['’]s(?!\w)|(?<=s)['’](?=\s)))
    | (?P<mark>[^\w\s\[\]])
    """.replace("ORDINAL", alternatives("grammar/function_words", "ordinal_endings")),
    re.VERBOSE,
)
_MARKS = {
    "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "hyphen", "—": "hyphen", ",": "comma", ".": "dot", "/": "slash",
    "(": "open", "$": "money", "£": "money", "€": "money", "¥": "money",
}  # fmt: skip
_WORD_SHAPES = frozenset({"letters", "word"})
_NO_WORD_OF_TIME = ("word", "")
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


class Vocabulary(NamedTuple):
    """All words with their kinds and values, and holidays by their first word."""

    words: dict[str, tuple[str, str]]
    holidays: dict[str, tuple[str, ...]]
    codes: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The words of all time lexicons. ``codes`` gives each kind the character that stands for it."""
    words = {word: (row.kind, row.value) for word, row in load("times/time_words", WordRow).items()}
    for name, month in months().items():
        kind = "shortmonth" if month.short else "maymonth" if month.unsure else "monthname"
        words[name] = (kind, str(month.number))
    for name, day in weekdays().items():
        kind = "shortday" if day.short else "weekdays" if day.plural else "weekday"
        words[name] = (kind, str(day.number))
    for name, unit in units().items():
        words[name] = (name, name)
        words[unit.plural] = (unit.plural, name)
    kinds = {*SHAPES, *WORD_KINDS, *_MARKS.values(), *(kind for kind, _ in words.values())}
    codes = {kind: chr(0x100 + place) for place, kind in enumerate(sorted(kinds))}
    by_first_word: dict[str, tuple[str, ...]] = {}
    for name in sorted(holidays(), key=len, reverse=True):
        match = re.match(r"\w+", name)
        first = match[0] if match else name
        by_first_word[first] = (*by_first_word.get(first, ()), name)
    return Vocabulary(words, by_first_word, codes)


def lex(text: str) -> tuple[list[Lexeme], str]:
    """The lexemes of a text in order, and their kinds as a string; one pass, in linear time."""
    words, holidays_by_word, codes = vocabulary()
    lexemes: list[Lexeme] = []
    kinds: list[str] = []
    done = 0
    for match in _LEXEMES.finditer(text):
        shape = match.lastgroup or "word"
        start, end = match.span(shape)
        if start < done:  # inside a holiday's name
            continue
        if shape in _WORD_SHAPES:
            word = text[start:end].lower()
            kind, value = words.get(word, _NO_WORD_OF_TIME)
            if word in holidays_by_word and (name := _holiday(text, start, holidays_by_word[word])):
                kind, value, end = "holiday", name, start + len(name)
                done = end
        else:
            kind, value = _SHAPED.get(shape, _plain)(match[0], shape)
        lexemes.append(Lexeme(start, end, kind, value))
        kinds.append(codes[kind])
    return lexemes, "".join(kinds)


def _holiday(text: str, start: int, names: tuple[str, ...]) -> str | None:
    if not text[start].isupper():
        return None
    for name in names:
        found = text[start : start + len(name) + 1].lower().replace("’", "'")
        if found[: len(name)] == name and not found[len(name) :].isalnum():
            return name
    return None


def _plain(text: str, shape: str) -> tuple[str, str]:
    return shape, text


def _mark(text: str, shape: str) -> tuple[str, str]:
    return _MARKS.get(text, shape), text


def _number(text: str, shape: str) -> tuple[str, str]:
    del shape
    if not text.isdecimal() or not text.isascii():
        whole = text.replace(",", "")
        if not whole.isascii() or whole.count(".") > 1 or len(whole) > 15:
            return "word", ""
        return ("int" if whole.isdecimal() else "decimal"), whole
    if len(text) > 9:
        return "word", ""
    if len(text) == 4:
        return ("year4" if text[0] in "12" else "digits4"), text
    value = int(text)
    for kind, limit in (("int12", 12), ("int24", 24), ("int31", 31), ("int59", 59)):
        if value <= limit and len(text) <= 2:
            return ("int24" if not value else kind), str(value)
    return "int", str(value)


def _digits(text: str, shape: str) -> tuple[str, str]:
    return shape, "".join(c for c in text if c.isdecimal() and c.isascii())


def _label(text: str, shape: str) -> tuple[str, str]:
    letter, digit = sorted(text.upper(), reverse=True)
    return ("word", "") if letter == "H" and digit > "2" else (shape, letter + digit)


def _after_label(text: str, shape: str) -> tuple[str, str]:
    del shape
    return "shortyear", text


def _ampm(text: str, shape: str) -> tuple[str, str]:
    return shape, text[0].lower()


def _era(text: str, shape: str) -> tuple[str, str]:
    return shape, "BC" if text[0] == "B" else "AD"


def _fraction(text: str, shape: str) -> tuple[str, str]:
    return shape, _FRACTIONS[text]


_SHAPED: dict[str, Callable[[str, str], tuple[str, str]]] = {
    "number": _number,
    "mark": _mark,
    "decade4": _digits,
    "era": _era,
    "shortyear": _digits,
    "afterlabel": _after_label,
    "fiscalyear": _digits,
    "ordinal": _digits,
    "label": _label,
    "ampm": _ampm,
    "fraction": _fraction,
}
