"""A claim's id: the same over runs, machines and file moves, different for different claims of one text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from claimx.records import Cue, Form, Source, Span

DIGITS = 16


def claim_id(sha256: str, form: Form, spans: Sequence[Span], source: Source | None, cue: Cue | None) -> str:
    """Sixteen hexadecimal digits of a SHA-256 over the text's digest and the places of content, source and cue."""
    places = (spans, source.spans if source else (), cue.spans if cue else ())
    parts = [sha256, form, *(",".join(f"{start}-{end}" for start, end in place) for place in places)]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:DIGITS]
