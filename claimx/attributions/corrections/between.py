"""Settles between the model's statements what one statement alone cannot tell: who owns a piece of content."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimx.attributions.statement import Rule, Statement, Supplies
from claimx.reading import Reading
from claimx.records import Span, Zone
from claimx.text.spans import SpanIndex, index_spans, merge, overlap

#: A statement that stood in another one's content as a sentence of its own.
OWN_SENTENCE = Rule("own-sentence", "It rained, he said. The office <warned> that it would snow.")

#: What the rules supply of which no other statement may claim the words.
_CLAUSES = frozenset((Supplies.CLAUSE, Supplies.ALL_BEFORE))


def settle(statements: Sequence[Statement], by_rule: Sequence[Statement], reading: Reading) -> list[Statement]:
    """Give each piece of content to the statement that it belongs to.

    Args:
        statements: the model's.
        by_rule: those of the rules, some of which supply what the model's lack.
        reading: the article; quotations alone run over paragraphs.
    """
    text, sentences = reading.text, reading.sentences
    clauses = [s for s in by_rule if s.rule.supplies in _CLAUSES]
    quoted = index_spans(piece for quotation in reading.layout.quotations for piece in quotation.pieces)
    titles = [zone.span for zone in reading.zones if zone.kind == "title"]
    apart = [s for statement in statements if (s := _on_one_side(statement, titles)) is not None]
    kept = [_in_own_paragraph(s, text, reading.zones, quoted) for s in apart]
    kept = [part for s in kept for part in _apart_from_quotation(s, sentences, quoted)]
    others = _by_cue([*kept, *clauses])
    settled = [_without_others(s, others, sentences, quoted) for s in kept]
    dropped = index_spans(
        p for old, new in zip(kept, settled, strict=True) for p in old.content if p not in new.content
    )
    known = _by_cue(settled)
    freed = [c for c in clauses if dropped.covering(c.cue[0]) and not known.overlapping(*c.cue)]
    settled += [dataclasses.replace(clause, rule=OWN_SENTENCE) for clause in freed]
    settled = _with_all_before(settled, [c for c in clauses if c.rule.supplies is Supplies.ALL_BEFORE], text)
    halves = _by_cue(s for s in by_rule if s.rule.supplies is Supplies.HALVES)
    return [_with_both_halves(s, halves.overlapping(*s.cue), text) for s in settled]


def _by_cue(statements: Iterable[Statement]) -> SpanIndex[Statement]:
    """Statements by where their cues stand."""
    return SpanIndex(statements, lambda statement: statement.cue)


def _on_one_side(statement: Statement, titles: Sequence[Span]) -> Statement | None:
    """A statement without what stands across the border of a headline from its cue; None where that is its content."""
    if not statement.cue or not titles:
        return statement
    home = _title_at(titles, statement.cue[0].start)
    content = tuple(span for span in statement.content if _title_at(titles, span.start) == home)
    source = tuple(span for span in statement.source if _title_at(titles, span.start) == home)
    return dataclasses.replace(statement, content=content, source=source) if content else None


def _title_at(titles: Sequence[Span], offset: int) -> Span | None:
    return next((title for title in titles if title.start <= offset < title.end), None)


def _in_own_paragraph(statement: Statement, text: str, zones: Sequence[Zone], quoted: SpanIndex[Span]) -> Statement:
    """Drop pieces in another paragraph than the cue, but quotations and what follows a colon."""
    if not statement.cue or len(statement.content) == 1 or text[statement.cue[-1].end - 1] == ":":
        return statement
    home = _place(zones, statement.cue[0].start)
    pieces = tuple(p for p in statement.content if _place(zones, p.start) == home or quoted.overlapping(p))
    return dataclasses.replace(statement, content=pieces) if pieces else statement


def _place(zones: Sequence[Zone], offset: int) -> int:
    return bisect_right(zones, offset, key=lambda zone: zone.span.start)


def _apart_from_quotation(
    statement: Statement, sentences: Sequence[Span], quoted: SpanIndex[Span]
) -> tuple[Statement, ...]:
    """A statement and the quotation that follows it in the next sentence, as two of one source.

    "… said that he was hurt. “He came to me and said so.”": what is reported and what is quoted are two statements.
    """
    if not statement.cue or len(statement.content) == 1:
        return (statement,)
    home = _sentence(sentences, statement.cue[0].start)
    said = tuple(p for p in statement.content if _sentence(sentences, p.start) <= home)
    after = tuple(p for p in statement.content if _sentence(sentences, p.start) > home)
    if (
        not said
        or not after
        or any(quoted.overlapping(p) for p in said)
        or not all(_begins_quoted(p, quoted) for p in after)
    ):
        return (statement,)
    continued = Statement(statement.source, (), after, statement.confidence, statement.rule, implicit=True)
    return dataclasses.replace(statement, content=said), continued


def _begins_quoted(piece: Span, quoted: SpanIndex[Span]) -> bool:
    """Whether a quotation begins where a piece of content begins."""
    return any(other.start == piece.start for other in quoted.overlapping(piece))


def _without_others(
    statement: Statement, others: SpanIndex[Statement], sentences: Sequence[Span], quoted: SpanIndex[Span]
) -> Statement:
    """Drop pieces of another sentence than the cue's that are another statement with its own cue, but quotations."""
    if not statement.cue or len(statement.content) == 1:
        return statement
    home = _sentence(sentences, statement.cue[0].start)
    pieces = tuple(
        p
        for p in statement.content
        if _sentence(sentences, p.start) == home or quoted.overlapping(p) or not _holds_another(p, statement, others)
    )
    return dataclasses.replace(statement, content=pieces) if pieces else statement


