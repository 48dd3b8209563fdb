"""The words of a noun phrase."""

import pytest

from claimx.grammar.noun_phrases import OF, head_after, phrase, phrase_from, singular_name, with_plural_conjuncts
from tests.make import make_parse
from tests.parsing import parse_alone


def doc_of(rows):
    """A parse of (word, dependency, row of the head) triples."""
    words, deps, heads = zip(*rows, strict=True)
    return make_parse(words, deps=deps, heads=heads)


MINER = doc_of(
    [
        ("the", "det", 1),
        ("head", "nsubj", 10),
        ("of", "prep", 1),
        ("the", "det", 4),
        ("port", "pobj", 2),
        ("with", "prep", 4),
        ("cranes", "pobj", 5),
        ("and", "cc", 1),
        ("his", "poss", 9),
        ("aide", "conj", 1),
        ("left", "ROOT", 10),
    ]
)


@pytest.mark.parametrize(
    ("complements", "conjuncts", "words"),
    [
        (frozenset(), False, "the head"),
        (OF, False, "the head of the port"),
        (OF, True, "the head of the port with cranes and his aide"),
        (frozenset(("with",)), False, "the head"),
    ],
)
def test_a_phrase_ends_with_the_last_complement_that_belongs_to_it(complements, conjuncts, words):
    found = phrase(MINER[1], complements, conjuncts=conjuncts)
    assert MINER.text[found.start : found.end] == words


def test_a_preposition_without_a_noun_ends_the_phrase():
    doc = doc_of([("head", "ROOT", 0), ("of", "prep", 0), ("course", "pcomp", 1)])
    assert phrase(doc[0], OF) == (0, len("head of"))


def test_words_that_hang_on_a_complement_loosely_are_left_out():
    doc = doc_of(
        [("head", "ROOT", 0), ("of", "prep", 0), ("ports", "pobj", 1), ("on", "prep", 2), ("Sunday", "pobj", 3)]
    )
    assert doc.text[slice(*phrase(doc[0], OF))] == "head of ports"


def test_complements_of_complements_may_go_on_for_ever():
    depth = 3000
    rows = [("head", "ROOT", 0)]
    for number in range(1, 2 * depth, 2):
        rows += [("of", "prep", number - 1), ("port", "pobj", number)]
    doc = doc_of(rows)
    assert phrase(doc[0], OF).end == len(doc.text.rstrip())


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The court fined 12 retired bus drivers on Monday.", "drivers"),
        ("He sold 12 Kia and Hyundai vehicles.", "vehicles"),
        ("They counted 12 in the port.", None),
    ],
)
def test_the_head_of_what_follows_a_number(text, head):
    doc = parse_alone(text)
    found = head_after(doc, text.index("12") + 2, counted=True)
    assert (found.text if found else None) == head


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The flood drove out 2,500 women, children and the elderly.", "women, children and the elderly"),
        ("The flood swept away 12 cars and a lorry.", "cars"),
    ],
)
def test_plurals_may_share_a_number(text, words):
    doc = parse_alone(text)
    number = next(token for token in doc if token.text[0].isdigit())
    head = head_after(doc, number.end, counted=True)
    span = with_plural_conjuncts(phrase_from(doc, head, number.end), head)
    assert doc.text[span.start : span.end] == words


def test_the_name_of_what_is_counted_is_in_the_singular():
    doc = parse_alone("The court fined 12 retired bus drivers.")
    head = head_after(doc, doc.text.index("12") + 2, counted=True)
    assert singular_name(doc, phrase_from(doc, head, 18), head, []) == "bus driver"
