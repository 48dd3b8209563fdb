"""A claim that can be read alone."""

import re
from datetime import date

import pytest

import claimx
from claimx.claims.standalone import elsewhere
from claimx.records import Entity, Reference, Span

PUBLISHED = date(2018, 11, 22)  # a Thursday


def standalone(text: str) -> list[str]:
    return [claim.standalone for claim in claimx.extract(text, published=PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        (
            "“We found it yesterday,” the Ministry of Works said.",
            "We [Ministry of Works] found it yesterday [2018-11-21]",
        ),
        ("Officials said that the bridge fell on Monday.", "the bridge fell on Monday [2018-11-19]"),
        ("Officials said that the bridge fell last week.", "the bridge fell last week [2018-11-12 to 2018-11-18]"),
        ("Officials said that the bridge fell on 3 May 2017.", "the bridge fell on 3 May 2017"),
        (
            "Ana Ruiz spoke. Officials said that Ruiz's house was Ruiz's own.",
            "Ruiz's [Ana Ruiz] house was Ruiz's own",
        ),
    ],
)
def test_what_words_need_stands_behind_them_once(text, alone):
    assert alone in [words.rstrip(".") for words in standalone(text)]


def test_without_the_brackets_it_is_the_text():
    text = (
        "Ana Ruiz spoke on Monday. “We, that is Ruiz and I, saw it yesterday,” said Dora Lind, “and Ruiz's friends "
        "paid.” Officials said that, last week, Lind's house burned."
    )
    for claim in claimx.extract(text, published=PUBLISHED):
        assert re.sub(r" \[[^\]]*\]", "", claim.standalone) == claim.text


def test_nothing_is_added_inside_of_the_brackets_of_the_article():
    text = "Ana Ruiz spoke. Officials said that they had seen [Ruiz's house] and the wife of Ruiz."
    assert standalone(text)[-1].rstrip(".") == "they had seen [Ruiz's house] and the wife of Ruiz"


def test_what_is_called_by_its_full_name_before_needs_nothing():
    entities = (Entity("Ana Ruiz", Span(0, 8), "PERSON", "Ana Ruiz", "e1"),)
    before, after = (Reference("Ruiz", Span(start, start + 4), "Ana Ruiz") for start in (20, 30))
    assert elsewhere((before, after), entities) == ()
    assert elsewhere((before,), ()) == (before,)
