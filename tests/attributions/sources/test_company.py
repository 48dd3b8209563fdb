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


@pytest.mark.parametrize("said", ["Two officials said", "The judges of Norland said", "Both dams held, Ruiz said"])
def test_others_are_not_taken_for_those_who_were_named(extractor, said):
    claims = extractor.extract(f"Bishops Ada Holm and Karl Lund met. {said} that it was late.")
    assert all(c.source is None or c.source.name in (None, "Ruiz", "Ada Holm and Karl Lund") for c in claims)
    assert all(c.source is None or c.source.name != "Ada Holm and Karl Lund" for c in claims if "late" in c.text)
