"""The two searches of the decoder, each over many windows at once: first the cues, then whose content each word is.

All scores are logarithms; windows are padded to the longest, and a padded word can only be outside (label 0).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimx.network.inputs import FloatArray, IntArray

LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
"""Tags of the words, in the order of the network's scores."""

OUT, B_CUE, I_CUE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = range(len(LABELS))
NEVER = np.float32(-1e6)


def best_tags(emissions: FloatArray, transitions: FloatArray) -> IntArray:
    """Find the best path of labels for each window.

    ``emissions`` [W, T, labels] are the scores of the labels of each word, ``transitions`` [labels, labels] those of
    a label (column) after another (row); the answer is [W, T]. A window begins as if after an outside word.
    """
    count, length, labels = emissions.shape
    by_word = np.ascontiguousarray(emissions.transpose(1, 0, 2))
    each = np.zeros((length, count, labels, labels), np.float32)  # a word's score of each label after each
    value = by_word[0] + transitions[OUT]
    for t in range(1, length):
        np.add(value[:, :, None], transitions, out=each[t])
        value = np.maximum.reduce(each[t], axis=1) + by_word[t]
    back = each.argmax(2).transpose(1, 0, 2).tolist()
    last = value.argmax(1).tolist()
    return np.array([_path(*ways) for ways in zip(back, last, strict=True)], np.int64).reshape(count, length)


def _path(back: Sequence[Sequence[int]], last: int) -> list[int]:
    """Follow one window's back pointers [T, labels] from the label of its last word to the first."""
    path = [last]
    for before in back[:0:-1]:
        path.append(before[path[-1]])
    return path[::-1]


@dataclass(frozen=True, slots=True)
class OwnerScores:
    """What decides whose content each word is: ``inside``, ``first``, ``last`` are [T, W, K] for K cues a window.

    ``inside`` is gained by each word of a piece, ``first`` by its first and ``last`` by its last word; cues that a
    window does not have are ``NEVER``.
    """

    inside: FloatArray
    first: FloatArray
    last: FloatArray


def best_owners(emissions: FloatArray, transitions: FloatArray, scores: OwnerScores) -> tuple[IntArray, IntArray]:
    """Find the best path when each piece of content belongs to one of the window's cues.

    ``emissions`` are as in ``best_tags`` (cues fixed by ``NEVER`` for all other labels). Returns labels and owners,
    both [W, T]; the owner of a word that is no content is -1. The states are the labels but for the two of content,
    which exist once for each cue; a piece can only go on as the same cue's.
    """
    count, length, labels = emissions.shape
    cues = scores.inside.shape[2]
    by_word = np.ascontiguousarray(emissions.transpose(1, 0, 2))
    onwards = transitions[B_CONTENT:, I_CONTENT, None, None]
    # the options of each word, to choose from when the path is followed back: each label after each; for the two
    # labels of content, each cue whose piece ended before the word; for each cue, the label that its piece goes on from
    each = np.zeros((length, count, labels, labels), np.float32)
    ended = np.zeros((length + 1, 2, count, cues), np.float32)
    gone_on = np.zeros((length, 2, count, cues), np.float32)
    plain = by_word[0] + transitions[OUT]
    pieces = np.full((2, count, cues), NEVER, np.float32)  # a piece's first word, a later one
    pieces[0] = plain[:, B_CONTENT, None] + scores.inside[0] + scores.first[0]
    for t in range(1, length):
        np.add(pieces, scores.last[t - 1], out=ended[t])
        plain[:, B_CONTENT:] = np.maximum.reduce(ended[t], axis=2).T
        np.add(plain[:, :, None], transitions, out=each[t])
        np.add(pieces, onwards, out=gone_on[t])
        plain = np.maximum.reduce(each[t], axis=1) + by_word[t]
        pieces[0] = plain[:, B_CONTENT, None] + scores.inside[t] + scores.first[t]
        pieces[1] = np.maximum.reduce(gone_on[t], axis=0) + scores.inside[t] + by_word[t, :, I_CONTENT, None]
    np.add(pieces, scores.last[-1], out=ended[-1])
    plain[:, B_CONTENT:] = np.maximum.reduce(ended[-1], axis=2).T
    ways = (
        each.argmax(2).transpose(1, 0, 2).tolist(),
        ended.argmax(3).transpose(2, 0, 1).tolist(),
        (gone_on[:, 0] >= gone_on[:, 1]).transpose(1, 0, 2),  # of its many entries few are looked at
        plain.argmax(1).tolist(),
    )
    paths = np.array([_owned_path(*way) for way in zip(*ways, strict=True)], np.int64).reshape(count, 2, length)
    return paths[:, 0], paths[:, 1]


def _owned_path(
    back: Sequence[Sequence[int]], leaver: Sequence[Sequence[int]], after_begin: NDArray[np.bool_], last: int
) -> tuple[list[int], list[int]]:
    """Follow one window's back pointers from the label of its last word to the first; returns labels and owners.

    ``back`` [T, labels] is the label before each, ``leaver`` [T + 1, 2] the cue whose piece ended with B-content or
    I-content before the word, ``after_begin`` [T, cues] whether the cue's piece goes on from its first word.
    """
    label, owner = last, leaver[-1][last - B_CONTENT] if last >= B_CONTENT else -1
    labels, owners = [label], [owner]
    for t in range(len(back) - 1, 0, -1):
        if label == I_CONTENT:
            label = B_CONTENT if after_begin[t, owner] else I_CONTENT
        else:
            label = back[t][label]
            owner = leaver[t][label - B_CONTENT] if label >= B_CONTENT else -1
        labels.append(label)
        owners.append(owner)
    return labels[::-1], owners[::-1]
