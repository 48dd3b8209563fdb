"""Ranges and ratios: two numbers that make one quantity ("5 to 7 per cent", "between …", "one in five")."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from claimx.mentions.quantities.context_words import any_of
from claimx.mentions.quantities.measures import Measure, is_split
from claimx.mentions.quantities.reading import MONEY, RATIO
from claimx.mentions.quantities.units import Unit

_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"[\s-]+(?:up\s+)?to[\s-]+(?:about\s+|around\s+|as\s+much\s+as\s+|as\s+many\s+as\s+)?", re.I)
_OR = re.compile(r"\s+or\s+(?:even\s+|maybe\s+|perhaps\s+)?", re.I)
#: "sixty, perhaps sixty-five": one estimate; "30, 40, maybe 50" is a row.
_GUESS = re.compile(rf",?\s+(?:or\s+)?{any_of('before_guesses')}\s+", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_OUT_OF = re.compile(r"(?:\s+out)?\s+of\s+(?:every\s+)?|\s+in\s+(?:every\s+)?|-in-|-out-of-", re.I)
#: Between the sides of a thing, "2.4 by 3.6 metres", "10 x 12 foot"; and before a part of the whole that follows,
#: "280 million of the 1.5 billion shekels".
_SIDES = re.compile(rf"[\s-]+{any_of('between_sides')}[\s-]+|\s?[x×]\s?", re.I)
_PART_OF = re.compile(rf"\s+of\s+{any_of('before_wholes')}\s+", re.I)
#: "7- or 8-inch"
_HANGING = re.compile(rf"-\s+{any_of('joining_numbers')}\s+", re.I)
_PAIR = re.compile(rf"\s+{any_of('joining_numbers')}\s+", re.I)
#: "fell to 2.3 from 2.9 million tonnes"
_FROM_LEVEL = re.compile(rf"\s+{any_of('between_levels')}\s+", re.I)
_MERELY_OF = re.compile(r"\s+of\s+", re.I)
_ROW = re.compile(rf",?\s+(?:{any_of('between_numbers_of_a_row')}\s+){{0,2}}", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+|some\s+|an?\s+)?$", re.I)
_FROM = re.compile(rf"\b{any_of('before_ranges')}\s+(?:about\s+|around\s+|roughly\s+)?$", re.I)
_OF_CHANGE = re.compile(rf"\b{any_of('before_amounts_of_change')}\s+$", re.I)
_AFTER_HUNDREDTHS = re.compile(rf"[.,;:!?)]|$|\s+{any_of('after_hundredths')}\b(?!\s+\d)")
_HUNDRED = 100
#: How far before a range, and between its ends, is looked, in code points.
_LEFT, _APART = 24, 24
#: So many times one figure of a row may be another.
_ALIKE = 10
#: Lengths and weights told in two units, and how many of the second make the first.
_COMPOUNDS = {("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16}
_STERLING = ("pound", "penny")
_COMPOUND_GAP = re.compile(r"|,? (?:and )?")


def join(text: str, measures: list[Measure]) -> list[Measure]:
    """Join neighbouring numbers that are two ends of one range; the others stay as they are."""
    joined: list[Measure] = []
    i = 0
    while i < len(measures):
        first = measures[i]
        second = measures[i + 1] if i + 1 < len(measures) else None
        if second is None or second.start - first.end > _APART or second.start < first.end:
            joined.append(first)
            i += 1
            continue
        gap = text[first.end : second.start]
        if ratio := _ratio(gap, first, second):
            joined.append(ratio)
            i += 2
        elif _GUESS.fullmatch(gap) and i and _ROW.fullmatch(text[measures[i - 1].end : first.start]):
            joined.append(first)
            i += 1
        elif (
            (whole := _range(gap, first, second, text))
            or (whole := _compound(gap, first, second))
            or (whole := _hundredths(gap, first, second, text))
        ):
            joined.append(whole)
            i += 2
        else:
            joined.append(first)
            i += 1
    return joined


def is_guess(text: str, item: Measure) -> bool:
    """Whether the second end of a range is given as a guess: "sixty, perhaps sixty-five"."""
    return item.high is not None and _GUESS.search(text, item.start, item.end) is not None


def share_unit(text: str, measures: list[Measure]) -> list[Measure]:
    """Give the unit of the last of a row to those before it ("2, 3 and 4 per cent", "10 by 12 feet")."""
    shared = list(measures)
    scale = 1
    for i in range(len(shared) - 2, -1, -1):
        first, second = shared[i], shared[i + 1]
        scale = scale if second is not measures[i + 1] else _scale(second)
        if not _ends_row(second) or first.unit is not None or not first.rule.bare:
            continue
        gap, figure = text[first.end : second.start], second.value / scale
        in_length = second.unit is not None and second.unit.dimension == "length"
        if _is_bare(first) and (_is_row(gap, first.value, figure) or (in_length and _SIDES.fullmatch(gap))):
            shared[i] = replace(first, value=first.value * scale, unit=second.unit, rule=second.rule)
        elif _PART_OF.fullmatch(gap) and first.value < second.value:
            shared[i] = replace(first, unit=second.unit, rule=second.rule)
    return shared


def _is_row(gap: str, first: Fraction, second: Fraction) -> bool:
    """Whether two figures with this between them are of a row, so that the first has the unit of the second."""
    if _HANGING.fullmatch(gap):
        return True
    is_pair = _PAIR.fullmatch(gap) is not None or _FROM_LEVEL.fullmatch(gap) is not None
    least, most = second / _ALIKE, second * _ALIKE if is_pair else second
    return (is_pair or _ROW.fullmatch(gap) is not None) and least < first < most


def _is_bare(measure: Measure) -> bool:
    plain = measure.number.kind == "digits" and not measure.number.scaled
    return plain and measure.unit is None and measure.rule.bare


def _ends_row(measure: Measure) -> bool:
    return measure.unit is not None and measure.is_single and measure.rule.lends


def _ratio(gap: str, first: Measure, second: Measure) -> Measure | None:
    """Read "one in five" and "three out of 10" as a part of the second."""
    if not _OUT_OF.fullmatch(gap) or first.unit is not None or second.unit is not None:
        return None
    if _MERELY_OF.fullmatch(gap):
        return None
    whole = all(m.value.denominator == 1 and m.rule.bare for m in (first, second))
    if not whole or not 0 < first.value < second.value or (second.number.scaled and first.number.scaled):
        return None
    if "in" in gap.lower() and second.value > 1000 and first.value > 1:
        return None
    return replace(
        first, end=second.end, value=first.value / second.value, unit=Unit("", "ratio", Fraction(1)), rule=RATIO
    )


def _range(gap: str, first: Measure, second: Measure, text: str) -> Measure | None:
    kind = _connector(gap, first, text)
    if kind is None or not (first.is_single and second.is_single and first.rule.joins):
        return None
    units = _shared_unit(first, second, kind)
    if units is None:
        return None
    low, unit = units
    if unit is not None and unit.dimension == "ratio" and is_split(text, first.number, second.value):
        return None
    value, high = low, second.value
    if kind in ("dash", "or") and value >= high:
        return None
    if kind == "or" and (first.number.scaled or first.unit or high > value * Fraction(3, 2) + 1):
        # "25k or 40k" are two alternatives, "three or four" is one estimate
        return None
    is_opened = _FROM.search(text[max(0, first.start - _LEFT) : first.start]) is not None
    if kind == "to" and not is_opened and value > high:
        # "won by 66 to 30 per cent" are the two sides of a vote
        return None
    if kind == "to" and not is_opened and unit is None and high > 20 * value:
        # "Shell eased 1 to 416": an amount and a level
        return None
    rule = second.rule if second.unit is not None else first.rule
    low, high = min(value, high), max(value, high)
    return replace(first, end=second.end, value=low, high=high, unit=unit, rule=rule)


def _connector(gap: str, first: Measure, text: str) -> str | None:
    left = text[max(0, first.start - _LEFT) : first.start]
    if _DASH.fullmatch(gap):
        return "dash"
    if _TO.fullmatch(gap):
        return None if _OF_CHANGE.search(left) and (first.unit is not None or first.value > 12) else "to"
    if _OR.fullmatch(gap) or _GUESS.fullmatch(gap):
        return "or"
    if _AND.fullmatch(gap) and _BETWEEN.search(left):
        return "and"
    return None


def _shared_unit(first: Measure, second: Measure, kind: str) -> tuple[Fraction, Unit | None] | None:
    """The low end in the scale of the high one, and the unit of both; null where they do not fit together."""
    value = first.value
    unscaled = not first.number.scaled and first.number.kind in ("digits", "words")
    if first.unit is not None and second.unit is not None and not _same(first.unit, second.unit):
        return None
    if first.unit is not None and second.unit is None:
        # "$3 to 5 million", "$40-50": the sign stands before the first alone
        before = first.end == first.number.end
        shares = second.number.scaled or kind == "dash" or not first.is_money
        if not (first.rule.leads and before and shares):
            return None
    scale = _scale(second)
    if unscaled and scale > 1 and first.value <= second.value / scale and (first.unit is None or first.is_money):
        value = first.value * scale
    return value, second.unit or first.unit


def _same(first: Unit, second: Unit) -> bool:
    return first.name == second.name or second.name.startswith(f"{first.name} per ")


def _scale(measure: Measure) -> int:
    """The power of ten by which the number's words or letters scale its figures (1 for plain figures)."""
    if not measure.number.scaled:
        return 1
    for scale in (10**12, 10**9, 10**6, 10**3, 10**2):
        if measure.value >= scale and measure.value / scale < 1000:
            return scale
    return 1


