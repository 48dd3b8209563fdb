"""What a row is: a claim of a document, or one of the sources that it was summed up to."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Claim, Document, DocumentSources, SourceSummary

#: What writers are given, one for each article.
Result = Document | DocumentSources


def rows_of(result: Result) -> Sequence[Claim] | Sequence[SourceSummary]:
    """The rows of a result, in its order."""
    return result.claims if isinstance(result, Document) else result.sources
