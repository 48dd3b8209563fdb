"""Step 6: a document envelope, and what a caller can choose."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.records.articles import DateOrigin
from claimx.records.claims import Claim
from claimx.records.mentions import Entity, Quantity, Time

SCHEMA_VERSION = "claimx/1"


@dataclass(frozen=True, slots=True)
class DocInfo:
    """The head of a document envelope: the text that all offsets point into, and what is known of it."""

    id: str
    title: str | None
    published: str | None
    published_from: DateOrigin | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    sha256: str
    words: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document envelope: everything found in one article."""

    schema: str
    claimx: str
    doc: DocInfo
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can choose; one object is passed through all steps.

    ``narrated``: also write the article's own assertions. ``day_first``: the order of dates like 05/03/2024 in the line
    of a text that tells its day; None reads them month first, and says so.
    """

    narrated: bool = True
    day_first: bool | None = None
