"""What the network hears in an article: names, and who says what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claimx.records.spans import Span


class HeardName(NamedTuple):
    """A name, or a time or number, with its OntoNotes label."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class HeardStatement:
    """A statement found by the model; a role that has no words is empty.

    Spans cover whole words, without white space at their edges, in text order; one that runs over several paragraphs
    is given as one piece a paragraph. ``confidence`` is the probability that content and source are right.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Heard:
    """The names and statements of one article, in text order."""

    names: tuple[HeardName, ...] = ()
    statements: tuple[HeardStatement, ...] = ()
