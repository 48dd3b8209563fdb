import pytest

from claimx.attributions.discourse import Referent
from claimx.attributions.sources.portraits import pronouns_of, role_of_several, roles_of
from tests.attributions.discourse.make import read

ROLES = [
    ("Foreign Minister Ewa Lisak flew home. Lisak was tired.", "Ewa Lisak", "Foreign Minister"),
    (
        "Ewa Lisak, a professor of law at Arden University, spoke.",
        "Ewa Lisak",
        "a professor of law at Arden University",
    ),
    ("The head of the mission, Ewa Lisak, spoke.", "Ewa Lisak", "The head of the mission"),
    ("Minister of Trade Ewa Lisak spoke.", "Ewa Lisak", "Minister of Trade"),
    ("Mr. Pell, who runs a bakery in Arden, spoke.", "Pell", "who runs a bakery in Arden"),
    ("Omar Pell of the Red Cross spoke.", "Omar Pell", "of the Red Cross"),
    ("Mr. Pell, his brother, spoke. Pell, the mayor of Arden, left.", "Pell", "the mayor of Arden"),
    ("Dr. Ewa Lisak of the Institute of Tides spoke.", "Ewa Lisak", "of the Institute of Tides"),
    ("Its founder, Mr. Omar Pell, spoke.", "Omar Pell", "Its founder"),
    ("Mr. Omar Pell spoke. Omar Pell left.", "Omar Pell", None),
    ("Neighbours, friends of Omar Pell, spoke.", "Omar Pell", None),
    ("Assistant Inspector (Ports) Peter Muli said so.", "Peter Muli", "Assistant Inspector (Ports)"),
    ("“No,” said Ada Holm, the head of the mission, who added that it rained.", "Ada Holm", "the head of the mission"),
    ("The spokesman for the fleet, Captain Ben Moss, said so.", "Ben Moss", "The spokesman for the fleet"),
]


def named(discourse, name: str) -> Referent:
    return next(referent for referent in discourse.named.values() if referent.name == name)


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_the_fullest_description_is_the_role(text, name, role):
    discourse = read(text)
    found = roles_of(discourse, set(discourse.named.values())).get(named(discourse, name))
    assert (found.text if found else None) == role
    if found:
        assert text[found.span.start : found.span.end] == role


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("Wei Pell came home. He was tired, and his car was broken.", "he"),
        ("Wei Pell came home. She was tired.", "she"),
        ("Wei Pell came home. Pell was tired.", None),
    ],
)
def test_pronouns_are_those_of_the_article(text, pronouns):
    discourse = read(text)
    pell = named(discourse, "Wei Pell")
    assert pronouns_of(discourse, {pell}).get(pell) == pronouns


def test_a_first_name_tells_no_pronouns():
    discourse = read("Mary Pell came home.")
    assert pronouns_of(discourse, set(discourse.named.values())) == {}


def test_what_several_are_called_together_is_their_role():
    discourse = read("Trailing contenders Ewa Lisak and Omar Pell spoke.")
    role = role_of_several(discourse.doc.tokens[0:7], discourse)
    assert role is not None and role.text == "Trailing contenders"


def test_several_by_their_names_alone_have_no_role():
    discourse = read("Ewa Lisak and Omar Pell spoke.")
    assert role_of_several(discourse.doc.tokens[0:5], discourse) is None
