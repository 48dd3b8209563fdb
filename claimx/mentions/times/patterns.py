"""Compiles the patterns of ``times/time_patterns.toml`` and finds where they match.

A pattern is written in the names of lexeme kinds and compiled to a regular expression over the kinds' characters (see
lexer.py), so matching runs over a string of one character a word and never over the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from claimx.errors import LexiconError
from claimx.lexicons.loader import load
from claimx.mentions.times.lexer import Lexeme, vocabulary


@dataclass(frozen=True, slots=True)
class PatternRow:
    """A row of time_patterns.toml. ``part``: only used inside of other patterns."""

    pattern: str
    part: bool = False
    resolver: str = ""
    guard: str = ""


class Pattern(NamedTuple):
    """A compiled row."""

    name: str
    regex: re.Pattern[str]
    resolver: str
    guard: str


class Match(NamedTuple):
    """A pattern that matches the lexemes ``[first, last)``; ``parts`` are the named lexemes' values."""

    pattern: Pattern
    first: int
    last: int
    parts: dict[str, str]


_ITEM = re.compile(r"(?P<name2>[a-z_]\w*)=\(|(?:(?P<name>[a-z_]\w*)=)?(?P<item>\$?[a-z_]\w*(?:\|\$?[a-z_]\w*)*)")
_NUMBER_PARTS = frozenset({"num", "plus"})
_ORDINAL_PARTS = frozenset({"nth", "day"})
_NUMBERS = frozenset({"int12", "int24", "int31", "int59", "int", "decimal", "numword", "one", "other"})


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns in the order of the file.

    Raises:
        LexiconError: a pattern names an unknown kind or part, or is no regular expression.
    """
    rows = load("times/time_patterns", PatternRow)
    return tuple(
        Pattern(name, _compile(name, rows), row.resolver, row.guard) for name, row in rows.items() if not row.part
    )


def _compile(name: str, rows: dict[str, PatternRow]) -> re.Pattern[str]:
    codes = vocabulary().codes

    def one(item: str) -> str:
        if not item.startswith("$"):
            if item not in codes:
                raise LexiconError(f"time_patterns.toml: row {name!r}: unknown kind {item!r}")
            return codes[item]
        if item[1:] not in rows:
            raise LexiconError(f"time_patterns.toml: row {name!r}: unknown part {item!r}")
        return f"(?:{translate(rows[item[1:]].pattern)})"

    def replace(match: re.Match[str]) -> str:
        if group := match["name2"]:
            return f"(?P<{group}>"
        parts = [one(item) for item in match["item"].split("|")]
        if all(len(part) == 1 for part in parts):  # a class is compiled and matched faster than alternatives
            body = f"[{''.join(map(re.escape, parts))}]" if len(parts) > 1 else parts[0]
            return f"(?P<{match['name']}>{body})" if match["name"] else body
        body = "|".join(parts)
        return f"(?P<{match['name']}>{body})" if match["name"] else f"(?:{body})"

    def translate(pattern: str) -> str:
        return _ITEM.sub(replace, pattern).replace(" ", "")

    try:
        return re.compile(translate(rows[name].pattern))
    except re.error as error:
        raise LexiconError(f"time_patterns.toml: row {name!r}: {error}") from error


class _Occurrence(NamedTuple):
    """Where a pattern matches within a run of kinds; ``spans`` are the stretches of its named parts."""

    pattern: Pattern
    first: int
    last: int
    spans: tuple[tuple[str, tuple[int, int]], ...]


def find(lexemes: Sequence[Lexeme], kinds: str) -> Iterator[Match]:
    """All matches of all patterns: from left to right, at one place the longest first, then by pattern; they overlap.

    Args:
        lexemes: those of a text.
        kinds: their kinds, one character each, as :func:`claimx.mentions.times.lexer.lex` gives them.
    """
    for run in _runs().finditer(kinds):
        start, codes = run.start(), run.group()
        for found in _kept(codes) if len(codes) <= _LONGEST_KEPT else _occurrences(codes):
            parts = {name: _part(name, lexemes[start + a : start + b]) for name, (a, b) in found.spans}
            yield Match(found.pattern, start + found.first, start + found.last, parts)


@cache
def _runs() -> re.Pattern[str]:
    """Runs of kinds that any pattern names: no match goes beyond one, and most words of a text are in none."""
    used = set("".join(pattern.regex.pattern for pattern in patterns())) & set(vocabulary().codes.values())
    return re.compile(f"[{''.join(sorted(used))}]+")


def _occurrences(run: str) -> tuple[_Occurrence, ...]:
    """All matches within a run, in the order of :func:`find`."""
    dot = vocabulary().codes["dot"]
    found: list[_Occurrence] = []
    for pattern in patterns():
        for match in pattern.regex.finditer(run):
            first, last = match.span()
            if last - first > 1 and run[last - 1] == dot:  # an abbreviation's, or the sentence's
                last -= 1
            if last > first:
                spans = {name.rstrip("23"): match.span(name) for name, codes in match.groupdict().items() if codes}
                found.append(_Occurrence(pattern, first, last, tuple(spans.items())))
    return tuple(sorted(found, key=lambda one: (one.first, -one.last)))


#: What was found in short runs is kept, since most of them come again and again ("in the", ", and").
_kept = lru_cache(maxsize=1 << 14)(_occurrences)
_LONGEST_KEPT = 24


def _part(name: str, lexemes: Sequence[Lexeme]) -> str:
    """The value of a named part."""
    if name in _NUMBER_PARTS:
        return number(lexemes)
    value = lexemes[-1].value
    return "2" if value == "second" and name in _ORDINAL_PARTS else value  # "second" is also a unit of time


def number(lexemes: Sequence[Lexeme]) -> str:
    """The number that some lexemes name, in digits ("2.5"), or "X" for a vague one ("a few", "several hundred").

    "two and a half", "2 1/2", "a hundred and fifty", "half a", "one-and-a-half", "a couple of".
    """
    if any(lexeme.kind == "vague" for lexeme in lexemes):
        return "X"
    whole, group, added = 0.0, 0.0, 0.0
    pending: Lexeme | None = None
    for place, lexeme in enumerate(lexemes):
        if lexeme.kind == "slash" and pending is not None and place + 1 < len(lexemes):
            group -= float(pending.value)
            added = float(pending.value) / max(float(lexemes[place + 1].value), 1.0)
            break
        if lexeme.kind in ("half", "fraction"):
            added = float(lexeme.value)
        elif lexeme.kind == "numscale":
            group = max(group, 1.0) * float(lexeme.value)
            if lexeme.value.endswith("000"):
                whole, group = whole + group, 0.0
        elif lexeme.kind in _NUMBERS or lexeme.kind == "couple":
            group += float(lexeme.value)
            pending = lexeme
    total = whole + group + added or 1.0
    return f"{total:.15g}" if "e" not in f"{total:.15g}" else f"{total:.0f}"
