"""The words of a noun phrase."""

import pytest

from claimx.grammar.noun_phrases import OF, phrase
from tests.make import make_parse


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
