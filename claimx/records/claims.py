"""Step 5: claims, as they are written (the contract: docs/record.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimx.records.attributions import Addressee, Cue, Form, Source, Words
from claimx.records.mentions import Entity, Quantity, Reference, Time
from claimx.records.shown import LINE, NARROW, WIDTH, short, table, who
from claimx.records.spans import Span, internal

Act = Literal["assertive", "directive", "commissive", "expressive", "interrogative", "epistemic", "unknown"]
Stance = Literal["affirm", "refute", "uncertain"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
LoadedKind = Literal["so_called", "scare_quotes", "loaded_term", "booster"]


#: What a notebook shows of a claim.
CLAIM_COLUMNS = ("who", "cue", "claim", "form")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim: who says what, in which words, how certain, and where it stands (the contract: docs/record.md)."""

    id: str
    key: str
    doc: DocRef
    form: Form
    text: str
    standalone: str
    spans: tuple[Span, ...]
    sentences: tuple[int, int]
    paragraphs: tuple[int, int]
    source: Source | None = None
    cue: Cue | None = None
    addressee: Addressee | None = None
    medium: Words | None = None
    made: Time | None = None
    act: Act = "assertive"
    stance: Stance = "affirm"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    hedges: tuple[Hedge, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    checkworthiness: float = 0.0
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    references: tuple[Reference, ...] = ()
    parent: str | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = internal(())

    def __repr__(self) -> str:
        """A line: who says what, and in which form."""
        said = short(who(self.source), NARROW) if self.source else ""
        head, tail = (f"{type(self).__name__}({said and said + ', '}", f", {self.form}, id={self.id!r})")
        return head + short(self.text, min(WIDTH, LINE - len(head) - len(tail) - 2)) + tail

    def _repr_html_(self) -> str:
        """What a notebook shows: the parts that people ask for first."""
        row = (who(self.source), self.cue.text if self.cue else "", self.text, self.form)
        return table(self.doc.title or self.doc.id, CLAIM_COLUMNS, [row])
