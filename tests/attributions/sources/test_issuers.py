import pytest

from claimx.attributions.sources.issuers import Issuers
from claimx.attributions.statement import Statement
from claimx.records import Span
from tests.attributions.discourse.make import read


def issuer(discourse, issuers, word):
    found = issuers.issuer([token for token in discourse.doc if token.text == word][-1])
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Holm's report was short.", "Ada Holm"),
        ("A report by Ada Holm was short.", "Ada Holm"),
        ("Ada Holm published a report in May.", "Ada Holm"),
        ("A report was published by Ada Holm.", "Ada Holm"),
        ("Ada Holm published a report in May. The report was short.", "Ada Holm"),
        ("Ada Holm published a report in May. Another report was short.", None),
        ("Ada Holm read a report in May.", None),
        ("A report presented in May by Ada Holm was short.", "Ada Holm"),
        ("Ada Holm presented a report to the council.", None),
    ],
)
def test_who_issued_a_document(text, name):
    discourse = read(text)
    assert issuer(discourse, Issuers(discourse), "report") == name


def test_a_document_in_a_reporting_clause_is_its_speakers():
    text = "Ada Holm slept. Costs rose, it was said in a memo. The memo was short."
    discourse = read(text)
    issuers = Issuers(discourse)
    assert issuer(discourse, issuers, "memo") is None
    cue = Span(text.index("was said"), text.index(". The"))
    (ada,) = discourse.named.values()
    issuers.note(Statement((), (cue,), (Span(text.index("Costs"), text.index(", it")),), 1.0), ada)
    assert issuer(discourse, issuers, "memo") == "Ada Holm"
