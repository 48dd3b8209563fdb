"""With which words contents open and sources are whole."""

import pytest

from claimx.attributions.corrections import correct
from claimx.attributions.corrections.between import of_who_inserts
from claimx.attributions.statement import Rule, Statement
from claimx.records import Span
from tests.parsing import parse, reading_of


def at(text, *words):
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words if word)


def mended(text, source, cue, *content):
    (doc,) = parse([(text, [])])
    statement = correct(Statement(at(text, source), at(text, cue), at(text, *content), 0.9), reading_of(text, doc=doc))
    roles = (statement.source, statement.cue, statement.content)
    return [[text[start:end] for start, end in role] for role in roles]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        ("The well is said to be dry.", "", "is said", "to be dry", ["The well", "to be dry"]),
        ("The old bridge was thought to be safe.", "", "was thought", "to be safe", ["The old bridge", "to be safe"]),
        ("Ann said the well is dry.", "Ann", "said", "the well is dry", ["the well is dry"]),
        ("The crew was told by Ann to leave.", "Ann", "was told", "to leave", ["to leave"]),
        ("The crew was asked to leave the pier.", "", "was asked", "to leave the pier", ["to leave the pier"]),
    ],
)
def test_whom_an_infinitive_is_told_of_is_part_of_it(text, source, cue, content, whole):
    assert mended(text, source, cue, content)[2] == whole


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("Ann Lee told the meeting the council had no choice.", "had no choice", "the council had no choice"),
        ("Ann Lee said the old pier was closed.", "was closed", "the old pier was closed"),
        ("Ann Lee asked the council to close the pier.", "to close the pier", "to close the pier"),
    ],
)
def test_a_clause_begins_at_its_subject(text, content, whole):
    cue = next(word for word in ("told", "said", "asked") if f" {word} " in text)
    assert mended(text, "Ann Lee", cue, content)[2] == [whole]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        ("The seller of maps and pens reported a loss.", "pens", "reported", "a loss", "The seller of maps and pens"),
        ("Ann's claim that it rained was wrong.", "Ann's", "claim", "that it rained", "Ann"),
        ("St James's said that it rained.", "St James's", "said", "that it rained", "St James's"),
    ],
)  # fmt: skip
def test_a_source_is_whole_and_no_more(text, source, cue, content, whole):
    assert mended(text, source, cue, content)[0] == [whole]


@pytest.mark.parametrize(
    ("text", "cue", "content", "roles"),
    [
        (
            "Two crews were accused of taking bribes.",
            "were accused",
            ["Two crews", "of taking bribes"],
            (["were accused of"], ["Two crews", "taking bribes"]),
        ),
        ("Ann accused two crews of taking bribes.", "accused", ["two crews of taking bribes"], None),
        ("Ann told a tale of the pier.", "told", ["a tale of the pier"], None),
    ],
)
def test_a_cue_holds_the_preposition_behind_it(text, cue, content, roles):
    _, *found = mended(text, "Ann" if text.startswith("Ann") else "", cue, *content)
    assert found == list(roles or ([cue], content))


def test_what_is_joined_behind_an_inserted_clause_is_said_by_who_inserts_it():
    text = "The ferry, Ann insisted, had been late, and blamed the fog."
    half = Rule("inserted", interrupts=True)
    rule = Statement(
        at(text, "Ann"), at(text, "insisted"), at(text, "The ferry", "had been late, and blamed the fog"), 0.9, half
    )
    model = Statement(at(text, "The ferry"), at(text, "blamed"), at(text, "the fog"), 0.9)
    assert [statement.source for statement in of_who_inserts([model], [rule])] == [at(text, "Ann")]
    other = Statement(at(text, "Ann"), at(text, "blamed"), at(text, "the fog"), 0.9)
    assert of_who_inserts([other], [rule]) == [other]
