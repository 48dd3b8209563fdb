"""Numbers that are no quantities: dates, clock times, scores, telephone numbers, identifiers, numbers in names.

First by the letters alone (one pattern over the text), then by the words around a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx import lexicon
from claimx.mentions.numbers import Number
from claimx.mentions.units import find_unit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimx.mentions.view import View


@dataclass(frozen=True, slots=True)
class NumberedName:
    """A row of numbered_names.toml. ``label``: a common noun that numbers its kind ("part 3")."""

    key: str
    label: bool = False


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_ZONE = r"(?:GMT|UTC|BST|EST|EDT|ET|PT|PST|PDT|CET|IST|AEST|JST)"
_MERIDIEM = r"(?:[ap]\.?\s?m\b\.?|[AP]\.?\s?M\b\.?)"
_YEAR = r"(?:1[0-9]|20)\d\d"
#: What a number that is no quantity looks like from its first digit on; all of bounded length.
_FROM_HERE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–]|to|and|or)\s?\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}\b)?",
    r"\d{1,4}(?:/\d{1,2}/|-\d{1,2}-|\.\d{1,2}\.)\d{2,4}(?:T[\d:.]{4,15}Z?)?(?![\d%])",
    rf"\d{{1,3}}:\d{{1,3}}(?:[:.]\d{{1,3}}){{0,3}}(?:\s?{_MERIDIEM})?",
    rf"\d{{1,2}}(?:\.\d{{2}})?(?:\s?(?:[-–]|to)\s?\d{{1,2}}(?:\.\d{{2}})?)?\s?{_MERIDIEM}",
    rf"\d{{1,2}}[.:]?\d{{2}}\s?(?:{_ZONE}\b|hrs\b)",
    r"(?:\d{1,2}|[a-zA-Z]{3,6})\s+o['’]clock\b",
    rf"{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d{{1,2}})\b(?![%,.]?\d)",
    rf"{_YEAR}\s+(?:and|to|until|till|through)\s+{_YEAR}\b(?!,\d|\s+\w+s\b)",
    r"\d{2,4}['’]?s\b",
    r"\d{1,9}(?:,\d{3}){0,3}(?:st|nd|rd|th)\b",
    r"\d{1,5}(?:\.\d{1,6}){2,9}(?!\d)",
    r"\d{3}\)?[\s.-]\d{3}[.-]\d{4}\b|\d{3,5}\)\s?\d{3,8}\b|0\d{2,5}[ -]\d{3,8}(?:[ -]\d{2,6})?\b|\d{3}-\d{4}\b",
    r"0\d{1,20}\b(?!\.\d)",
    r"\d{10,40}\b(?![.,]\d)",
    r"\d{1,3}-to-\d{1,3}\b",
    r"\d{2,3}-\d{2,3}-\d{3,4}\b",
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3}){2,9}\b(?!\w)",
    r"\d{1,3}\s?[°º]\s?\d{1,2}\s?['′’][\s\d.″\"]{0,8}[NSEW]?",
    r"\d{1,2}/\d{1,2}(?=[\s,.;)]|$)",
    rf"{_YEAR}\s+[A-Z][a-z]+\s+(?:Olympics|Games|Cup|Open|Championships?)\b",
)
#: What stands before a number that is no quantity, and what the number then looks like.
_AFTER_LEFT = (
    (
        rf"{_MONTH}\s+$",
        rf"\d{{1,2}}(?:st|nd|rd|th)?(?![\d,]\d|\.\d|%)(?:\s?(?:[-–]|and|or|to|through)\s?(?:{_MONTH}\s+)?\d{{1,2}}\b)?(?:,?\s+{_YEAR}\b)?",
    ),
    (rf"{_MONTH},?\s+(?:of\s+)?$", rf"{_YEAR}\b(?!,\d)"),
    (
        r"(?:\bfiscal|\bFY|\byears?|\bYear|\b[Cc]lass of|\bcirca)\s?$",
        rf"(?:{_YEAR}|\d{{2}}\b)(?:\s?(?:-|–|and|to)\s?{_YEAR})?",
    ),
    (r"(?:https?://|www\.|@|#)[^\s<>]{0,200}$", r"[^\s<>]+"),
    (r"(?<!\w)\+\(?$", r"\d{1,3}[\s.-]\(?\d[\d\s().-]{4,18}\d"),
    (r"(?<!\w)['’‘]$", r"\d{2}\b(?!['’])"),
    (r"\[$", r"\d{1,3}\.?\]"),
    (r"(?:\A|\n)[ \t]{0,8}\(?$", r"\d{1,2}[.)](?=\s)"),
    (r"(?i:\b(?:call|called|calls|calling|dial|dialled|dialed|ring)\s+)$", r"(?:911|999|112|000|100|101|111)\b"),
)
_SLASH_FRACTION = re.compile(r"[1-9]/(?:2|3|4|5|8|16)\b")


@cache
def _from_here() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in _FROM_HERE))


@cache
def _after_left() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(left), re.compile(here)) for left, here in _AFTER_LEFT)


def rejected_until(text: str, number: Number) -> int | None:
    """Where the stretch ends that makes this number no quantity by its letters alone; null if nothing does."""
    start, best = number.start, number.start
    if text[start : start + 1] in "-−–":
        start += 1
    if number.kind == "year":
        return number.end
    if match := _from_here().match(text, start):
        if not (number.kind == "slash" and _SLASH_FRACTION.match(text, start)):
            best = match.end()
    if number.kind == "digits":
        left = text[max(0, start - 220) : start]
        for before, here in _after_left():
            match = here.match(text, start)
            if match and match.end() > best and before.search(left):
                best = match.end()
    return best if best > start else None


# --- by the words around it --------------------------------------------------

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
        "only-",
    }
)
_AMOUNT_LEFT = re.compile(
    r"\b(?:(?:average|total|sum|record|maximum|minimum|excess|number|top) of|(?:more|less|fewer) than|at least|up to|"
    r"nearly|almost|some|as many as)\s+$",
    re.I,
)
_RANK = re.compile(r"\b(?:top|bottom|final|last|first|back|front|big)[ -]$", re.I)
_OR_TWO = re.compile(r"\s+(?:to|or)\s+(?:two|three|\d)\b", re.I)
_VAGUE_DAY = frozenset({"day", "time", "point", "stage", "thing", "another"})
_ONE_OF = re.compile(
    r"[ -]of[ -](?:the|these|those|his|her|its|their|our|my|your|many|several|a|only|\w+['’]s?|\d|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.I,
)


@cache
def _names() -> re.Pattern[str]:
    rows = lexicon.load("numbered_names", NumberedName)
    words = "|".join(sorted((re.escape(k) for k, row in rows.items() if not row.label), key=len, reverse=True))
    labels = "|".join(sorted((re.escape(k) for k, row in rows.items() if row.label), key=len, reverse=True))
    return re.compile(rf"(?<![\w&])(?:(?P<name>{words})|(?P<label>{labels}))(?:[ \u00a0\n-]|(?<=[.№§]))?$", re.I)


def is_named(view: View, number: Number, counted: Token | None) -> bool:
    """Whether a bare number belongs to a name or numbers its kind ("Boeing 737", "part 3", "TPP-11").

    ``counted`` is the plural noun that the number counts, where the parse has one.
    """
    text = view.text
    left = text[max(0, number.start - 24) : number.start]
    if left[-1:] in "-–/&" and left[-2:-1].isalpha():
        return True
    if match := _names().search(left):
        if match.group("name") or counted is None or match.group("label")[0].isupper():
            return True
    word = text[number.start : number.end]
    if _RANK.search(left) and _ends_phrase(view, number):
        return True
    previous, following = view.before(number.start), view.after(number.end)
    if number.kind != "digits":
        return word[0].isupper() and not view.token_at(number.start).is_sent_start and _in_title(previous, following)
    if counted is not None:
        return False
    if previous is not None and _touches(text, previous, number.start) and _is_capital(previous):
        return True
    return (
        following is not None
        and text[number.end : following.idx] in (" ", "-", "")
        and following.tag_ == "NNP"
        and following.text[0].isupper()
    )


def _ends_phrase(view: View, number: Number) -> bool:
    """Whether no noun follows that the number could count ("the bottom three")."""
    following = view.after(number.end)
    return following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or following.idx - number.end > 1


_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\d.,%]?\d|%)")
_TALLY = re.compile(r"(\d{1,3}) to (\d{1,3})(?![\d.,%]?\d|%|\w)")
_FROM_LEFT = re.compile(r"\b(?:from|between|of|down|up|by|about|ratio)\s+$", re.I)
_SCORE_AFTER = re.compile(
    r"\s(?:wins?|victory|victories|loss|losses|defeats?|draws?|lead|at|in|on|to|over|against|thanks|goals?|aggregate|"
    r"decision|vote|record|shutout|triumph|deficit|advantage|scoreline)\b",
    re.I,
)
_COUNTED_AFTER = re.compile(r"[ -](?:[a-z-]+[ -]){0,2}[a-z]+s\b|-\w| people\b")


def score_until(view: View, number: Number) -> int | None:
    """Where a score that begins with the number ends ("won 3-1"); null where it is none, but a range or nothing."""
    text = view.text
    if (match := _TALLY.match(text, number.start)) and int(match.group(1)) >= int(match.group(2)):
        moved = _FROM_LEFT.search(text[max(0, number.start - 16) : number.start])
        return None if moved or _COUNTED_AFTER.match(text, match.end()) or find_unit(text, match.end()) else match.end()
    match = _SCORE.match(text, number.start)
    if match is None:
        return None
    end = match.end()
    if int(match.group(1)) >= int(match.group(2)) or _SCORE_AFTER.match(text, end):
        return end
    return None if _COUNTED_AFTER.match(text, end) or find_unit(text, end) else end


def _touches(text: str, token: Token, at: int) -> bool:
    return text[token.idx + len(token) : at] in (" ", "", "-", "\u00a0")


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and (
        token.pos_ == "PROPN" or (not token.is_sent_start and token.tag_ not in ("IN", "DT", "CC"))
    )


def _in_title(previous: Token | None, following: Token | None) -> bool:
    return bool(
        (previous is not None and previous.text[:1].isupper() and previous.is_alpha)
        or (following is not None and following.text[:1].isupper() and following.is_alpha and following.pos_ == "PROPN")
    )


def is_year(view: View, number: Number, counted: Token | None) -> bool:
    """Whether four bare digits are a year."""
    if number.kind != "digits" or number.end - number.start != 4 or not 1500 <= number.value <= 2100:
        return False
    if _AMOUNT_LEFT.search(view.text[max(0, number.start - 24) : number.start]):
        return False
    if not view.text[number.start : number.end].isdigit():
        return False
    if counted is None or counted.text[0].isupper():
        return True
    previous = view.before(number.start)
    if previous is not None and previous.lower_ in _YEAR_BEFORE and 1900 <= number.value <= 2050:
        return True
    return previous is not None and previous.lower_ in _YEAR_LEFT and view.after(number.end) != counted


def is_pronoun(view: View, number: Number, *, measured: bool) -> bool:
    """Whether "one" stands for a thing and counts nothing ("no one", "this one", "one day")."""
    text = view.text
    if text[number.start : number.end].lower() != "one":
        return False
    previous, following = view.before(number.start), view.after(number.end)
    if previous is not None and previous.lower_ in _PRONOUN_LEFT and not (previous.lower_ == "the" and measured):
        return True
    if _ONE_OF.match(text, number.end) or _OR_TWO.match(text, number.end):
        return False
    if following is None or following.lower_ in _VAGUE_DAY:
        emphatic = previous is not None and previous.lower_ in ("just", "only", "than", "least", "within", "exactly")
        return not (emphatic and following is not None)
    if measured:
        return False
    if text[number.end : number.end + 1] == "-":
        return True
    token = view.token_at(number.start)
    return not (token.dep_ == "nummod" and token.head.i > token.i)
