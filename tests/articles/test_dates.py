import math
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.articles.dates import read_date, to_date
from claimx.errors import UsageError

FIFTH = date(2024, 3, 5)


class NotATime(datetime):
    """As pandas' NaT: a datetime that differs from itself and has no day."""

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    __hash__ = datetime.__hash__

    def date(self):
        raise ValueError("NaT has no date")


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-05",
        " 2024-03-05T23:30:00-08:00 ",
        "2024-03-05 10:30:00.000 UTC",
        "20240305",
        "2024/03/05",
        "5 March 2024",
        "March 5th, 2024 10:30 GMT",
        "Tuesday, 5 March 2024 at 10.30",
        "Mar. 5, 2024, 10:30 a.m. ET",
        "Tue, 05 Mar 2024 10:30:00 +0100",
        "5-Mar-24",
        "05.03.2024",
        1709596800,
        1709596800000,
        "1709596800",
        FIFTH,
        datetime(2024, 3, 5, 23, 59),
    ],
    ids=str,
)
def test_a_date_in_any_notation(value):
    assert read_date(value) == (FIFTH, ())


@pytest.mark.parametrize("value", [None, "", "  ", math.nan, NotATime(2024, 3, 5)], ids=repr)
def test_no_date(value):
    assert read_date(value) == (None, ())


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2 hours ago",
        "March 2024",
        "2024",
        "31/02/2024",
        "2024-13-01",
        "2024/02/30",
        "soon",
        7,
        True,
        ["2024"],
        "9999-01-01",
    ],
)
def test_what_names_no_day_is_said(value):
    found = read_date(value)
    assert found.value is None
    assert found.warnings == (f"date-not-read: {str(value)!r}",)


@pytest.mark.parametrize(
    ("words", "month_first", "day_first", "is_open"),
    [
        ("05/03/2024", date(2024, 5, 3), FIFTH, True),
        ("5-3-2024", date(2024, 5, 3), FIFTH, True),
        ("05/03/24 10:30", date(2024, 5, 3), FIFTH, True),
        ("05.03.2024", date(2024, 5, 3), FIFTH, False),
        ("13/05/2024", date(2024, 5, 13), date(2024, 5, 13), False),
        ("05/13/2024", date(2024, 5, 13), date(2024, 5, 13), False),
        ("07/07/2024", date(2024, 7, 7), date(2024, 7, 7), False),
    ],
)
def test_the_order_of_day_and_month(words, month_first, day_first, is_open):
    assert read_date(words, day_first=False) == (month_first, ())
    assert read_date(words, day_first=True) == (day_first, ())
    assumed = read_date(words)
    assert assumed.value == (day_first if "." in words else month_first)
    assert bool(assumed.warnings) == is_open
    assert all(warning.startswith("date-order-assumed: ") for warning in assumed.warnings)


def test_what_a_caller_gives():
    assert to_date(datetime(2024, 3, 5, 12)) == FIFTH
    assert to_date("5 March 2024") == FIFTH
    assert to_date(None) is None
    with pytest.raises(UsageError, match="published is 'tomorrow', not a date"):
        to_date("tomorrow")


@given(st.text(max_size=90) | st.dates().map(str) | st.floats() | st.integers())
def test_any_value_gives_a_date_or_says_why_not(value):
    found = read_date(value)
    assert found.value is None or type(found.value) is date
    is_nan = isinstance(value, float) and math.isnan(value)
    assert found.value or found.warnings or is_nan or not str(value).strip()


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %b %Y"]),
)
def test_a_date_that_is_written_is_read_back(day, form):
    assert read_date(day.strftime(form)).value == day
