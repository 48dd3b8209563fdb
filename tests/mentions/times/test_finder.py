"""Time expressions as a whole: found in text, resolved, and resolved again to a day of saying."""

import pickle
import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.mentions.times.finder import find_times
from claimx.records import Span, Time, Zone, to_dict
from claimx.timex import reanchor
from tests.marked import cases
from tests.parsing import parse
from tests.together import over

CASES = cases("times")
PUBLISHED = date(2018, 11, 22)  # a Thursday
VALUE = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|PT?[\dX.]+[A-Z]{1,2}(T?\d+[A-Z])*"
    r"|[\dX]{2,4}(-([\dX]{2}|W[\dX]{2}|Q[\dX]|H[\dX]|SP|SU|FA|WI))?(-([\dX]{1,2}|WE))?"
    r"(T(\d\d:\d\d(:\d\d)?|MO|AF|EV|NI)(Z|[+-]\d\d:?\d\d)?)?"
)


def find(text: str, published: date | None = PUBLISHED) -> list[Time]:
    doc = next(parse([(text, [Zone("body", Span(0, len(text)), 0)] if text.strip() else [])]))
    return find_times(doc, published)


def one(text: str, published: date | None = PUBLISHED) -> Time:
    times = find(text, published)
    assert len(times) == 1, times
    return times[0]


@cache
def parsed() -> list[list[Time]]:
    docs = parse((case["text"], [Zone("body", Span(0, len(case["text"])), 0)]) for case in CASES)
    days = [date.fromisoformat(case["published"]) if case["published"] else None for case in CASES]
    return [find_times(doc, day) for doc, case, day in zip(docs, CASES, days, strict=True)]


@over([(number, case["text"]) for number, case in enumerate(CASES)])
def test_case(number: int, _: str) -> None:
    case, found = CASES[number], parsed()[number]
    told = [{key: getattr(time, key) for key in want} for time, want in zip(found, case["times"], strict=False)]
    assert [time.text for time in found] == [want["text"] for want in case["times"]]
    assert told == case["times"]


def test_there_are_enough_cases_and_enough_that_find_nothing() -> None:
    assert len(CASES) >= 300
    assert len({case["text"] + str(case["published"]) for case in CASES}) == len(CASES)
    assert sum(not case["times"] for case in CASES) >= 40


def test_all_times_keep_the_contract() -> None:
    for case, found in zip(CASES, parsed(), strict=True):
        last = 0
        for time in found:
            assert case["text"][time.span.start : time.span.end] == time.text
            assert time.span.start >= last
            last = time.span.end
            assert time.value is None or VALUE.fullmatch(time.value), time
            assert (time.begin is None) == (time.end is None)
            if time.begin and time.end:
                assert date.fromisoformat(time.begin) <= date.fromisoformat(time.end)
            assert time.rule
            assert time.anchor in ("explicit", "publication", "context", "none")
            assert list(to_dict(time)) == ["text", "span", "type", "value", "begin", "end", "anchor"]


def test_without_a_day_of_writing_nothing_is_anchored_to_it() -> None:
    for case, found in zip(CASES, parsed(), strict=True):
        if case["published"] is None:
            assert all(time.anchor != "publication" for time in found)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("He left on 5 May 2014.", "explicit"),
        ("He left on Monday.", "publication"),
        ("He left two years ago.", "publication"),
        ("He left for two years.", "none"),
        ("He has left now.", "none"),
    ],
)
def test_anchor(text: str, anchor: str) -> None:
    assert one(text).anchor == anchor


def test_what_leans_on_a_date_before_it_says_so() -> None:
    times = find("In 2014 the bank failed. The following year it was sold.")
    assert [time.anchor for time in times] == ["explicit", "context"]


# --- the day of saying ------------------------------------------------------


def test_yesterday_in_a_quotation_is_the_day_before_the_saying() -> None:
    yesterday = one("“We saw them yesterday.”")
    moved = reanchor(yesterday, date(2018, 11, 15))
    assert (moved.value, moved.begin, moved.end, moved.anchor) == ("2018-11-14", "2018-11-14", "2018-11-14", "context")
    assert (moved.text, moved.span, moved.type, moved.rule) == (
        yesterday.text,
        yesterday.span,
        yesterday.type,
        yesterday.rule,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("“We will meet tomorrow.”", "2017-03-04"),
        ("“We met last week.”", "2017-W08"),
        ("“We met on Tuesday.”", "2017-02-28"),
        ("“We met two years ago.”", "2015"),
        ("“We met this morning.”", "2017-03-03TMO"),
        ("“We met last summer.”", "2016-SU"),
    ],
)
def test_relative_words_move_with_the_saying(text: str, value: str) -> None:
    assert reanchor(one(text), date(2017, 3, 3)).value == value


