"""Corrections between the parts of an article: what stands in a headline is no part of the text below it."""

from __future__ import annotations

import dataclasses

from claimx.attributions.statement import Statement
from claimx.reading import Reading
from claimx.records import Span


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
