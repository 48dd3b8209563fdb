"""Whom a surname that stands alone in one article of a run means."""

import pytest

from claimx.lexicons.surnames import Surnames


def told(*articles):
    """Full names by surname; an article is the names of who speaks in it, or these and those of whom it only tells."""
    surnames = Surnames()
    for article in articles:
        speakers, others = article if isinstance(article, tuple) else (article, [])
        surnames.add([each if isinstance(each, tuple) else (each, None) for each in speakers], others)
    return surnames.full_names()


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([["Ida Korr"], ["Korr"]], {"Korr": "Ida Korr"}),
        ([["KORR"], ["Ida Korr"]], {"KORR": "Ida Korr"}),
        ([["Ida van Dorn"], ["van Dorn"]], {"van Dorn": "Ida van Dorn"}),
        ([["Ida Korr Jr."], ["Korr"]], {"Korr": "Ida Korr Jr."}),
        ([[("Ida Korr", "she")], [("Korr", "she")]], {"Korr": "Ida Korr"}),
    ],
)
def test_a_surname_is_that_of_the_only_full_name(articles, expected):
    assert told(*articles) == expected


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([["Ida Korr"], ["Olaf Korr"], ["Korr"]], id="two of one surname"),
        pytest.param([["Ida Korr"], (["Korr"], ["Korr", "Olaf Korr"])], id="one of them does not speak"),
        pytest.param([["Ida Korr"], (["Korr"], ["Ida Korr"])], id="an article that tells them apart"),
        pytest.param([[("Ida Korr", "she")], [("Korr", "he")]], id="other pronouns"),
        pytest.param([["Ida Korr"], ["Ida"]], id="a first name"),
        pytest.param([["Maria Ida Korr"], ["Ida Korr"]], id="two full names"),
        pytest.param([(["Velt"], ["Ida Korr"]), ["Korr"]], id="the full name does not speak"),
        pytest.param([["Ida Korr-Velt"], ["Velt"]], id="a part of a surname"),
        pytest.param([["Korr"], ["Korr"]], id="no full name"),
    ],
)
def test_in_doubt_nobody(articles):
    assert told(*articles) == {}
