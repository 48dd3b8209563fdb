"""Where in an article something stands: which paragraph or headline it is in, which quotations are near."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimx.records import Quotation, Span, Zone


def quotations_near(quotations: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """The quotations that reach into ``[start, end)``; quotations are in order and do not overlap."""
    place = bisect_left(quotations, start, key=lambda q: q.end)
    found = []
    while place < len(quotations) and quotations[place].start < end:
        if quotations[place].end > start:
            found.append(quotations[place])
        place += 1
    return found


def paragraph_at(body: Sequence[Span], offset: int) -> Span | None:
    """The paragraph of some in text order that an offset lies in, or None."""
    place = bisect_left(body, offset, key=lambda span: span.end)
    while place < len(body) and body[place].end <= offset:
        place += 1
    return body[place] if place < len(body) and body[place].start <= offset else None


def title_at(zones: Sequence[Zone], offset: int) -> Span | None:
    """The headline that an offset lies in, or None; zones are in text order."""
    place = bisect_right(zones, offset, key=lambda zone: zone.span.start) - 1
    zone = zones[place] if place >= 0 else None
    return zone.span if zone is not None and zone.kind == "title" and offset < zone.span.end else None


def fills_paragraphs(quotation: Quotation, body: Sequence[Span]) -> bool:
    """Whether nothing but a quotation stands in its paragraphs."""
    return all(paragraph_at(body, piece.start) == piece for piece in quotation.pieces)
