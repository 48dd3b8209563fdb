"""From the network's scores of words to statements: who said what, in words of one window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from claimx.attributions.model.evidence import evidence_of
from claimx.attributions.model.links import RELATIONS, WordRange, WordScores, link_scores
from claimx.attributions.model.viterbi import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    I_CUE,
    I_SOURCE,
    LABELS,
    NEVER,
    OwnerScores,
    best_owners,
    best_tags,
)
from claimx.network.inputs import CLOSING, OUTSIDE, FloatArray, IntArray

_MAYBE = np.log(0.05)
"""A word of which the tags give this log-probability may go on a source that a cue points at."""

_INSIDE, _FIRST, _LAST, _SOURCE = range(len(RELATIONS))


@dataclass(frozen=True, slots=True)
class Rules:
    """The decoder's constants (``[decoder]`` in ``model.toml``); all but the tables are weights of log-scores.

    ``transitions`` [labels, labels] are log-frequencies in the training data and ``transition`` their weight;
    ``cue`` is added to the score of beginning a cue in a bold reading, ``shy_cue`` in a shy one, and ``price`` is what
    a statement costs in choosing between the two; ``inside``, ``first`` and ``last`` weigh the links; ``piece`` is
    added for each piece of content and ``half_quote`` for one that ends inside a quotation; ``no_source`` is added to
    the score of there being no source, ``pointed`` to that of one that is only
    pointed at, not tagged. ``confidence`` are the weights of ``EVIDENCE`` and a constant, in a logistic
    regression, whose result is mapped through the points ``calibration`` [2, points]; statements below ``threshold``
    are not given out.
    """

    transitions: FloatArray
    transition: float
    cue: float
    shy_cue: float
    price: float
    inside: float
    first: float
    last: float
    piece: float
    half_quote: float
    no_source: float
    pointed: float
    confidence: FloatArray
    calibration: FloatArray
    threshold: float

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Rules:
        """Read the constants from a table of ``model.toml``."""
        arrays = ("transitions", "confidence", "calibration")
        values: dict[str, Any] = {
            name: np.array(value, np.float32) if name in arrays else float(value) for name, value in table.items()
        }
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in words of its window; ``confidence`` is the probability that it is right, ``evidence`` its base."""

    source: WordRange | None
    cue: WordRange
    content: tuple[WordRange, ...]
    confidence: float
    evidence: FloatArray


def decode(windows: Sequence[WordScores], bias: FloatArray, rules: Rules) -> list[list[Found]]:
    """Find the statements of each window; windows do not influence each other.

    Each is read twice, boldly and shyly in what is taken for a cue, since a doubtful cue can tear the content of a
    good one apart; the reading is kept whose statements are worth more.
    """
    if not windows:
        return []
    emissions = _padded(windows)
    transitions = np.maximum(rules.transition * rules.transitions, NEVER)
    both = np.concatenate([emissions, emissions])
    both[:, :, B_CUE] += np.repeat(np.array([rules.cue, rules.shy_cue], np.float32), len(windows))[:, None]
    spans = [tuple(_spans(path, B_CUE, I_CUE)) for path in best_tags(both, transitions)]
    cues = spans[: len(windows)], spans[len(windows) :]

    def read(which: Sequence[int], reading: int) -> list[list[Found]]:
        some = [windows[i] for i in which]
        return _read(some, [cues[reading][i] for i in which], bias, (emissions[list(which)], transitions), rules)

    found = read(range(len(windows)), 0)
    doubtful = [i for i, (bold, shy) in enumerate(zip(*cues, strict=True)) if bold != shy and shy]
    for i, other in zip(doubtful, read(doubtful, 1), strict=True):
        if _worth(other, rules) > _worth(found[i], rules):
            found[i] = other
    return found


def _worth(found: Sequence[Found], rules: Rules) -> float:
    """What a reading is expected to gain: each statement its confidence less the price of giving out a wrong one."""
    return sum(max(statement.confidence - rules.price, 0.0) for statement in found)


def _read(
    windows: Sequence[WordScores],
    cues: Sequence[tuple[WordRange, ...]],
    bias: FloatArray,
    tables: tuple[FloatArray, FloatArray],
    rules: Rules,
) -> list[list[Found]]:
    """Find the statements of given cues; ``tables`` are the emissions [W, T, labels] and transitions."""
    found: list[list[Found]] = [[] for _ in windows]
    busy = [i for i, spans in enumerate(cues) if spans]
    if not busy:
        return found
    emissions, transitions = tables
    links = [_log_links(windows[i], bias, cues[i]) for i in busy]
    fixed = _fix_cues(emissions[busy], [cues[i] for i in busy])
    scores = _owner_scores([windows[i] for i in busy], links, fixed.shape[1], rules)
    labels, owners = best_owners(fixed, transitions, scores)
    for row, i in enumerate(busy):
        sources = _spans(labels[row], B_SOURCE, I_SOURCE)
        for number, content in sorted(_owned(labels[row], owners[row]).items()):
            link = links[row][:, number]
            extra = _pointed_source(windows[i].tags, link[_SOURCE], labels[row])
            found[i].append(_statement(windows[i], link, cues[i][number], content, (sources, extra), rules))
    return found


def _padded(windows: Sequence[WordScores]) -> FloatArray:
    """Stack the tags of all windows, [W, T, labels]; padded words and [CLS] can only be outside."""
    emissions = np.full((len(windows), max(len(w.tags) for w in windows), len(LABELS)), NEVER, np.float32)
    emissions[:, :, 0] = 0.0
    for row, window in zip(emissions, windows, strict=True):
        row[1 : len(window.tags)] = window.tags[1:]
    return emissions


