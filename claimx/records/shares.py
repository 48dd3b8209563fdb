"""Who speaks in all articles of a run, put together by name, or by what they are (the contract: docs/record.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimx.records.attributions import SourceType

By = Literal["name", "role", "pronouns"]


@dataclass(frozen=True, slots=True)
class SourceShare:
    """Who speaks in a run with one ``value`` of name, role or pronouns (the contract: docs/record.md)."""

    by: By
    value: str | None
    names: tuple[str, ...]
    role: str | None
    type: SourceType | None
    sources: int
    documents: int
    claims: int
    direct: int
    mixed: int
    indirect: int
    words: int
    share: float
