"""What the article says itself, in sentences that also hold what others say."""

import pytest

from claimx import extract


def claims(text):
    return [(c.form, c.source.text if c.source else None, c.text) for c in extract(text)]


def narrated(text):
    return [said for form, _, said in claims(text) if form == "narrated"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police accuse the mill of hiding leaks, and the mill was fined $2m in May.", "the mill was fined $2m in May"),
        ("The bailiff denied it, but the court fined her 300 euros in May.", "the court fined her 300 euros in May"),
    ],
)  # fmt: skip
def test_what_a_reporting_verb_is_joined_to_is_the_articles_own(text, said):
    assert said in narrated(text)
    assert all(said.split()[-1] not in other for form, _, other in claims(text) if form != "narrated")


def test_its_words_stand_where_it_says():
    text = "The smelter has been accused of hiding leaks, and was fined $1.9 million in 2021."
    (claim,) = [claim for claim in extract(text) if claim.form == "narrated"]
    assert " ".join(text[start:end] for start, end in claim.spans) == claim.text
    assert [quantity.value for quantity in claim.quantities] == [1900000]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the lido was shut and that 40 people had left.",
        "“We sold 300 boats,” the broker said, and added that prices had risen.",
        "The mayor said the lido was shut, adding that 40 people had left.",
    ],
)
def test_what_is_reported_is_not_the_articles_own(text):
    assert narrated(text) == []
