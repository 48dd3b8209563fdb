"""Who speaks: a document's claims by their source (the contract: docs/record.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimx.records.attributions import Pronouns, SourceMention, SourceType
from claimx.records.claims import DocRef

Voice = Literal["source", "unattributed", "article"]


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Words by which a source is named, what kind of mention they are, and in how many of its claims they stand."""

    text: str
    mention: SourceMention
    claims: int


@dataclass(frozen=True, slots=True)
class SourceCue:
    """The lemma of a cue ("say"), and how many of a source's claims have it."""

    lemma: str
    claims: int


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """All that one source says in one article, in figures (the contract: docs/record.md)."""

    doc: DocRef
    voice: Voice
    name: str | None
    text: str | None
    role: str | None
    pronouns: Pronouns | None
    type: SourceType | None
    entity: str | None
    claims: int
    direct: int
    mixed: int
    indirect: int
    narrated: int
    nested: int
    words: int
    share: float | None
    mentions: tuple[SourceWords, ...]
    cues: tuple[SourceCue, ...]
    paragraphs: tuple[int, int]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentSources:
    """Who speaks in one article: its sources, those with most words first."""

    schema: str
    claimx: str
    doc: DocRef
    claims: int
    words: int
    sources: tuple[SourceSummary, ...]
    warnings: tuple[str, ...]
