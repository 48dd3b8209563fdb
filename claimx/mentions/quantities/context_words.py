"""The small sets of words around numbers (``quantities/context_words.toml``), as sets and as parts of patterns."""

from __future__ import annotations

from claimx.lexicons.words import alternatives, word_set

_FILE = "quantities/context_words"


def words(key: str) -> frozenset[str]:
    """A set of words by its key."""
    return word_set(_FILE, key)


def any_of(key: str) -> str:
    """A set of words as a group of alternatives for a regular expression."""
    return f"(?:{alternatives(_FILE, key)})"
