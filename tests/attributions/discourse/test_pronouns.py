import pytest

from claimx.attributions.discourse.pronouns import asked_by, can_mean, most_salient
from claimx.attributions.discourse.referents import Referent
from tests.attributions.discourse.make import meant
from tests.parsing import parse_alone

PERSON, CROWD = Referent("person", "Ada Holm"), Referent("person", number="many")
BODY, THING = Referent("organization", "Harbour Board"), Referent("thing")


def test_a_long_chain_of_pronouns_does_not_outweigh_who_was_named_since():
    text = "Karl Lund knew that he was late and that he had lost his coat. Omar Said came in. He laughed."
    assert meant(text, "He") == "Omar Said"


@pytest.mark.parametrize(
    ("pronoun", "fitting", "speaking"),
    [
        ("She", [PERSON], [PERSON]),
        ("It", [BODY, THING], [BODY]),
        ("They", [CROWD, BODY], [CROWD]),
    ],
)
def test_what_a_pronoun_can_mean(pronoun, fitting, speaking):
    asked = asked_by(parse_alone(f"{pronoun} left.")[0])
    everything = [PERSON, CROWD, BODY, THING]
    assert [referent for referent in everything if can_mean(asked, referent)] == fitting
    assert [referent for referent in everything if can_mean(asked, referent, speaks=True)] == speaking


def test_the_most_salient_must_be_so_by_a_margin():
    assert most_salient({PERSON: 1.0, BODY: 0.9}, margin=1.05) is PERSON
    assert most_salient({BODY: 0.9, PERSON: 1.0}, margin=1.2) is None
    assert most_salient({PERSON: 1.0, BODY: 1.0}, margin=1.0) is PERSON
    assert most_salient({}, margin=1.05) is None


@pytest.mark.parametrize(("joined", "name"), [("but he said", None), ("which he said", "Karl Lund")])
def test_he_of_a_joined_clause_is_its_subject_however_often_another_is_named(joined, name):
    assert meant(f"Karl Lund ate. Karl Lund sang. The baker shut his shop, {joined}.", "he") == name
