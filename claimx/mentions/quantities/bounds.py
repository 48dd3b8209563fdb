"""Bounds: words before or after a number that make it a limit or an approximation ("more than", "or so")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from claimx.lexicons.loader import load
from claimx.mentions.quantities.context_words import any_of, words
from claimx.records import Bound


@dataclass(frozen=True, slots=True)
class BoundRow:
    """A row of bounds.toml; ``side`` "both": before the number, or after it and what it counts."""

    key: str
    bound: Bound
    side: Literal["before", "after", "both"] = "before"


class Bounded(NamedTuple):
    """A bound and the stretch of the number with the bound's words."""

    bound: Bound
    start: int
    end: int


#: Words that may stand between a bound and its number, and are no part of the quantity.
_FILLERS = rf"(?:{any_of('between_bound_and_number')}\s+){{0,3}}"
_ADVERBS = rf"(?:(?!(?:an?|the)\s){any_of('between_bound_and_number')}\s+){{0,3}}"
_PREPOSITIONS = words("bounds_that_are_prepositions")
_LENGTH = 48
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
#: After these "over" is a limit of a duration, too.
_LIMITED = re.compile(rf"\b{any_of('before_limits_of_durations')}\s+$", re.I)
#: "the fee went up to 5 euros"
_UP_TO = re.compile(rf"\b{any_of('before_up_to_a_level')}\s+up\s+to\s+$", re.I)


class _Tables(NamedTuple):
    """Patterns of bounds right before a number, right after it, and at the end of its phrase; their rows."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    closing: re.Pattern[str]
    rows: dict[str, BoundRow]


@cache
def _tables() -> _Tables:
    rows = load("quantities/bounds", BoundRow)
    before = _alternation(r for r in rows if rows[r].side != "after" and r[-1].isalnum() and r not in _PREPOSITIONS)
    prepositions = _alternation(r for r in rows if r in _PREPOSITIONS)
    dots = _alternation(r for r in rows if rows[r].side == "before" and r[-1] == ".")
    signs = _alternation(r for r in rows if rows[r].side == "before" and not r[-1].isalnum() and r[-1] != ".")
    after = _alternation(r for r in rows if rows[r].side == "after")
    closing = _alternation(r for r in rows if rows[r].side == "both")
    return _Tables(
        re.compile(
            rf"(?:(?<![\w-])({before}|{dots})\s+{_FILLERS}"
            rf"|(?<![<>])({signs})(?:\s(?<=[^\n]{{3}}))?"  # not ">> 8 boats", nor a line's "> 8 boats"
            rf"|(?<![\w-])({prepositions})\s+{_ADVERBS})$",
            re.I,
        ),
        re.compile(rf"[ \u00a0]?({after})(?!\w|\s+(?:{any_of('between_particle_and_amount')}\s+)?[\d$€£¥])", re.I),
        re.compile(rf",?\s+({closing})(?=\s*(?:[.,;:!?)\]\"”’—–]|$))", re.I),
        rows,
    )


def _alternation(keys: Iterable[str]) -> str:
    words = sorted(keys, key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)


def find_bound(
    text: str, start: int, end: int, *, after: int = 0, duration: bool = False, between: bool = False
) -> Bounded:
    """The bound of the quantity at ``[start, end)``; "=" where no words limit it. The word nearest to it decides.

    Args:
        text: the article's text.
        start: where number and unit begin.
        end: where they end.
        after: where the quantity before it ends, which bounds right behind belong to ("3 points higher than 4").
        duration: it is a length of time, or a number of things that take time, before which "over" is most often no
            limit ("rose over four years", "over two innings").
        between: it is a range, and "between" before it belongs to it.
    """
    bound: Bound | None = None
    for _ in range(3):
        left = text[max(after, start - _LENGTH) : start]
        match = _tables().before.search(left)
        if match is None or (after and match.start() <= 1 and start - len(left) == after):
            break
        word = match.group(1) or match.group(2) or match.group(3)
        if _UP_TO.search(text, max(0, start - _LENGTH), start):
            break
        if duration and word.lower() == "over" and not _LIMITED.search(left[: match.start()]):
            break
        bound = bound or _tables().rows[_key(word)].bound
        start -= len(left) - match.start()
    if between and (match := _BETWEEN.search(text[max(0, start - 9) : start])):
        start -= len(match.group())
    if match := _tables().after.match(text, end):
        row = _tables().rows[_key(match.group(1))]
        if bound is None or bound == "~":
            bound = row.bound
        end = match.end()
    return Bounded(bound or "=", start, end)


def closing_bound(text: str, end: int) -> tuple[Bound, int] | None:
    """The bound that closes a phrase ending at ``end`` ("two per cent of the vote **at most**"), and where it ends."""
    match = _tables().closing.match(text, end)
    return (_tables().rows[_key(match.group(1))].bound, match.end()) if match else None


def _key(words: str) -> str:
    return " ".join(words.lower().split())
