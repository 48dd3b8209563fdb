"""Verbs that a reporting verb is joined to."""

import pytest

from claimx.attributions.rules.conjuncts import goes_on_from, opening
from tests.parsing import parse


def word(text, form):
    (doc,) = parse([(text, [])])
    return next(token for token in doc if token.text == form)


@pytest.mark.parametrize(
    ("text", "verb", "before"),
    [
        ("The board said the tank was old but denied that it had burst.", "denied", "said"),
        ("The inquiry found that it had no lifeboats and blamed a lack of drills.", "blamed", "found"),
        ("The inquiry found that the owner had slept and blamed the crew.", "blamed", None),
        ("The mayor said she was sorry and would resign.", "resign", None),
        ("The firm said the pumps were new and worked well.", "worked", None),
        ("The cook peeled the onions and chopped the leeks.", "chopped", None),
        ("It rained.", "rained", None),
    ],
)  # fmt: skip
def test_the_verb_that_another_goes_on_from(text, verb, before):
    found = goes_on_from(word(text, verb))
    assert (found.text if found is not None else None) == before


def test_a_conjunct_opens_with_its_conjunction():
    assert (
        opening(word("The minister admitted the plan was late but insisted that it would work.", "insisted")).text
        == "but"
    )


def test_a_long_row_of_verbs_ends():
    text = "He said it rained " + "and rained " * 300
    (doc,) = parse([(text, [])])
    assert [goes_on_from(token) for token in doc][-1] is None
