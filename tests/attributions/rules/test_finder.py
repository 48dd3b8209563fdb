import pytest

from claimx.attributions.rules.finder import CONSTRUCTIONS, find_constructions
from tests.marked import cases
from tests.parsing import reading_of

CASES = cases("reports")


def reports(text):
    return find_constructions(reading_of(text))


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


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=[c.rule.name for c in CONSTRUCTIONS])
def test_each_construction_finds_what_its_example_shows(construction):
    example = construction.rule.example
    text = example.replace("<", "").replace(">", "")
    cue = [part.split(">")[0] for part in example.split("<")[1:]]
    found = [s for s in reports(text) if s.rule is construction.rule]
    assert cue in [words(text, s.cue) for s in found]
