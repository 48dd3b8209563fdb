"""A span that may be a name, and what its own words tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimx.mentions.names.runs import Word
from claimx.records import Span

#: spaCy's labels that name things; the others are quantities and times.
NAME_LABELS = frozenset(
    ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
)
#: How much the words of a name themselves tell of its label.
SURE, HEADED, TITLED, AMBIGUOUS, FIRST_NAME = 6.0, 5.0, 4.0, 1.0, 2.5


class Candidate(NamedTuple):
    """Some words that may be a name: tokens ``[start, end)``, their offsets, evidence for a label, and why.

    ``thing`` is the gazetteer's key of what the words name, where it knows them.
    """

    start: int
    end: int
    span: Span
    text: str
    label: str | None
    weight: float
    thing: str | None
    rule: str
    title: str | None = None


def make(
    words: Sequence[Word],
    text: str,
    evidence: tuple[str | None, float, str | None, str],
    title: str | None = None,
) -> Candidate:
    """A candidate from consecutive words and what they tell: (label, weight, thing, rule)."""
    first, last = words[0], words[-1]
    span = Span(first.begin, last.stop)
    label, weight, thing, rule = evidence
    return Candidate(first.start, last.end, span, text[span.start : span.end], label, weight, thing, rule, title)
