"""What a quantity leaves unsaid because one before it says it for both: a unit, a noun, the amount itself."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.mentions.quantities.context_words import any_of, words
from claimx.mentions.quantities.units import to_si, unit
from claimx.records import Quantity

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: What stands between a quantity and the same amount in another unit.
_RESTATED = re.compile(
    rf"\s?[(\[]\s?|\s?/\s?|,?\s+or\s+|,\s+or\s+{any_of('approximators_of_restatements')}\s+|\s=\s", re.I
)
#: What stands between two quantities of which the second lacks the noun or unit that it shares with the first.
_SHARED = re.compile(rf"[^.;:!?]{{0,90}}?\b{any_of('between_sharing')}\b[^.;:!?]{{0,40}}")
#: "rose 4 per cent to $13", "fell 2 per cent in May to end at 27,349"
_TO_LEVEL = re.compile(
    rf"(?![^.;:!?]*\b{any_of('before_to_without_a_level')}\s+to\b)[^.;:!?]{{0,30}}\bto\s+(?:{any_of('verbs_of_reaching')}\s+(?:at\s+)?)?"
)
#: "171 votes to 148", "300 jobs to 250"
_AGAINST = re.compile(r"\s+to\s+")
#: "2 by 3 metres": two sides of one thing
_SIDES = re.compile(rf"\s+{any_of('between_sides')}\s+|\s?[x×]\s?")
_JOINED = re.compile(rf"\s+{any_of('joining_numbers')}\s+")
_UP_FROM_LEVEL = re.compile(r",?\s+(?:up|down)\s+")

#: What may stand between two changes of which the second leaves its verb to the first, and in how many words.
_IN_GAPS = word_classes.NOUNS | frozenset(
    (word_classes.ADJECTIVE, word_classes.DETERMINER, word_classes.COORDINATOR, word_classes.PUNCTUATION)
)
_BY = words("before_amounts_left_alone")
_GAP_OF_WORDS = 6
#: Dimensions of which two quantities may be the same amount ("4 per cent, or 30 points").
_LEVELS = frozenset({"ratio", "index", "money", "count"})
#: How far apart two such quantities may stand, in code points, and how many before it are looked at.
_APART, _BEFORE = 140, 3


def with_shared(doc: Parse, quantity: Quantity, found: list[Quantity], *, bare: bool) -> Quantity:
    """Let a quantity share what those before it say for both: the same amount in another unit, a level, an ellipsis.

    ``bare``: it was read as a number with nothing beside it.
    """
    if not found:
        return quantity
    previous = found[-1]
    gap = doc.text[previous.span.end : quantity.span.start]
    if len(gap) > _APART or "\n" in gap:
        return quantity
    if _RESTATED.fullmatch(gap) and not previous.noun and quantity.unit is not None:
        return _restated(quantity, previous)
    if _SIDES.fullmatch(gap) and quantity.unit == previous.unit and previous.of is not None:
        return replace(quantity, of=previous.of)
    if previous.trend and not quantity.trend and _TO_LEVEL.fullmatch(gap):
        reached = previous.change if previous.trend == "verb" and quantity.dimension != "time" else None
        trend = "level" if reached else ""
        quantity = replace(quantity, of=quantity.of or previous.of, change=quantity.change or reached, trend=trend)
    elif previous.trend and not quantity.trend and _is_of_row(previous, quantity, gap):
        quantity = replace(quantity, change=previous.change, trend=previous.trend, of=quantity.of or previous.of)
    elif previous.trend == "verb" and not quantity.trend and _goes_on(doc, previous, quantity):
        quantity = replace(quantity, change=previous.change, trend=previous.trend)
    if quantity.unit is not None or not bare or quantity.noun or quantity.per:
        return quantity
    return _elliptic(doc, quantity, found, gap)


def _is_of_row(previous: Quantity, quantity: Quantity, gap: str) -> bool:
    """Whether two figures share one unit, and so one verb: "rose 8 and 12 per cent"."""
    return previous.unit == quantity.unit and previous.text[-1].isdigit() and _JOINED.fullmatch(gap) is not None


def _goes_on(doc: Parse, previous: Quantity, quantity: Quantity) -> bool:
    """Whether a clause leaves its verb of change to the one before: "Ford fell 3 per cent and Orvel by 2 per cent"."""
    if previous.unit != quantity.unit or previous.dimension not in _LEVELS or not quantity.unit:
        return False
    gap = doc.tokens[doc.index_at(previous.span.end - 1) + 1 : doc.index_at(quantity.span.start)]
    if not 0 < len(gap) <= _GAP_OF_WORDS or any(token.is_sent_start for token in gap):
        return False
    is_named = any(token.pos in word_classes.NOUNS for token in gap)
    return is_named and all(token.pos in _IN_GAPS or token.lower in _BY for token in gap)


def _elliptic(doc: Parse, quantity: Quantity, found: list[Quantity], gap: str) -> Quantity:
    """A bare number whose unit or noun an earlier one has: "rose 4 points to 812", "2 per cent, but … fell by 1"."""
    previous, at = found[-1], quantity.span.start
    sentence = doc.token_at(quantity.span.start).sent.start_char
    if previous.trend == "verb" and quantity.trend == "verb" and previous.unit == "percent":
        return replace(quantity, unit="percent", dimension="ratio", si=_percent(quantity.value))
    if _TO_LEVEL.fullmatch(gap) and any(q.unit == "point" for q in found[-2:] if q.span.start >= sentence):
        return replace(quantity, unit="point", dimension="index", of=quantity.of or previous.of)
    if previous.noun and previous.of is not None and _AGAINST.fullmatch(doc.text, previous.of.span.end, at):
        return replace(quantity, of=previous.of, noun=previous.noun)
    if not _SHARED.fullmatch(gap):
        return quantity
    for other in reversed(found[-_BEFORE:]):
        if other.span.start < sentence:
            break
        share = abs(quantity.value) / max(abs(other.value), 1e-9)
        if other.unit is not None and other.dimension != "time" and 0.5 < share < 2 and quantity.value >= 20:
            is_scaled = other.si is not None and other.dimension != "temperature"
            si = quantity.value * other.si / other.value if is_scaled and other.si is not None else None
            shared = replace(quantity, unit=other.unit, dimension=other.dimension, si=si)
            return replace(shared, of=other.of, per=other.per)
        if other.noun and other.of is not None and 0.001 < abs(quantity.value) / max(abs(other.value), 1e-9) < 1000:
            return replace(quantity, of=other.of, noun=other.noun)
    return quantity


def _percent(value: float) -> int | float | None:
    return to_si(Fraction(repr(value)), unit("percent"))


def share_points(text: str, found: list[Quantity]) -> None:
    """In "16,369.03, up 58.06 points" the bare level is in points, too."""
    if len(found) < 2 or found[-1].unit != "point" or not found[-1].change:
        return
    level = found[-2]
    if level.unit is None and not level.noun and _UP_FROM_LEVEL.fullmatch(text, level.span.end, found[-1].span.start):
        found[-2] = replace(level, unit="point", dimension="index", of=level.of or found[-1].of)


def _restated(quantity: Quantity, previous: Quantity) -> Quantity:
    same_kind = quantity.dimension == previous.dimension or {quantity.dimension, previous.dimension} <= _LEVELS
    if not same_kind:
        return quantity
    bound = previous.bound if quantity.bound == "=" else quantity.bound
    change, trend = (quantity.change, quantity.trend) if quantity.change else (previous.change, previous.trend)
    of = previous.of or quantity.of
    return replace(quantity, bound=bound, change=change, trend=trend, of=of)
