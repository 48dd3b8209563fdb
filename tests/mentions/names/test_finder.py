from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.marked import cases
from tests.parsing import parse

CASES = cases("entities")


def entities(text):
    zones = [Zone("body", Span(0, len(text)), 0)] if text.strip() else []
    (doc,) = parse([(text, zones)])
    return find_entities(doc, text)


@pytest.mark.parametrize("case", CASES, ids=[case.get("why") or case["text"] for case in CASES])
def test_names_labels_and_full_names(case):
    found = [[e.text, e.label, e.name] for e in entities(case["text"])]
    assert found == case["entities"]


def test_ids_are_one_for_a_thing_in_the_order_of_first_mentions():
    found = entities("Karl Lund met Dana Ruiz in Kenya. Ruiz thanked Lund.")
    assert [(e.name, e.id) for e in found] == [
        ("Karl Lund", "e1"),
        ("Dana Ruiz", "e2"),
        ("Kenya", "e3"),
        ("Dana Ruiz", "e2"),
        ("Karl Lund", "e1"),
    ]


def test_one_decision_for_a_name_in_the_whole_article():
    text = "Karl Lund was born in Vienna. Lund is big. In Lund, trains stop. Lund said so. Lund laughed."
    assert {e.label for e in entities(text) if e.text.endswith("Lund")} == {"PERSON"}


def test_names_across_odd_blanks_are_whole():
    found = entities("The Kenyan Ministry\u00a0of Health and\u00a0Sport has closed.")
    assert [(e.text, e.name) for e in found] == [
        ("Kenyan Ministry\u00a0of Health and\u00a0Sport", "Kenyan Ministry of Health and Sport")
    ]


def test_a_headline_in_capitals_is_not_one_name():
    assert all(len(e.text.split()) < 4 for e in entities("Kenya Closes Border Crossing After Heavy Rains Hit Coast"))


@pytest.mark.parametrize(
    "text",
    [
        "A" * 20_000,
        "Al-" * 300,
        "“" * 400,
        "Ministry of " * 200,
        "A b " * 200,
        "\u202eKenya\u202c 🙂",
        "\n\n \t",
    ],
    ids=["long word", "hyphens", "quotes", "connectors", "capitals", "marks", "blank"],
)
def test_hostile_text_is_read(text):
    assert all(text[e.span.start : e.span.end] == e.text for e in entities(text))


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ABab .,-'’of the\n“”0(", max_size=80))
def test_offsets_hold_and_nothing_overlaps(text):
    found = entities(text)
    assert all(text[e.span.start : e.span.end] == e.text for e in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert found == entities(text)
