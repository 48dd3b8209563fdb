from datetime import date

from claimx.claims.days_of_saying import days_of_saying
from claimx.records import Attribution, Source, Span, Time

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
