"""Quantities: numbers with unit, bound, change and what they count or measure.

The steps: numbers by their letters (numbers.py); what is no quantity left out (excluded_by_form.py,
excluded_by_context.py); units and currencies (measures.py, units.py, money.py); two numbers that make one (ranges.py);
bounds (bounds.py); from the parse the change (changes.py) and what is counted (counted.py) or measured (measured.py);
at last what a quantity leaves to those before it (ellipses.py).
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.mentions.quantities.ages import with_age
from claimx.mentions.quantities.bounds import closing_bound, find_bound
from claimx.mentions.quantities.changes import find_change
from claimx.mentions.quantities.context_words import any_of, words
from claimx.mentions.quantities.counted import counted_plural, find_counted, mention
from claimx.mentions.quantities.ellipses import share_points, with_shared
from claimx.mentions.quantities.excluded_by_context import is_labelled, is_named, is_pronoun, is_year
from claimx.mentions.quantities.excluded_by_form import rejected_until, score_until
from claimx.mentions.quantities.implied import find_implied
from claimx.mentions.quantities.measured import find_measured, find_totalled
from claimx.mentions.quantities.measures import LARGE, Measure, measure
from claimx.mentions.quantities.number import Number
from claimx.mentions.quantities.numbers import find_numbers
from claimx.mentions.quantities.ranges import is_guess, join, share_unit
from claimx.mentions.quantities.rates import count_per, told_rate, with_per
from claimx.mentions.quantities.reading import HYPHENED, VAGUE
from claimx.mentions.quantities.units import UnitMatch, to_si
from claimx.records import Mention, Quantity, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

_BEFORE_PART = re.compile(rf"\b{any_of('before_parts')}\s$", re.I)
_AFTER_PARTS = words("after_parts")
_NOMINAL = word_classes.NOUNS | {word_classes.ADJECTIVE}
#: What a count of times may be: of occasions, or of occasions in a stretch of time.
_OCCASIONS = frozenset({"count", "frequency"})
#: What takes time and is counted: "over two innings".
_OCCASIONS_AFTER = re.compile(rf"\s+(?:[a-z]+\s+)?{any_of('nouns_of_occasions')}\b", re.I)
#: Prices move by such parts; "3/4" may be the third page of four.
_SURE_FRACTION = re.compile(r"/(?:8|16|32|64)$")
#: "10x12 feet"
_TIMES_SIGN_AFTER = re.compile(r"[x×]\d")
_SIDE_BEFORE = re.compile(rf"\d-{any_of('between_sides')}-$")
_TIMES_SIGN_BEFORE = re.compile(r"\d[x×]$")
#: A limit of measures; things that are counted are compared with.
_COMPARED = re.compile(rf"{any_of('bounds_of_measures')}\b", re.I)
_TIMES = re.compile(r"\btimes\b", re.I)


def find_quantities(doc: Parse) -> list[Quantity]:
    """All quantities of one parsed article, in text order, not overlapping.

    Args:
        doc: the parsed article; offsets point into its text.
    """
    text = doc.text
    numbers = sorted([*find_numbers(text), *find_implied(text)], key=lambda number: number.start)
    if not numbers:
        return []
    measures = share_unit(text, join(text, _measures(doc, numbers)))
    taken = frozenset(i for m in measures for i in range(doc.index_at(m.start), doc.index_at(m.end - 1) + 1))
    found: list[Quantity] = []
    for item in measures:
        after = found[-1].span.end if found else 0
        taken_until = found[-1].per.span.end if found and found[-1].per else after
        if item.start >= max(after, taken_until):
            found.append(with_shared(doc, _quantity(doc, item, taken, after), found, bare=item.rule.bare))
            share_points(text, found)
    return found


def _measures(doc: Parse, numbers: list[Number]) -> list[Measure]:
    """The numbers that may be quantities, with their units."""
    found: list[Measure] = []
    barred = -1
    for number in numbers:
        if number.start < barred or (found and number.start < found[-1].end):
            continue
        item = with_age(doc, measure(doc, number, millions=_after_millions(doc.text, number, found)))
        until = rejected_until(doc.text, number)
        if until is not None and not _survives(doc, item, until):
            barred = until
        elif item.unit is None and number.kind == "digits" and (score := score_until(doc.text, number)):
            barred = score
        elif _is_quantity(doc, item):
            found.append(item)
    return found


def _after_millions(text: str, number: Number, found: list[Measure]) -> bool:
    """Whether the number before was written as millions, so that this one's "m" is no metre, either."""
    if not found or number.letter is None or number.start - found[-1].end > 120:
        return False
    before = found[-1].number
    is_count = found[-1].unit is None or found[-1].is_money
    return is_count and before.scaled and before.value >= LARGE and "." not in text[found[-1].end : number.start]


def _survives(doc: Parse, item: Measure, until: int) -> bool:
    """Whether what looks like a date is a count or a measure after all ("in May 10 people died", "20 mm")."""
    if item.unit is not None and item.end > until:
        return True
    counted = counted_plural(doc, item.start, item.end)
    return counted is not None and until <= item.number.end and counted.i == doc.index_at(item.number.end - 1) + 1


