"""Step 4: who says what, as the parse and the model tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimx.records.layout import ZoneKind
from claimx.records.mentions import Mention, Reference, Time
from claimx.records.shown import NARROW, short, within
from claimx.records.spans import Span, internal

Form = Literal["direct", "indirect", "mixed", "narrated"]
SourceType = Literal["person", "organization", "place", "group", "document", "unknown"]
SourceMention = Literal["named", "nominal", "pronominal", "metonymic", "implicit"]
#: By which pronouns an article speaks of a person, in the subject's form.
Pronouns = Literal["she", "he", "they"]


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
    """To whom something is said; ``name`` is null where one of them has none, two names are joined by a semicolon."""

    text: str
    spans: tuple[Span, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who claims; ``name`` and ``entity`` tell whom the words resolve to in this article, or are null.

    ``role`` is the fullest description that the article gives of it, ``pronouns`` how it speaks of that person, null
    where it never does. ``entities`` are all who speak together: ``name`` joins their names, ``entity`` is null then.
    """

    text: str
    spans: tuple[Span, ...]
    name: str | None
    role: Mention | None = None
    pronouns: Pronouns | None = None
    type: SourceType = "unknown"
    mention: SourceMention = "nominal"
    entity: str | None = None
    entities: tuple[str, ...] = ()
    rule: str = internal()

    def __repr__(self) -> str:
        """A line: who it is."""
        name = f"name={short(self.name, NARROW)}" if self.name else ""
        return within(type(self).__name__, (short(self.text, NARROW), name, self.type, self.mention))


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
    ``parent`` is the index (in the article's attributions) of the statement that this one is reported inside of, and
    ``asks`` tells a question of the one who asks in an interview.
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
    asks: bool = internal(False)
    rule: str = internal()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence outside of any attribution's reporting frame, a candidate for a narrated claim.

    ``pieces`` are the words that the claim is made of where they are not the whole sentence: a subject and a verb that
    is joined to the reporting one ("The firm | was accused of fraud and | was fined").
    """

    span: Span
    index: int
    paragraph: int
    event: Event | None
    zone: ZoneKind = "body"
    pieces: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attributions:
    """What step 4 found, in text order: statements, sentences in the paper's own voice, references, and notes."""

    attributions: tuple[Attribution, ...]
    narrated: tuple[Sentence, ...]
    references: tuple[Reference, ...] = ()
    warnings: tuple[str, ...] = ()
