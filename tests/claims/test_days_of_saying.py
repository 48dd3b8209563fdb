import dataclasses
from datetime import date

import pytest

from claimx.claims.days_of_saying import days_of_saying, tell_days
from claimx.mentions.times.finder import find_times
from claimx.records import Attribution, Cue, Event, Source, Span, Time
from tests.parsing import parse_alone

THURSDAY = Time("Thursday", Span(0, 8), "date", "2024-03-07", "2024-03-07", "2024-03-07", "publication")
FRIDAY = Time("Friday", Span(0, 6), "date", "2024-03-08", "2024-03-08", "2024-03-08", "publication")
MARCH = Time("March", Span(0, 5), "date", "2024-03", "2024-03-01", "2024-03-31", "publication")


def said(name, made=None, parent=None):
    source = Source("she", (Span(0, 3),), name, type="person", mention="pronominal")
    return Attribution((Span(9, 12),), "direct", source, None, 1.0, made=made, parent=parent)


def test_a_statement_has_the_day_of_its_own_clause():
    assert days_of_saying([said("Ann", THURSDAY), said("Ann", FRIDAY)]) == [date(2024, 3, 7), date(2024, 3, 8)]


def test_one_occasion_holds_for_all_statements_of_its_source():
    assert days_of_saying([said("Ann", THURSDAY), said("Ann"), said("Bob"), said(None)]) == [
        date(2024, 3, 7),
        date(2024, 3, 7),
        None,
        None,
    ]


def test_two_occasions_tell_nothing_of_a_third_statement():
    assert days_of_saying([said("Ann", THURSDAY), said("Ann", FRIDAY), said("Ann")])[2] is None


def test_a_month_is_no_day():
    assert days_of_saying([said("Ann", MARCH)]) == [None]


def test_a_statement_inside_of_another_has_its_day():
    assert days_of_saying([said("Ann", THURSDAY), said("Bob", parent=0)])[1] == date(2024, 3, 7)


PUBLISHED = date(2018, 11, 22)  # a Thursday


def test_a_statement_two_levels_deep_has_the_day_of_the_outermost():
    found = days_of_saying([said("Ann", THURSDAY), said("Bob", parent=2), said("Cal", parent=0)])
    assert found == [date(2024, 3, 7)] * 3


def statement(text, cue, content, form="direct", made=None, tense="past", parent=None):
    """A statement by the words of its cue and content."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (cue, content)]
    reporting = Cue(cue, (spans[0],), cue)
    event = Event(cue, "VERB", tense)
    return Attribution((spans[1],), form, None, reporting, 1.0, cue_event=event, made=made, parent=parent)


def test_times_in_a_quotation_count_from_the_day_of_the_saying():
    text = '"The well ran dry yesterday," Ana said on Monday, adding that it had been full last week.'
    times = find_times(parse_alone(text), PUBLISHED)
    said = statement(text, "said", '"The well ran dry yesterday,"', made=times[1])
    added = statement(text, "adding", "that it had been full last week", "indirect", times[1])
    attributions, told = tell_days([said, added], times, PUBLISHED)
    assert [(time.text, time.value, time.anchor) for time in told] == [
        ("yesterday", "2018-11-18", "context"),
        ("Monday", "2018-11-19", "publication"),
        ("last week", "2018-W46", "publication"),
    ]
    assert [each.made for each in attributions] == [told[1], told[1]]


def test_without_a_day_of_the_saying_times_stay():
    text = '"The well ran dry yesterday," Ana said.'
    times = find_times(parse_alone(text), PUBLISHED)
    said = statement(text, "said", '"The well ran dry yesterday,"')
    assert tell_days([said], times, PUBLISHED) == ([said], tuple(times))


def test_what_is_told_inside_of_a_quotation_was_told_on_a_day_seen_from_it():
    text = "\"Rui said yesterday: 'It broke today',\" Ana said on Monday."
    times = find_times(parse_alone(text), PUBLISHED)
    outer = statement(text, "said on", text[: text.index(" Ana")], made=times[-1])
    inner = statement(text, "said", "'It broke today'", made=times[0], parent=0)
    attributions, told = tell_days([outer, inner], times, PUBLISHED)
    assert [time.value for time in told] == ["2018-11-18", "2018-11-18", "2018-11-19"]
    assert attributions[1].made == told[0]


@pytest.mark.parametrize(("published", "made"), [(PUBLISHED, "2018-11-19"), (None, "XXXX-WXX-1")])
def test_what_was_said_was_not_said_after_the_article_came_out(published, made):
    text = "The clerk said that the court will sit on Monday."
    (monday,) = find_times(parse_alone(text), published)
    said = statement(text, "said", "that the court will sit", "indirect", monday)
    (attribution,), (told,) = tell_days([said], [monday], published)
    assert attribution.made == told
    assert told.value == made


def test_what_will_be_said_may_come_after_the_article():
    text = "The clerk will say that the court sits on Monday."
    (monday,) = find_times(parse_alone(text), PUBLISHED)
    future = dataclasses.replace(monday, value="2018-11-26", begin="2018-11-26", end="2018-11-26")
    said = statement(text, "say", "that the court sits", "indirect", future, tense="future")
    assert tell_days([said], [future], PUBLISHED) == ([said], (future,))
