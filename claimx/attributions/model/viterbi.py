"""The two searches of the decoder, each over many windows at once: first the cues, then whose content each word is.

All scores are logarithms; windows are padded to the longest, and a padded word can only be outside (label 0).
"""

from __future__ import annotations

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
    count, length, _ = emissions.shape
    value = emissions[:, 0] + transitions[OUT]
    back = np.zeros((length, count, emissions.shape[2]), np.int8)
    for t in range(1, length):
        each = value[:, :, None] + transitions
        back[t] = each.argmax(1)
        value = each.max(1) + emissions[:, t]
    path = np.zeros((count, length), np.int64)
    path[:, -1] = value.argmax(1)
    rows = np.arange(count)
    for t in range(length - 1, 0, -1):
        path[:, t - 1] = back[t, rows, path[:, t]]
    return path


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
    rows = np.arange(count)
    plain = np.full((count, labels), NEVER, np.float32)
    plain[:, :B_CONTENT] = (emissions[:, 0] + transitions[OUT])[:, :B_CONTENT]
    begins = (emissions[:, 0, B_CONTENT] + transitions[OUT, B_CONTENT])[:, None] + scores.inside[0] + scores.first[0]
    goes_on = np.full((count, cues), NEVER, np.float32)
    back = np.zeros((length, count, labels), np.int8)
    leaver = np.zeros((length, 2, count), np.int64)
    after_begin = np.zeros((length, count, cues), np.bool_)
    emissions_t = np.ascontiguousarray(emissions.transpose(1, 0, 2))
    for t in range(1, length):
        ended = np.stack([begins, goes_on]) + scores.last[t - 1]
        leaver[t] = ended.argmax(2)
        plain[:, B_CONTENT], plain[:, I_CONTENT] = ended.max(2)
        each = plain[:, :, None] + transitions
        back[t] = each.argmax(1)
        value = each.max(1) + emissions_t[t]
        stay_b, stay_i = begins + transitions[B_CONTENT, I_CONTENT], goes_on + transitions[I_CONTENT, I_CONTENT]
        after_begin[t] = stay_b >= stay_i
        goes_on = np.maximum(stay_b, stay_i) + scores.inside[t] + emissions_t[t, :, I_CONTENT, None]
        begins = value[:, B_CONTENT, None] + scores.inside[t] + scores.first[t]
        plain = value
    ended = np.stack([begins, goes_on]) + scores.last[-1]
    plain[:, B_CONTENT], plain[:, I_CONTENT] = ended.max(2)
    return _trace(plain.argmax(1), ended.argmax(2), back, leaver, after_begin, rows)


def _trace(
    final: IntArray,
    owner_at_end: IntArray,
    back: NDArray[np.int8],
    leaver: IntArray,
    after_begin: NDArray[np.bool_],
    rows: IntArray,
) -> tuple[IntArray, IntArray]:
    """Follow the back pointers of ``best_owners`` from the last word to the first."""
    length, count, _ = back.shape
    labels = np.zeros((count, length), np.int64)
    owners = np.full((count, length), -1, np.int64)
    label = final
    owner = np.where(label >= B_CONTENT, owner_at_end[np.maximum(label - B_CONTENT, 0), rows], -1)
    for t in range(length - 1, -1, -1):
        labels[:, t], owners[:, t] = label, owner
        if t:
            going_on = label == I_CONTENT
            stayed = np.where(after_begin[t, rows, np.maximum(owner, 0)], B_CONTENT, I_CONTENT)
            label = np.where(going_on, stayed, back[t, rows, label])
            entered = np.where(label >= B_CONTENT, leaver[t, np.maximum(label - B_CONTENT, 0), rows], -1)
            owner = np.where(going_on, owner, entered)
    return labels, owners
