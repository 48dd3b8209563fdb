from hypothesis import given
from hypothesis import strategies as st

from claimx.attributions.statement import Places, overlap
from claimx.records import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 3000), st.integers(1, 700)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=4
)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_all_that_overlap_are_near(things, asked):
    places = Places()
    for number, spans in enumerate(things):
        places.add(number, spans)
    near = places.near(asked)
    assert near == sorted(set(near))
    assert {n for n, spans in enumerate(things) if overlap(spans, asked)} <= set(near)


def test_what_is_far_away_is_not_near():
    places = Places()
    places.add(0, [Span(10, 20)])
    places.add(1, [Span(100_000, 100_020)])
    assert places.near([Span(0, 30)]) == [0]
    assert places.near([]) == []
