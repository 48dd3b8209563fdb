"""Quantities as a whole: found in text, with unit, bound, change and what they count."""

import json
import math
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.lexicons import loader as lexicon
from claimx.mentions.collisions import without_collisions
from claimx.mentions.quantities.finder import find_quantities
from claimx.mentions.quantities.money import Currency
from claimx.mentions.quantities.units import UnitRow
from claimx.records import Entity, Quantity, Span, Zone, to_dict
from tests.marked import cases
from tests.parsing import parse, tokenize
from tests.together import over

CASES = cases("quantities")
PLAIN = {"high": None, "bound": "=", "unit": None, "per": None, "change": None}


def find(text: str) -> list[Quantity]:
    doc = next(parse([(text, [Zone("body", Span(0, len(text)), 0)] if text.strip() else [])]))
    return find_quantities(doc)


def one(text: str) -> Quantity:
    quantities = find(text)
    assert len(quantities) == 1, quantities
    return quantities[0]


@cache
def parsed() -> list[list[Quantity]]:
    docs = parse((case["text"], [Zone("body", Span(0, len(case["text"])), 0)]) for case in CASES)
    return [find_quantities(doc) for doc, case in zip(docs, CASES, strict=True)]


@over([(number, case["text"]) for number, case in enumerate(CASES)])
def test_case(number: int, _: str) -> None:
    case, found = CASES[number], parsed()[number]
    assert [q.text for q in found] == [q["text"] for q in case["quantities"]]
    for quantity, wanted in zip(found, case["quantities"], strict=True):
        told = {"of": quantity.of.text if quantity.of else None, "per": quantity.per.unit if quantity.per else None}
        given_fields = to_dict(quantity) | told
        assert {k: given_fields[k] for k in PLAIN | wanted} == PLAIN | wanted


def test_cases_are_enough_and_each_once() -> None:
    texts = [case["text"] for case in CASES]
    assert len(set(texts)) == len(texts) >= 400


def test_every_unit_and_currency_has_a_case() -> None:
    seen = {part for case in CASES for q in case["quantities"] if q.get("unit") for part in _parts(q["unit"])}
    assert set(lexicon.load("quantities/units", UnitRow)) - seen == set()
    assert set(lexicon.load("quantities/currencies", Currency)) - seen == set()


def _parts(unit: str) -> set[str]:
    return {unit, *unit.removeprefix("per ").split(" per ")}


def test_found_quantities_are_sound() -> None:
    for case, found in zip(CASES, parsed(), strict=True):
        check(case["text"], found)


def check(text: str, found: list[Quantity]) -> None:
    end = 0
    for quantity in found:
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        end = quantity.span.end
        assert text[quantity.span.start : quantity.span.end] == quantity.text
        assert math.isfinite(quantity.value)
        assert quantity.high is None or (math.isfinite(quantity.high) and quantity.high >= quantity.value)
        assert quantity.rule
        assert quantity.dimension
        assert quantity.of is None or text[quantity.of.span.start : quantity.of.span.end] == quantity.of.text
        json.dumps(to_dict(quantity), allow_nan=False)


@pytest.mark.parametrize(
    ("text", "si", "dimension"),
    [
        ("The mast is 12 feet tall.", 3.6576, "length"),
        ("The farm has 3 hectares.", 30_000, "area"),
        ("The tank holds 5 litres.", 0.005, "volume"),
        ("The crate weighs 2 tonnes.", 2000, "mass"),
        ("The night was 5 degrees Celsius.", 278.15, "temperature"),
        ("The oven was at 32 degrees Fahrenheit.", 273.15, "temperature"),
        ("He waited 2 hours.", 7200, "time"),
        ("The van did 90 km/h.", 25, "speed"),
        ("The car does 10 metres per second.", 10, "speed"),
        ("The pipe carries 6 cubic metres per minute.", 0.1, "flow rate"),
        ("The gas has 2 grams per litre.", 2, "density"),
        ("Turnout was 40 per cent.", 0.4, "ratio"),
        ("The disk has 2 kilobytes.", 16_000, "information"),
        ("The coat cost 40 euros.", None, "money"),
        ("The crowd of 40 people left.", None, "count"),
        ("One in four people left.", 0.25, "ratio"),
        ("The speaker reached 90 decibels.", None, "sound level"),
        ("A line of 2 tonnes per kilometre was laid.", 2, "mass per length"),
    ],
)
def test_si_value_and_dimension(text: str, si: float | None, dimension: str) -> None:
    quantity = one(text)
    assert quantity.si == (None if si is None else pytest.approx(si))
    assert quantity.dimension == dimension


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In Egypt the seat cost 300 pounds.", "EGP"),
        ("The vicar paid 300 pounds for a seat.", "GBP"),
        ("The butcher carved 300 pounds of beef.", "pound"),
        ("In Mexico the ticket cost 90 pesos.", "MXN"),
        ("In Chile the ticket cost 90 pesos.", "CLP"),
        ("The ticket cost 90 pesos.", "peso"),
        ("The Kuwaiti fund paid 9 million dinars.", "KWD"),
        ("The index fell 12 points.", "point"),
        ("The survey puts the party 12 points ahead.", "percentage_point"),
        ("Add 2.5 F in the capacitor circuit.", "farad"),
        ("The porch was at 75 F.", "fahrenheit"),
    ],
)
def test_ambiguous_unit_is_decided_by_context(text: str, unit: str) -> None:
    assert one(text).unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The crater is 50m wide.", 50, "metre"),
        ("The choir sold 50m records.", 50_000_000, None),
        ("The bid of €50m failed.", 50_000_000, "EUR"),
        ("The tanker holds 50m litres.", 50_000_000, "litre"),
        ("They cut 3.9k jobs.", 3900, None),
    ],
)
def test_letter_after_digits_is_decided_by_context(text: str, value: float, unit: str | None) -> None:
    assert (one(text).value, one(text).unit) == (value, unit)


