"""How much an article looks like news, told from its words as the network has them, each in its context.

Each word says a little (:mod:`claimx.network.said`): their mean is what the text says, in log-odds. A short text counts
as news until its own words outweigh that: it is what claimx is for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimx.lexicons.weights import weights
from claimx.records import HeardWord

TABLE = "reporting/credence_kind"
#: So many words of news are added to a text's own.
USUAL_WORDS = 100


def looks_like_news(words: Sequence[HeardWord]) -> float:
    """The probability that an article is news, by what the network heard in its words."""
    own = weights(TABLE)
    said = sum(word.as_news for word in words) + len(words) * own["intercept"]
    return probability(said, len(words), own["usual"])


def probability(said: float, words: int, usual: float) -> float:
    """The probability that a text is news.

    Args:
        said: the sum of what its words say.
        words: how many there are.
        usual: what a word of news says, on average.
    """
    score = (said + USUAL_WORDS * usual) / (words + USUAL_WORDS)
    return 1 / (1 + math.exp(-score))
