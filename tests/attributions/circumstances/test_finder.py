import re

import pytest

from claimx.attributions.circumstances import Circumstances, find_circumstances
from claimx.attributions.statement import Statement
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Time, Zone
from tests.marked import cases
from tests.parsing import parse

CASES = cases("frames")
DAY = re.compile(r"(?:Mon|Tues|Thurs|Fri)day")


def found_in(case):
    text = case["text"]
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    times = [Time(m[0], Span(*m.span()), "date", None) for m in DAY.finditer(text)]
    spans = [(Span(text.index(case[k]), text.index(case[k]) + len(case[k])),) for k in ("source", "cue", "content")]
    statement = Statement(*spans, confidence=1.0)
    return find_circumstances(doc, statement, times, find_entities(doc, text), issuer=case.get("issuer"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_addressee_medium_and_time(case):
    found = found_in(case)
    assert (found.addressee.text if found.addressee else None) == case["addressee"]
    assert (found.addressee.name if found.addressee else None) == case["name"]
    assert (found.medium.text if found.medium else None) == case["medium"]
    assert (found.made.text if found.made else None) == case["made"]


def test_spans_reproduce_the_words():
    found = found_in(CASES[4])
    ((start, end),) = found.medium.spans
    assert CASES[4]["text"][start:end] == found.medium.text


def test_without_a_cue_nothing_is_told():
    (doc,) = parse([("It rained.", [])])
    assert find_circumstances(doc, Statement((), (), (Span(0, 9),), 1.0), []) == Circumstances()


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody drew like her,” Ida Roth, who filmed “The Long Row” (1983), said on Monday.",
        "“Nobody drew like her,” said Ida Roth, a curator since 1983, on Monday.",
        "“Nobody drew like her,” said Ida Roth, the curator in 1983, in a letter on Monday.",
    ],
)
def test_a_year_of_a_work_or_of_a_life_is_not_when_something_was_said(text):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    times = [Time(m[0], Span(*m.span()), "date", m[0]) for m in re.finditer(r"1983|Monday", text)]
    spans = [(Span(text.index(words), text.index(words) + len(words)),) for words in ("Ida Roth", "said", "Nobody")]
    source, cue, content = spans
    assert find_circumstances(doc, Statement(source, cue, content, confidence=1.0), times).made == times[1]
