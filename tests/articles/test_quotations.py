import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.articles.quotations import find_quotations
from claimx.records import Span, Zone


def body(text):
    zones, at = [], 0
    for index, line in enumerate(text.split("\n")):
        if line:
            zones.append(Zone("body", Span(at, at + len(line)), index))
        at += len(line) + 1
    return zones


def quotations(text):
    return [[text[s:e] for s, e in q.pieces] for q in find_quotations(text, body(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It rains," he said, "and pours."', [['"It rains,"'], ['"and pours."']]),
        ("“It rains,” he said.", [["“It rains,”"]]),
        ("``It rains,'' he said.", [["``It rains,''"]]),
        ("''It's late,'' Bob said of the workers' rights.", [["''It's late,''"]]),
        ("‘The workers’ rights matter,’ he said in ’68.", [["‘The workers’ rights matter,’"]]),
        ("He called it 'the boys' night' in the '90s.", [["'the boys' night'"]]),
        ("«Il pleut», he said.", [["«Il pleut»"]]),
        ("“He told me ‘go away’ and I went,” she said.", [["“He told me ‘go away’ and I went,”"]]),
        ('"He said "we go" today," she said.', [['"He said "we go" today,"']]),
        ('A 5\'4" man, 6\' 2" with shoes, was "calm".', [['"calm"']]),
        ("“Not “busy”, not “slow”. Closed,” she wrote.", [["“Not “busy”, not “slow”. Closed,”"]]),
        ("Rock ’n’ roll isn’t dead.", []),
        (
            "‘The ’90s are over, and rock ’n’ roll’s dead,’ he said.",
            [["‘The ’90s are over, and rock ’n’ roll’s dead,’"]],
        ),
        ("“It rained.\nWe went.\nIt was late,” he said.", [["“It rained.", "We went.", "It was late,”"]]),
        ("“It rained.\nHe said “no” and went.\nIt was late,” he said.", [["“It rained."], ["“no”"]]),
        ("“It rained.\nWe went.\n“It was late,” he said.", [["“It rained."], ["“It was late,”"]]),
        ("No marks here.", []),
        ("", []),
    ],
)
def test_marks_pair(text, expected):
    assert quotations(text) == expected


def test_only_the_last_of_several_paragraphs_closes():
    assert quotations("“One.\n“Two,” she said. “Three.”") == [["“One.", "“Two,”"], ["“Three.”"]]


def test_a_forgotten_mark_spoils_one_paragraph_at_most():
    text = "“We won, she said.\nNothing here.\n“Next,” he said."
    assert quotations(text) == [["“We won, she said."], ["“Next,”"]]
    assert [q.closed for q in find_quotations(text, body(text))] == [False, True]


def test_a_second_opening_mark_ends_an_unclosed_quotation():
    assert quotations("“We won, he said. “We lost,” she said.") == [["“We won, he said."], ["“We lost,”"]]


def test_captions_are_not_read():
    text = '"We won," he said.'
    assert find_quotations(text, [Zone("caption", Span(0, len(text)), 0)]) == []


@given(st.text(alphabet="ab \n.,'\"“”‘’«»`5", max_size=80))
def test_any_text_gives_spans_in_order_inside_their_paragraphs(text):
    zones = body(text)
    at = 0
    for quotation in find_quotations(text, zones):
        for piece in quotation.pieces:
            assert at <= piece.start < piece.end
            assert any(zone.span.covers(piece) for zone in zones)
            at = piece.end


def test_marks_that_were_lost_in_a_wrong_encoding_still_quote():
    text = "\ufffdWe don\ufffdt sail,\ufffd said Ana Ruiz. \ufffdNot now.\ufffd"
    assert quotations(text) == [["\ufffdWe don\ufffdt sail,\ufffd"], ["\ufffdNot now.\ufffd"]]