def _is_quantity(doc: Parse, item: Measure) -> bool:
    text, number = doc.text, item.number
    after, before = text[item.end : item.end + 1], text[item.start - 1 : item.start] if item.start else ""
    is_glued = after.isalnum() and not _TIMES_SIGN_AFTER.match(text, item.end)
    if (is_glued and (item.unit is None or text[item.end - 1].isalpha())) or after == "_":
        return False
    is_glued = before.isalnum() and not _TIMES_SIGN_BEFORE.search(text[max(0, item.start - 3) : item.start])
    if item.start == number.start and before and (is_glued or before in "_."):
        return False
    if is_pronoun(doc, number, measured=item.unit is not None):
        return False
    if number.kind == "fraction" and item.unit is None:
        return _is_fraction(doc, item)
    if item.unit is not None:
        hyphened = item.rule.hyphens and before == "-" and text[item.start - 2 : item.start - 1].isalpha()
        hyphened = hyphened and not _SIDE_BEFORE.search(text[max(0, item.start - 8) : item.start])
        return not hyphened
    if not number.scaled and is_labelled(doc.text, number):
        return False
    if number.scaled or number.value.denominator != 1 or "," in text[number.start : number.end]:
        return number.kind != "slash" or _SURE_FRACTION.search(text, number.start, number.end) is not None
    counted = counted_plural(doc, item.start, item.end)
    return not is_year(doc, number, counted) and not is_named(doc, number, counted)


def _is_fraction(doc: Parse, item: Measure) -> bool:
    """A third **of** is a part; "a third term" is an ordinal."""
    words = doc.text[item.start : item.end].lower()
    if not words[0].isalpha() or words.startswith("half") or words.endswith("s"):
        return True
    following = doc.after(item.end)
    if doc.text[item.end : item.end + 1] == "-":
        return False
    if following is None or following.lower in ("of", "the"):
        return True
    if _BEFORE_PART.search(doc.text[max(0, item.start - 12) : item.start]):
        return True
    if words.startswith(("a ", "an ")):
        is_compared = following.tag == word_classes.COMPARATIVE  # "a third older"
        return following.is_punct or is_compared or following.lower in _AFTER_PARTS
    return following.pos not in _NOMINAL


def _quantity(doc: Parse, item: Measure, taken: AbstractSet[int], after: int) -> Quantity:
    """The quantity of a measure; ``after``: where the one before it ends."""
    text = doc.text
    lasts = (
        item.unit.dimension == "time" if item.unit is not None else _OCCASIONS_AFTER.match(text, item.end) is not None
    )
    bounded = find_bound(text, item.start, item.end, after=after, duration=lasts, between=item.high is not None)
    bound = bounded.bound
    if item.unit is None and _COMPARED.match(text, bounded.start):
        bound = "="  # "it weighs as much as three cars"
    if bound == "=":
        bound = ">=" if item.number.kind == "vague" else "~" if is_guess(text, item) else bound
    trend = find_change(doc, item, bounded.start)
    unit = item.unit
    whole = replace(item, end=bounded.end)
    counts = unit is None or item.rule.counts
    counted = find_counted(doc, whole, taken) if counts else find_measured(doc, whole, taken)
    if unit is None and counted.of is None and item.rule.bare:
        counted = find_totalled(doc, whole, taken, changed=trend is not None and trend.by != "noun")
    end = max(counted.of.span.end, bounded.end) if counted.of is not None else bounded.end
    stop = bounded.end
    if bound in ("=", "~") and (closing := closing_bound(text, stop)):
        bound, stop = closing
    elif bound in ("=", "~") and (closing := closing_bound(text, end)):
        bound = closing[0]  # what is counted stands between: "two per cent of the vote at most"
    if unit is None:
        unit = count_per(text, end)
    elif unit.per is None and end > stop:
        unit = with_per(text, UnitMatch(unit, end)).unit  # "45,000 tons of carbon dioxide a year"
    rate = unit.per if unit is not None else None
    if unit is not None and rate is None:
        rate = told_rate(text, bounded.end)
    dimension = unit.dimension if unit is not None else item.rule.dimension
    span = Span(bounded.start, stop)
    return Quantity(
        text=text[span.start : span.end],
        span=span,
        value=_json(item.value),
        high=None if item.high is None else _json(item.high),
        bound=bound,
        unit=(unit.name or None) if unit is not None else None,
        per=rate,
        dimension=dimension,
        change=trend.change if trend else None,
        of=_times(doc, item) if item.rule.occasions and dimension in _OCCASIONS else counted.of,
        si=to_si(item.value, unit) if unit is not None else None,
        rule=_rule(text, item),
        noun=counted.noun,
        trend=trend.by if trend else "",
    )


def _times(doc: Parse, item: Measure) -> Mention | None:
    """The word "times" of a count of occasions: it, not what stands around, is what is counted."""
    match = _TIMES.search(doc.text, item.number.end, item.end)
    return mention(doc, Span(*match.span())) if match else None


def _rule(text: str, item: Measure) -> str:
    """The rule that made it; "hyphened" for a numeral that a hyphen joins to its noun ("a five-year deal")."""
    hyphen = text[item.number.end : item.number.end + 1] == "-"
    if hyphen and item.number.kind == "words" and item.high is None and item.rule.hyphens:
        return HYPHENED
    return VAGUE.name if item.number.kind == "vague" else item.rule.name


def _json(value: Fraction) -> int | float:
    """The value as a finite JSON number: an int where it is integral and every reader keeps its digits."""
    if value.denominator == 1 and abs(value) < 2**53:
        return int(value)
    return float(value)
