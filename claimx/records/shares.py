"""Who speaks in all articles of a run: people put together by what they are (the contract: docs/record.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

By = Literal["role", "pronouns"]


@dataclass(frozen=True, slots=True)
class SourceShare:
    """The people who speak in a run with one ``value`` of role or pronouns (the contract: docs/record.md)."""

    by: By
    value: str | None
    sources: int
    documents: int
    claims: int
    direct: int
    mixed: int
    indirect: int
    words: int
    share: float
