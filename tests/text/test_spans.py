from hypothesis import given
from hypothesis import strategies as st

from claimx.records import Span
from claimx.text.spans import SpanIndex, index_spans, merge, overlap, subtract, trim

SPANS = st.lists(
    st.tuples(st.integers(0, 3000), st.integers(1, 700)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=4
)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_an_index_finds_what_a_search_through_all_finds(things, asked):
    index = SpanIndex(enumerate(things), lambda thing: thing[1])
    assert [n for n, _ in index.overlapping(*asked)] == [n for n, spans in enumerate(things) if overlap(spans, asked)]
    for span in asked:
        found = [n for n, _ in index.covering(span)]
        assert found == [n for n, spans in enumerate(things) if any(s.covers(span) for s in spans)]
    within = [n for n, spans in enumerate(things) if any(span.covers(s) for s in spans for span in asked)]
    assert [n for n, _ in index.inside(*asked)] == within


def test_an_index_grows_and_tells_its_things_in_order():
    index: SpanIndex[str] = SpanIndex()
    index.add("far", [Span(100_000, 100_020)])
    index.add("near", [Span(10, 20), Span(30, 40)])
    assert (index.items, index.at(35), index.at(25)) == (["far", "near"], ["near"], [])
    assert index_spans([Span(1, 4)]).at(3) == [Span(1, 4)]


def test_spans_join_over_blanks_of_a_line():
    text = "It rains \nand pours"
    assert merge([Span(3, 8), Span(0, 2)], text) == (Span(0, 8),)
    assert merge([Span(0, 8), Span(10, 13)], text) == (Span(0, 8), Span(10, 13))


def test_what_is_left_without_holes():
    assert subtract(Span(0, 10), [Span(7, 12), Span(2, 4)]) == [Span(0, 2), Span(4, 7)]
    assert subtract(Span(0, 10), [Span(0, 10)]) == []


def test_signs_at_the_ends_are_trimmed():
    assert trim(Span(0, 9), " , rain. ", ",", ",.") == Span(3, 7)
    assert trim(Span(0, 3), "   ") == Span(3, 3)
