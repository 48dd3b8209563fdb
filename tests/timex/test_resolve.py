"""Times resolved from what their words tell, without a text."""

from datetime import date

import pytest

from claimx.records import Mention, Span, Unresolved
from claimx.timex import reanchor, resolve

TODAY = date(2018, 11, 22)  # a Thursday
WORDS = Mention("some words", Span(0, 10))


def told(resolver, today=TODAY, tense="none", focus=None, frame=None, **parts):
    return resolve(WORDS, Unresolved(resolver, tuple(parts.items()), tense, focus, frame), today)


@pytest.mark.parametrize(
    ("resolver", "parts", "value"),
    [
        ("date", {"deictic": "-1"}, "2018-11-21"),
        ("date", {"weekday": "1"}, "2018-11-19"),
        ("date", {"month": "2", "day": "30", "year": "2017"}, "2017-02"),
        ("weekday_of_week", {"weekday": "1", "rel": "last"}, "2018-11-12"),
        ("clock", {"hour": "5", "ampm": "p", "deictic": "0"}, "2018-11-22T17:00"),
        ("holiday", {"holiday": "christmas", "rel": "last"}, "2017-12-25"),
        ("month", {"month": "9"}, "2018-09"),
        ("unit", {"unit": "week", "rel": "last"}, "2018-W46"),
        ("quarter", {"nth": "3", "year": "2015"}, "2015-Q3"),
        ("decade", {"decade": "1990"}, "199"),
        ("ago", {"num": "2", "unit": "year"}, "2016"),
        ("duration", {"num": "2.5", "unit": "year"}, "P2Y6M"),
        ("set_day", {"weekday": "4"}, "XXXX-WXX-4"),
        ("ref_past", {}, "PAST_REF"),
    ],
)
def test_each_kind_of_expression_has_its_resolver(resolver, parts, value):
    assert told(resolver, **parts).value == value


def test_without_a_day_a_relative_time_stays_partial():
    time = told("date", today=None, weekday="4")
    assert (time.value, time.begin, time.anchor) == ("XXXX-WXX-4", None, "none")


def test_tense_decides_between_the_last_weekday_and_the_next():
    assert told("date", tense="past", weekday="1").value == "2018-11-19"
    assert told("date", tense="future", weekday="1").value == "2018-11-26"


def test_what_was_spoken_of_is_leant_on():
    assert told("earlier", focus="2015-Q3", num="1", unit="year").value == "2014-Q3"
    assert told("corresponding", frame="2015-Q3").value == "2014-Q3"


def test_what_is_no_time_is_none():
    assert told("quarter", nth="5") is None
    assert told("clock", clock="25:10") is None


def test_a_time_is_resolved_anew_from_the_day_of_saying():
    yesterday = told("date", deictic="-1")
    moved = reanchor(yesterday, date(2018, 1, 1))
    assert (moved.value, moved.anchor) == ("2017-12-31", "context")
    assert reanchor(yesterday, None) is yesterday


def test_a_dated_time_stays_when_it_was_said():
    dated = told("date", month="2", day="3", year="2017")
    assert reanchor(dated, date(2018, 1, 1)) is dated
