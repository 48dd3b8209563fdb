"""The records that flow through claimx, all frozen.

Offsets are half-open ``[start, end)`` in Unicode code points into the article's text exactly as it was read. The order
of the fields is the order of the keys in the output. A field marked internal never leaves the program: it says which
rule or model made the record, for ``claimx explain``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

Form = Literal["direct", "indirect", "mixed", "narrated"]
Act = Literal["assertive", "directive", "commissive", "expressive", "interrogative", "epistemic", "unknown"]
Stance = Literal["affirm", "refute", "uncertain"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
SourceType = Literal["person", "organization", "place", "group", "document", "unknown"]
SourceMention = Literal["named", "nominal", "pronominal", "metonymic", "implicit"]
LoadedKind = Literal["so_called", "scare_quotes", "loaded_term", "booster"]
Bound = Literal["=", ">", ">=", "<", "<=", "~"]
Change = Literal["up", "down"]
TimeType = Literal["date", "time", "duration", "set"]
TimeAnchor = Literal["explicit", "publication", "context", "none"]
Voice = Literal["source", "unattributed", "article"]
ZoneKind = Literal["title", "body", "byline", "dateline", "caption", "credit", "furniture"]

SCHEMA_VERSION = "claimx/1"


def _internal(default: Any = "") -> Any:  # noqa: ANN401 - dataclasses.field is typed so, too
    return field(default=default, repr=False, compare=False, metadata={"internal": True})


class Span(NamedTuple):
    """A half-open range of code points ``[start, end)`` in the article's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


# --- step 1: articles -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Zone:
    """One paragraph of an article and what it is: text to read for claims, or something beside it.

    ``span`` is trimmed of white space. A dateline ("LONDON (Reuters) -") is a zone of its own; the body paragraph that
    it opens begins after it. ``index`` counts the paragraphs of the text from 0, a dateline sharing its paragraph's.
    """

    kind: ZoneKind
    span: Span
    index: int
    rule: str = _internal()

    @property
    def is_read(self) -> bool:
        """Whether claims are looked for here."""
        return self.kind in ("title", "body")


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read and what is known of it. ``published`` anchors relative dates; without it they stay partial."""

    text: str
    id: str = "-"
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()


# --- step 3: mentions -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words of the text: ``text`` is what stands at ``span``."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with its unit, bound, change and what it counts (the contract: docs/record.md)."""

    text: str
    span: Span
    value: int | float
    high: int | float | None = None
    bound: Bound = "="
    unit: str | None = None
    dimension: str = "count"
    change: Change | None = None
    of: Mention | None = None
    si: int | float | None = None
    rule: str = _internal()
    noun: str = _internal()  # a count's noun in singular with its modifiers ("first-team player")
    concept: str = _internal()  # the words that the quantity is said of, wider than ``of``
    trend: str = _internal()  # what told the change: "verb", "noun" or "sign"
    rate: str = _internal()  # what a sum of money or a count is divided by ("per day")


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A time expression before it is resolved: all that resolving it to another day takes.

    ``parts`` are its telling words as the lexicons count them (``("weekday", "4")``); ``tense`` that of its clause;
    ``focus`` and ``frame`` the TIMEX3 values of the last date and the last quarter named before it, or None.
    """

    resolver: str
    parts: tuple[tuple[str, str], ...]
    tense: str = "none"
    focus: str | None = None
    frame: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression after TIMEX3 (ISO-TimeML); ``begin`` and ``end`` are ISO dates, both inclusive."""

    text: str
    span: Span
    type: TimeType
    value: str | None
    begin: str | None = None
    end: str | None = None
    anchor: TimeAnchor = "none"
    rule: str = _internal()
    unresolved: Unresolved | None = _internal(None)  # noqa: RUF009 - a field, not a shared value


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity; ``id`` is one per real-world thing in the article, ``name`` its fullest name there."""

    text: str
    span: Span
    label: str
    name: str
    id: str
    rule: str = _internal()


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that step 3 found in one article, each in text order."""

    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()


# --- step 4: attributions ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of the text, perhaps in several pieces: ``text`` is the pieces joined by a space."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """The reporting expression ("said in a statement") and the lemma of its head ("say", "according to")."""

    text: str
    spans: tuple[Span, ...]
    lemma: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom something is said."""

    text: str
    spans: tuple[Span, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who claims; ``name`` and ``entity`` tell whom the words resolve to in this article, or are null."""

    text: str
    spans: tuple[Span, ...]
    name: str | None
    type: SourceType
    mention: SourceMention
    entity: str | None
    rule: str = _internal()


