"""What a row is: a claim of a document, or one of the sources that it was summed up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claimx.records import Claim, Document, DocumentSources, SourceShare, SourceSummary

#: A record as :func:`claimx.records.to_dict` gives it.
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Claims of several documents that were chosen together, and what they are."""

    title: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ShareList:
    """Who speaks in a run, put together."""

    shares: tuple[SourceShare, ...]


#: What writers are given: a document, its sources, or claims of several documents, shares of a run.
Result = Document | DocumentSources | ClaimList | ShareList


def rows_of(result: Result) -> Sequence[Claim] | Sequence[SourceSummary] | Sequence[SourceShare]:
    """The rows of a result, in its order."""
    if isinstance(result, ShareList):
        return result.shares
    return result.sources if isinstance(result, DocumentSources) else result.claims
