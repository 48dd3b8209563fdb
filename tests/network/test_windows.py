"""Windows hold every piece, whole paragraphs where these fit, and each word is one window's own."""

import pytest
from tokenizers import Tokenizer

from claimx.models import installed
from claimx.network.inputs import PieceMaker, Pieces
from claimx.network.windows import cut

SHORT = "The ferry left at noon."
LONG = "The ferry left at noon, and nobody waited for the crew of the other boat. " * 40
ENDLESS = "boat " * 900


@pytest.fixture(scope="module")
def maker() -> PieceMaker:
    return PieceMaker(Tokenizer.from_str(installed("attribution").read("tokenizer.json").decode("utf-8")))


def pieces_of(maker: PieceMaker, paragraphs: list[str]) -> Pieces:
    text, ranges = "", []
    for paragraph in paragraphs:
        ranges.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    return maker(text, ranges)


@pytest.mark.parametrize(
    "paragraphs",
    [
        [SHORT],
        [SHORT] * 60,
        [LONG],
        [SHORT, LONG, SHORT],
        [ENDLESS],
        [LONG, ENDLESS, "He said:", "“We wait.”"],
    ],
    ids=["one", "many", "long", "mixed", "no sentence end", "all"],
)
def test_each_piece_is_one_windows_own(maker: PieceMaker, paragraphs: list[str]) -> None:
    pieces = pieces_of(maker, paragraphs)
    windows = cut(pieces, 128, 256)
    at = 0
    for window in windows:
        assert window.keep_from == at
        assert window.begin <= window.keep_from < window.keep_to <= window.end
        assert window.end - window.begin <= 256
        at = window.keep_to
    assert at == len(pieces)


def test_short_paragraphs_stay_whole(maker: PieceMaker) -> None:
    pieces = pieces_of(maker, [SHORT] * 60)
    assert all(pieces.start[window.begin] for window in cut(pieces, 128, 256))


def test_a_paragraph_that_leads_on_stays_with_the_next(maker: PieceMaker) -> None:
    pieces = pieces_of(maker, [SHORT] * 17 + ["The captain of the ferry said:", "“We will not wait.”"] + [SHORT] * 9)
    windows = cut(pieces, 128, 256)
    assert not any(pieces.paragraph[window.begin] == 18 for window in windows)


def test_no_pieces_no_windows(maker: PieceMaker) -> None:
    assert cut(pieces_of(maker, []), 128, 256) == []
