"""What each word says, by its meaning in its context, of whether something is said and of what kind the text is.

The network gives each word some numbers, a linear map of its vectors in two layers: what tells "noted that" from "noted
down", and a report from a guide. Whoever weighs statements adds them up (``claimx/attributions/credence``).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.network.reader import Read
from claimx.records import HeardWord

#: The columns of the network's ``said``: what a word says as a cue, as a source, as a content's first, and of the text.
COLUMNS = ("cue", "source", "content", "news")
#: In the network's graph: what ``said`` is computed from, the vectors of some layers side by side, and its weights.
VECTORS, WEIGHTS = "said.vectors", "said.w"


def heard_words(read: Read) -> Iterator[HeardWord]:
    """The words in the part of a window that is its own."""
    starts, _ = read.word_bounds
    for start, score in zip(starts[read.own].tolist(), read.own_scores("said").tolist(), strict=True):
        yield HeardWord(start, *score)