def _compound(gap: str, first: Measure, second: Measure) -> Measure | None:
    """Read "6 feet 2 inches", "5ft 11in" and "3 dollars 50 cents a litre" as one amount in two units."""
    if not _COMPOUND_GAP.fullmatch(gap) or first.unit is None or second.unit is None or first.high is not None:
        return None
    if (first.unit.name, second.unit.name) == _STERLING:
        sterling = replace(first, unit=Unit("GBP", "money"), rule=MONEY)  # "1 pound 52 pence"
        return _compound(gap, sterling, second)
    parts = _COMPOUNDS.get((first.unit.name, second.unit.name), 0)
    if first.is_money and first.value.denominator == 1:
        parts = second.unit.parts
    if not parts or second.value >= parts or second.high is not None or first.unit.name == second.unit.name:
        return None
    whole = first.unit if second.unit.per is None else replace(first.unit, per=second.unit.per)
    return replace(first, end=second.end, value=first.value + second.value / parts, unit=whole)


def _hundredths(gap: str, first: Measure, second: Measure, text: str) -> Measure | None:
    """Read "three pounds fifty", where the smaller unit goes without its name."""
    is_named = first.is_money and first.end > first.number.end and text[first.end - 1].isalpha()
    is_small = second.unit is None and second.rule.bare and second.is_single and second.value.denominator == 1
    if not is_named or not is_small or gap != " " or first.high is not None or not 5 <= second.value < _HUNDRED:
        return None
    if first.value.denominator != 1 or first.number.scaled or not _AFTER_HUNDREDTHS.match(text, second.end):
        return None
    return replace(first, end=second.end, value=first.value + second.value / _HUNDRED)
