"""A number with its unit: what is measured in what, before ranges, bounds and the parse come in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.grammar.nouns import is_plural
from claimx.mentions.quantities.accounting import bracketed
from claimx.mentions.quantities.context_words import any_of, words
from claimx.mentions.quantities.lexer import tables
from claimx.mentions.quantities.money import country_after, currency_after, currency_before
from claimx.mentions.quantities.number import Number
from claimx.mentions.quantities.rates import find_unit, with_per
from claimx.mentions.quantities.reading import AGE, COUNT, FRACTION, MONEY, PERCENT, TIMES, UNIT, VAGUE, Rule
from claimx.mentions.quantities.unit_senses import sense
from claimx.mentions.quantities.units import Unit, UnitMatch, unit

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, or a range, at ``[start, end)`` with its unit; ``number`` is the (first) number itself.

    ``value`` is the low end of a range and ``high`` the other, null for a single number. ``rule`` tells how it was
    read.
    """

    number: Number
    start: int
    end: int
    value: Fraction
    high: Fraction | None = None
    unit: Unit | None = None
    rule: Rule = COUNT

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return self.unit is not None and self.unit.dimension == "money"

    @property
    def is_single(self) -> bool:
        """Whether it is one number: no range, and none that is open above ("dozens")."""
        return self.high is None and self.number.kind != "vague"

    @classmethod
    def of(
        cls, number: Number, rule: Rule, unit: Unit | None = None, *, start: int | None = None, end: int | None = None
    ) -> Measure:
        """The measure of a number, which it begins and ends with where nothing else is told."""
        first = number.start if start is None else start
        return cls(number, first, number.end if end is None else end, number.value, None, unit, rule)


_GAP = r"[ \u00a0\n-]"
_AGE_AFTER = re.compile(rf"{_GAP}{{0,3}}olds?\b|\s+of\s+age\b", re.I)
_AGE_LEFT = re.compile(
    rf"\b(?:age[sd]?|age\s+of|ages?\s+from|ages?\s+between"
    rf"|{any_of('people_of_an_age')}\s+(?:aged\s+)?{any_of('limits_of_ages')})\s+$",
    re.I,
)
_OLDEST = 120
_INCHES_IN_A_FOOT = 12
#: Numbers before "K" that most often tell the width of a picture, or the length of a run.
_SCREENS = frozenset({2, 4, 5, 8, 10})
_HUNDRED = 100
_TIMES = re.compile(rf"{_GAP}?times\b|(?<=\d)[x×](?!\w|\s\d)", re.I)
#: What follows a number of feet in a person's height: 6'2", 6-foot-2, 6ft2.
_INCHES = re.compile(r"['’′]\s?(\d{1,2})\s?(?:[\"”″]|'')|(?:-f(?:oo)?t-|ft)(\d{1,2})(?:-?in(?:ch(?:es)?)?)?(?!\w|\.\d)")
_NO_INCHES = rf"(?!\w|[.:]\d|[ -](?:in|{any_of('inches')})\b|-\w|\s(?:[a-z]+s|{any_of('after_no_inches')})\b)"
_FEET = re.compile(
    rf"[ -]{any_of('feet_of_a_height')}[ -](\d|1[01]|{any_of('inches_of_a_height')})"
    rf"(?P<half>\s{any_of('half_an_inch')}\b)?{_NO_INCHES}",
    re.I,
)
_TALLEST = 9
_POUNDS, _POUNDS_IN_A_STONE = re.compile(r"st\s?(\d|1[0-3])\s?lbs?\b"), 14
_OTHER_SIDE = re.compile(r"(?:[-–]|-to-|\s+to\s+)(\d{1,3}(?:\.\d{1,2})?)(?![\d.])")
#: "Ruiz trails her rival 41-47 per cent"
_LOSING = re.compile(rf"\b{any_of('losing_to')}\b(?:\s+(?!{any_of('before_margins')}\b)[\w.'’-]+){{1,5}},?\s+$", re.I)
#: How far before two shares the verb may stand, and what they make together.
_CONTEST, _HALF_OF_VOTES, _ALL_VOTES = 70, 50, 100
_TIMES_RATIO = re.compile(rf"\s+{any_of('after_ratios')}\b", re.I)
_A_UNIT_OR = re.compile(r"\b(an?|another|one)\s+([a-z]+)\s+or\s+$", re.I)
_OF_A = re.compile(r"\s+of\s+(?:an?|one|1)(?=\s)", re.I)
_OF = re.compile(r"\s+of(?=\s)", re.I)
_STRONG = re.compile(r"-strong\b", re.I)
_FOLD = re.compile(r"-?fold\b", re.I)
_NEAR_MONEY = re.compile(rf"[£]|\b{any_of('beginnings_near_money')}|\b{any_of('near_money')}\b", re.I)
_MASS_BEFORE = re.compile(rf"\b{any_of('beginnings_near_mass')}", re.I)
_MASS_AFTER = re.compile(rf"\s+{any_of('after_mass')}\b(?!\s+(?:the\s+)?{any_of('money_of')})", re.I)
_AFTER_METRES = words("after_metres")
_AFTER_K = words("after_k")
#: What may stand between a number with a letter and the plural that it counts.
_ATTRIBUTIVE = word_classes.NOUNS | {word_classes.ADJECTIVE, word_classes.VERB, word_classes.COORDINATOR}
#: A sum of money, or a number of things in millions, is this much at least.
LARGE = 10**5
#: From this on, figures are rather sums than numbers of coins.
_FIGURES_OF_SUMS = 10


