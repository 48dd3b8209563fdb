"""Calendar arithmetic in TIMEX3 values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.timex import calendar as cal

GRAINS = st.sampled_from("DWMQHYEC")


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-09-22", "2015-09-22", "2015-09-22"),
        ("2015-09-22TNI", "2015-09-22", "2015-09-22"),
        ("2015-09-22T10:30Z", "2015-09-22", "2015-09-22"),
        ("2015-Q3", "2015-07-01", "2015-09-30"),
        ("2015-H2", "2015-07-01", "2015-12-31"),
        ("2015-SU", "2015-06-01", "2015-08-31"),
        ("2015-WI", "2015-12-01", "2016-02-29"),
        ("2015-W38", "2015-09-14", "2015-09-20"),
        ("2015-W38-WE", "2015-09-19", "2015-09-20"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("00", "0001-01-01", "0099-12-31"),
        ("000", "0001-01-01", "0009-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("999", "9990-01-01", "9999-12-31"),
    ],
)
def test_bounds(value: str, begin: str, end: str) -> None:
    assert cal.bounds(value) == (date.fromisoformat(begin), date.fromisoformat(end))


@pytest.mark.parametrize(
    "value",
    [None, "", "XXXX", "XXXX-10-05", "2015-13", "2015-02-30", "2015-W54", "2019-W53", "9999-WI", "PRESENT_REF", "P2W"],
)
def test_no_bounds(value: str | None) -> None:
    assert cal.bounds(value) is None


@given(st.dates(), GRAINS)
def test_a_day_lies_in_its_own_week_month_and_year(day: date, grain: str) -> None:
    stretch = cal.bounds(cal.value_at(day, grain))
    if stretch is None:  # an ISO week that begins before year 1 or ends after 9999
        assert grain == "W"
        assert not date(1, 1, 8) < day < date(9999, 12, 24)
    else:
        assert stretch.begin <= day <= stretch.end
        assert cal.grain_of(cal.value_at(day, grain)) == grain


@given(st.dates(), st.integers(-30_000, 30_000), GRAINS)
def test_shifting_there_and_back_stays_within_a_month(day: date, count: int, grain: str) -> None:
    there = cal.shift(day, count, grain)
    if there is not None:
        back = cal.shift(there, -count, grain)
        assert back is not None
        assert abs((back - day).days) <= (3 if grain not in "DW" else 0)


@given(st.dates(), st.floats(allow_nan=False, allow_infinity=False), GRAINS)
def test_shifting_never_raises(day: date, count: float, grain: str) -> None:
    assert cal.shift(day, count, grain) is None or count is not None


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9990, 1, 1)))
def test_a_month_later_is_the_month_after(day: date) -> None:
    later = cal.add_months(day, 1)
    assert later is not None
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == 1
    assert later.day <= day.day


@pytest.mark.parametrize(("day", "months", "after"), [("2020-01-31", 1, "2020-02-29"), ("2019-12-31", 2, "2020-02-29")])
def test_the_last_of_a_month_stays_in_the_month(day: str, months: int, after: str) -> None:
    assert cal.add_months(date.fromisoformat(day), months) == date.fromisoformat(after)


@given(
    st.sampled_from(["2015", "2016-02", "2015-Q3", "2015-W38", "198", "2015-09"]),
    st.sampled_from(["early", "mid", "late", "start", "end"]),
)
def test_a_part_lies_in_the_whole(value: str, part: str) -> None:
    whole = cal.bounds(value)
    assert whole is not None
    inner = cal.part_of(whole, part)
    assert whole.begin <= inner.begin <= inner.end <= whole.end
    assert inner != whole


@pytest.mark.parametrize("value", ["2015", "2016-02", "2015-Q3", "2015-W38", "198"])
def test_early_mid_and_late_make_up_the_whole(value: str) -> None:
    whole = cal.bounds(value)
    assert whole is not None
    early, mid, late = (cal.part_of(whole, part) for part in ("early", "mid", "late"))
    assert early.begin == whole.begin
    assert late.end == whole.end
    assert mid.begin - early.end == timedelta(days=1)
    assert late.begin - mid.end == timedelta(days=1)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2024, "2024-03-31"), (2038, "2038-04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert cal.easter(year) == date.fromisoformat(day)


@given(st.integers(1, 9999))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = cal.easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 7))
def test_nth_weekday(year: int, month: int, weekday: int) -> None:
    first, last = cal.nth_weekday(year, month, weekday, 1), cal.nth_weekday(year, month, weekday, -1)
    assert first.isoweekday() == last.isoweekday() == weekday
    assert first.day <= 7
    assert (last - first).days in (21, 28)
    assert last.month == month