def _sentence(sentences: Sequence[Span], offset: int) -> int:
    return bisect_right(sentences, offset, key=lambda span: span.start)


def _holds_another(piece: Span, statement: Statement, others: SpanIndex[Statement]) -> bool:
    near = (s for s in others.overlapping(piece) if s.cue and s.source and s.cue != statement.cue)
    return any(piece.covers(s.cue[0]) and piece.covers(s.source[0]) for s in near)


def _with_all_before(statements: Sequence[Statement], after: Sequence[Statement], text: str) -> list[Statement]:
    """Give a reporting clause that closes a sentence all that stands before it: "It seems to rain, and …, they found".

    Impersonal verbs in it ("seems") make no statements of their own.
    """
    closing = index_spans(clause.content[0] for clause in after if clause.source)
    within = [_is_impersonal(s) and bool(closing.covering(Span(s.start, s.end))) for s in statements]
    lost = index_spans(Span(s.start, s.end) for s, is_within in zip(statements, within, strict=True) if is_within)
    cued = _by_cue(clause for clause in after if clause.source and lost.overlapping(clause.content[0]))
    kept = (s for s, is_within in zip(statements, within, strict=True) if not is_within)
    return [_with_all_of(s, cued.overlapping(*s.cue), text) for s in kept]


def _is_impersonal(statement: Statement) -> bool:
    return bool(statement.cue) and not statement.source


def _with_all_of(statement: Statement, clauses: Sequence[Statement], text: str) -> Statement:
    if not clauses:
        return statement
    content = merge([*statement.content, *clauses[0].content], text)
    return dataclasses.replace(statement, cue=clauses[0].cue, source=clauses[0].source, content=content)


def _with_both_halves(statement: Statement, inserted: Sequence[Statement], text: str) -> Statement:
    """Take in the half of the sentence that is missing where the reporting clause is inserted between two."""
    for other in inserted:
        if overlap(other.content, statement.content):
            missing = [piece for piece in other.content if not overlap([piece], statement.content)]
            content = merge([*statement.content, *missing], text)
            if not overlap(content, (*statement.cue, *statement.source)):
                return dataclasses.replace(statement, content=content)
    return statement
