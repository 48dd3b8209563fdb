"""Step 4 as a whole: statements from the model and the rules, joined, with their sources resolved."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimx.articles.quotations import Quotation, find_quotations
from claimx.articles.turns import (
    TURN,
    TURNS,
    as_quotations,
    find_dispatches,
    find_stamps,
    find_turns,
    speaker_of,
    without_stamps,
)
from claimx.attributions.circumstances import find_circumstances
from claimx.attributions.corrections.between import settle
from claimx.attributions.corrections.contents import mend
from claimx.attributions.corrections.cues import spoken_cue, without_hearer
from claimx.attributions.discourse import read_discourse
from claimx.attributions.joining import MODEL, MOST_NESTED, form_of, join, quoted_pieces
from claimx.attributions.model.tagger import TaggedAttribution
from claimx.attributions.own_words import find_narrated
from claimx.attributions.rules.headlines import find_headings, is_label
from claimx.attributions.rules.verbs import find_reports
from claimx.attributions.sources import resolve_sources
from claimx.attributions.statement import Statement, without_marks
from claimx.grammar import events
from claimx.records import Attribution, Cue, Mentions, Sentence, Source, SourceMention, Span, Zone

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

RELATIVES = frozenset({"who", "whom", "which", "that", "what"})


class Found(NamedTuple):
    """What step 4 found: the statements in text order, the sentences in the paper's own voice, notes for the user."""

    attributions: list[Attribution]
    narrated: list[Sentence]
    warnings: list[str]


def find_attributions(
    doc: Parse, text: str, zones: Sequence[Zone], mentions: Mentions, tagged: Sequence[TaggedAttribution]
) -> Found:
    """Find who says what in one parsed article.

    Args:
        doc: the parsed article.
        text: its text, untouched.
        zones: its zones; titles and body paragraphs are read.
        mentions: its entities and times, for sources and for the time of saying.
        tagged: the statements that the model found.

    Returns:
        Attributions and narrated sentences in text order, and notes on unclosed quotation marks and on statements that
        were left out because too many end at one place.
    """
    turns = find_turns(text, zones) or find_dispatches(text, zones)
    stamps = find_stamps(text, zones)
    quotations = as_quotations(turns, find_quotations(text, zones))
    bounds = [zone.span for zone in zones if zone.is_read]
    rules = [*find_reports(doc, text, quotations, bounds), *find_headings(text, zones, mentions)]
    model = settle(
        [mend(_statement(t, text), doc, text) for t in tagged if _says_something(t, text)],
        [s for s in rules if s.rule == "verb-parataxis"],
        [s for s in rules if s.rule in ("verb-clause", "verb-after")],
        text,
        zones,
        [Span(sent.start_char, sent.end_char) for sent in doc.sents],
        quotations,
    )
    found = [s for s in (*model, *rules) if not is_label(s, text, zones)]
    candidates = [*turns, *(without_hearer(without_stamps(statement, stamps), doc) for statement in found)]
    statements = join(text, zones, candidates, quotations)
    attributions = _attributions(doc, text, zones, statements, quotations, mentions)
    return Found(attributions, find_narrated(doc, text, zones, statements), _warnings(quotations, statements))


def _says_something(tagged: TaggedAttribution, text: str) -> bool:
    """Whether the content says something by itself; "what are said to be targets" colours the sentence around it."""
    if not tagged.content:
        return False
    first = text[slice(*tagged.content[0])].strip().lower()
    return first not in RELATIVES or (len(tagged.content) > 1 and bool(tagged.source))


def _statement(tagged: TaggedAttribution, text: str) -> Statement:
    source, cue = without_marks(tagged.source, text), without_marks(tagged.cue, text)
    return Statement(source, cue, tagged.content, tagged.confidence, MODEL)


def _attributions(
    doc: Parse,
    text: str,
    zones: Sequence[Zone],
    statements: Sequence[Statement],
    quotations: Sequence[Quotation],
    mentions: Mentions,
) -> list[Attribution]:
    resolved = resolve_sources(read_discourse(doc, mentions.entities, zones), statements)
    found = []
    for statement, source in zip(statements, resolved, strict=True):
        quoted = quoted_pieces(statement.content, quotations)
        issuer = source.name if source is not None and source.type == "document" else None
        circumstances = find_circumstances(doc, statement, mentions.times, mentions.entities, issuer=issuer)
        found.append(
            Attribution(
                content=statement.content,
                form=form_of(text, statement.content, quoted),
                source=_source(source, statement, text, zones, mentions),
                cue=_cue(doc, text, spoken_cue(statement, circumstances.addressee, text)),
                confidence=statement.confidence,
                quoted=quoted,
                addressee=circumstances.addressee,
                medium=circumstances.medium,
                made=circumstances.made,
                parent=statement.parent,
                event=events.content_event(doc, statement.content),
                cue_event=events.cue_event(doc, statement.cue),
                rule=statement.rule,
            )
        )
    return found


def _source(
    source: Source | None, statement: Statement, text: str, zones: Sequence[Zone], mentions: Mentions
) -> Source | None:
    """The source as it is resolved, or as a turn or the statement before tells."""
    if source is None:
        return None
    if statement.implicit:
        return dataclasses.replace(source, mention="implicit")
    name = speaker_of(source.text, text, zones, mentions.entities) if statement.rule in TURNS else None
    if name is None:
        return source
    entity = next((e.id for e in mentions.entities if e.name == name), None)
    mention: SourceMention = "nominal" if source.text in ("Q", "A") else "named"
    return dataclasses.replace(source, name=name, type="person", mention=mention, entity=entity, rule=TURN)


def _cue(doc: Parse, text: str, statement: Statement) -> Cue | None:
    if not statement.cue:
        return None
    words = " ".join(text[start:end] for start, end in statement.cue)
    return Cue(words, statement.cue, events.cue_lemma(doc, statement.cue))


def _warnings(quotations: Sequence[Quotation], statements: Sequence[Statement]) -> list[str]:
    ends = Counter(s.content[-1].end for s in statements if s.parent is not None)
    return [
        *(f"unclosed-quote at {q.start}" for q in quotations if not q.closed),
        *(f"nested-left-out: {end}" for end, count in ends.items() if count == MOST_NESTED),
    ]
