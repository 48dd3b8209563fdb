"""Units after a number: which one, and its factor to SI."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.lexicons import loader as lexicon
from claimx.mentions.quantities.rates import find_unit
from claimx.mentions.quantities.unit_senses import sense
from claimx.mentions.quantities.units import Unit, UnitRow, plural, to_si, unit
from tests.together import over

UNITS = lexicon.load("quantities/units", UnitRow)


@over([n for n, row in UNITS.items() if row.only != "of" and n != "percentage_point"])
def test_each_unit_is_found_by_its_name(name: str) -> None:
    found = find_unit(f"7 {name} here", 1)
    assert found is not None
    assert (found.unit.name, found.end) == (name, 2 + len(name))


SPACED = {"K": "kelvin"}
SYMBOLS = [
    (symbol, name)
    for name, row in UNITS.items()
    for symbol in row.symbols
    if symbol not in "'\"" and symbol not in SPACED
]


@over(SYMBOLS)
def test_each_symbol_is_found_right_after_digits(symbol: str, name: str) -> None:
    found = find_unit(f"7{symbol} here", 1)
    assert found is not None
    assert found.unit.name == name


@pytest.mark.parametrize(("symbol", "name"), SPACED.items())
def test_a_spaced_symbol_is_found_after_a_blank_alone(symbol: str, name: str) -> None:
    found = find_unit(f"7 {symbol} here", 1)
    assert found is not None
    assert found.unit.name == name
    assert find_unit(f"7{symbol} here", 1) is None


def test_no_symbol_means_two_units() -> None:
    symbols = [symbol for symbol, _ in SYMBOLS]
    assert sorted(symbols) == sorted(set(symbols))


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("5 km/h.", "kilometre per hour", "."),
        ("5 kilometres per hour", "kilometre per hour", ""),
        ("5 kilometers an hour", "kilometre per hour", ""),
        ("5 tonnes per hectare and", "tonne", " and"),
        ("5 A/cm2", "ampere per square centimetre", ""),
        ("5-tonne lorry", "tonne", " lorry"),
        ("5 tonnes a year ago", "tonne", " a year ago"),
        ("5 percentage points", "percentage_point", ""),
        ("5 kg.", "kilogram", "."),
        ("5 sq. ft. of", "square foot", " of"),
        ("5\u00a0km", "kilometre", ""),
        ("5m²", "square metre", ""),
        ("5 fl oz", "fluid ounce", ""),
    ],
)
def test_where_a_unit_ends(text: str, name: str, rest: str) -> None:
    found = find_unit(text, 1)
    assert found is not None
    assert (found.unit.name, text[found.end :]) == (name, rest)


@pytest.mark.parametrize(
    "text",
    [
        "5 in the",
        "5 people",
        "5",
        "5 mother",
        "5 kgb",
        "5 a day",
        "5 Stone Street",
        "5 cups won",
        "5 bits",
        "5 A levels",
        "5 moles dug",
        "5 Tesla cars",
    ],
)
def test_no_unit(text: str) -> None:
    assert find_unit(text, 1, digits=text != "5 bits") is None


def test_symbols_need_digits() -> None:
    assert find_unit("five m", 4, digits=False) is None
    assert find_unit("five metres", 4, digits=False) is not None


def test_prime_and_quotation_mark() -> None:
    assert find_unit("the 6' wall", 5) is not None
    assert find_unit("'the 6' he said", 6) is None
    assert find_unit('a 6" nail', 3) is not None
    assert find_unit('he said "we are 6" and left', 17) is None


@pytest.mark.parametrize(
    ("value", "name", "si"),
    [
        (1, "mile", 1609.344),
        (100, "celsius", 373.15),
        (212, "fahrenheit", 373.15),
        (3, "dozen-less", None),
        (2, "hour", 7200),
        (90, "kilometre per hour", 25),
        (1, "decibel", None),
        (50, "percent", 0.5),
    ],
)
def test_si(value: int, name: str, si: float | None) -> None:
    of = unit(name) if name in UNITS else Unit(name, "count")
    assert to_si(Fraction(value), of) == (None if si is None else pytest.approx(si))


@given(st.fractions(-(10**9), 10**9), st.sampled_from([n for n, row in UNITS.items() if row.factor]))
def test_si_keeps_order(value: Fraction, name: str) -> None:
    low, high = to_si(value, unit(name)), to_si(value + 1, unit(name))
    assert low is not None
    assert high is not None
    assert low <= high


def test_senses() -> None:
    text = "The poll puts him 5 points ahead."
    assert sense(unit("point"), text, 18, 26) == unit("percentage_point")
    assert sense(unit("point"), "The index lost 5 points.", 15, 23) == unit("point")
    assert sense(unit("metre"), text, 18, 26) == unit("metre")
    assert sense(unit("degree"), "Warming of 2 degrees", 11, 20).dimension == "temperature"


@pytest.mark.parametrize(
    ("one", "many"), [("inch", "inches"), ("henry", "henries"), ("day", "days"), ("lux", "luxes"), ("metre", "metres")]
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many
