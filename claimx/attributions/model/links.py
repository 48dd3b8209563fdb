"""Scores between a cue and each word of its window: is the word in the cue's content, does it begin or end it?

The network gives each word a query and a key for each relation; a cue's score with a word is the product of the
cue's mean query with the word's key, plus a learned bias for their distance. Training computes the same in torch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claimx.network.inputs import FloatArray, IntArray

RELATIONS = ("in", "first", "last", "source")
"""In the cue's content; the first or the last word of a piece of it; part of the cue's source."""

_STEPS = np.array([1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 29, 38, 50, 66, 87, 115])
BUCKETS = 2 * (2 * len(_STEPS) + 1)
"""Distances left and right of a cue, in rising steps, each in the cue's paragraph or in another one."""


WordRange = tuple[int, int]
"""First and last word of a span, both included; word 0 of a window is its mark [CLS]."""


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


def distance_buckets(first: IntArray, last: IntArray, paragraph: IntArray) -> IntArray:
    """Put each pair of a cue and a word into a bucket of the distance bias.

    ``first`` and ``last`` are the word indexes of C cues (``last`` included), ``paragraph`` the paragraph numbers of
    the window's U words; the answer has the shape [C, U].
    """
    word = np.arange(len(paragraph))
    right = np.maximum(word - last[:, None], 0)
    left = np.maximum(first[:, None] - word, 0)
    steps = np.searchsorted(_STEPS, right, side="right") - np.searchsorted(_STEPS, left, side="right")
    elsewhere = paragraph[first][:, None] != paragraph
    return np.asarray(steps + len(_STEPS) + elsewhere * (BUCKETS // 2), np.int64)


def link_scores(
    queries: FloatArray, keys: FloatArray, bias: FloatArray, first: IntArray, last: IntArray, paragraph: IntArray
) -> FloatArray:
    """Score each relation of C cues with the U words of their window: [relations, C, U].

    ``queries`` and ``keys`` are [U, relations, width]; ``bias`` is [relations, BUCKETS]. Row 0 of the words is the
    window's mark [CLS]: as a source it stands for "none".
    """
    word = np.arange(len(paragraph))
    inside = (word >= first[:, None]) & (word <= last[:, None])
    pool = inside.astype(np.float32) / (last + 1 - first)[:, None].astype(np.float32)
    mean = np.tensordot(pool, queries, 1)
    product = np.matmul(mean.transpose(1, 0, 2), keys.transpose(1, 2, 0))
    return np.asarray(product + bias[:, distance_buckets(first, last, paragraph)], np.float32)
