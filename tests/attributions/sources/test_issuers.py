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
        ("A report that Ada Holm sent to teachers was short.", "Ada Holm"),
        ("A report that was sent to Ada Holm was short.", None),
        ("A report that Ada Holm read was short.", None),
        ("A report that we obtained from Ada Holm was short.", "Ada Holm"),
        ("A report of Ada Holm was short.", None),
    ],
)
def test_who_issued_a_document(text, name):
    discourse = read(text)
    assert issuer(discourse, Issuers(discourse), "report") == name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ada Holm published a survey in May. The report was short.", "report", "Ada Holm"),
        ("Ada Holm published a survey in May. The document was short.", "document", "Ada Holm"),
        ("Ada Holm published a survey in May. The lawsuit was short.", "lawsuit", None),
        ("Ada Holm published a survey in May. A study was lost. The report was short.", "report", None),
        ("Ada Holm published a survey. One. Two. Three. Four. The report was short.", "report", None),
        ("Ada Holm sued the firm. The lawsuit was short.", "lawsuit", "Ada Holm"),
        ("Ada Holm sued the firm. The letter was short.", "letter", None),
        ("Ada Holm did not sue the firm. The lawsuit was short.", "lawsuit", None),
        ("Ada Holm may have sued the firm. The lawsuit was short.", "lawsuit", None),
        ("Ada Holm and Karl Lund sued the firm. The lawsuit was short.", "lawsuit", None),
        ("Ada Holm has written to the firm. The letter was short.", "letter", "Ada Holm"),
        ("Ada Holm has written five books. The letter was short.", "letter", None),
        ("Ada Holm published a statement. The declaration of rights was short.", "declaration", None),
    ],
)
def test_a_document_is_called_by_another_noun_or_told_by_what_somebody_did(text, word, name):
    discourse = read(text)
    assert issuer(discourse, Issuers(discourse), word) == name


def test_a_document_in_a_reporting_clause_is_its_speakers():
    text = "Ada Holm slept. Costs rose, it was said in a memo. The memo was short."
    discourse = read(text)
    issuers = Issuers(discourse)
    assert issuer(discourse, issuers, "memo") is None
    cue = Span(text.index("was said"), text.index(". The"))
    (ada,) = discourse.named.values()
    issuers.note(Statement((), (cue,), (Span(text.index("Costs"), text.index(", it")),), 1.0), ada)
    assert issuer(discourse, issuers, "memo") == "Ada Holm"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "A study that Holm and her lawyer, Karl Lund, published was short. The paper was long. Ada Holm slept.",
            "paper",
            "Ada Holm and Karl Lund",
        ),
        ("A study that Ada Holm and her lawyer published was short. The paper was long.", "paper", None),
        ("Ada Holm published a study. The letter was long.", "letter", None),
        ("Ada Holm sent thanks in a telegram. The telegram was long.", "telegram", "Ada Holm"),
        ("The records of the Border Commission show it.", "records", "Border Commission"),
        ("The letter of the Border Commission was long.", "letter", None),
    ],
)
def test_whose_a_document_is(text, word, name):
    discourse = read(text)
    assert issuer(discourse, Issuers(discourse), word) == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("A survey by Ada Holm", "Ada Holm"),
        ("New research from the Arden Institute", "Arden Institute"),
        ("A survey by Ada Holm told of cats. A study", None),
        ("A study told of rats. A clerk of the Arden Institute for Marine Research", None),
        ("A survey", None),
    ],
)
def test_findings_are_whose_the_only_study_is(before, name):
    discourse = read(f"{before} tells of mice. The findings were short.")
    assert issuer(discourse, Issuers(discourse), "findings") == name
