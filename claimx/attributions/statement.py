"""A statement as it is found, before it meets quotations and its source is resolved, and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from claimx.records import Span


class Rank(IntEnum):
    """Whose statement stands where two claim the same words: a turn's label is certain, rules come last."""

    TURN = 0
    MODEL = 1
    RULE = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a statement comes from, and what that means for it.

    ``name`` is for ``claimx explain`` and for measuring alone; nothing else may depend on it. ``example`` is a sentence
    that shows the rule, its cue in angle brackets. ``confidence`` is about how often its statements are right, source
    and content (the model gives its own). ``nests``: sure enough to find a statement inside of another one.
    ``only_quoted``: what it finds stands for itself only where it is quoted, or its cue is the plainest.
    ``interrupts``: its reporting clause stands between two halves of what it reports.
    """

    name: str
    example: str = ""
    confidence: float = 1.0
    rank: Rank = Rank.RULE
    nests: bool = False
    only_quoted: bool = False
    asks: bool = False
    interrupts: bool = False


#: The attribution model, by itself and inside of what somebody else says, and the labels of turns.
MODEL = Rule("model", rank=Rank.MODEL)
INSIDE = Rule("model-inside", rank=Rank.MODEL)
TURN = Rule("turn", "ANA RUIZ<:> The well is dry.", 0.9, rank=Rank.TURN)
QUESTION = Rule("turn-question", "Q<:> Is the well dry?", 0.9, rank=Rank.TURN, asks=True)


@dataclass(frozen=True, slots=True)
class Statement:
    """Spans of one attribution (PolNeAR's conventions), each role in text order, any of source and cue empty.

    ``confidence`` is the probability that source and content are right in the main. ``implicit`` marks a source that
    the statement takes over from the one before it. ``parent`` is the index, in the same list, of the statement that
    this one is reported inside of: the smallest around it, which may itself be inner and come later.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    rule: Rule = field(default=MODEL, compare=False)
    implicit: bool = False
    parent: int | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end
