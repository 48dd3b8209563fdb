"""The turns of interviews and transcripts: paragraphs that open with a speaker's label and a colon.

What follows the label is the speaker's own words, though no quotation marks stand around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from claimx.attributions.quotes import Quotation
from claimx.attributions.statement import Statement
from claimx.records import Entity, Span, Zone

#: The rule of a statement that is a turn.
TURN = "turn"
_CONFIDENCE = 0.9
_TURN = regex.compile(
    r"(?P<label>[QA]|@\w{2,30}|\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|bin)){0,4})(?P<cue>:)\s+(?=\S)"
)


def find_turns(text: str, zones: Sequence[Zone]) -> list[Statement]:
    """The labelled turns of an article, in text order.

    A label counts where two labels take turns, each twice at least, or where it is an account's name ("@ann: …").
    """
    found = [
        (match.group("label"), Span(*match.span("label")), Span(*match.span("cue")), Span(match.end(), zone.span.end))
        for zone in zones
        if zone.kind == "body" and (match := _TURN.match(text, zone.span.start, zone.span.end))
    ]
    counts = Counter(label for label, *_ in found)
    talking = {label for label, n in counts.items() if n > 1}
    labels = {label for label in counts if label.startswith("@")} | (talking if len(talking) > 1 else set())
    return [
        Statement((source,), (cue,), (content,), _CONFIDENCE, TURN)
        for label, source, cue, content in found
        if label in labels
    ]


def as_quotations(turns: Sequence[Statement], quotations: Sequence[Quotation]) -> list[Quotation]:
    """Quotations with the turns among them; those inside of a turn are the speaker's own and left out."""
    spans = [turn.content[0] for turn in turns]
    outside = [q for q in quotations if not any(span.start <= q.start < span.end for span in spans)]
    return sorted([*outside, *(Quotation((span,), closed=True) for span in spans)], key=lambda q: q.start)


def speaker_of(label: str, text: str, zones: Sequence[Zone], entities: Sequence[Entity]) -> str | None:
    """Whom "Q" and "A" mean: the byline's author asks, the person of the headline or of the introduction answers.

    Null for other labels, which name their speakers themselves, and where the article does not tell.
    """
    if label == "Q":
        byline = next((zone.span for zone in zones if zone.kind == "byline"), None)
        return _first_person(entities, [byline]) if byline else None
    if label == "A":
        read = [zone.span for zone in zones if zone.is_read]
        return _first_person(entities, read[:1]) or _first_person(entities, read[1:3])
    return None


def _first_person(entities: Sequence[Entity], spans: Sequence[Span]) -> str | None:
    return next((e.name for e in entities if e.label == "PERSON" and any(s.covers(e.span) for s in spans)), None)
