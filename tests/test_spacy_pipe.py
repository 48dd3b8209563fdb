import pytest
import spacy
from spacy.tokens import Doc

from claimx import extract

TEXT = "“The well is dry,” Ana Ruiz told reporters on Monday."


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("en")
    made.add_pipe("claimx")
    return made


def test_the_claims_are_those_of_the_library(nlp):
    doc = nlp(TEXT)
    assert doc._.claims == extract(TEXT)
    assert nlp.make_doc(TEXT)._.claims is None


def test_the_day_of_publication_anchors_dates(nlp):
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "5 March 2024"
    assert nlp(doc)._.claims[0].made.value == "2024-03-04"


def test_a_document_can_be_saved_with_its_claims(nlp):
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.claims == doc._.claims


def test_several_processes(nlp):
    nlp(TEXT)  # the models are open, and do not go with it
    docs = [*nlp.pipe([TEXT, "It rained, police said.", TEXT], n_process=2, batch_size=1)]
    assert [len(doc._.claims) for doc in docs] == [1, 1, 1]
    assert docs[2]._.claims == extract(TEXT)
