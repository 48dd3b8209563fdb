import pytest

from claimx.attributions.corrections import correct
from claimx.attributions.corrections.contents import without_day_of_saying
from claimx.attributions.corrections.sources import with_subject
from claimx.attributions.statement import Statement
from claimx.records import Span
from tests.parsing import parse, reading_of


def at(text, words):
    return (Span(text.index(words), text.index(words) + len(words)),)


@pytest.mark.parametrize(
    ("text", "source", "mended"),
    [
        (
            "The ministry, in letters addressed to the envoy on Monday, stated that it rained.",
            "the envoy",
            "The ministry",
        ),
        ("The envoy, one of many critics, stated that it rained.", "The envoy", "The envoy"),
        ("Farmers like Ann Lee stated that it rained.", "Ann Lee", "Ann Lee"),
        ("The farm, as one of the farmers stated, had flooded.", "one of the farmers", "one of the farmers"),
    ],
)
def test_an_object_in_a_phrase_before_the_verb_is_no_speaker(text, source, mended):
    (doc,) = parse([(text, [])])
    content = "that it rained" if "that it rained" in text else "had flooded"
    statement = Statement(at(text, source), at(text, "stated"), at(text, content), 0.9)
    start, end = with_subject(statement, reading_of(text, doc=doc)).source[0]
    assert text[start:end] == mended


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "mended"),
    [
        (
            "Her claim that the dam is safe was met with laughter.",
            "Her",
            "claim",
            "that the dam is safe was met with laughter",
            ["that the dam is safe"],
        ),
        (
            "Ms Hall told the meeting the council had no choice.",
            "Ms Hall",
            "told",
            "the meeting the council had no choice",
            ["the council had no choice"],
        ),
        (
            "The club has reportedly offered him a house.",
            "The club",
            "has reportedly offered",
            "him a house",
            ["The club has", "offered him a house"],
        ),
        ("Ms Hall told the meeting that it was over.", "Ms Hall", "told", "that it was over", ["that it was over"]),
    ],
)
def test_a_content_is_mended(text, source, cue, content, mended):
    (doc,) = parse([(text, [])])
    statement = Statement(at(text, source) if source else (), at(text, cue), at(text, content), 0.9)
    assert [text[start:end] for start, end in correct(statement, reading_of(text, doc=doc)).content] == mended


def test_a_phrase_that_is_set_off_is_no_part_of_the_source():
    text = "The ministry, in two letters to the envoy, stated that it rained."
    (doc,) = parse([(text, [])])
    statement = Statement(
        at(text, "The ministry, in two letters to the envoy"), at(text, "stated"), at(text, "that it rained"), 0.9
    )
    assert [text[start:end] for start, end in correct(statement, reading_of(text, doc=doc)).source] == ["The ministry"]


@pytest.mark.parametrize(
    ("text", "content", "mended"),
    [
        ("Radio reports the judge said Wednesday it was too late.", "Wednesday it was too late", "it was too late"),
        ("The miller said Tuesday the dam would hold.", "Tuesday the dam would hold", "the dam would hold"),
        ("The chief said Monday two wells were dry.", "Monday two wells were dry", "two wells were dry"),
        ("She said Sunday was a day of rest.", "Sunday was a day of rest", "Sunday was a day of rest"),
        ("He said Friday the 13th was unlucky.", "Friday the 13th was unlucky", "Friday the 13th was unlucky"),
        ("The clerk said that Monday the court sits.", "Monday the court sits", "Monday the court sits"),
    ],
)
def test_the_day_of_saying_is_no_part_of_what_is_said(text, content, mended):
    (doc,) = parse([(text, [])])
    statement = Statement((), at(text, "said"), at(text, content), 0.9)
    (found,) = without_day_of_saying(statement, reading_of(text, doc=doc)).content
    assert text[slice(*found)] == mended
