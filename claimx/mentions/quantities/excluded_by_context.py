"""Bare numbers that are no quantities by the words around them: in names, years, "one" as a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicons import loader as lexicon
from claimx.mentions.quantities.numbers import Number

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token


@dataclass(frozen=True, slots=True)
class NumberedName:
    """A row of numbered_names.toml. ``label``: a common noun that numbers its kind ("part 3")."""

    key: str
    label: bool = False


_YEAR_BEFORE = frozenset(
    {"the", "in", "since", "during", "by", "until", "early", "late", "mid", "his", "her", "their", "its"}
)
_YEAR_LEFT = frozenset(
    {
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "from",
        "to",
        "during",
        "before",
        "after",
        "the",
        "and",
        "for",
        "early",
        "late",
        "mid",
        "around",
        "circa",
        "through",
        "between",
    }
)
_PRONOUN_LEFT = frozenset(
    {
        "no",
        "each",
        "every",
        "this",
        "that",
        "which",
        "any",
        "some",
        "the",
        "another",
        "everyone",
        "other",
        "last",
        "next",
        "right",
        "big",
        "not",
    }
)
_AMOUNT_LEFT = re.compile(
    r"\b(?:(?:average|total|sum|record|maximum|minimum|excess|number|top) of|(?:more|less|fewer) than|at least|up to|"
    r"nearly|almost|some|as many as)\s+$",
    re.I,
)
_RANK = re.compile(r"\b(?:top|bottom|final|last|first|back|front|big)[ -]$", re.I)
#: "to last six to seven weeks": a verb, no rank.
_LASTING = re.compile(
    r"\b(?:to|will|would|could|may|might|must|can|should|not|n['’]t|['’]ll|only|usually)\s+last\s$", re.I
)
_ONE_IN = re.compile(
    r"(?:[ -]in[ -]|[ -]out[ -]of[ -])(?:every )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty)", re.I
)
_AT = re.compile(r"\bat\s$", re.I)
_HOUR_AFTER = re.compile(r"\s(?:on|in the|this|tonight|tomorrow|yesterday|every|each|sharp)\b|[.,;]")
_ZERO = re.compile(r"\b(?:below|above|sub|ground|absolute|net)[ -]$", re.I)
_THE_OTHER = re.compile(r"\b(?:the|the other|these|those|all|other)\s$", re.I)
_OR_TWO = re.compile(r"\s+(?:to|or)\s+(?:two|three|\d)\b", re.I)
_VAGUE_DAY = frozenset({"day", "time", "point", "stage", "thing", "another"})
_ONE_OF = re.compile(
    r"[ -]of[ -](?:the|these|those|his|her|its|their|our|my|your|many|several|a|only|\w+['’]s?|\d"
    r"|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.I,
)


@cache
def _names() -> re.Pattern[str]:
    rows = lexicon.load("names/numbered_names", NumberedName)
    words = "|".join(sorted((re.escape(k) for k, row in rows.items() if not row.label), key=len, reverse=True))
    labels = "|".join(sorted((re.escape(k) for k, row in rows.items() if row.label), key=len, reverse=True))
    return re.compile(rf"(?<![\w&])(?:(?P<name>{words})|(?P<label>{labels}))(?:[ \u00a0\n-]|(?<=[.№§]))?$", re.I)


def is_named(doc: Parse, number: Number, counted: Token | None) -> bool:
    """Whether a bare number belongs to a name or numbers its kind ("Boeing 737", "part 3", "TPP-11").

    ``counted`` is the plural noun that the number counts, where the parse has one.
    """
    text = doc.text
    left = text[max(0, number.start - 24) : number.start]
    if left[-1:] in "-–/&" and left[-2:-1].isalpha():
        return True
    match = _names().search(left)
    if match and (counted is None or match.group() != match.group().lower()):
        return True
    word = text[number.start : number.end]
    if word.lower() == "zero" and _ZERO.search(left):
        return True
    is_rank = _RANK.search(left) and not _LASTING.search(left)
    if (is_rank or _THE_OTHER.search(left)) and _ends_phrase(doc, number):
        return True
    if _AT.search(left) and number.value <= 12 and counted is None and _HOUR_AFTER.match(text, number.end):
        return True
    previous, following = doc.before(number.start), doc.after(number.end)
    if number.kind != "digits":
        return word[0].isupper() and not doc.token_at(number.start).is_sent_start and _in_title(previous, following)
    if counted is not None:
        return False
    if previous is not None and _touches(text, previous, number.start) and _is_capital(previous):
        return True
    return (
        following is not None
        and text[number.end : following.idx] in (" ", "-", "")
        and following.tag == "NNP"
        and following.text[0].isupper()
    )


def _ends_phrase(doc: Parse, number: Number) -> bool:
    """Whether no noun follows that the number could count ("the bottom three")."""
    following = doc.after(number.end)
    if following is not None and following.text == "-":
        return False
    return following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or following.idx - number.end > 1


def _touches(text: str, token: Token, at: int) -> bool:
    return text[token.idx + len(token) : at] in (" ", "", "-", "\u00a0")


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and (
        token.pos == "PROPN" or (not token.is_sent_start and token.tag not in ("IN", "DT", "CC"))
    )


def _in_title(previous: Token | None, following: Token | None) -> bool:
    return bool(
        (previous is not None and previous.text[:1].isupper() and previous.is_alpha)
        or (following is not None and following.text[:1].isupper() and following.is_alpha and following.pos == "PROPN")
    )


def is_year(doc: Parse, number: Number, counted: Token | None) -> bool:
    """Whether four bare digits are a year."""
    if number.kind != "digits" or number.end - number.start != 4 or not 1500 <= number.value <= 2100:
        return False
    if _AMOUNT_LEFT.search(doc.text[max(0, number.start - 24) : number.start]):
        return False
    if not doc.text[number.start : number.end].isdigit():
        return False
    if counted is None or counted.text[0].isupper():
        return True
    previous, following = doc.before(number.start), doc.after(number.end)
    if 1900 <= number.value <= 2050:
        if previous is not None and previous.lower in _YEAR_BEFORE:
            return True
        if following is not None and following != counted and following.pos == "PROPN":
            return True
    return previous is not None and previous.lower in _YEAR_LEFT and following != counted


def is_pronoun(doc: Parse, number: Number, *, measured: bool) -> bool:
    """Whether "one" stands for a thing and counts nothing ("no one", "this one", "one day")."""
    text = doc.text
    if text[number.start : number.end].lower() != "one":
        return False
    previous, following = doc.before(number.start), doc.after(number.end)
    if previous is not None and previous.lower in _PRONOUN_LEFT and not (previous.lower == "the" and measured):
        return True
    if _ONE_OF.match(text, number.end) or _ONE_IN.match(text, number.end) or _OR_TWO.match(text, number.end):
        return False
    if following is None or following.lower in _VAGUE_DAY:
        emphatic = previous is not None and previous.lower in ("just", "only", "than", "least", "within", "exactly")
        return not (emphatic and following is not None)
    if measured:
        return False
    if text[number.end : number.end + 1] == "-":
        return True
    token = doc.token_at(number.start)
    return not (token.dep == "nummod" and token.head.i > token.i)
