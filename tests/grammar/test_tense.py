"""Whether a clause lies before or after the time of writing."""

from dataclasses import fields

import pytest

from claimx.grammar.prospective import ProspectiveRow
from claimx.grammar.tense import tense_at
from claimx.lexicons.loader import load
from tests.parsing import parse


def tense(text: str, word: str = "Friday") -> str:
    doc = next(parse([(text, [])]))
    return tense_at(next(token for token in doc if token.text == word), {})


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on Friday.",
        "The court has ruled since Friday.",
        "The judges were told on Friday.",
        "The judges declined to comment on Friday.",
        "The judges could not be reached on Friday.",
        "Nobody could be reached on Friday.",
        "The judge, arrested on Friday, was released.",
        "The judge said that a thief took it on Friday.",
    ],
)
def test_past(text: str) -> None:
    assert tense(text) == "past"


@pytest.mark.parametrize(
    "text",
    [
        "The court will rule on Friday.",
        "The court may rule on Friday.",
        "The court is to rule on Friday.",
        "The court is expected to rule on Friday.",
        "The court plans to rule on Friday.",
        "The court is ruling on Friday.",
        "A hearing is scheduled for Friday.",
        "The offer expires on Friday.",
        "The hearing was postponed until Friday.",
        "The judges are likely to meet on Friday.",
        "The judge ordered that the sale take place on Friday.",
    ],
)
def test_future(text: str) -> None:
    assert tense(text) == "future"


def test_present() -> None:
    assert tense("The museum is quiet on Friday.") == "present"


@pytest.mark.parametrize("text", ["Friday", "No trains on Friday."])
def test_without_a_verb_there_is_no_tense(text: str) -> None:
    assert tense(text) == "none"


def test_a_possessive_is_future_only_as_the_subject_of_what_is_to_come() -> None:
    assert tense("They want to discuss Friday's vote.") == "none"
    assert tense("Friday's vote will be close.") == "future"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ministers met ahead of Friday's vote.", "future"),
        ("The band has a song for its Friday show.", "future"),
        ("Turnout could decide Friday's vote.", "future"),
        ("They were hurt in Friday's crash.", "over"),
        ("Those crushed in Friday's stampede are named.", "over"),
        ("Experts will study Friday's blast.", "over"),
        ("Brokers are bracing for Friday's figures.", "future"),
        ("The town had braced for Friday's flood.", "over"),
        ("Brokers await Friday's figures.", "future"),
        ("She is tipped to win Friday's primary.", "future"),
        ("She managed to win Friday's primary.", "none"),
        ("The choir will sing at Friday's gala.", "future"),
        ("The choir sang at Friday's gala.", "none"),
        ("The clerk will defend her part in Friday's vote.", "none"),
        ("The vote is at noon on Friday.", "future"),
        ("The clerks are in Rome on Friday.", "present"),
        ("The mine had to close on Friday.", "past"),
        ("The mine has to close on Friday.", "future"),
        ("The mine had to close by Friday.", "future"),
        ("The mayor was forced to quit on Friday.", "past"),
        ("He is accused of plotting to rob a shop on Friday.", "past"),
        ("He is thinking of robbing a shop on Friday.", "future"),
        ("The vote was pushed back to Friday.", "future"),
        ("The ban comes into force on Friday.", "future"),
        ("The vote is on Friday.", "future"),
        ("The hearing was adjourned on Friday.", "past"),
        ("The hearing was adjourned until Friday.", "future"),
        ("He admitted planning to rob a shop on Friday.", "past"),
    ],
)
def test_what_is_to_come(text: str, told: str) -> None:
    assert tense(text) == told


def test_each_verb_is_looked_at_once() -> None:
    doc = next(parse([("The court ruled on Friday and adjourned on Monday.", [])]))
    known: dict = {}
    first = [tense_at(token, known) for token in doc]
    kept = dict(known)
    assert [tense_at(token, known) for token in doc] == first
    assert known == kept


def test_every_row_tells_something() -> None:
    for word, row in load("times/prospective", ProspectiveRow).items():
        assert any(getattr(row, field.name) for field in fields(row)), word
