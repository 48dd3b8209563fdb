import pytest

from claimx.claims.hedges import HedgeRow, event_hedges, find_hedges, merge, weaker
from claimx.lexicons.loader import load
from claimx.records import Event, Hedge, Mention, Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They shelled what are said to be rebel posts.", ["what are said to be"]),
        ("The allegedly stolen boat", ["allegedly"]),
        ("an alleged spy and a suspected thief", ["alleged", "suspected"]),
        ("the fleet purportedly guarding the strait", ["purportedly"]),
        ("The month of May might be wet.", []),
        ("It would be cold.", []),
        ("a supposed cure", ["supposed"]),
        ("What am I supposed to do?", []),
    ],
)
def test_phrases_that_hedge_a_part(text, expected):
    assert [text[f.span.start : f.span.end] for f in find_hedges(text)] == expected


def test_words_of_the_event_come_with_their_rows():
    event = Event("come", "VERB", words=(Mention("might", Span(3, 8)), Mention("not", Span(9, 12))))
    assert [(row.certainty, hedge.text) for row, hedge in event_hedges(event)] == [("possible", "might")]
    assert event_hedges(None) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("certain", "probable", "probable"),
        ("possible", "probable", "possible"),
        ("unknown", "certain", "unknown"),
        ("certain", "certain", "certain"),
    ],
)
def test_the_weaker_degree(first, second, expected):
    assert weaker(first, second) == weaker(second, first) == expected


def test_hedges_are_merged_in_text_order_the_longer_first():
    hedges = [
        Hedge("may", Span(9, 12)),
        Hedge("said", Span(2, 6)),
        Hedge("said to be", Span(2, 12)),
        Hedge("if", Span(20, 22)),
    ]
    assert merge(hedges) == (hedges[2], hedges[3])


def test_the_degrees_of_all_rows_but_negative_ones_are_below_certain():
    assert {
        row.key for row in load("wording/hedges", HedgeRow).values() if row.certainty == "certain" and not row.negative
    } == set()
