import re

import pytest

from claimx.attributions.circumstances.finder import Frame, find_frame
from claimx.attributions.sources.resolver import SourceQuery
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Time, Zone
from tests.marked import cases
from tests.parsing import parse

CASES = cases("frames")
DAY = re.compile(r"(?:Mon|Tues|Thurs|Fri)day")


def frame(case):
    text = case["text"]
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    times = [Time(m[0], Span(*m.span()), "date", None) for m in DAY.finditer(text)]
    spans = [(Span(text.index(case[k]), text.index(case[k]) + len(case[k])),) for k in ("source", "cue", "content")]
    return find_frame(doc, text, SourceQuery(*spans), times, find_entities(doc, text), issuer=case.get("issuer"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_addressee_medium_and_time(case):
    found = frame(case)
    assert (found.addressee.text if found.addressee else None) == case["addressee"]
    assert (found.addressee.name if found.addressee else None) == case["name"]
    assert (found.medium.text if found.medium else None) == case["medium"]
    assert (found.made.text if found.made else None) == case["made"]


def test_spans_reproduce_the_words():
    found = frame(CASES[4])
    ((start, end),) = found.medium.spans
    assert CASES[4]["text"][start:end] == found.medium.text


def test_an_addressee_that_was_found_before_stands():
    text = "Ruiz told the crowd that it rained."
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    query = SourceQuery((Span(0, 4),), (Span(5, 9),), (Span(20, 34),), (Span(14, 19),))
    assert find_frame(doc, text, query, []).addressee.text == "crowd"


def test_without_a_cue_there_is_no_frame():
    (doc,) = parse([("It rained.", [])])
    assert find_frame(doc, "It rained.", SourceQuery((), (), (Span(0, 9),)), []) == Frame()
