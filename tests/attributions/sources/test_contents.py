from claimx.attributions.sources.contents import Contents
from claimx.records import Span


def test_statements_around_a_span_the_shortest_first():
    contents = Contents([(Span(0, 50),), (Span(10, 20), Span(30, 40)), (Span(60, 70),)])
    assert contents.around(Span(12, 14)) == [1, 0]
    assert contents.around(Span(32, 40)) == [1, 0]
    assert contents.around(Span(22, 24)) == [0]
    assert contents.around(Span(64, 65)) == [2]


def test_what_is_only_touched_or_outside_is_in_none():
    contents = Contents([(Span(10, 20),), ()])
    assert contents.around(Span(18, 22)) == []
    assert contents.around(Span(0, 5)) == []
    assert Contents([]).around(Span(0, 5)) == []
