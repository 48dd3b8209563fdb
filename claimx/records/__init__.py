"""The records that flow through claimx, all frozen.

Offsets are half-open ``[start, end)`` in Unicode code points into the article's text exactly as it was read. The order
of the fields is the order of the keys in the output. A field marked internal never leaves the program: it says which
rule or model made the record, for ``claimx explain``.
"""

from __future__ import annotations

from claimx.records.aliases import Alias, AliasKind
from claimx.records.articles import Article, DateOrigin, ReadOptions
from claimx.records.as_json import to_dict
from claimx.records.attributions import (
    Addressee,
    Attribution,
    Attributions,
    Cue,
    Event,
    Form,
    Pronouns,
    Sentence,
    Source,
    SourceMention,
    SourceType,
    Words,
)
from claimx.records.claims import Act, Certainty, Claim, DocRef, Hedge, Loaded, LoadedKind, Polarity, Reason, Stance
from claimx.records.documents import LEFT_OUT, MIN_CONFIDENCE, SCHEMA_VERSION, DocInfo, Document, Options
from claimx.records.from_json import from_dict
from claimx.records.heard import Heard, HeardName, HeardStatement, HeardWord
from claimx.records.layout import Layout, Quotation, Turn, Zone, ZoneKind
from claimx.records.mentions import (
    Bound,
    Change,
    Entity,
    Mention,
    Mentions,
    Quantity,
    Rate,
    Reference,
    Time,
    TimeAnchor,
    TimeType,
    Unresolved,
)
from claimx.records.repeats import DistinctClaim, Repeat
from claimx.records.shares import By, SourceShare
from claimx.records.spans import Span
from claimx.records.speakers import DocumentSources, SourceCue, SourceSummary, SourceWords, Voice

__all__ = [
    "LEFT_OUT",
    "MIN_CONFIDENCE",
    "SCHEMA_VERSION",
    "Act",
    "Addressee",
    "Alias",
    "AliasKind",
    "Article",
    "Attribution",
    "Attributions",
    "Bound",
    "By",
    "Certainty",
    "Change",
    "Claim",
    "Cue",
    "DateOrigin",
    "DistinctClaim",
    "DocInfo",
    "DocRef",
    "Document",
    "DocumentSources",
    "Entity",
    "Event",
    "Form",
    "Heard",
    "HeardName",
    "HeardStatement",
    "HeardWord",
    "Hedge",
    "Layout",
    "Loaded",
    "LoadedKind",
    "Mention",
    "Mentions",
    "Options",
    "Polarity",
    "Pronouns",
    "Quantity",
    "Quotation",
    "Rate",
    "ReadOptions",
    "Reason",
    "Reference",
    "Repeat",
    "Sentence",
    "Source",
    "SourceCue",
    "SourceMention",
    "SourceShare",
    "SourceSummary",
    "SourceType",
    "SourceWords",
    "Span",
    "Stance",
    "Time",
    "TimeAnchor",
    "TimeType",
    "Turn",
    "Unresolved",
    "Voice",
    "Words",
    "Zone",
    "ZoneKind",
    "from_dict",
    "to_dict",
]
