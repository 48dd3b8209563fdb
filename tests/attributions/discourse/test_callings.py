import pytest

from claimx.attributions.discourse.callings import calling, office_held, office_of
from tests.parsing import parse_alone


@pytest.mark.parametrize(
    ("text", "noun", "called"),
    [
        ("The vice president spoke.", "president", "vice president"),
        ("The acting mayor spoke.", "mayor", "acting mayor"),
        ("A former deputy prime minister spoke.", "minister", "former deputy prime minister"),
        ("The deputy left before the mayor spoke.", "mayor", "mayor"),
    ],
)
def test_a_rank_belongs_to_the_office(text, noun, called):
    token = next(token for token in parse_alone(text) if token.text == noun)
    assert calling(token) == called


def test_nouns_for_one_office_are_one():
    assert office_of("deputy premier") == office_of("deputy prime minister") != office_of("prime minister")
    assert office_of("minister") != office_of("prime minister")


def test_who_held_an_office_held_it():
    assert office_held("former vice president") == office_of("vice president")