@pytest.mark.parametrize("text", ["“We met on 5 May 2014.”", "“We met in 2014.”", "“We met for two weeks.”", "“Now.”"])
def test_what_does_not_depend_on_the_day_stays(text: str) -> None:
    time = one(text)
    assert reanchor(time, date(2017, 3, 3)) is time


def test_without_a_day_of_saying_nothing_changes() -> None:
    time = one("“We met yesterday.”")
    assert reanchor(time, None) is time


def test_a_partial_date_is_completed_by_the_day_of_saying() -> None:
    time = one("“We met on Thursday.”", None)
    assert (time.value, time.begin) == ("XXXX-WXX-4", None)
    assert reanchor(time, date(2018, 11, 23)).value == "2018-11-22"


def test_a_time_made_elsewhere_is_left_alone() -> None:
    time = Time("yesterday", Span(0, 9), "date", "2018-11-21")
    assert reanchor(time, date(2017, 3, 3)) is time


# --- any text ---------------------------------------------------------------

WORDS = (
    "the a last next this past early late mid of in on at to and - , . ' ’s 5 31 29 2014 1999 12:30 3pm '98 1990s May "
    "March February Feb. Monday Sun Friday day days week weeks month months quarter third second year years decade "
    "century ago earlier later before after morning night today yesterday tomorrow noon every each half few several "
    "two twenty hundred thousand million now recently weekend summer fiscal Q3 H1 FY16 ended Easter Christmas Day week "
    "2014-02-30 30/2/2014 99:99 00:00 24:30 0 00 0000 9999 10000 ½ GMT p.m. [ ] ("
)
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), DAYS, DAYS)
def test_no_words_leave_the_calendar(words: list[str], published: date | None, said: date | None) -> None:
    text = " ".join(words)
    for time in find(text, published):
        assert text[time.span.start : time.span.end] == time.text
        for moved in (time, reanchor(time, said)):
            assert moved.value is None or VALUE.fullmatch(moved.value), moved
            assert (moved.begin is None) == (moved.end is None)
            if moved.begin and moved.end:
                assert date.fromisoformat(moved.begin) <= date.fromisoformat(moved.end)
        assert reanchor(reanchor(time, said), said) == reanchor(time, said)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), DAYS)
def test_no_text_raises(text: str, published: date | None) -> None:
    for time in find(text, published):
        assert text[time.span.start : time.span.end] == time.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "a" * 5_000 + " on Monday",
        "1" * 5_000 + " days ago",
        "1," * 300 + " years",
        "Monday " * 150,
        "two and " * 150 + "days",
        "'" * 400,
        "2014-" * 150,
        "the last " * 150,
        "January 1, " * 100,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text(text: str) -> None:
    for time in find(text):
        assert text[time.span.start : time.span.end] == time.text


def test_a_number_of_any_length_gives_a_value_of_bounded_length() -> None:
    for digits in (3, 9, 10, 15, 400, 5_000):
        for time in find(f"It took {'9' * digits} days and began {'9' * digits} years ago."):
            assert time.value is None or len(time.value) < 30


def test_odd_white_space_and_marks_keep_offsets() -> None:
    text = "\ufeffHe left\u00a0on\u2009Monday,\tNov.\u00a019,\r\n2018 — “late  Tuesday”."
    times = find(text)
    assert [(time.text, time.value) for time in times] == [
        ("Monday,\tNov.\u00a019,\r\n2018", "2018-11-19"),
        ("late  Tuesday", "2018-11-20"),
    ]


def test_an_expression_does_not_run_over_a_paragraph() -> None:
    text = "The chronicle ends in March\n\n2014 was worse than 2013."
    doc = next(parse([(text, [Zone("body", Span(0, 27), 0), Zone("body", Span(29, len(text)), 1)])]))
    assert [time.text for time in find_times(doc, PUBLISHED)][:2] == ["March", "2014"]


def test_an_expression_may_run_over_a_line() -> None:
    assert one("He left last\nweek for good.").value == "2018-W46"


def test_twice_the_same() -> None:
    text = " ".join(case["text"] for case in CASES[:60])
    assert find(text) == find(text)


def test_times_travel_between_processes() -> None:
    time = one("He left yesterday.")
    again = pickle.loads(pickle.dumps(time))
    assert again == time
    assert reanchor(again, date(2017, 3, 3)).value == "2017-03-02"
