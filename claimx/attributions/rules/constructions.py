"""What the rules on the parse share: the word that may report, its place, and how its words are cut out of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimx.attributions.statement import Rule, Statement
from claimx.grammar.tokens import Stretch, Token
from claimx.lexicons.cues import CueRow
from claimx.records import Span
from claimx.text.spans import SpanIndex, subtract, trim

_TRIM_LEFT = ",;:–—-"
_TRIM_RIGHT = ",;:.–—-"


@dataclass(frozen=True, slots=True)
class CueSite:
    """A word that may report, its row in the lexicon of cues, its sentence, and the quotations around it.

    ``quoted`` holds the pieces of quotations that a content may take in whole: none where the word itself is quoted.
    """

    token: Token
    row: CueRow
    sentence: Stretch
    text: str
    quoted: SpanIndex[Span]


class Words(NamedTuple):
    """The words of a statement in their roles."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Construction:
    """A way of reporting: the rule that its statements bear, and how it is found at a word.

    Attributes:
        rule: what its statements are worth.
        pos: the kind of cue that it is tried at (``pos`` of the lexicon of cues).
        find: the words of the statement at a site, or null where the construction is another.
    """

    rule: Rule
    pos: str
    find: Callable[[CueSite], Words | None]

    def statement(self, site: CueSite) -> Statement | None:
        """The statement that the construction makes at a site, if any."""
        words = self.find(site)
        if words is None:
            return None
        return Statement(words.source, words.cue, words.content, self.rule.confidence, self.rule)


def span_of(head: Token) -> Span:
    """The words of a subtree."""
    return Span(head.left_edge.idx, head.right_edge.end)


def speaker_span(head: Token, text: str) -> Span:
    """The words of a subtree that speaks, without a possessive ending and outer commas."""
    pieces = trimmed([span_of(head)], text)
    span = pieces[0] if pieces else span_of(head)
    return Span(span.start, span.end - 2) if text[span.start : span.end].endswith(("'s", "’s")) else span


def without(content: Sequence[Span], holes: Sequence[Span], text: str) -> tuple[Span, ...]:
    """What is left of a content without some words."""
    return trimmed([piece for span in content for piece in subtract(span, holes)], text)


def trimmed(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Spans without outer white space, commas and the final full stop; those without a word are left out."""
    kept = (trim(span, text, _TRIM_LEFT, _TRIM_RIGHT) for span in spans)
    return tuple(span for span in kept if any(c.isalnum() for c in text[span.start : span.end]))
