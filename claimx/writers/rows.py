"""What a row is: a claim of a document, or one of the sources that it was summed up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claimx.records import Claim, Document, DocumentSources, SourceSummary

#: A record as :func:`claimx.records.to_dict` gives it.
Json = dict[str, Any]


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