def test_count_has_what_it_counts_and_no_unit() -> None:
    quantity = one("Officials found more than 1,500 bodies of civilians in the woods.")
    assert quantity.unit is None
    assert quantity.of is not None
    assert quantity.of.text == "bodies of civilians"
    assert quantity.noun == "body civilian"


def test_restated_amount_keeps_bound_and_change() -> None:
    first, second = find("Sales fell by more than €40m ($44m) in spring.")
    assert (first.bound, first.change) == (second.bound, second.change) == (">", "down")


def test_numeral_in_a_hyphened_word_says_so() -> None:
    assert one("She signed a two-year contract.").rule == "hyphened"
    assert one("She signed a contract for two years.").rule == "unit"


def test_nothing_in_nothing() -> None:
    assert find("") == []
    assert find("No figures here.") == []


def test_odd_white_space() -> None:
    quantity = one("The\u00a0wall is 12\u00a0000\u00a0km\u00a0long.")
    assert (quantity.value, quantity.unit) == (12_000, "kilometre")


def test_amount_with_a_unit_is_no_name() -> None:
    text = "The shares closed at RM23.50 in Penang."
    quantities = find(text)
    start = text.index("RM23.50")
    name = Entity("RM23.50", Span(start, start + 7), "ORG", "RM23.50", "e1")
    mentions = without_collisions(entities=[name], quantities=quantities, times=[])
    assert (mentions.entities, mentions.quantities) == ((), tuple(quantities))


AMOUNTS = st.integers(1, 900)
SENTENCES = [
    "The depot holds {} barrels.",
    "Some of the {} villagers left.",
    "They owe {} dollars.",
    "It took {} days.",
]


@settings(max_examples=25, deadline=None)
@given(AMOUNTS, AMOUNTS, st.sampled_from(["", " thousand", " million", " billion"]), st.sampled_from(["to", "and"]))
def test_scaled_range_keeps_its_order(a: int, b: int, scale: str, joint: str) -> None:
    low, high = min(a, b), max(a, b) + 1
    words = f"from {low} to {high}" if joint == "to" else f"between {low} and {high}"
    quantity = one(f"The state spent {words}{scale} euros on it.")
    factor = {"": 1, " thousand": 10**3, " million": 10**6, " billion": 10**9}[scale]
    assert (quantity.value, quantity.high) == (low * factor, high * factor)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 99), st.sampled_from(SENTENCES))
def test_words_and_digits_agree_in_a_sentence(n: int, sentence: str) -> None:
    ones = [
        "_",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
    ]
    ones += ["seventeen", "eighteen", "nineteen"]
    tens = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    words = ones[n] if n < 20 else tens[n // 10] + (f"-{ones[n % 10]}" if n % 10 else "")
    spelled, figure = one(sentence.format(words)), one(sentence.format(n))
    assert (spelled.value, spelled.unit, spelled.bound) == (figure.value, figure.unit, figure.bound)
    assert spelled.value == n


PIECES = [
    "5",
    "1,200",
    "$",
    "€3.5m",
    "per cent",
    "%",
    "to",
    "-",
    "–",
    "between",
    "and",
    "from",
    "more than",
    "up",
    "(",
    ")",
]
PIECES += [
    "kg",
    "m",
    "°C",
    "years old",
    "a third of",
    "dozens",
    "one",
    "in",
    "five",
    "the",
    "rose by",
    ".",
    ",",
    "\n",
    "'",
    '"',
]
PIECES += [
    "million",
    "half",
    "a",
    "US$",
    "R",
    "per",
    "day",
    "times",
    "people",
    "minus",
    "1/2",
    "2018",
    "May",
    "o'clock",
    "\u00a0",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", ""]))
def test_any_text_gives_sound_quantities(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces).replace("\n", " ")
    check(text, find_quantities(tokenize(text)))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000 + " tonnes",
        "word" * 10_000,
        "“" * 1000,
        "$" * 500,
        "1-" * 600,
        "5 to " * 600,
        "$5m or " * 300,
        "(5 " * 500,
        "up 5% " * 300,
        "more than " * 1000 + "5",
        "5 m/" * 300,
        "1e308 kg",
        "1e-320 tonnes",
        "½" * 600,
        "one of the " * 300,
        "three in " * 300,
        "5'" * 300,
        "5 per " * 300,
        "12:" * 300,
        "+1 " * 300,
    ],
)
def test_hostile_text_is_survived(text: str) -> None:
    check(text, find_quantities(tokenize(text)))


@pytest.mark.parametrize(
    ("text", "unit", "words", "per"),
    [
        ("The line loses $2 million a day.", "USD", "a day", "day"),
        ("The ferry carries 900 cars per week.", None, "per week", "week"),
        ("The drug costs £90 per dose.", "GBP", "per dose", "dose"),
        ("The pump beats 90 times a minute.", None, "a minute", "minute"),
        ("The field yields nine tonnes per hectare.", "tonne", "per hectare", "hectare"),
        ("The flat was let at $14 per square metre.", "USD", "per square metre", "square metre"),
    ],
)
def test_what_a_value_is_a_rate_of(text: str, unit: str | None, words: str, per: str) -> None:
    found = one(text)
    assert found.per is not None
    assert (found.unit, found.per.text, found.per.unit) == (unit, words, per)
    assert text[found.per.span.start : found.per.span.end] == words


def test_a_unit_that_is_a_rate_is_divided_by_nothing_more() -> None:
    found = one("The boat does 12 kilometres per hour.")
    assert (found.unit, found.per) == ("kilometre per hour", None)
