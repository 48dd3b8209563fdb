"""Runs the network over texts, window by window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from claimx.models import Model, installed, onnx_session
from claimx.network.inputs import FloatArray, IntArray, PieceMaker, Pieces
from claimx.network.windows import Window, cut

MODEL = "attribution"


class Read(NamedTuple):
    """One window of one of the texts as the network has read it.

    ``words`` are the indexes, into all pieces of the text, of those that begin a word of the window. ``scores`` are the
    network's outputs by name; each has a row for [CLS] and then a row a word.
    """

    text: int
    pieces: Pieces
    window: Window
    words: IntArray
    scores: Mapping[str, FloatArray]

    @property
    def word_bounds(self) -> tuple[IntArray, IntArray]:
        """Where each word begins and ends, in code points of the text."""
        last = np.append(self.words[1:], self.window.end) - 1
        return self.pieces.starts[self.words], self.pieces.ends[last]

    @property
    def own(self) -> slice:
        """Which of its words are this window's own, where windows overlap."""
        first, stop = self.words.searchsorted((self.window.keep_from, self.window.keep_to)).tolist()
        return slice(first, stop)

    def own_scores(self, name: str) -> FloatArray:
        """An output of the network for its own words, a row a word."""
        return self.scores[name][1:][self.own]  # the first row is [CLS]


class NetworkReader:
    """Reads texts with the network.

    The result for a text does not depend on the texts beside it: the network reads one window at a time, since the
    rounding of its 8-bit arithmetic goes by the largest value of all that it reads together.
    """

    def __init__(self, model: Model | None = None) -> None:
        """Take a model; by default the one that claimx came with. Its files are opened at first use."""
        self._given = model

    @cached_property
    def model(self) -> Model:
        """The model's folder and constants."""
        return self._given or installed(MODEL)

    @cached_property
    def _maker(self) -> PieceMaker:
        from tokenizers import Tokenizer

        return PieceMaker(Tokenizer.from_str(self.model.read("tokenizer.json").decode("utf-8")))

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no stubs
        return onnx_session(self.model)

    @cached_property
    def _outputs(self) -> list[str]:
        return [output.name for output in self._session.get_outputs()]

    def read(self, texts: Sequence[str], paragraphs: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Read]:
        """Run the network over all windows of the texts, in order.

        ``paragraphs`` are for each text the half-open ranges of code points to read, in order and apart.
        """
        windows = self.model.table["windows"]
        for number, (text, ranges) in enumerate(zip(texts, paragraphs, strict=True)):
            pieces = self._maker(text, ranges)
            for window in cut(pieces, windows["size"], windows["longest"]):
                words = window.begin + np.flatnonzero(pieces.word[window.begin : window.end])
                yield Read(number, pieces, window, words, self._scores(pieces, window, words))

    def _scores(self, pieces: Pieces, window: Window, words: IntArray) -> dict[str, FloatArray]:
        """Run the network on one window."""
        inputs = self._maker.inputs(pieces, window.begin, window.end)
        inputs["units"] = np.append(0, words - window.begin + 1)
        return dict(zip(self._outputs, self._session.run(self._outputs, inputs), strict=True))
