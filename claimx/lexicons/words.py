"""Sets of words, and pattern parts made of them, from the lexicons that hold nothing else.

A file of sets has a row for each, ``[rows.verbs_of_motion] words = ["go", "come"]``, and a comment on what it is for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimx.lexicons.loader import load


@dataclass(frozen=True, slots=True)
class WordSet:
    """A row of a file of word sets."""

    words: tuple[str, ...]


@cache
def word_set(file: str, *keys: str) -> frozenset[str]:
    """A set of words, of one row or of several: ``word_set("names/generic_places", "lands", "towns")``.

    Args:
        file: the lexicon's folder and name without its ending, as for :func:`claimx.lexicons.loader.load`.
        keys: the rows.

    Raises:
        LexiconError: the file is malformed.
        KeyError: it has no such row.
    """
    return frozenset(word for key in keys for word in load(file, WordSet)[key].words)


@cache
def word_list(file: str, key: str) -> tuple[str, ...]:
    """The words of a row in the order of the file. Raises as :func:`word_set` does."""
    words: tuple[str, ...] = load(file, WordSet)[key].words
    return words


@cache
def alternatives(file: str, key: str) -> str:
    r"""The words of a set as alternatives of a regular expression, the longest first; a blank stands for any (``\s+``).

    The result has no group around it. Raises as :func:`word_set` does.
    """
    longest_first = sorted(load(file, WordSet)[key].words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
