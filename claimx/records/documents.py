"""Step 6: a document envelope, and what a caller can choose."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.records.aliases import Alias
from claimx.records.articles import DateOrigin
from claimx.records.claims import CLAIM_COLUMNS, Claim
from claimx.records.mentions import Entity, Quantity, Time
from claimx.records.shown import short, table, who

SCHEMA_VERSION = "claimx/1"
#: What is less likely a statement is left out unless it is asked for: what is more likely none, and a little mercy for
#: what is as likely as not, since of what somebody says more would be lost at a half (docs/benchmarks.md).
MIN_CONFIDENCE = 0.45
#: The code of the warning that tells how many were.
LEFT_OUT = "unlikely-left-out"


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

    def __repr__(self) -> str:
        """A line, without the text."""
        title = self.title and short(self.title)
        return f"DocInfo({self.id!r}, {title}, published={self.published!r}, words={self.words})"


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

    @property
    def left_out(self) -> int:
        """How many statements were left out as unlikely."""
        told = (warning.partition(": ") for warning in self.warnings)
        return sum(int(count) for code, _, count in told if code == LEFT_OUT)

    def __repr__(self) -> str:
        """A line: which document, and how many claims."""
        return f"Document({self.doc.id!r}, {len(self.claims)} claims)"

    def _repr_html_(self) -> str:
        """What a notebook shows: a table of the claims."""
        head = ", ".join(filter(None, (self.doc.title or self.doc.id, self.doc.published)))
        rows = [
            (who(claim.source), claim.cue.text if claim.cue else "", claim.text, claim.form) for claim in self.claims
        ]
        return table(head, CLAIM_COLUMNS, rows)


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can choose; one object is passed through all steps.

    ``narrated``: also write the article's own assertions. ``day_first``: the order of dates like 05/03/2024 in the line
    of a text that tells its day; None reads them month first, and says so. ``aliases``: the caller's own names of
    people, bodies and places. ``min_confidence``: what is less likely a statement is left out.
    """

    narrated: bool = True
    day_first: bool | None = None
    aliases: tuple[Alias, ...] = ()
    min_confidence: float = MIN_CONFIDENCE
