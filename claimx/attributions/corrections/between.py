"""Corrections between the parts of an article, and between statements of the model and those of the rules."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from claimx.attributions.places import title_at
from claimx.attributions.statement import Statement
from claimx.reading import Reading
from claimx.text.spans import SpanIndex, merge, overlap


def on_one_side(statement: Statement, reading: Reading) -> Statement | None:
    """A statement without what stands across the border of a headline from its cue; None where that is its content."""
    zones = reading.zones
    spans = (*statement.cue, *statement.content, *statement.source)
    if not statement.cue or all(title_at(zones, span.start) is None for span in spans):
        return statement
    home = title_at(zones, statement.cue[0].start)
    content = tuple(span for span in statement.content if title_at(zones, span.start) == home)
    source = tuple(span for span in statement.source if title_at(zones, span.start) == home)
    return dataclasses.replace(statement, content=content, source=source) if content else None


def with_both_halves(statements: Sequence[Statement], by_rule: Iterable[Statement], text: str) -> list[Statement]:
    """Statements with the half of the sentence that they lack where the reporting clause is inserted between two.

    Args:
        statements: the model's.
        by_rule: those of the rules, some of which find reporting clauses that interrupt what they report.
        text: the article's text.
    """
    cues = SpanIndex(statements, lambda statement: statement.cue)
    inserted = (s for s in by_rule if s.rule.interrupts and not _goes_on(s, cues))
    halves = SpanIndex(inserted, lambda statement: statement.cue)
    return [_with_the_other_half(s, halves.overlapping(*s.cue), text) for s in statements]


def _goes_on(inserted: Statement, heard: SpanIndex[Statement]) -> bool:
    """Whether who inserts a clause goes on behind it, as the model heard: "…, Pell said, but | refused to go"."""
    behind = [span for span in inserted.content if span.start > inserted.cue[0].start]
    return any(overlap(other.source, inserted.source) for other in heard.overlapping(*behind))


def _with_the_other_half(statement: Statement, inserted: Sequence[Statement], text: str) -> Statement:
    for other in inserted:
        if overlap(other.content, statement.content):
            missing = [piece for piece in other.content if not overlap([piece], statement.content)]
            # a later half keeps its conjunction: "…, he said, | but | the offer was never answered"
            begun = [
                p for p in other.content[1:] if any(p.covers(own) and p.end == own.end for own in statement.content)
            ]
            content = merge([*statement.content, *missing, *begun], text)
            if not overlap(content, (*statement.cue, *statement.source)):
                return dataclasses.replace(statement, content=content)
    return statement


def of_who_inserts(statements: Sequence[Statement], by_rule: Iterable[Statement]) -> list[Statement]:
    """Statements with the speaker whose clause parts their source from their cue, where both are what he says.

    "The ferry, **he** insisted, had been late, and blamed the fog": he blames it.
    """
    parted = SpanIndex((s for s in by_rule if s.rule.interrupts and len(s.content) > 1), lambda one: one.content)
    found = []
    for statement in statements:
        around = parted.covering(statement.cue[0]) if statement.cue else []
        sources = [other.source for other in around if statement.source == other.content[:1]]
        found.append(dataclasses.replace(statement, source=sources[0]) if sources else statement)
    return found