def measure(doc: Parse, number: Number, *, millions: bool = False) -> Measure:
    """Attach the unit or currency of one number; ``millions``: a number shortly before was one of millions ("74m")."""
    text = doc.text
    if negative := bracketed(text, number):
        found = _measure(doc, negative, millions=millions)
        bracket = text.rindex("(", 0, found.start)
        if sign := currency_before(text, bracket, large=True):
            return Measure.of(negative, MONEY, sign.unit, start=sign.start)  # "$(3.4) billion"
        return replace(found, start=bracket)
    return _measure(doc, number, millions=millions)


def _measure(doc: Parse, number: Number, *, millions: bool) -> Measure:
    text = doc.text
    raw = text[number.start : number.end]
    large = number.scaled or number.letter is not None or "." in raw or "," in raw or _is_sum(text, number)
    if before := currency_before(text, number.start, large=large):
        number = number.with_letter() if number.letter else number
        money = UnitMatch(before.unit, number.end)
        if before.unit.name == "USD" and (country := country_after(text, number.end)):
            money = UnitMatch(Unit(country[0], "money"), country[1])
        money = with_per(text, money)
        return Measure.of(number, MONEY, money.unit, start=before.start, end=money.end)
    if millions and number.letter is not None and number.letter.scale == 10**6:
        number = number.with_letter()
    for read in (_side_of_a_poll, _feet_and_inches, _one_or_more):
        if found := read(text, number):
            return found
    return _measure_after(doc, _with_scale(doc, number))


def _side_of_a_poll(text: str, number: Number) -> Measure | None:
    """Read the first figure of "57-38 per cent", which is no range since it is the higher one, or that of a loser."""
    match = _OTHER_SIDE.match(text, number.end) if number.kind == "digits" else None
    if match is None or not (number.value > (other := Fraction(match.group(1))) or is_split(text, number, other)):
        return None
    shares = find_unit(text, match.end())
    if shares is None or shares.unit.name != PERCENT.name:
        return None
    return Measure.of(number, PERCENT, shares.unit)


def is_split(text: str, first: Number, second: Fraction) -> bool:
    """Whether two shares are a loser's and a winner's: "Ruiz trails Hale 41-47 per cent", not "by 2-3 per cent"."""
    is_whole = _HALF_OF_VOTES <= first.value + second <= _ALL_VOTES
    return is_whole and _LOSING.search(text, max(0, first.start - _CONTEST), first.start) is not None


def _feet_and_inches(text: str, number: Number) -> Measure | None:
    """Read 6'2", 6-foot-2, "six foot two"; and 18st 4lb."""
    if number.kind == "digits" and (match := _POUNDS.match(text, number.end)):
        value = number.value + Fraction(int(match.group(1)), _POUNDS_IN_A_STONE)
        return Measure(number, number.start, match.end(), value, unit=unit("stone"), rule=UNIT)
    match = _INCHES.match(text, number.end) if number.kind == "digits" else None
    match = match or (_FEET.match(text, number.end) if number.kind in ("digits", "words") else None)
    told = next(filter(None, match.groups())) if match else ""
    inches = int(told) if told.isdecimal() else tables().values.get(told.lower(), _INCHES_IN_A_FOOT)
    if match is None or inches >= _INCHES_IN_A_FOOT or number.value > _TALLEST:
        return None
    half = Fraction(1, 2) if match.groupdict().get("half") else 0
    value = number.value + Fraction(inches + half, _INCHES_IN_A_FOOT)
    return Measure(number, number.start, match.end(), value, unit=unit("foot"), rule=UNIT)


