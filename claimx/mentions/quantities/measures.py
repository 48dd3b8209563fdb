"""A number with its unit: what is measured in what, before ranges, bounds and the parse come in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.mentions.quantities.money import country_after, currency_after, currency_before
from claimx.mentions.quantities.numbers import Number
from claimx.mentions.quantities.unit_senses import sense
from claimx.mentions.quantities.units import Found, Unit, find_unit, unit, with_per

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, or a range, at ``[start, end)`` with its unit; ``number`` is the (first) number itself."""

    number: Number
    start: int
    end: int
    value: Fraction
    high: Fraction | None
    unit: Unit | None
    rule: str


_GAP = r"[ \u00a0\n-]"
_AGE_AFTER = re.compile(rf"{_GAP}{{0,3}}olds?\b|\s+of\s+age\b", re.I)
_PEOPLE = (
    r"those|people|anyone|everyone|children|adults|women|men|voters|residents|girls|boys|players|drivers|workers|"
    r"respondents|patients|pupils|students|the"
)
_AGE_LEFT = re.compile(
    rf"\b(?:age[sd]?|age\s+of|ages?\s+from|ages?\s+between|(?:{_PEOPLE})\s+(?:aged\s+)?(?:under|over|above|below))\s+$",
    re.I,
)
_TIMES = re.compile(rf"{_GAP}?times\b|(?<=\d)[x×](?!\w)", re.I)
_TIMES_RATIO = re.compile(
    r"\s+(?:(?:more|less|fewer|higher|lower|larger|bigger|smaller|faster|slower|longer|greater|better|worse|as|the|its|"
    r"their|his|her|what|earnings|book|sales|revenue|profits?|gross|forward|annual)\b)",
    re.I,
)
_A_UNIT_OR = re.compile(r"\b(an?|another|one)\s+([a-z]+)\s+or\s+$", re.I)
_OF_A = re.compile(r"\s+of\s+(?:an?|one|1)(?=\s)", re.I)
_OF = re.compile(r"\s+of(?=\s)", re.I)
_STRONG = re.compile(r"-strong\b", re.I)
_FOLD = re.compile(r"-?fold\b", re.I)
_MONEY_CUE = re.compile(
    r"[£]|\bsterling|\b(?:cost|costs|costing|pay|pays|paid|paying|price[ds]?|worth|spen[dt]|spending|fine[ds]?|salary|"
    r"wages?|budget|debts?|profits?|revenue|sales|funds?|funding|fees?|bill|bills|bonus|earns?|earned|raised|sold|tax|"
    r"invest\w*|loan|charge[ds]?|owe[ds]?|savings?|stolen|donat\w+|bought|compensation|damages)\b",
    re.I,
)
_MASS_AFTER = re.compile(
    r"\s+(?:of|overweight|heavier|lighter|heavy)\b(?!\s+(?:the\s+)?(?:money|taxpayers?|public|investment|debt|savings))",
    re.I,
)
_METRE_NOUNS = frozenset(
    [
        "freestyle",
        "backstroke",
        "breaststroke",
        "butterfly",
        "medley",
        "relay",
        "hurdles",
        "run",
        "race",
        "dash",
        "sprint",
        "final",
        "finals",
        "high",
        "tall",
        "long",
        "wide",
        "deep",
        "away",
        "from",
        "of",
        "in",
        "above",
        "below",
        "underwater",
        "air",
        "rifle",
        "swim",
        "event",
        "tower",
        "diameter",
        "radius",
        "pool",
        "putt",
        "track",
        "and",
        "or",
        "to",
        "at",
        "on",
        "with",
        "x",
    ]
)
_K_NOUNS = frozenset(
    ["run", "race", "tv", "tvs", "resolution", "video", "display", "screen", "fun", "uhd", "walk", "charity"]
)


def measure(doc: Parse, number: Number, *, millions: bool = False) -> Measure:
    """Attach the unit or currency of one number; ``millions``: a number shortly before was one of millions ("74m")."""
    text = doc.text
    raw = text[number.start : number.end]
    large = number.scaled or number.letter is not None or "." in raw or "," in raw
    if before := currency_before(text, number.start, large=large):
        number = number.with_letter() if number.letter else number
        found = Found(before.unit, number.end)
        if before.unit.name == "USD" and (country := country_after(text, number.end)):
            found = Found(Unit(country[0], "money"), country[1])
        found = with_per(text, found)
        return Measure(number, before.start, found.end, number.value, number.high, found.unit, "money")
    if millions and number.letter is not None and number.letter.scale == 10**6:
        number = number.with_letter()
    return _one_or_more(doc, number) or _measure_after(doc, _with_scale(doc, number))


def _one_or_more(doc: Parse, number: Number) -> Measure | None:
    """Read "a month or two", where the unit stands before the second number."""
    if number.kind != "words" or not 1 < number.value <= 4:
        return None
    low = max(0, number.start - 30)
    match = _A_UNIT_OR.search(doc.text[low : number.start])
    found = find_unit(doc.text, low + match.end(1), digits=False) if match else None
    if match is None or found is None or found.end != low + match.end(2):
        return None
    return Measure(number, low + match.start(), number.end, Fraction(1), number.value, found.unit, "unit")


