"""The words that stand at spans of a text, as they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.records import Span


def passage(text: str, spans: Iterable[Span]) -> str:
    """The words at some spans with white space normalised, the pieces joined by a blank."""
    return " ".join(" ".join(text[start:end].split()) for start, end in spans)
