"""Settles between the model's statements what one statement alone cannot tell: who owns a piece of content."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Sequence

from claimx.articles.quotations import Quotation
from claimx.attributions.statement import Places, Statement, merge, overlap
from claimx.records import Span, Zone

#: The rule of a statement that stood in another one's content as a sentence of its own.
OWN_SENTENCE = "own-sentence"

#: The rule of a reporting clause that stands after what it reports.
AFTER = "verb-after"


def settle(
    statements: Sequence[Statement],
    inserted: Sequence[Statement],
    clauses: Sequence[Statement],
    text: str,
    zones: Sequence[Zone],
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
) -> list[Statement]:
    """Give each piece of content to the statement that it belongs to.

    Args:
        statements: the model's.
        inserted: those of inserted reporting clauses, found by rule ("X, he said, Y").
        clauses: those of verbs with a clause, found by rule ("He said that X", "X, he said").
        text: the article's text.
        zones: its zones.
        sentences: its sentences, in text order.
        quotations: its quotations, which alone run over paragraphs.
    """
    quoted = _Pieces([piece for quotation in quotations for piece in quotation.pieces])
    titles = [zone.span for zone in zones if zone.kind == "title"]
    apart = [s for statement in statements if (s := _on_one_side(statement, titles)) is not None]
    kept = [_in_own_paragraph(s, text, zones, quoted) for s in apart]
    kept = [part for s in kept for part in _apart_from_quotation(s, sentences, quoted)]
    others = _Cued([*kept, *clauses])
    settled = [_without_others(s, others, sentences, quoted) for s in kept]
    dropped = _Pieces([p for old, new in zip(kept, settled, strict=True) for p in old.content if p not in new.content])
    known = _Cued(settled)
    freed = [c for c in clauses if dropped.cover(c.cue[0]) and not known.by_cue(c.cue)]
    settled += [dataclasses.replace(clause, rule=OWN_SENTENCE) for clause in freed]
    halves = _Cued(inserted)
    settled = _with_all_before(settled, [c for c in clauses if c.rule == AFTER], text)
    return [_with_both_halves(s, halves.by_cue(s.cue), text) for s in settled]


class _Pieces:
    """Stretches of the text, to be asked what they share with others."""

    def __init__(self, pieces: Sequence[Span]) -> None:
        self._pieces = pieces
        self._places = Places()
        for number, piece in enumerate(pieces):
            self._places.add(number, [piece])

    def _near(self, span: Span) -> list[Span]:
        return [self._pieces[number] for number in self._places.near([span])]

    def overlap(self, span: Span) -> bool:
        """Whether one of them overlaps a span."""
        return any(piece.overlaps(span) for piece in self._near(span))

    def cover_start(self, span: Span) -> bool:
        """Whether one of them begins where a span begins."""
        return any(piece.start == span.start for piece in self._near(span))

    def cover(self, span: Span) -> bool:
        """Whether one of them holds all of a span."""
        return any(piece.covers(span) for piece in self._near(span))


class _Cued:
    """Statements by where their cues stand."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._places = Places()
        for number, statement in enumerate(statements):
            self._places.add(number, statement.cue)

    def near(self, span: Span) -> list[Statement]:
        """Those whose cue may stand in a stretch of the text, in their order."""
        return [self._statements[number] for number in self._places.near([span])]

    def by_cue(self, cue: Sequence[Span]) -> list[Statement]:
        """Those that share a word of a cue, in their order."""
        near = (self._statements[number] for number in self._places.near(cue))
        return [statement for statement in near if overlap(statement.cue, cue)]


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


def _in_own_paragraph(statement: Statement, text: str, zones: Sequence[Zone], quoted: _Pieces) -> Statement:
    """Drop pieces in another paragraph than the cue, but quotations and what follows a colon."""
    if not statement.cue or len(statement.content) == 1 or text[statement.cue[-1].end - 1] == ":":
        return statement
    home = _place(zones, statement.cue[0].start)
    pieces = tuple(p for p in statement.content if _place(zones, p.start) == home or quoted.overlap(p))
    return dataclasses.replace(statement, content=pieces) if pieces else statement


def _place(zones: Sequence[Zone], offset: int) -> int:
    return bisect_right(zones, offset, key=lambda zone: zone.span.start)


def _apart_from_quotation(statement: Statement, sentences: Sequence[Span], quoted: _Pieces) -> tuple[Statement, ...]:
    """A statement and the quotation that follows it in the next sentence, as two of one source.

    "… said that he was hurt. “He came to me and said so.”": what is reported and what is quoted are two statements.
    """
    if not statement.cue or len(statement.content) == 1:
        return (statement,)
    home = _sentence(sentences, statement.cue[0].start)
    said = tuple(p for p in statement.content if _sentence(sentences, p.start) <= home)
    after = tuple(p for p in statement.content if _sentence(sentences, p.start) > home)
    if not said or not after or any(quoted.overlap(p) for p in said) or not all(quoted.cover_start(p) for p in after):
        return (statement,)
    continued = Statement(statement.source, (), after, statement.confidence, statement.rule, implicit=True)
    return dataclasses.replace(statement, content=said), continued


def _without_others(statement: Statement, others: _Cued, sentences: Sequence[Span], quoted: _Pieces) -> Statement:
    """Drop pieces of another sentence than the cue's that are another statement with its own cue, but quotations."""
    if not statement.cue or len(statement.content) == 1:
        return statement
    home = _sentence(sentences, statement.cue[0].start)
    pieces = tuple(
        p
        for p in statement.content
        if _sentence(sentences, p.start) == home or quoted.overlap(p) or not _holds_another(p, statement, others)
    )
    return dataclasses.replace(statement, content=pieces) if pieces else statement


def _sentence(sentences: Sequence[Span], offset: int) -> int:
    return bisect_right(sentences, offset, key=lambda span: span.start)


def _holds_another(piece: Span, statement: Statement, others: _Cued) -> bool:
    near = (s for s in others.near(piece) if s.cue and s.source and s.cue != statement.cue)
    return any(piece.covers(s.cue[0]) and piece.covers(s.source[0]) for s in near)


def _with_all_before(statements: Sequence[Statement], after: Sequence[Statement], text: str) -> list[Statement]:
    """Give a reporting clause that closes a sentence all that stands before it: "It seems to rain, and …, they found".

    Impersonal verbs in it ("seems") make no statements of their own.
    """
    closing = _Pieces([clause.content[0] for clause in after if clause.source])
    within = [_is_impersonal(s) and closing.cover(Span(s.start, s.end)) for s in statements]
    lost = _Pieces([Span(s.start, s.end) for s, is_within in zip(statements, within, strict=True) if is_within])
    cued = _Cued([clause for clause in after if clause.source and lost.overlap(clause.content[0])])
    kept = (s for s, is_within in zip(statements, within, strict=True) if not is_within)
    return [_with_all_of(s, cued.by_cue(s.cue), text) for s in kept]


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
