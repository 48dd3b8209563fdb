import pytest

from claimx.attributions.discourse.pronouns import asked_by, can_mean
from claimx.attributions.discourse.referents import Referent
from tests.attributions.discourse.make import meant
from tests.parsing import parse_alone

PERSON, CROWD = Referent("person", "Ada Holm"), Referent("person", number="many")
BODY, THING = Referent("organization", "Harbour Board"), Referent("thing")


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


@pytest.mark.parametrize(("joined", "name"), [("but he said", None), ("which he said", "Karl Lund")])
def test_he_of_a_joined_clause_is_its_subject_however_often_another_is_named(joined, name):
    assert meant(f"Karl Lund ate. Karl Lund sang. The baker shut his shop, {joined}.", "he") == name
