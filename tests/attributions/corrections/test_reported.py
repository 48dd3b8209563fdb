import pytest

from claimx.attributions.corrections.reported import of_the_document, without_who_reports
from claimx.attributions.statement import Statement
from claimx.records import Span
from tests.parsing import parse_alone, reading_of


def spans(text, *words):
    return [Span(text.index(some), text.index(some) + len(some)) for some in words]


@pytest.mark.parametrize(
    ("source", "cue", "expected"),
    [
        ("The protest", "follows an audit finding", ("an audit", "finding")),
        ("Divers", "found a letter saying", ("a letter", "saying")),
        ("The firm", "published a report claiming", ("The firm", "published a report claiming")),
        ("The firm", "was found saying", ("The firm", "was found saying")),
    ],
)
def test_a_document_that_somebody_comes_upon_says_so_itself(source, cue, expected):
    text = f"{source} {cue} that the pumps were old."
    source, cue, content = spans(text, source, cue, "that the pumps were old")
    mended = of_the_document(Statement((source,), (cue,), (content,), 0.8), reading_of(text, doc=parse_alone(text)))
    assert tuple(text[slice(*piece[0])] for piece in (mended.source, mended.cue)) == expected


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Local radio reports the harbour master", "the harbour master"),
        ("The harbour master who reports to Lund", "The harbour master who reports to Lund"),
    ],
)
def test_a_source_begins_behind_who_reports_what_it_says(source, kept):
    text = f"{source} said the pumps were old."
    source, cue, content = spans(text, source, "said", "the pumps were old")
    mended = without_who_reports(Statement((source,), (cue,), (content,), 0.8), reading_of(text, doc=parse_alone(text)))
    assert [text[slice(*piece)] for piece in mended.source] == [kept]
