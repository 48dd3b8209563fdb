"""Bare numbers that are no quantities by the words around them: in names, years, "one" as a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.lexicons.loader import load
from claimx.mentions.quantities.context_words import any_of, words
from claimx.mentions.quantities.number import Number

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token


@dataclass(frozen=True, slots=True)
class NumberedName:
    """A row of numbered_names.toml.

    ``label``: a common noun that numbers its kind ("part 3"). ``capital``: it does so only with a capital ("No 10").
    """

    key: str
    label: bool = False
    capital: bool = False


_FIRST_YEAR, _LAST_YEAR = 1500, 2100
#: Years that most numbers of four digits are, whatever they seem to count.
_FIRST_MODERN_YEAR, _LAST_MODERN_YEAR = 1900, 2050
_BEFORE_MODERN_YEARS = words("before_modern_years")
_BEFORE_YEARS = words("before_years")
_BEFORE_PRONOUN = words("before_pronoun_one")
_VAGUE_AFTER_ONE = words("vague_after_one")
_EMPHATIC_BEFORE_ONE = words("emphatic_before_one")
_BEFORE_AMOUNTS = re.compile(
    rf"\b(?:{any_of('before_amounts_of')} of|{any_of('before_amounts_than')} than|{any_of('before_amounts')})\s+$", re.I
)
_RANK = re.compile(rf"\b{any_of('ranks')}[ -]$", re.I)
#: "to last six to seven weeks": a verb, no rank.
_LASTING = re.compile(rf"\b(?:{any_of('before_the_verb_last')}|n['’]t|['’]ll)\s+last\s$", re.I)
_SMALL_NUMBER = rf"(?:\d|{any_of('small_numbers')})"
_ONE_IN = re.compile(rf"(?:[ -]in[ -]|[ -]out[ -]of[ -])(?:every )?(?:{_SMALL_NUMBER}|twenty)", re.I)
_AT = re.compile(r"\bat\s$", re.I)
_LAST_HOUR = 12
_AFTER_HOUR = re.compile(rf"\s{any_of('after_hours')}\b|[.,;]")
_BEFORE_ZERO = re.compile(rf"\b{any_of('before_zero')}[ -]$", re.I)
_BEFORE_PRONOUN_NUMBER = re.compile(rf"\b{any_of('before_pronoun_numbers')}\s$", re.I)
_OR_TWO = re.compile(r"\s+(?:to|or)\s+(?:two|three|\d)\b", re.I)
_ONE_OF = re.compile(rf"[ -]of[ -](?:{any_of('after_one_of')}|\w+['’]s?|{_SMALL_NUMBER}|\d+)\b", re.I)
#: What a number before it may count: a noun, or what may stand before one.
_NOMINAL = word_classes.NOUNS | {word_classes.ADJECTIVE, word_classes.NUMERAL}
#: Forms of words that are written with a capital in headings, but are no names.
_SMALL_WORDS = frozenset((word_classes.PREPOSITION_FORM, word_classes.DETERMINER_FORM, word_classes.COORDINATING))


@cache
def _names() -> re.Pattern[str]:
    rows = load("names/numbered_names", NumberedName)
    names = "|".join(sorted((re.escape(k) for k, row in rows.items() if not row.label), key=len, reverse=True))
    labels = "|".join(sorted((re.escape(k) for k, row in rows.items() if row.label), key=len, reverse=True))
    return re.compile(rf"(?<![\w&])(?:(?P<name>{names})|(?P<label>{labels}))(?:[ \u00a0\n-]|(?<=[.№§]))?$", re.I)


def is_named(doc: Parse, number: Number, counted: Token | None) -> bool:
    """Whether a bare number belongs to a name or numbers its kind ("Boeing 737", "part 3", "TPP-11").

    ``counted`` is the plural noun that the number counts, where the parse has one.
    """
    text = doc.text
    left = text[max(0, number.start - 24) : number.start]
    if (left[-1:] in "-–/&" and left[-2:-1].isalpha()) or (left[-1:] == "+" and left[-2:-1].isalnum()):
        return True
    match = _names().search(left)
    is_capital = match is not None and match.group() != match.group().lower()
    if match and (is_capital or (counted is None and not _needs_capital(match.group()))):
        return True
    word = text[number.start : number.end]
    if word.lower() == "zero" and _BEFORE_ZERO.search(left):
        return True
    is_rank = _RANK.search(left) and not _LASTING.search(left)
    if (is_rank or _BEFORE_PRONOUN_NUMBER.search(left)) and _ends_phrase(doc, number):
        return True
    if _AT.search(left) and number.value <= _LAST_HOUR and counted is None and _AFTER_HOUR.match(text, number.end):
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
        and following.tag == word_classes.NAME_SINGULAR
        and following.text[0].isupper()
    )


def is_labelled(text: str, number: Number) -> bool:
    """Whether the number in figures of a decree and the like has a point in it ("Law 27.605")."""
    match = _names().search(text[max(0, number.start - 24) : number.start])
    is_label = match is not None and match["label"] is not None and match["label"][0].isupper()
    return is_label and number.kind == "digits" and "," not in text[number.start : number.end]


def _needs_capital(label: str) -> bool:
    """Whether a label is one only with a capital ("no 10" is a negation)."""
    row = load("names/numbered_names", NumberedName).get(label.strip().lower())
    return row is not None and row.capital


def _ends_phrase(doc: Parse, number: Number) -> bool:
    """Whether no noun follows that the number could count ("the bottom three")."""
    following = doc.after(number.end)
    if following is not None and following.text == "-":
        return False
    return following is None or following.pos not in _NOMINAL or following.idx - number.end > 1


def _touches(text: str, token: Token, at: int) -> bool:
    return text[token.end : at] in (" ", "", "-", "\u00a0")


def _is_capital(token: Token) -> bool:
    is_marked = not token.is_sent_start and token.tag not in _SMALL_WORDS
    return token.text[0].isupper() and (token.pos == word_classes.NAME or is_marked)


def _in_title(previous: Token | None, following: Token | None) -> bool:
    if previous is not None and previous.text[:1].isupper() and previous.is_alpha:
        return True
    is_capital = following is not None and following.text[:1].isupper() and following.is_alpha
    return is_capital and following is not None and following.pos == word_classes.NAME


def is_year(doc: Parse, number: Number, counted: Token | None) -> bool:
    """Whether four bare digits are a year."""
    if number.kind != "digits" or number.end - number.start != 4 or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    if _BEFORE_AMOUNTS.search(doc.text[max(0, number.start - 24) : number.start]):
        return False
    if not doc.text[number.start : number.end].isdigit():
        return False
    if counted is None or counted.text[0].isupper():
        return True
    previous, following = doc.before(number.start), doc.after(number.end)
    if _FIRST_MODERN_YEAR <= number.value <= _LAST_MODERN_YEAR:
        if previous is not None and previous.lower in _BEFORE_MODERN_YEARS:
            return True
        if following is not None and following is not counted and following.pos == word_classes.NAME:
            return True
    return previous is not None and previous.lower in _BEFORE_YEARS and following is not counted


def is_pronoun(doc: Parse, number: Number, *, measured: bool) -> bool:
    """Whether "one" stands for a thing and counts nothing ("no one", "this one", "one day")."""
    text = doc.text
    if text[number.start : number.end].lower() != "one":
        return False
    previous, following = doc.before(number.start), doc.after(number.end)
    if previous is not None and previous.lower in _BEFORE_PRONOUN and not (previous.lower == "the" and measured):
        return True
    if _ONE_OF.match(text, number.end) or _ONE_IN.match(text, number.end) or _OR_TWO.match(text, number.end):
        return False
    if following is None or following.lower in _VAGUE_AFTER_ONE:
        emphatic = previous is not None and previous.lower in _EMPHATIC_BEFORE_ONE
        return not (emphatic and following is not None)
    if measured:
        return False
    if text[number.end : number.end + 1] == "-":
        return True
    token = doc.token_at(number.start)
    return not (token.dep == roles.NUMBER and token.head.i > token.i)
