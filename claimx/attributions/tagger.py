"""The attribution model at work: texts in, statements with source, cue, content and confidence out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import Any, NamedTuple

import numpy as np

from claimx.attributions.decoding import Found, Rules, decode
from claimx.attributions.features import IntArray, PieceMaker, Pieces
from claimx.attributions.links import RELATIONS, FloatArray, WordRange, WordScores
from claimx.attributions.windows import Window, cut
from claimx.models import Model, installed, onnx_session
from claimx.records import Span

MODEL = "attribution"
_WINDOWS_AT_A_TIME = 256  # bounds the memory for scores (about 0.2 MB a window), and is enough to decode them in bulk


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """A statement found by the model; a role that has no words is empty.

    Spans cover whole words, without white space at their edges, in text order; one that runs over several paragraphs
    is given as one piece a paragraph. ``confidence`` is the probability that content and source are right.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


class Read(NamedTuple):
    """One window of one of the texts as the network has read it."""

    text: int
    pieces: Pieces
    window: Window
    words: IntArray
    scores: WordScores


class AttributionTagger:
    """Finds who says what.

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
    def rules(self) -> Rules:
        """The decoder's constants."""
        return Rules.from_table(self.model.table["decoder"])

    @cached_property
    def _maker(self) -> PieceMaker:
        from tokenizers import Tokenizer

        return PieceMaker(Tokenizer.from_str(self.model.read("tokenizer.json").decode("utf-8")))

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no stubs
        return onnx_session(self.model)

    @cached_property
    def _bias(self) -> FloatArray:
        return np.array(self.model.table["distance_bias"], np.float32)

    def tag(
        self, texts: Sequence[str], paragraphs: Sequence[Sequence[tuple[int, int]]]
    ) -> list[list[TaggedAttribution]]:
        """Find the statements of each text, in text order of their first words.

        ``paragraphs`` are for each text the half-open ranges of code points to read, in order and apart.
        """
        found: list[list[TaggedAttribution]] = [[] for _ in texts]
        reads = self.read(texts, paragraphs)
        while some := list(islice(reads, _WINDOWS_AT_A_TIME)):
            for read, statement in statements(some, self._bias, self.rules):
                found[read.text].append(_tagged(read, statement))
        for statements_of_text in found:
            statements_of_text.sort(key=lambda a: (min(a.content + a.cue), a.cue))
        return found

    def read(self, texts: Sequence[str], paragraphs: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Read]:
        """Run the network over all windows of the texts, in order."""
        windows = self.model.table["windows"]
        for number, (text, ranges) in enumerate(zip(texts, paragraphs, strict=True)):
            pieces = self._maker(text, ranges)
            for window in cut(pieces, windows["size"], windows["longest"]):
                words = window.begin + np.flatnonzero(pieces.word[window.begin : window.end])
                yield Read(number, pieces, window, words, self._scores(pieces, window, words))

    def _scores(self, pieces: Pieces, window: Window, words: IntArray) -> WordScores:
        """Run the network on one window."""
        inputs = self._maker.inputs(pieces, window.begin, window.end)
        inputs["units"] = np.append(0, words - window.begin + 1)
        tags, queries, keys = self._session.run(["tags", "queries", "keys"], inputs)
        return WordScores(
            tags=tags,
            queries=queries.reshape(len(tags), len(RELATIONS), -1),
            keys=keys.reshape(len(tags), len(RELATIONS), -1),
            paragraph=np.append(-1, pieces.paragraph[words]),
            quote=np.append(0, pieces.quote[words]),
        )


def statements(reads: Sequence[Read], bias: FloatArray, rules: Rules) -> Iterator[tuple[Read, Found]]:
    """Decode windows; the statements of overlapping windows are given once, and only those above the threshold."""
    ordered = sorted(reads, key=lambda read: len(read.words))  # windows of like length decode together
    for part in (ordered[i : i + 64] for i in range(0, len(ordered), 64)):
        for read, found in zip(part, decode([r.scores for r in part], bias, rules), strict=True):
            for statement in found:
                begins = read.words[statement.cue[0] - 1]
                if read.window.keep_from <= begins < read.window.keep_to and statement.confidence >= rules.threshold:
                    yield read, statement


def _tagged(read: Read, statement: Found) -> TaggedAttribution:
    """Turn words of a window into spans of the text."""
    return TaggedAttribution(
        source=spans_of(read, [statement.source] if statement.source else []),
        cue=spans_of(read, [statement.cue]),
        content=spans_of(read, statement.content),
        confidence=round(statement.confidence, 3),
    )


def spans_of(read: Read, ranges: Sequence[WordRange]) -> tuple[Span, ...]:
    """Code points from the first piece of the first word to the last piece of the last, for each paragraph."""
    pieces = read.pieces
    spans = []
    for first, last in ranges:
        begin = int(read.words[first - 1])
        end = int(read.words[last]) if last < len(read.words) else read.window.end
        bounds = [begin, end]
        if pieces.paragraph[begin] != pieces.paragraph[end - 1]:
            bounds[1:1] = (begin + 1 + np.flatnonzero(pieces.start[begin + 1 : end])).tolist()
        spans += [Span(int(pieces.starts[a]), int(pieces.ends[b - 1])) for a, b in pairwise(bounds)]
    return tuple(spans)
