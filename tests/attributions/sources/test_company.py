"""Whom several are, through the whole extraction: those who were named together, or are the only ones called so."""

from __future__ import annotations

import pytest

from claimx.pipeline import Extractor

#: Text, source, name and type.
CASES = (
    (
        "Bishops Ada Holm, Omar Ruiz and Karl Lund wrote a letter. “It is late,” the prelates said.",
        "the prelates",
        "Ada Holm, Omar Ruiz and Karl Lund",
        "group",
    ),
    (
        "Ada Holm, a baker, left with her brother, Karl Holm. The siblings said that it was dark.",
        "The siblings",
        "Ada Holm and Karl Holm",
        "group",
    ),
    (
        "Karl Lund, a miner, said that the pit was safe. Ida Ruiz, a nurse, said that it was not. "
        "Both agreed that the road was bad.",
        "Both",
        "Karl Lund and Ida Ruiz",
        "group",
    ),
    (
        "Captain Karl Lund of Arden met the press. The senator Omar Ruiz was absent. The senator Ida Holm was late. "
        "The day was wet. The hall was cold. The roof leaked. The two senators said that the vote was fair.",
        "The two senators",
        "Omar Ruiz and Ida Holm",
        "group",
    ),
    (
        "Ada Holm and Karl Lund said that a donors' meeting would be held. They called on the ministry to pay.",
        "They",
        "Ada Holm and Karl Lund",
        "group",
    ),
    (
        "In a joint message, Holm and the club's secretary, Dr Ida Lund, said that the gate was shut.",
        "Holm and the club's secretary, Dr Ida Lund",
        "Holm and Ida Lund",
        "group",
    ),
    (
        "In a joint declaration, Germany and France, which buy much of the catch, called for a pause.",
        "Germany and France, which buy much of the catch",
        "Germany and France",
        "group",
    ),
    (
        "Archbishop Karl Lund offered to mediate. “Somebody must speak first,” the prelate said.",
        "the prelate",
        "Karl Lund",
        "person",
    ),
)


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


@pytest.mark.parametrize(("text", "source", "name", "kind"), CASES, ids=[case[1] for case in CASES])
def test_several_have_their_names(extractor, text, source, name, kind):
    claims = extractor.extract(text)
    assert (name, kind) in [(c.source.name, c.source.type) for c in claims if c.source and c.source.text == source]


#: What tells of others than those who were named: the text, and the source.
OTHERS = (
    (
        "Teachers Ann Fry and Joe Moss left. Thousands of teachers marched. The teachers said pay was low.",
        "The teachers",
    ),
    ("Bishops Ada Holm and Karl Lund met. Two officials said that it was late.", "Two officials"),
    ("Bishops Ada Holm and Karl Lund met. The judges of Norland said that it was late.", "The judges of Norland"),
    ("Actors Ada Holm and Karl Lund met. The child actors said that it was late.", "The child actors"),
    ("Defendant Paul Miller stabbed Kate Miller. The brothers said they were shocked.", "The brothers"),
    ("Ada Holm and Karl Lund left the hall. The two other women said that it was late.", "The two other women"),
    ("Ada Holm met Karl Lund. Snow fell. Roads were shut. Schools stayed closed. The two said it was late.", "The two"),
)


@pytest.mark.parametrize(("text", "source"), OTHERS, ids=[case[1] for case in OTHERS])
def test_others_are_not_taken_for_those_who_were_named(extractor, text, source):
    claims = extractor.extract(text)
    assert [c.source.name for c in claims if c.source and c.source.text == source] == [None]


def test_lands_that_are_but_told_of_do_not_speak(extractor):
    [claim] = extractor.extract("Norway, unlike Sweden and Finland, said that it was sad.")
    assert claim.source.name == "Norway"


def test_a_land_of_two_names_is_one(extractor):
    [claim] = extractor.extract("Trinidad and Tobago said that it would vote.")
    assert claim.source.name == "Trinidad and Tobago"
