import pytest

from claimx.lexicons import nouns


@pytest.mark.parametrize(("noun", "is_person"), [("mayor", True), ("shopkeeper", True), ("river", False)])
def test_nouns_for_persons(noun, is_person):
    assert (nouns.person_noun(noun) is not None) is is_person


def test_agents_end_as_such():
    assert nouns.may_be_person_noun("activist")
    assert nouns.may_be_person_noun("mayor")
    assert not nouns.may_be_person_noun("table")


def test_nouns_for_bodies_and_documents():
    assert nouns.is_body_noun("ministry")
    assert not nouns.is_body_noun("bridge")
    assert nouns.is_name_head("bridge")
    assert nouns.is_plural_body("police")
    assert nouns.is_document_noun("report")
    assert "hospital" in nouns.nouns_by_name_word()["infirmary"]


def test_genders_that_words_tell():
    assert nouns.gender_of_noun("spokeswoman") == "f"
    assert nouns.gender_of_noun("mayor") is None
    assert nouns.gender_of_title("Mr") == "m"
    assert nouns.gender_of_name("Ada Holm") == "f"
    assert nouns.gender_of_name("Qqq Holm") is None
    assert (nouns.gender_of_name("Al Holm"), nouns.gender_of_name("Al-Arden")) == ("m", None)


def test_one_noun_stands_for_another_of_its_class():
    assert nouns.synonym_class("son") == nouns.synonym_class("boy") is not None
    assert nouns.synonym_class("river") is None


def test_names_and_seats_lead_to_countries():
    assert nouns.nations()["Kenyan"] == nouns.seats_of_power()["Nairobi"] == "Kenya"


@pytest.mark.parametrize(
    ("pronoun", "gender", "number"), [("she", "f", "one"), ("himself", "m", "one"), ("they", None, "many")]
)
def test_what_pronouns_ask(pronoun, gender, number):
    row = nouns.third_person_pronouns()[pronoun]
    assert (row.gender, row.number) == (gender, number)
    assert row.reflexive is pronoun.endswith("self")