def _one_or_more(text: str, number: Number) -> Measure | None:
    """Read "a month or two", where the unit stands before the second number."""
    if number.kind != "words" or not 1 < number.value <= 4:
        return None
    low = max(0, number.start - 30)
    match = _A_UNIT_OR.search(text[low : number.start])
    found = find_unit(text, low + match.end(1), digits=False) if match else None
    if match is None or found is None or found.end != low + match.end(2):
        return None
    return Measure(number, low + match.start(), number.end, Fraction(1), number.value, found.unit, UNIT)


def _measure_after(doc: Parse, number: Number) -> Measure:
    text, at = doc.text, number.end
    digits = number.kind in ("digits", "slash") or _ends_in_digit(text, number)
    fraction = _OF_A.match(text, at) if number.kind == "fraction" else None
    if match := fraction or _vague_of(text, number):
        # "a quarter of a percent", "millions of dollars"
        at = match.end()
    money = _currency_after(text, number, at, digits=digits)
    mass_follows = False
    if money and money.unit.name == "GBP" and not number.scaled:
        mass_follows = _MASS_AFTER.match(text, money.end) is not None
        mass_follows = mass_follows or _MASS_BEFORE.search(text, max(0, number.start - 40), number.start) is not None
    measured = find_unit(text, at, digits=digits)
    if money and not mass_follows and (measured is None or money.end >= measured.end):
        money = with_per(text, money)
        return Measure.of(number, MONEY, money.unit, end=money.end)
    if measured:
        return _with_unit(doc, number, measured)
    at = number.end
    if match := _STRONG.match(text, at):
        return Measure.of(number, COUNT, end=match.end())
    if match := _FOLD.match(text, at):
        return Measure.of(number, TIMES, Unit("", "ratio", Fraction(1)), end=match.end())
    if match := _TIMES.match(text, at):
        ratio = _TIMES_RATIO.match(text, match.end()) or match.group() in ("x", "×")
        found = with_per(text, UnitMatch(Unit("", "ratio" if ratio else "count", Fraction(1)), match.end()))
        return Measure.of(number, TIMES, found.unit, end=found.end)
    if _AGE_LEFT.search(text[max(0, number.start - 32) : number.start]) and number.value <= _OLDEST:
        return Measure.of(number, AGE, unit("year"))
    return Measure.of(number, _BARE_RULES.get(number.kind, COUNT))


#: The rule of a number without a unit, by its kind.
_BARE_RULES = {"fraction": FRACTION, "slash": FRACTION, "vague": VAGUE}


def _currency_after(text: str, number: Number, at: int, *, digits: bool) -> UnitMatch | None:
    """The currency after a number; what tells that the number is a sum is looked for where a currency may follow."""
    figures = digits and number.value >= _FIGURES_OF_SUMS
    money = currency_after(text, at, sum_like=True, figures=figures)
    if money is None or (number.scaled and number.value >= LARGE) or _money_near(text, number):
        return money
    return currency_after(text, at, sum_like=False, figures=figures)


def _vague_of(text: str, number: Number) -> re.Match[str] | None:
    couple = number.kind == "words" and text[number.end - 6 : number.end].lower() == "couple"
    return _OF.match(text, number.end) if number.kind == "vague" or couple else None


def _ends_in_digit(text: str, number: Number) -> bool:
    """Whether the number's last letter is a digit or a vulgar fraction ("2½")."""
    return text[number.end - 1 : number.end].isnumeric()


def _with_unit(doc: Parse, number: Number, found: UnitMatch) -> Measure:
    text, end, what = doc.text, found.end, found.unit
    rule = PERCENT if what.name == "percent" else UNIT
    if what.dimension == "time" and (match := _AGE_AFTER.match(text, end)):
        return Measure.of(number, AGE, what, end=match.end())
    what = sense(what, text, number.start, end)
    if what.name == "year" and _AGE_LEFT.search(text[max(0, number.start - 32) : number.start]):
        rule = AGE
    return Measure.of(number, rule, what, end=end)


def _is_sum(text: str, number: Number) -> bool:
    """Whether a plain figure is a sum: it is large enough, and words for money are near ("she was fined KD 500")."""
    return number.value >= _HUNDRED and _money_near(text, number)


def _money_near(text: str, number: Number) -> bool:
    return _NEAR_MONEY.search(text, max(0, number.start - 60), number.end + 60) is not None


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
        is_screen = symbol == "K" and number.value in _SCREENS and not _counts(doc, letter.end)
        scales = glued and word not in _AFTER_K and not is_screen
    elif symbol in "MB":
        scales = glued
    elif symbol == "m":
        scales = word not in _AFTER_METRES and bool(word) and _counts(doc, letter.end)
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
        if token is None or token.pos not in _ATTRIBUTIVE:
            return False
        if is_plural(token) or token.lower == "people":
            return True
        token = token.nbor() if token.i + 1 < len(token.doc) else None
    return False
