"""Names as the network tags them, put where spaCy's own entity recogniser would put its entities.

The rules of this folder then read them from the document (``token.ent_type``), and decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

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
    best = read.scores["names"][1:].argmax(1).tolist()
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
