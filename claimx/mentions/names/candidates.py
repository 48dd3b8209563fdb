"""A span that may be a name, and what its own words tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimx.mentions.names.words import Word
from claimx.records import Span

#: spaCy's labels that name things; the others are quantities and times.
NAME_LABELS = frozenset(
    ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
)
#: How much the words of a name themselves tell of its label.
SURE, HEADED, TITLED, AMBIGUOUS, FIRST_NAME = 6.0, 5.0, 4.0, 1.0, 2.5


class Evidence(NamedTuple):
    """What the words of a name tell: a label and how much they tell of it, the gazetteer's key, and what told it."""

    label: str | None = None
    weight: float = 0.0
    thing: str | None = None
    told_by: str = ""


class Candidate(NamedTuple):
    """Some words that may be a name: tokens ``[start, end)``, their offsets, evidence for a label, and why.

    ``text`` has single blanks for line ends; ``thing`` is the gazetteer's key of what the words name, where it knows
    them.
    """

    start: int
    end: int
    span: Span
    text: str
    label: str | None
    weight: float
    thing: str | None
    told_by: str
    title: str | None = None


def make_candidate(words: Sequence[Word], text: str, evidence: Evidence, title: str | None = None) -> Candidate:
    """A candidate from consecutive words, what they tell, and the title before them."""
    first, last = words[0], words[-1]
    span = Span(first.begin, last.stop)
    return Candidate(first.start, last.end, span, " ".join(text[span.start : span.end].split()), *evidence, title)
