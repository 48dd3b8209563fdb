"""The attribution model at work: what the network read in, statements with source, cue, content and confidence out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise

import numpy as np

from claimx.attributions.model.decoding import Found, Rules, decode
from claimx.attributions.model.links import RELATIONS, WordRange, WordScores
from claimx.attributions.model.viterbi import B_CUE, NEVER
from claimx.models import Model, installed
from claimx.network.inputs import FloatArray
from claimx.network.reader import MODEL, Read
from claimx.records import HeardStatement, Span

#: The network's tags of outermost statements, and of those that others report.
OUTER, INNER = "tags", "inner"
#: Windows in which no word has this log-probability of beginning an inner cue hold no inner statement; with the bonus
#: for cues, a likelier one begins one.
_MAYBE = np.log(0.12)
#: Confidence is learned from outermost statements. Of inner ones from here on 96 in 100 are right in articles that no
#: network has read (92 from the usual threshold on), and of the right ones 75 are kept (78).
_LEAST_INNER = 0.45
_WINDOWS_AT_A_TIME = 256  # bounds the memory for scores (about 0.2 MB a window), and is enough to decode them in bulk


class AttributionTagger:
    """Finds who says what in what the network has read."""

    def __init__(self, model: Model | None = None) -> None:
        """Take the model whose network reads; by default the one that claimx came with."""
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
    def _bias(self) -> FloatArray:
        return np.array(self.model.table["distance_bias"], np.float32)

    def tag(self, reads: Iterable[Read]) -> list[HeardStatement]:
        """Find the statements of one text, in text order of their first words.

        ``reads`` are all its windows as the network has read them. What others report is found apart from the rest.
        """
        found: list[HeardStatement] = []
        stream = iter(reads)
        while some := list(islice(stream, _WINDOWS_AT_A_TIME)):
            found += [_tagged(*each) for each in statements(some, self._bias, self.rules)]
            layered = [read for read in some if read.scores[INNER][1:, B_CUE].max(initial=NEVER) > _MAYBE]
            inner = statements(layered, self._bias, self.rules, INNER)
            sure = ((read, one) for read, one in inner if one.confidence >= _LEAST_INNER)
            found += [dataclasses.replace(_tagged(read, one), is_inner=True) for read, one in sure]
        return sorted(found, key=lambda a: (min(a.content + a.cue), a.cue))


def word_scores(read: Read, layer: str = OUTER) -> WordScores:
    """What the decoder reads of a window: the tags of one layer of statements, and the links, which serve both."""
    count = len(read.words) + 1
    return WordScores(
        tags=read.scores[layer],
        queries=read.scores["queries"].reshape(count, len(RELATIONS), -1),
        keys=read.scores["keys"].reshape(count, len(RELATIONS), -1),
        paragraph=np.append(-1, read.pieces.paragraph[read.words]),
        quote=np.append(0, read.pieces.quote[read.words]),
    )


def statements(
    reads: Sequence[Read], bias: FloatArray, rules: Rules, layer: str = OUTER
) -> Iterator[tuple[Read, Found]]:
    """Decode windows; the statements of overlapping windows are given once, and only those above the threshold."""
    ordered = sorted(reads, key=lambda read: len(read.words))  # windows of like length decode together
    for part in (ordered[i : i + 64] for i in range(0, len(ordered), 64)):
        for read, found in zip(part, decode([word_scores(r, layer) for r in part], bias, rules), strict=True):
            for statement in found:
                begins = read.words[statement.cue[0] - 1]
                if read.window.keep_from <= begins < read.window.keep_to and statement.confidence >= rules.threshold:
                    yield read, statement


def _tagged(read: Read, statement: Found) -> HeardStatement:
    """Turn words of a window into spans of the text."""
    return HeardStatement(
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
