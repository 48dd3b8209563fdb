"""Quantities: numbers with unit, bound, change and what they count or measure.

The steps: numbers by their letters (numbers.py); what is no quantity left out (rejects.py); units and currencies
(measures.py, units.py, money.py); two numbers that make one (ranges.py); bounds (bounds.py); and from the parse the
change (changes.py) and what is counted (counted.py).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.mentions.bounds import find_bound
from claimx.mentions.changes import find_change
from claimx.mentions.counted import counted_plural, find_counted
from claimx.mentions.measures import Measure, measure
from claimx.mentions.numbers import Number, find_numbers
from claimx.mentions.ranges import join
from claimx.mentions.rejects import is_named, is_pronoun, is_year, rejected_until
from claimx.mentions.units import per_time, to_si
from claimx.mentions.view import View
from claimx.records import Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quantities(doc: Doc, text: str) -> list[Quantity]:
    """All quantities of one parsed article, in text order, not overlapping.

    Args:
        doc: the parsed article.
        text: its text, untouched; offsets point into it.
    """
    numbers = find_numbers(text)
    if not numbers:
        return []
    view = View(doc, text)
    measures = join(text, _measures(view, numbers))
    found: list[Quantity] = []
    for item in measures:
        quantity = _quantity(view, item)
        if quantity is not None and (not found or quantity.span.start >= found[-1].span.end):
            found.append(quantity)
    return found


def _measures(view: View, numbers: list[Number]) -> list[Measure]:
    """The numbers that may be quantities, with their units."""
    found: list[Measure] = []
    barred = -1
    for number in numbers:
        if number.start < barred or (found and number.start < found[-1].end):
            continue
        item = measure(view, number)
        until = rejected_until(view.text, number)
        if until is not None and not _survives(view, item, until):
            barred = until
        elif _is_quantity(view, item):
            found.append(item)
    return found


def _survives(view: View, item: Measure, until: int) -> bool:
    """Whether what looks like a date is a count or a measure after all ("in May 10 people died", "20 mm")."""
    if item.unit is not None and item.end > until:
        return True
    counted = counted_plural(view, item.start, item.end)
    return counted is not None and until <= item.number.end and counted.i == view.index_at(item.number.end - 1) + 1


def _is_quantity(view: View, item: Measure) -> bool:
    text, number = view.text, item.number
    after, before = text[item.end : item.end + 1], text[item.start - 1 : item.start] if item.start else ""
    if (after.isalnum() and not (item.unit and not text[item.end - 1].isalpha())) or after == "_":
        return False
    if item.start == number.start and (before.isalnum() or (before in "_." and before)):
        return False
    if is_pronoun(view, number, measured=item.unit is not None):
        return False
    if number.kind == "fraction" and item.unit is None:
        return _is_fraction(view, item)
    if item.unit is not None and item.rule != "age":
        return not (
            item.rule == "unit"
            and text[item.start - 1 : item.start] == "-"
            and text[item.start - 2 : item.start - 1].isalpha()
        )
    if item.rule == "age":
        return True
    if number.scaled or number.value.denominator != 1 or "," in text[number.start : number.end]:
        return number.kind != "slash"
    counted = counted_plural(view, item.start, item.end)
    return not is_year(view, number, counted) and not is_named(view, number, counted)


def _is_fraction(view: View, item: Measure) -> bool:
    """A third **of** is a part; "a third term" is an ordinal."""
    text = view.text
    if not text[item.number.start : item.number.end][:1].isalpha() or text[
        item.number.start : item.end
    ].lower().startswith("half"):
        return True
    following = view.after(item.end)
    if text[item.end : item.end + 1] == "-":
        return False
    if following is None or following.lower_ in ("of", "the"):
        return True
    article = text[item.start : item.end].lower().startswith(("a ", "an "))
    if article:
        return following.is_punct or following.lower_ in (
            "in",
            "from",
            "more",
            "less",
            "higher",
            "lower",
            "to",
            "fewer",
        )
    return following.pos_ not in ("NOUN", "PROPN", "ADJ")


def _quantity(view: View, item: Measure) -> Quantity | None:
    text = view.text
    bounded = find_bound(text, item.start, item.end)
    trend = find_change(view, item, bounded.start)
    plain = item.unit is None or not item.unit.name
    counted = find_counted(
        view, item, plain=(plain and item.rule != "ratio") or item.rule in ("count", "vague", "fraction")
    )
    unit = item.unit
    if unit is None and counted.of is not None and (rate := per_time(text, counted.of.span.end)):
        unit = rate.unit
    value = _json(item.value)
    high = None if item.high is None else _json(item.high)
    if value is None or (item.high is not None and high is None):
        return None
    dimension = unit.dimension if unit is not None else ("ratio" if item.rule == "fraction" else "count")
    bound = bounded.bound
    if item.rule == "vague" and bound == "=":
        bound = "~"
    span = Span(bounded.start, bounded.end)
    return Quantity(
        text=text[span.start : span.end],
        span=span,
        value=value,
        high=high,
        bound=bound,
        unit=(unit.name or None) if unit is not None else None,
        dimension=dimension,
        change=trend.change if trend else None,
        of=counted.of,
        si=to_si(item.value, unit) if unit is not None else None,
        rule=item.rule,
        noun=counted.noun,
        concept=counted.concept,
        trend=trend.by if trend else "",
    )


def _json(value: Fraction) -> int | float | None:
    """The value as a finite JSON number: an int where it is integral and every reader keeps its digits."""
    if value.denominator == 1 and abs(value) < 2**53:
        return int(value)
    return float(value)
