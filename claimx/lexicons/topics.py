"""Labels before a colon that name a topic or a kind of article and no speaker: "Election 2024", "Watch", "In brief"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from claimx.lexicons.loader import load

_WORD = regex.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Topic:
    """A row of ``page/topics.toml``, or of ``page/labels.toml``."""


@cache
def _topics() -> frozenset[str]:
    return frozenset(load("page/topics", Topic))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(load("page/labels", Topic))


def is_topic(label: str) -> bool:
    """Whether a label's first or last word is one of those that topics have."""
    words = _WORD.findall(label.lower())
    return bool(words) and (words[0] in _topics() or words[-1] in _topics())


def is_label(label: str) -> bool:
    """Whether a label is a topic's or, as a whole, one that newsrooms set before a colon: "Fact check", "June"."""
    return label.casefold() in _kinds() or is_topic(label)
