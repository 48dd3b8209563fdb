"""The small sets of words around expressions of time (``times/context_words.toml``)."""

from __future__ import annotations

from claimx.lexicons.words import word_set

_FILE = "times/context_words"


def words(key: str) -> frozenset[str]:
    """A set of words, or of kinds of lexemes, by its key."""
    return word_set(_FILE, key)
