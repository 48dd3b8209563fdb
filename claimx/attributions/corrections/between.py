"""Corrections between the parts of an article, and between statements of the model and those of the rules."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from claimx.attributions.statement import Statement
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.spans import SpanIndex, merge, overlap


def on_one_side(statement: Statement, reading: Reading) -> Statement | None:
    """A statement without what stands across the border of a headline from its cue; None where that is its content."""
    titles = [zone.span for zone in reading.zones if zone.kind == "title"]
    if not statement.cue or not titles:
        return statement
    home = _title_at(titles, statement.cue[0].start)
    content = tuple(span for span in statement.content if _title_at(titles, span.start) == home)
    source = tuple(span for span in statement.source if _title_at(titles, span.start) == home)
    return dataclasses.replace(statement, content=content, source=source) if content else None


def _title_at(titles: list[Span], offset: int) -> Span | None:
    return next((title for title in titles if title.start <= offset < title.end), None)


def with_both_halves(statements: Sequence[Statement], by_rule: Iterable[Statement], text: str) -> list[Statement]:
    """Statements with the half of the sentence that they lack where the reporting clause is inserted between two.

    Args:
        statements: the model's.
        by_rule: those of the rules, some of which find reporting clauses that interrupt what they report.
        text: the article's text.
    """
    halves = SpanIndex((s for s in by_rule if s.rule.interrupts), lambda statement: statement.cue)
    return [_with_the_other_half(s, halves.overlapping(*s.cue), text) for s in statements]


def _with_the_other_half(statement: Statement, inserted: Sequence[Statement], text: str) -> Statement:
    for other in inserted:
        if overlap(other.content, statement.content):
            missing = [piece for piece in other.content if not overlap([piece], statement.content)]
            content = merge([*statement.content, *missing], text)
            if not overlap(content, (*statement.cue, *statement.source)):
                return dataclasses.replace(statement, content=content)
    return statement
