"""What a quantity is a rate of."""

from fractions import Fraction

import pytest

from claimx.mentions.quantities.rates import count_per, find_unit, per, told_rate
from claimx.mentions.quantities.units import Unit, unit
from claimx.records import Rate, Span


def test_compound_has_the_common_name_of_its_dimension() -> None:
    rate = Rate("a minute", Span(0, 8), "minute")
    made = per(unit("metre"), unit("minute"), rate)
    assert (made.name, made.per, made.dimension, made.factor) == ("metre", rate, "speed", Fraction(1, 60))
    assert per(unit("kilometre"), unit("hour"), rate) == unit("kilometre per hour")
    assert per(Unit("USD", "money"), unit("barrel"), rate) == Unit("USD", "money", per=rate)
    assert per(unit("joule"), unit("hectare"), rate).dimension == "energy per area"


def test_counts_per_time() -> None:
    found = count_per("tests per day.", 5)
    per_day = Rate("per day", Span(6, 13), "day")
    assert found is not None
    assert (found.name, found.per, found.dimension) == ("", per_day, "frequency")
    assert count_per("tests of water", 5) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (" per 100,000 people fell ill", "100,000 people"),
        (" per 1,000 live births", "1,000 live births"),
        (" per woman", "woman"),
        (" a head", "head"),
    ],
)
def test_groups_and_things_that_a_count_is_divided_by(text: str, told: str) -> None:
    found = count_per(text, 0)
    assert found is not None
    assert found.per is not None
    assert found.per.unit == told


@pytest.mark.parametrize("text", [" per the deal", " per cent", " a boat", " a year ago", " of water"])
def test_what_divides_nothing(text: str) -> None:
    assert count_per(text, 0) is None


def test_adjectives_of_rates() -> None:
    assert told_rate("a $900 monthly rent", 6) == Rate("monthly", Span(7, 14), "month")
    assert told_rate("a $900 phone", 6) is None


def test_symbols_on_both_sides_of_a_stroke_are_one_unit() -> None:
    found = find_unit("5 mg/l", 1)
    assert found is not None
    assert (found.unit.name, found.unit.per) == ("milligram per litre", None)
