"""Whom the label of a turn means: "Q", "A", "AL"."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Entity, Span, Zone
from claimx.text.initials import INITIALS, initials


def speaker_of(label: str, text: str, zones: Sequence[Zone], entities: Sequence[Entity]) -> str | None:
    """Whom "Q" and "A" mean: the byline's author asks, the person of the headline or of the introduction answers.

    Initials mean the one person in the article who has them. Null for other labels, which name their speakers
    themselves, and where the article does not tell.
    """
    if label == "Q":
        byline = next((zone.span for zone in zones if zone.kind == "byline"), None)
        return _first_person(entities, [byline]) if byline else None
    if label == "A":
        read = [zone.span for zone in zones if zone.is_read]
        return _first_person(entities, read[:1]) or _first_person(entities, read[1:3])
    if INITIALS.fullmatch(label):
        meant = [e for e in entities if label.replace(".", "") in initials(e.name)]
        labels = {e.name for e in meant if text.startswith(":", e.span.end)}  # whatever kind the name is taken for
        names = labels or {e.name for e in meant if e.label == "PERSON"}
        return next(iter(names)) if len(names) == 1 else None
    return None


def _first_person(entities: Sequence[Entity], spans: Sequence[Span]) -> str | None:
    return next((e.name for e in entities if e.label == "PERSON" and any(s.covers(e.span) for s in spans)), None)
