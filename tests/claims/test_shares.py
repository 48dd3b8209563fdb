"""People of a run put together by role and by pronouns."""

import pytest

from claimx.claims.best_role import best_role
from claimx.claims.shares import role_noun, shares_of_run


def row(doc: str, words: int, *, type: str = "person", voice: str = "source", **known: str | None) -> dict:
    told = {"role": None, "pronouns": None, "text": "Pell", "name": None} | known
    return {
        "doc": {"id": doc}, "voice": voice, "type": type, "claims": 2, "direct": 1, "mixed": 0, "indirect": 1,
        "words": words, **told,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("Foreign Minister", "minister"),
        ("a professor of law at Arden University", "professor"),
        ("Former Arden Sen.", "senator"),
        ("two residents", "resident"),
        ("her neighbour", "neighbour"),
        ("who runs a bakery", None),
        ("of the Red Cross", None),
        ("More than 200 people", None),
    ],
)
def test_the_noun_of_a_role(words, noun):
    assert role_noun(words) == noun


def test_people_with_one_role_are_put_together():
    rows = [
        row("a", 30, role="Foreign Minister"),
        row("b", 10, role="the minister of trade"),
        row("b", 50, role=None, text="a resident"),
        row("b", 10),
        row("b", 99, type="organization", role="the minister of trade"),
        row("b", 99, voice="article", type=None),
    ]
    found = shares_of_run(rows, "role")
    assert [(share.value, share.sources, share.documents, share.words, share.share) for share in found] == [
        ("resident", 1, 1, 50, 0.5),
        ("minister", 2, 2, 40, 0.4),
        (None, 1, 1, 10, 0.1),
    ]


def test_groups_have_no_pronouns():
    rows = [row("a", 30, pronouns="she"), row("a", 30), row("a", 30, type="group", pronouns=None)]
    assert [(share.value, share.share) for share in shares_of_run(rows, "pronouns")] == [("she", 0.5), (None, 0.5)]


def test_nobody_speaks():
    assert shares_of_run([], "role") == []


def test_everybody_by_name():
    rows = [
        row("a", 30, name="Ida Pell", role="minister"),
        row("b", 20, name="Pell", role="the minister"),
        row("c", 10, name="IDA PELL", role="deputy head of the board"),
        row("c", 40, name="Pell", type="organization"),
        row("d", 99),
        row("d", 99, voice="article", type=None),
    ]
    pell, firm, rest = shares_of_run(rows, "name", {"Pell": "Ida Pell"})
    assert (pell.value, pell.names, pell.role, pell.type) == (
        "Ida Pell", ("Ida Pell", "Pell", "IDA PELL"), "minister", "person",
    )  # fmt: skip
    assert (pell.documents, pell.words, firm.value, firm.type, firm.words) == (3, 60, "Pell", "organization", 40)
    assert (rest.value, rest.names, rest.role, rest.type, rest.words) == (None, (), None, None, 99)


@pytest.mark.parametrize(
    ("roles", "best"),
    [
        ([None, None], None),
        (["mayor", None, "mayor of Arden since May"], "mayor of Arden since May"),
        (["Mayor", "mayor of Arden", "the mayor"], "Mayor"),
        (["the poet", "a painter"], "the poet"),
    ],
)
def test_the_role_that_is_told_most_often_then_the_fullest(roles, best):
    assert best_role(roles) == best