def _spans(path: IntArray, begin: int, inside: int) -> list[WordRange]:
    """Ranges of a label on a path: each begins with ``begin`` and goes on with ``inside``."""
    labels = path.tolist()
    spans = []
    for first in np.flatnonzero(path == begin).tolist():
        end = first + 1
        while end < len(labels) and labels[end] == inside:
            end += 1
        spans.append((first, end - 1))
    return spans


def _log_links(window: WordScores, bias: FloatArray, cues: Sequence[WordRange]) -> FloatArray:
    """Links of a window's cues, [relations, K, U]: log-odds for "in", log-probabilities over the words for the rest."""
    first, last = np.array(cues, np.int64).T
    scores = link_scores(window.queries, window.keys, bias, first, last, window.paragraph)
    scores[_FIRST : _LAST + 1, :, 0] = NEVER
    rest = scores[1:]
    top = rest.max(2, keepdims=True)
    scores[1:] = rest - top - np.log(np.exp(rest - top).sum(2, keepdims=True))
    return scores


def _fix_cues(emissions: FloatArray, cues: Sequence[Sequence[WordRange]]) -> FloatArray:
    """Allow the given cues and no others."""
    emissions[:, :, [B_CUE, I_CUE]] = NEVER
    for row, spans in zip(emissions, cues, strict=True):
        for first, last in spans:
            row[first : last + 1] = NEVER
            row[first, B_CUE] = 0.0
            row[first + 1 : last + 1, I_CUE] = 0.0
    return emissions


def _owner_scores(windows: Sequence[WordScores], links: Sequence[FloatArray], length: int, rules: Rules) -> OwnerScores:
    """Weigh the links for ``best_owners``; words beyond a window's end get the cost of a piece's end only."""
    most = max(link.shape[1] for link in links)
    tables = np.full((3, length, len(links), most), NEVER, np.float32)
    for i, (window, link) in enumerate(zip(windows, links, strict=True)):
        _, cues, words = link.shape
        quote = np.append(window.quote, OUTSIDE)
        halved = (quote[:-1] != OUTSIDE) & (quote[:-1] != CLOSING) & (quote[1:] != OUTSIDE)
        same = np.append(window.paragraph[1:] == window.paragraph[:-1], False)
        tables[0, :words, i, :cues] = rules.inside * np.clip(link[_INSIDE], -8, 8).T
        tables[1, :words, i, :cues] = (rules.first * np.maximum(link[_FIRST], -9) + rules.piece).T
        ends = rules.last * np.maximum(link[_LAST], -9) + rules.half_quote * (halved & same)
        tables[2, :words, i, :cues] = ends.T
    return OwnerScores(inside=tables[0], first=tables[1], last=tables[2])


def _owned(labels: IntArray, owners: IntArray) -> dict[int, tuple[WordRange, ...]]:
    """Pieces of content by the number of their cue."""
    pieces: dict[int, tuple[WordRange, ...]] = {}
    for piece in _spans(labels, B_CONTENT, I_CONTENT):
        owner = int(owners[piece[0]])
        pieces[owner] = (*pieces.get(owner, ()), piece)
    return pieces


def _statement(
    window: WordScores,
    link: FloatArray,
    cue: WordRange,
    content: tuple[WordRange, ...],
    sources: tuple[Sequence[WordRange], WordRange],
    rules: Rules,
) -> Found:
    """Choose the source of a cue, and judge the whole."""
    chance = np.exp(link[_SOURCE])
    tagged, extra = sources

    def score_of(span: WordRange) -> float:
        return float(np.log(chance[span[0] : span[1] + 1].sum() + 1e-6))

    options: list[tuple[float, WordRange | None]] = [(score_of(span), span) for span in tagged]
    options.append((float(link[_SOURCE, 0]) + rules.no_source, None))
    if extra[0] <= extra[1]:
        options.append((score_of(extra) + rules.pointed, extra))
    options.sort(key=lambda option: -option[0])
    score, source = options[0]
    rival = options[1][0] if len(options) > 1 else -10.0
    evidence = evidence_of(window, link, cue, content, (score, rival, source is None))
    chance_of_right = 1 / (1 + np.exp(-(evidence @ rules.confidence[:-1] + rules.confidence[-1])))
    confidence = float(np.interp(chance_of_right, *rules.calibration))
    return Found(source, cue, content, confidence, evidence)


def _pointed_source(tags: FloatArray, pointer: FloatArray, labels: IntArray) -> WordRange:
    """Find the likeliest source among the words without a label, whether or not the tags see one there.

    From the word that the cue points at most, the span goes on to both sides as long as the words may be a source's.
    The span is empty (last before first) if all words have a label.
    """
    free = np.flatnonzero(labels[1 : len(pointer)] == 0) + 1
    if not len(free):
        return 1, 0
    first = last = int(free[pointer[free].argmax()])
    going_on = (tags[:, I_SOURCE] > _MAYBE) & (labels[: len(tags)] == 0)
    begins = (tags[:, B_SOURCE] > _MAYBE) & (labels[: len(tags)] == 0)
    while first > 1 and going_on[first] and (begins[first - 1] or going_on[first - 1]):
        first -= 1
    while last + 1 < len(tags) and going_on[last + 1]:
        last += 1
    return first, last
