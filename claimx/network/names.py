"""Names as the network tags them, put where spaCy's own entity recogniser would put its entities.

The rules of this folder then read them from the document (``token.ent_type``), and decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimx.grammar import word_classes
from claimx.network.reader import NetworkReader, Read
from claimx.records import HeardName, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

OUTSIDE = "O"
_COMMON = word_classes.COMMON_NOUN_FORMS | {
    word_classes.PLAIN_ADJECTIVE, word_classes.GERUND, word_classes.PARTICIPLE, word_classes.BASE,
    word_classes.PLAIN_ADVERB,
}  # fmt: skip


def tagged_names(read: Read, tags: Sequence[str]) -> Iterator[HeardName]:
    """The names that begin in the part of a window that is its own.

    Args:
        read: a window as the network has read it.
        tags: what the columns of its ``names`` stand for: "O", "B-PERSON", "I-PERSON" …; an "I" that continues nothing
            begins a name.
    """
    best = best_tags(read.scores["names"][1:], tags)
    starts, ends = (bound.tolist() for bound in read.word_bounds)
    paragraphs = read.pieces.paragraph[read.words].tolist()
    word = 0
    while word < len(best):
        place, _, label = tags[best[word]].partition("-")
        last = word
        if place != OUTSIDE:
            while (
                last + 1 < len(best)
                and tags[best[last + 1]] == f"I-{label}"
                and paragraphs[last + 1] == paragraphs[word]
            ):
                last += 1
            if read.window.keep_from <= read.words[word] < read.window.keep_to:
                yield HeardName(Span(starts[word], ends[last]), label)
        word = last + 1


def best_tags(scores: NDArray[np.floating], tags: Sequence[str]) -> list[int]:
    """The columns of the most probable tags of words, in an order in which an "I" goes on with what was begun.

    Where each word's best tag by itself gives such an order, it is that; else it is Viterbi's.

    Args:
        scores: log probabilities, or what differs from them by the same for all tags of a word; words x tags.
        tags: what the columns stand for.
    """
    best: NDArray[np.intp] = scores.argmax(1)
    order = _order(tuple(tags))
    is_stray = order.goes_on[best[1:]] & (order.labels[best[1:]] != order.labels[best[:-1]])
    if not is_stray.any():
        return [int(column) for column in best]
    inside, begun = order.inside, order.begun
    total, came_from = scores[0].astype(np.float64), []
    for row in scores[1:]:
        source = np.full(len(tags), int(total.argmax()))
        source[inside] = np.where(total[begun] > total[inside], begun, inside)
        came_from.append(source)
        total = total[source] + row
    path = [int(total.argmax())]
    for source in reversed(came_from):
        path.append(int(source[path[-1]]))
    return path[::-1]


class _Order(NamedTuple):
    """Which columns go on with what was begun, and the number of each column's label.

    ``inside`` are the columns that go on, ``begun``, in the same order, those that begin with the same label.
    """

    goes_on: NDArray[np.bool_]
    labels: NDArray[np.intp]
    inside: NDArray[np.intp]
    begun: NDArray[np.intp]


@cache
def _order(tags: tuple[str, ...]) -> _Order:
    goes_on = np.array([tag.startswith("I-") for tag in tags])
    labels = np.unique([tag.partition("-")[2] for tag in tags], return_inverse=True)[1]
    begun = [tags.index(f"B-{tag.removeprefix('I-')}") for tag in tags if tag.startswith("I-")]
    return _Order(goes_on, labels, np.flatnonzero(goes_on), np.array(begun))


def tag(doc: Parse, text: str, paragraphs: Sequence[tuple[int, int]], reader: NetworkReader) -> None:
    """Read some paragraphs of a text with the network and make the names there the entities of its document."""
    tags = reader.model.table["names"]
    set_entities(doc, [name for read in reader.read([text], [paragraphs]) for name in tagged_names(read, tags)])


def set_entities(doc: Parse, names: Iterable[HeardName]) -> None:
    """Make names the names of a parse, on whole tokens, in place of those that it had."""
    starts = np.array([token.idx for token in doc], np.int64)
    ends = starts + [len(token) for token in doc]
    entities = []
    taken = 0
    for name in sorted(names):
        first = max(int(np.searchsorted(ends, name.span.start, side="right")), taken)
        stop = int(np.searchsorted(starts, name.span.end, side="left"))
        if first < stop and not (stop == first + 1 and _opens_sentence(doc[first])):
            entities.append((first, stop, name.label))
            taken = stop
    doc.name(entities)


def _opens_sentence(token: Token) -> bool:
    """Whether a word may owe its capital to its place alone: "Shells fell", a common noun by the parser."""
    return bool(token.is_sent_start) and token.tag in _COMMON
