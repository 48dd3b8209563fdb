import pytest

from claimx.grammar.predicates import PredicateRow, follow_complements, governing_word, words_within
from claimx.lexicons.loader import load
from claimx.records import Span
from tests.make import make_parse
from tests.parsing import parse_alone


def test_every_predicate_row_hands_on_somewhere():
    assert [row.key for row in load("reporting/predicates", PredicateRow).values() if not row.kinds] == []


@pytest.mark.parametrize(
    ("text", "kind", "event", "passed"),
    [
        ("The pump appears to have failed.", "raising", "failed", ["appears"]),
        ("The pump failed.", "raising", "failed", []),
        ("She declined to say who paid.", "reporting", "say", ["declined"]),
        ("She is said to have paid.", "raising", "paid", ["said"]),
    ],
)
def test_predicates_hand_on_to_their_complement(text, kind, event, passed):
    root = parse_alone(text).sents[0].root
    head, words = follow_complements(root, kind, None)
    assert (head.text, [word.text for word in words]) == (event, passed)


def test_a_complement_outside_of_the_rows_is_not_followed():
    root = parse_alone("The pump appears to have failed.").sents[0].root
    head, passed = follow_complements(root, "raising", {root.i})
    assert (head, passed) == (root, [])


def test_a_chain_without_an_end_is_cut():
    depth = 50
    words = ["appear"] * depth
    doc = make_parse(
        words,
        deps=["ROOT", *["xcomp"] * (depth - 1)],
        heads=[max(0, row - 1) for row in range(depth)],
        classes=["VERB"] * depth,
    )
    head, passed = follow_complements(doc[0], "raising", None)
    assert head.i == len(passed) < depth


def test_the_main_clause_governs_a_subordinate_one():
    doc = parse_alone("If it rains, we will stay at home.")
    assert governing_word(words_within(doc, [Span(0, len(doc.text))])).text == "stay"
    assert governing_word([]) is None
