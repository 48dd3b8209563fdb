"""What a parser says of a text, as columns of plain values: what :mod:`claimx.grammar.tokens` makes a parse of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """What a parser says of a text, a column for each attribute and a row for each token.

    ``text`` is untouched, ``words`` are as the parser read them; ``starts`` are offsets in code points; ``spaces`` tell
    whether a blank follows, ``heads`` are the rows of the heads, a root's its own. Labels are those of spaCy's English
    models: ``deps`` CLEAR dependencies, ``tags`` of the Penn Treebank, ``classes`` universal parts of speech.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    spaces: Sequence[bool]
    heads: Sequence[int]
    deps: Sequence[str]
    tags: Sequence[str]
    classes: Sequence[str]
    lemmas: Sequence[str]
    sentence_starts: Sequence[bool]
    punctuation: Sequence[bool]
    stop_words: Sequence[bool]
    numerals: Sequence[bool]
