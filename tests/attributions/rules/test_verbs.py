import pytest

from claimx.articles.quotations import find_quotations
from claimx.attributions.rules.verbs import find_reports
from claimx.records import Span, Zone
from tests.marked import cases
from tests.parsing import parse

CASES = cases("reports")


def reports(text):
    zones = [Zone("body", Span(0, len(text)), 0)]
    (doc,) = parse([(text, zones)])
    return find_reports(doc, text, find_quotations(text, zones), [zone.span for zone in zones])


def words(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_statement_is_found(case):
    text = case["text"]
    found = [(words(text, s.source), words(text, s.cue), words(text, s.content)) for s in reports(text)]
    assert ([case["source"]] if case["source"] else [], [case["cue"]], case["content"]) in found


def test_a_verb_inside_a_quotation_reports_what_lies_inside_of_it():
    text = "“Bo Hall said it was over,” she wrote."
    found = [(words(text, s.source), words(text, s.content)) for s in reports(text)]
    assert found == [(["Bo Hall"], ["it was over"]), (["she"], ["“Bo Hall said it was over,”"])]


@pytest.mark.parametrize("text", ["The train left at noon.", "He ran a mile.", ""])
def test_plain_prose_gives_none(text):
    assert reports(text) == []
