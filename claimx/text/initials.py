"""Initials of names, as labels of turns and signs of agencies write them."""

from __future__ import annotations

import regex

INITIALS = regex.compile(r"(?:\p{Lu}\.?){2,4}")


def initials(name: str) -> frozenset[str]:
    """The initials of a full name, with and without those of its small words: "Ann de Lee" has "AL" and "ADL"."""
    words = name.replace("-", " ").split()
    if len(words) < 2:  # one word is no full name
        return frozenset()
    large = "".join(word[0] for word in words if word[0].isupper())
    return frozenset({large, "".join(word[0] for word in words).upper()} - {""})
