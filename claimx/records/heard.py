"""What the network hears in an article: names, and who says what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claimx.records.spans import Span


class HeardName(NamedTuple):
    """A name, or a time or number, with its OntoNotes label."""

    span: Span
    label: str


class HeardWord(NamedTuple):
    """A word by its first code point, and what it says, each a part of log-odds (``claimx/attributions/credence``).

    As a word of the cue, of the source, and as the content's first: that a statement is one. ``as_news``: that the text
    is news.
    """

    start: int
    as_cue: float
    as_source: float
    as_content: float
    as_news: float


@dataclass(frozen=True, slots=True)
class HeardStatement:
    """A statement found by the model; a role that has no words is empty.

    Spans cover whole words, without white space at their edges, in text order; one that runs over several paragraphs
    is given as one piece a paragraph. ``confidence`` is the probability that content and source are right.
    ``is_inner``: somebody else reports it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """The names, statements and words of one article, in text order; words as far as the network has read."""

    names: tuple[HeardName, ...] = ()
    statements: tuple[HeardStatement, ...] = ()
    words: tuple[HeardWord, ...] = ()
