"""Step 4 as a whole: statements from the model and the rules, joined, with their sources resolved."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from claimx.attributions.circumstances import find_circumstances
from claimx.attributions.corrections import correct
from claimx.attributions.corrections.between import of_who_inserts, on_one_side, with_both_halves
from claimx.attributions.corrections.contents import without_another_report, without_day_of_saying
from claimx.attributions.corrections.cues import spoken_cue
from claimx.attributions.corrections.endings import before_according_to
from claimx.attributions.corrections.said import is_said
from claimx.attributions.corrections.sources import without_hearer
from claimx.attributions.credence import likely, weigh
from claimx.attributions.discourse import read_discourse
from claimx.attributions.joining import form_of, join, quoted_pieces
from claimx.attributions.nesting import MOST_NESTED
from claimx.attributions.own_words import find_narrated
from claimx.attributions.references import find_references
from claimx.attributions.rules import find_by_rules
from claimx.attributions.rules.headlines import has_a_topic_for_source
from claimx.attributions.sources import Speakers, resolve_sources
from claimx.attributions.statement import INSIDE, MODEL, QUESTION, TURN, Statement
from claimx.attributions.strays import is_an_edition
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.events import content_event, cue_event
from claimx.lexicons.cues import cue_rows, cue_words
from claimx.reading import Reading
from claimx.records import (
    LEFT_OUT,
    MIN_CONFIDENCE,
    Attribution,
    Attributions,
    Cue,
    HeardStatement,
    Mentions,
    Quotation,
    Source,
    Span,
    Turn,
)
from claimx.text.spans import without_marks


def find_attributions(reading: Reading, mentions: Mentions, min_confidence: float = MIN_CONFIDENCE) -> Attributions:
    """Find who says what in one article.

    Args:
        reading: the article, its layout and parse, and the statements that the model heard; titles and body paragraphs
            are read.
        mentions: its entities and times, for sources and for the time of saying.
        min_confidence: what is less likely a statement is left out.

    Returns:
        Attributions, narrated sentences and references in text order, and notes on unclosed quotation marks, on
        statements that were left out because too many end at one place, and on how many unlikely ones were.
    """
    found = _find_statements(reading, mentions)
    statements = likely(found, min_confidence)
    discourse = read_discourse(reading, mentions.entities)
    speakers = Speakers(reading.text, reading.layout, mentions.entities)
    pairs = zip(statements, resolve_sources(discourse, statements, speakers), strict=True)
    attributions = tuple(_attribution(reading, statement, source, mentions) for statement, source in pairs)
    # who asks for surer ones alone gets no more of the article's own assertions
    told = likely(found, min(min_confidence, MIN_CONFIDENCE))
    return Attributions(
        attributions,
        tuple(find_narrated(reading, told)),
        find_references(discourse, attributions, mentions.entities),
        (*_warnings(reading.layout.quotations, statements), *_left_out(len(found) - len(statements))),
    )


def _find_statements(reading: Reading, mentions: Mentions) -> list[Statement]:
    """The statements of turns, model and rules, each mended, and joined with quotations."""
    by_rule = [_ended(s, reading) for s in find_by_rules(reading, mentions.entities)]
    heard = [_statement(s, reading.text) for s in reading.heard.statements if _says_something(s, reading)]
    corrected = [s for statement in heard if (s := on_one_side(correct(statement, reading), reading)) is not None]
    whole = of_who_inserts(with_both_halves(corrected, by_rule, reading.text), by_rule)
    found = [s for s in (*whole, *by_rule) if is_said(s, reading) and not has_a_topic_for_source(s, reading)]
    found = [s for s in found if not is_an_edition(s, reading.text, mentions.times)]
    stamps = reading.layout.stamps
    candidates = [_begun(_without_stamp(statement, stamps), reading) for statement in found]
    joined = join([*map(_of_turn, reading.layout.turns), *candidates], reading)
    return weigh(joined, reading)


def _says_something(heard: HeardStatement, reading: Reading) -> bool:
    """Whether the content says something by itself; "what are said to be targets" colours the sentence around it."""
    if not heard.content:
        return False
    first = reading.text[slice(*heard.content[0])].strip().lower()
    if first in cue_words("demonstratives") and heard.source and _contradicts(heard, reading):
        return True  # "she rejected that": what stands before
    return first not in cue_words("relatives") or (len(heard.content) > 1 and bool(heard.source))


def _contradicts(heard: HeardStatement, reading: Reading) -> bool:
    """Whether a cue is one by which somebody holds something to be untrue ("denied")."""
    row = cue_rows().get(cue_lemma(reading.doc, heard.cue))
    return row is not None and row.stance == "refute" and row.act == "assertive"


def _statement(heard: HeardStatement, text: str) -> Statement:
    source, cue = without_marks(heard.source, text), without_marks(heard.cue, text)
    return Statement(source, cue, heard.content, heard.confidence, INSIDE if heard.is_inner else MODEL)


def _of_turn(turn: Turn) -> Statement:
    rule = QUESTION if turn.asks else TURN
    cue = (turn.cue,) if turn.cue is not None else ()
    return Statement((turn.label,), cue, turn.pieces, rule.confidence, rule)


def _without_stamp(statement: Statement, stamps: Sequence[Span]) -> Statement:
    """A statement without the time stamp that its content begins with."""
    first = statement.content[0]
    place = bisect_right(stamps, first.start, key=lambda stamp: stamp.start) - 1
    if place < 0 or not first.start < stamps[place].end < first.end:
        return statement
    return dataclasses.replace(statement, content=(Span(stamps[place].end, first.end), *statement.content[1:]))


def _ended(statement: Statement, reading: Reading) -> Statement:
    """A rule's statement without what somebody else says behind it."""
    for correction in (before_according_to, without_another_report):
        mended = correction(statement, reading)
        statement = mended if mended.content else statement
    return statement


