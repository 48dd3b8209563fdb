import pytest

from claimx.claims.places import Located, Ranges
from claimx.records import Mention, Span, Zone


def mention(start, end):
    return Mention("x", Span(start, end))


def test_only_what_lies_wholly_inside_is_given():
    items = [mention(0, 3), mention(2, 6), mention(5, 7), mention(8, 9)]
    assert Located(items).inside([Span(2, 7)]) == (items[1], items[2])


def test_several_spans_are_searched_in_turn():
    items = [mention(0, 1), mention(4, 5), mention(8, 9)]
    assert Located(items).inside([Span(0, 2), Span(8, 9)]) == (items[0], items[2])


def test_the_last_one_before_an_offset():
    items = [mention(2, 3), mention(6, 9)]
    assert [Located(items).last_before(offset) for offset in (1, 2, 5, 6, 30)] == [None, *items[:1] * 2, *items[1:] * 2]


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
