"""Corrections between the parts of an article."""

from __future__ import annotations

import dataclasses

from claimx.attributions.places import title_at
from claimx.attributions.statement import Statement
from claimx.reading import Reading


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
