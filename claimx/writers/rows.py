"""What a row is: a claim of a document, or one of the sources that it was summed up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.records import Claim, Document, DocumentSources, SourceSummary


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Claims of several documents that were chosen together, and what they are."""

    title: str
    claims: tuple[Claim, ...]


#: What writers are given: a document, its sources, or claims of several documents.
Result = Document | DocumentSources | ClaimList


def rows_of(result: Result) -> Sequence[Claim] | Sequence[SourceSummary]:
    """The rows of a result, in its order."""
    return result.sources if isinstance(result, DocumentSources) else result.claims