def _begun(statement: Statement, reading: Reading) -> Statement:
    """A statement whose source and content begin where they do, whoever found it."""
    return without_day_of_saying(without_hearer(statement, reading), reading)


def _attribution(reading: Reading, statement: Statement, source: Source | None, mentions: Mentions) -> Attribution:
    """A statement written out, with whom, in what and when it was said."""
    doc, text = reading.doc, reading.text
    quoted = quoted_pieces(statement.content, reading.layout.quotations)
    issuer = source.name if source is not None and source.type == "document" else None
    circumstances = find_circumstances(doc, statement, mentions.times, mentions.entities, issuer=issuer)
    return Attribution(
        content=statement.content,
        form=form_of(text, statement.content, quoted),
        source=_source(source, statement),
        cue=_cue(reading, spoken_cue(statement, circumstances.addressee, text)),
        confidence=statement.confidence,
        quoted=quoted,
        addressee=circumstances.addressee,
        medium=circumstances.medium,
        made=circumstances.made,
        parent=statement.parent,
        event=content_event(doc, statement.content),
        cue_event=cue_event(doc, statement.cue, statement.content),
        asks=statement.rule.asks,
        rule=statement.rule.name,
    )


def _source(source: Source | None, statement: Statement) -> Source | None:
    """The source as it is resolved; implicit where the statement takes over that of the one before."""
    return dataclasses.replace(source, mention="implicit") if source and statement.implicit else source


def _cue(reading: Reading, statement: Statement) -> Cue | None:
    if not statement.cue:
        return None
    words = " ".join(reading.text[start:end] for start, end in statement.cue)
    return Cue(words, statement.cue, cue_lemma(reading.doc, statement.cue))


def _warnings(quotations: Sequence[Quotation], statements: Sequence[Statement]) -> list[str]:
    ends = Counter(s.content[-1].end for s in statements if s.parent is not None)
    return [
        *(f"unclosed-quote at {q.start}" for q in quotations if not q.closed),
        *(f"nested-left-out: {end}" for end, count in ends.items() if count == MOST_NESTED),
    ]


def _left_out(count: int) -> list[str]:
    return [f"{LEFT_OUT}: {count}"] if count else []
