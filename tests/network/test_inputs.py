"""Pieces, words and quotation states on texts of our own."""

import itertools

import numpy as np
import pytest
from tokenizers import Tokenizer

from claimx.models import installed
from claimx.network.inputs import CLOSING, INSIDE, OPENING, OUTSIDE, PieceMaker, quote_states

SIGNS = {OUTSIDE: ".", OPENING: "(", INSIDE: "q", CLOSING: ")"}


@pytest.fixture(scope="module")
def maker() -> PieceMaker:
    return PieceMaker(Tokenizer.from_str(installed("attribution").read("tokenizer.json").decode("utf-8")))


def words_of(maker: PieceMaker, text: str) -> list[str]:
    pieces = maker(text, [(0, len(text))])
    begins = np.append(np.flatnonzero(pieces.word), len(pieces))
    return [text[pieces.starts[a] : pieces.ends[b - 1]] for a, b in itertools.pairwise(begins)]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ('Ana: "No." He left.', ".....(qqq)........."),
        ("“Go,” she said.", "(qqq).........."),
        ("It's the boys' boat.", "...................."),
        ("He said 'it is mine'.", "........(qqqqqqqqqq)."),
        ("«Nein», sagte er.", "(qqqq)..........."),
        ("``Stop,'' he said.", "((qqqqq))........."),
        ("“It never ends", "(qqqqqqqqqqqqq"),
    ],
)
def test_quotation_states_follow_the_marks(text: str, states: str) -> None:
    assert "".join(SIGNS[int(state)] for state in quote_states(text)) == states


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ports closed.", ["Ports", "closed", "."]),
        ("a_b is one", ["a_b", "is", "one"]),
        ("Esterly-based crews", ["Esterly", "-", "based", "crews"]),
        ("It cost $4.50.", ["It", "cost", "$", "4", ".", "50", "."]),
    ],
)
def test_words_never_split_letters_and_digits(maker: PieceMaker, text: str, words: list[str]) -> None:
    assert words_of(maker, text) == words


def test_only_the_given_paragraphs_are_cut_and_offsets_point_into_the_text(maker: PieceMaker) -> None:
    text = "Skip this.\nRead that, she said:\n“And this”"
    ranges = [(11, 31), (32, len(text))]
    pieces = maker(text, ranges)
    assert text[pieces.starts[0] : pieces.ends[0]] == "Read"
    assert pieces.paragraph.tolist() == sorted(pieces.paragraph.tolist())
    assert set(pieces.paragraph.tolist()) == {0, 1}
    assert pieces.start.sum() == 2
    assert pieces.leads_on.tolist() == [True, False]
    assert all(any(a <= s < e <= b for a, b in ranges) for s, e in zip(pieces.starts, pieces.ends, strict=True))


def test_inputs_have_a_mark_at_either_end(maker: PieceMaker) -> None:
    pieces = maker("One two three.", [(0, 14)])
    inputs = maker.inputs(pieces, 1, 3)
    assert inputs["ids"].tolist() == [maker.cls, *pieces.ids[1:3].tolist(), maker.sep]
    assert {len(values) for values in inputs.values()} == {4}


def test_nothing_gives_no_pieces(maker: PieceMaker) -> None:
    assert len(maker("", [])) == 0
    assert len(maker("   ", [(0, 3)])) == 0