@dataclass(frozen=True, slots=True)
class Event:
    """What the parse tells of a predicate (the content's main event, or a cue): all that step 5 needs of grammar.

    ``auxiliaries`` are the lower-cased modal and auxiliary verbs ("may", "have"), ``negated`` counts "not", "no" as
    subject or object determiner, "never"; ``adverbs`` are lower-cased ("reportedly"). ``words`` are the predicate's own
    negations, auxiliaries, adverbs and hedging complements with their offsets, so that a judgement can point at them.
    """

    lemma: str
    pos: str
    tense: Literal["past", "present", "future", "none"] = "none"
    negated: bool = False
    auxiliaries: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    conditional: bool = False
    question: bool = False
    imperative: bool = False
    words: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement with its source, as step 4 hands it on.

    ``content`` follows PolNeAR's conventions: quotation marks and a leading "that" inside, the final full stop not; one
    piece a paragraph, and more where it is interrupted. ``quoted`` are the stretches of the content that stand in the
    source's own words, the marks included. ``source`` is null where the text names none ("reportedly").
    ``parent`` is the index (in the article's attributions) of the statement that this one is reported inside of.
    """

    content: tuple[Span, ...]
    form: Form
    source: Source | None
    cue: Cue | None
    confidence: float
    quoted: tuple[Span, ...] = ()
    addressee: Addressee | None = None
    medium: Words | None = None
    made: Time | None = None
    event: Event | None = None
    cue_event: Event | None = None
    parent: int | None = None
    rule: str = _internal()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence outside of any attribution's reporting frame, a candidate for a narrated claim."""

    span: Span
    index: int
    paragraph: int
    event: Event | None
    zone: ZoneKind = "body"


# --- step 5: claims ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word behind ``certainty``."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Loaded:
    """Distancing or loaded wording."""

    text: str
    span: Span
    kind: LoadedKind


@dataclass(frozen=True, slots=True)
class DocRef:
    """The document that a claim stands in."""

    id: str
    title: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a part of a claim is as it is: the rule or model, and the words or figures that it went by."""

    part: str
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: who says what, in which words, how certain, and where it stands (the contract: docs/record.md)."""

    id: str
    doc: DocRef
    form: Form
    text: str
    spans: tuple[Span, ...]
    sentences: tuple[int, int]
    paragraphs: tuple[int, int]
    source: Source | None
    cue: Cue | None
    addressee: Addressee | None
    medium: Words | None
    made: Time | None
    act: Act
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Hedge, ...]
    loaded: tuple[Loaded, ...]
    checkworthiness: float
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    entities: tuple[Entity, ...]
    parent: str | None
    confidence: float
    reasons: tuple[Reason, ...] = _internal(())


# --- step 6: what is written ------------------------------------------------


@dataclass(frozen=True, slots=True)
class DocInfo:
    """The head of a document envelope: the text that all offsets point into, and what is known of it."""

    id: str
    title: str | None
    published: str | None
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


# --- who speaks: a document's claims by their source ------------------------


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


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can choose; one object is passed through all steps.

    ``narrated``: also write the article's own assertions. ``batch_size``: articles parsed at a time.
    """

    narrated: bool = True
    batch_size: int = 32


def to_dict(record: object) -> Any:  # noqa: ANN401 - JSON is any of five types
    """Turn a record into plain JSON types: keys in field order, internal fields left out, spans as ``[start, end]``."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {name: to_dict(getattr(record, name)) for name in _public_fields(type(record))}
    if isinstance(record, tuple | list):
        return [to_dict(item) for item in record]
    if isinstance(record, Mapping):
        return {key: to_dict(value) for key, value in record.items()}
    if isinstance(record, date):
        return record.isoformat()
    return record


def _public_fields(kind: type) -> tuple[str, ...]:
    names = _FIELDS.get(kind)
    if names is None:
        names = tuple(f.name for f in dataclasses.fields(kind) if not f.metadata.get("internal"))
        _FIELDS[kind] = names
    return names


_FIELDS: dict[type, tuple[str, ...]] = {}
