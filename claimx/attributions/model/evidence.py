"""How sure a statement is: the figures that its confidence is computed from."""

from __future__ import annotations

import numpy as np

from claimx.attributions.model.links import RELATIONS, WordRange, WordScores
from claimx.attributions.model.viterbi import B_CONTENT, B_CUE, I_CONTENT, I_CUE
from claimx.network.inputs import OUTSIDE, FloatArray

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

_INSIDE, _FIRST, _LAST, _ = range(len(RELATIONS))


def evidence_of(
    window: WordScores,
    link: FloatArray,
    cue: WordRange,
    content: tuple[WordRange, ...],
    source: tuple[float, float, bool],
) -> FloatArray:
    """Figures in the order of ``EVIDENCE``, within minus and plus ten.

    ``link`` [relations, U] are the cue's links, ``source`` the scores of the source chosen and of the second best, and
    whether none was chosen.
    """
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
            source[2],
            len(content) - 1,
            -np.log(len(words)),
            (window.quote[words] != OUTSIDE).mean(),
        ],
        np.float32,
    ).clip(-10, 10)