def _measure_after(doc: Parse, number: Number) -> Measure:
    text, digits = doc.text, number.kind in ("digits", "slash") or text_ends_in_digit(doc.text, number)
    at = number.end
    fraction = _OF_A.match(text, at) if number.kind == "fraction" else None
    if match := fraction or _vague_of(text, number):
        # "a quarter of a percent", "millions of dollars"
        at = match.end()
    sum_like = (number.scaled and number.value >= 10**5) or _money_near(text, number)
    mass_follows = False
    money = currency_after(text, at, sum_like=sum_like, figures=digits and number.value >= 10)
    if money and money.unit.name == "GBP" and not number.scaled:
        mass_follows = _MASS_AFTER.match(text, money.end) is not None
    measured = find_unit(text, at, digits=digits)
    if money and not mass_follows and (measured is None or money.end >= measured.end):
        money = with_per(text, money)
        return Measure(number, number.start, money.end, number.value, number.high, money.unit, "money")
    if measured:
        return _with_unit(doc, number, measured)
    at = number.end
    if match := _STRONG.match(text, at):
        return Measure(number, number.start, match.end(), number.value, number.high, None, "count")
    if match := _FOLD.match(text, at):
        return Measure(
            number, number.start, match.end(), number.value, number.high, Unit("", "ratio", Fraction(1)), "times"
        )
    if match := _TIMES.match(text, at):
        ratio = _TIMES_RATIO.match(text, match.end()) or match.group() in ("x", "×")
        found = with_per(text, Found(Unit("", "ratio" if ratio else "count", Fraction(1)), match.end()))
        return Measure(number, number.start, found.end, number.value, number.high, found.unit, "times")
    if _AGE_LEFT.search(text[max(0, number.start - 32) : number.start]) and number.value <= 120:
        return Measure(number, number.start, number.end, number.value, number.high, unit("year"), "age")
    kind = {"fraction": "fraction", "slash": "fraction", "vague": "vague"}.get(number.kind, "count")
    return Measure(number, number.start, number.end, number.value, number.high, None, kind)


def _vague_of(text: str, number: Number) -> re.Match[str] | None:
    couple = number.kind == "words" and text[number.end - 6 : number.end].lower() == "couple"
    return _OF.match(text, number.end) if number.kind == "vague" or couple else None


def text_ends_in_digit(text: str, number: Number) -> bool:
    """Whether the number's last letter is a digit or a vulgar fraction ("2½")."""
    return text[number.end - 1 : number.end].isnumeric()


def _with_unit(doc: Parse, number: Number, found: Found) -> Measure:
    text, end, what = doc.text, found.end, found.unit
    rule = "percent" if what.name == "percent" else "unit"
    if what.dimension == "time" and (match := _AGE_AFTER.match(text, end)):
        return Measure(number, number.start, match.end(), number.value, number.high, what, "age")
    what = sense(what, text, number.start, end)
    if what.name == "year" and _AGE_LEFT.search(text[max(0, number.start - 32) : number.start]):
        rule = "age"
    return Measure(number, number.start, end, number.value, number.high, what, rule)


def _money_near(text: str, number: Number) -> bool:
    return _MONEY_CUE.search(text, max(0, number.start - 60), number.end + 60) is not None


def _with_scale(doc: Parse, number: Number) -> Number:
    """Decide what a letter after digits is: a scale ("2.7m sales", "25k") or a unit or nothing ("50m", "4K TV")."""
    letter = number.letter
    if letter is None:
        return number
    text = doc.text
    symbol = text[letter.end - 1]
    glued = letter.end == number.end + 1
    following = doc.after(letter.end)
    adjacent = following is not None and text[letter.end : following.idx] in (" ", "\u00a0")
    word = following.lower if following is not None and adjacent else ""
    if symbol in "kK":
        scales = glued and word not in _K_NOUNS
    elif symbol in "MB":
        scales = glued
    elif symbol == "m":
        scales = word not in _METRE_NOUNS and bool(word) and _counts(doc, letter.end)
    elif symbol == "b":
        scales = glued and bool(word) and _counts(doc, letter.end)
    else:
        scales = False
    return number.with_letter() if scales else replace(number, letter=None)


def _counts(doc: Parse, at: int) -> bool:
    """Whether a unit or a counted noun begins at ``at``."""
    if find_unit(doc.text, at) or currency_after(doc.text, at, sum_like=True):
        return True
    token = doc.after(at)
    for _ in range(7):
        if token is None or token.pos not in ("ADJ", "NOUN", "PROPN", "VERB", "CCONJ"):
            return False
        if token.tag in ("NNS", "NNPS") or token.lower == "people":
            return True
        token = token.nbor() if token.i + 1 < len(token.doc) else None
    return False
