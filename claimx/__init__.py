"""claimx reads news articles and writes down every claim in them as structured records.

``claimx.extract(text)`` gives the claims of one text; ``claimx.Extractor`` is for reuse and for streams of articles.
Nothing heavy is imported before the first article is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimx._version import __version__

if TYPE_CHECKING:
    from claimx.articles.reading import read
    from claimx.claims.speakers import summarize_sources
    from claimx.errors import ClaimxError, InputError, LexiconError, ModelError, OutputError, UsageError, WorkerError
    from claimx.pipeline import Extractor, extract
    from claimx.records import (
        Addressee,
        Alias,
        Article,
        Claim,
        Cue,
        DocInfo,
        DocRef,
        Document,
        DocumentSources,
        Entity,
        Hedge,
        Loaded,
        Mention,
        Options,
        Quantity,
        Rate,
        ReadOptions,
        Reason,
        Reference,
        Source,
        SourceCue,
        SourceSummary,
        SourceWords,
        Span,
        Time,
        Words,
        from_dict,
        to_dict,
    )
    from claimx.report import ReportView, show

__all__ = [
    "Addressee",
    "Alias",
    "Article",
    "Claim",
    "ClaimxError",
    "Cue",
    "DocInfo",
    "DocRef",
    "Document",
    "DocumentSources",
    "Entity",
    "Extractor",
    "Hedge",
    "InputError",
    "LexiconError",
    "Loaded",
    "Mention",
    "ModelError",
    "Options",
    "OutputError",
    "Quantity",
    "Rate",
    "ReadOptions",
    "Reason",
    "Reference",
    "ReportView",
    "Source",
    "SourceCue",
    "SourceSummary",
    "SourceWords",
    "Span",
    "Time",
    "UsageError",
    "Words",
    "WorkerError",
    "__version__",
    "extract",
    "from_dict",
    "read",
    "show",
    "summarize_sources",
    "to_dict",
]

_HOMES = {
    "Extractor": "claimx.pipeline",
    "ReportView": "claimx.report",
    "extract": "claimx.pipeline",
    "show": "claimx.report",
    "read": "claimx.articles.reading",
    "summarize_sources": "claimx.claims.speakers",
} | {name: "claimx.errors" for name in __all__ if name.endswith("Error")}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute is any object
    """Import a public name at its first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'claimx' has no attribute {name!r}")
    value = getattr(import_module(_HOMES.get(name, "claimx.records")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
