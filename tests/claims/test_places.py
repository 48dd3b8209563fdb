import pytest

from claimx.claims.places import Ranges
from claimx.records import Span, Zone

SENTENCES = Ranges.of_sentences([Span(0, 10), Span(11, 20), Span(22, 30)])


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(0, 5)], (0, 0)),
        ([Span(5, 11)], (0, 0)),
        ([Span(5, 12)], (0, 1)),
        ([Span(12, 14), Span(25, 30)], (1, 2)),
        ([Span(20, 21)], (1, 1)),
    ],
)
def test_sentences_are_counted_from_nought(spans, expected):
    assert SENTENCES.over(spans) == expected


def test_paragraphs_have_the_numbers_of_their_zones():
    zones = [
        Zone("title", Span(0, 5), 0),
        Zone("dateline", Span(7, 9), 1),
        Zone("body", Span(10, 20), 1),
        Zone("body", Span(22, 30), 2),
    ]
    paragraphs = Ranges.of_paragraphs(zones)
    assert [paragraphs.at(offset) for offset in (0, 8, 12, 29)] == [0, 1, 1, 2]


def test_before_the_first_stretch_and_without_any_it_is_nought():
    assert Ranges.of_sentences([Span(5, 9)]).at(2) == 0
    assert Ranges.of_sentences([]).over([Span(3, 4)]) == (0, 0)
