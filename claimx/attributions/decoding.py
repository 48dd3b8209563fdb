"""From the network's scores of words to statements: who said what, in words of one window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from claimx.attributions.features import CLOSING, OUTSIDE, IntArray
from claimx.attributions.links import RELATIONS, FloatArray, link_scores
from claimx.attributions.viterbi import (
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

_MAYBE = np.log(0.05)
"""A word of which the tags give this log-probability may go on a source that a cue points at."""

WordRange = tuple[int, int]
"""First and last word of a span, both included; word 0 of a window is its mark [CLS]."""

_INSIDE, _FIRST, _LAST, _SOURCE = range(len(RELATIONS))

EVIDENCE = (
    "cue",  # mean log-probability of being a cue, over the cue's words
    "cue_weakest",  # the same of its weakest word
    "content",  # mean log-probability of being content, over the content's words
    "inside",  # mean log-probability of being in this cue's content
    "left_out",  # logarithm of one and the expected number of words that belong to the content, too
    "first",  # log-probability of the likeliest first word among the pieces
    "last",  # the same of last words
    "source",  # log-score of the source chosen
    "source_rival",  # and of the second best
    "no_source",  # 1 if none was chosen
    "pieces",  # pieces of content beyond the first
    "length",  # minus the logarithm of the content's words
    "quoted",  # share of the content's words between or at quotation marks
)
"""What the confidence of a statement is computed from."""
_NO_SOURCE = EVIDENCE.index("no_source")


@dataclass(frozen=True, slots=True)
class WordScores:
    """What is known of the U words of a window (row 0 is [CLS]).

    ``tags`` [U, labels] are log-probabilities, ``queries`` and ``keys`` [U, relations, width] as in ``links``,
    ``paragraph`` [U] numbers of paragraphs, ``quote`` [U] the quotation state of each word.
    """

    tags: FloatArray
    queries: FloatArray
    keys: FloatArray
    paragraph: IntArray
    quote: IntArray


@dataclass(frozen=True, slots=True)
class Rules:
    """The decoder's constants (``[decoder]`` in ``model.toml``); all but the tables are weights of log-scores.

    ``transitions`` [labels, labels] are log-frequencies in the training data and ``transition`` their weight;
    ``cue`` is added to the score of beginning a cue; ``inside``, ``first`` and ``last`` weigh the links; ``piece`` is
    added for each piece of content and ``half_quote`` for one that ends inside a quotation; ``no_source`` is added to
    the score of there being no source, ``pointed`` to that of one that is only
    pointed at, not tagged. ``confidence`` are the weights of ``EVIDENCE`` and a constant, in a logistic
    regression; statements below ``threshold`` are not given out.
    """

    transitions: FloatArray
    transition: float
    cue: float
    inside: float
    first: float
    last: float
    piece: float
    half_quote: float
    no_source: float
    pointed: float
    confidence: FloatArray
    threshold: float

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Rules:
        """Read the constants from a table of ``model.toml``."""
        arrays = ("transitions", "confidence")
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
    """Find the statements of each window; windows do not influence each other."""
    found: list[list[Found]] = [[] for _ in windows]
    if not windows:
        return found
    emissions = _padded(windows)
    emissions[:, :, B_CUE] += rules.cue
    transitions = np.maximum(rules.transition * rules.transitions, NEVER)
    paths = best_tags(emissions, transitions)
    cues = [_spans(path, B_CUE, I_CUE) for path in paths]
    busy = [i for i, spans in enumerate(cues) if spans]
    if not busy:
        return found
    links = [_log_links(windows[i], bias, cues[i]) for i in busy]
    fixed = emissions[busy]
    _fix_cues(fixed, paths[busy])
    scores = _owner_scores([windows[i] for i in busy], links, fixed.shape[1], rules)
    labels, owners = best_owners(fixed, transitions, scores)
    for row, i in enumerate(busy):
        sources = _spans(labels[row], B_SOURCE, I_SOURCE)
        pieces = _owned(labels[row], owners[row])
        for number, cue in enumerate(cues[i]):
            content = pieces.get(number) or ()
            if content:
                link = links[row][:, number]
                extra = _pointed_source(windows[i].tags, link[_SOURCE], labels[row])
                found[i].append(_statement(windows[i], link, cue, content, (sources, extra), rules))
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
    goes_on = np.append(path == inside, False)
    spans = []
    for first in np.flatnonzero(path == begin).tolist():
        last = first + 1
        while goes_on[last]:
            last += 1
        spans.append((first, last - 1))
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


def _fix_cues(emissions: FloatArray, paths: IntArray) -> None:
    """Leave the cues of the paths found, and no others."""
    is_cue = (paths == B_CUE) | (paths == I_CUE)
    emissions[:, :, [B_CUE, I_CUE]] = NEVER
    emissions[is_cue] = NEVER
    emissions[is_cue, paths[is_cue]] = 0.0


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
    evidence = _evidence(window, link, cue, content, (score, rival))
    evidence[_NO_SOURCE] = source is None
    logit = float(evidence @ rules.confidence[:-1] + rules.confidence[-1])
    return Found(source, cue, content, 1 / (1 + float(np.exp(-logit))), evidence)


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


def _evidence(
    window: WordScores, link: FloatArray, cue: WordRange, content: tuple[WordRange, ...], source: tuple[float, float]
) -> FloatArray:
    """Figures that tell how sure a statement is, in the order of ``EVIDENCE`` (``no_source`` is set by the caller)."""
    words = np.concatenate([np.arange(a, b + 1) for a, b in content])
    as_cue = np.logaddexp(window.tags[cue[0] : cue[1] + 1, B_CUE], window.tags[cue[0] : cue[1] + 1, I_CUE])
    as_content = np.logaddexp(window.tags[words, B_CONTENT], window.tags[words, I_CONTENT])
    inside = 1 / (1 + np.exp(-link[_INSIDE]))
    left_out = inside[1:].sum() - inside[words].sum()
    return np.array(
        [
            as_cue.mean(),
            as_cue.min(),
            as_content.mean(),
            np.log(inside[words] + 1e-4).mean(),
            np.log1p(max(left_out, 0.0)),
            max(link[_FIRST, a] for a, _ in content),
            max(link[_LAST, b] for _, b in content),
            source[0],
            source[1],
            0.0,
            len(content) - 1,
            -np.log(len(words)),
            (window.quote[words] != OUTSIDE).mean(),
        ],
        np.float32,
    ).clip(-10, 10)
