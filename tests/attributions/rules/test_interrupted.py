import pytest

from claimx.attributions.rules.interrupted import interrupted_by, reported_before
from tests.parsing import parse


def verb(text, form):
    (doc,) = parse([(text, [])])
    return next(token for token in doc if token.text == form)


@pytest.mark.parametrize(
    ("text", "form", "before"),
    [
        (
            "A nap seems to help, and it may calm the bees, scientists in Lund have found.",
            "found",
            "A nap seems to help, and it may calm the bees",
        ),
        ("The dam is old, and it could break, engineers said on Monday.", "said", "The dam is old, and it could break"),
        ("The dam is old, engineers said, adding that it could break.", "said", "The dam is old"),
        ("Engineers said that the dam could break.", "said", None),
        ("“The dam is old,” engineers said.", "said", None),
        ("The train left at noon.", "left", None),
    ],
)  # fmt: skip
def test_what_stands_before_a_closing_reporting_clause(text, form, before):
    span = reported_before(verb(text, form))
    assert (text[slice(*span)] if span is not None else None) == before


@pytest.mark.parametrize(
    ("text", "form", "halves"),
    [
        (
            "This represents, she explained in the capital, 14 million dollars a day.",
            "explained",
            ["This represents", "14 million dollars a day"],
        ),
        ("It will cost, the minister said in May, two billion euros.", "said", ["It will cost", "two billion euros"]),
        ("The tunnel will open in May, the minister said on Monday, a day before the vote.", "said", None),
        ("The minister said the tunnel will open.", "said", None),
        ("“It is,” she said, “a ruin.”", "said", None),
    ],
)  # fmt: skip
def test_the_halves_around_an_inserted_reporting_clause(text, form, halves):
    found = interrupted_by(verb(text, form))
    assert ([text[slice(*span)] for span in found] if found is not None else None) == halves
