"""Joins statements with the quotations of the text: what quotation marks say for certain.

A content never ends inside a quotation; a quotation that is interrupted by its cue is one statement, so is one over
several paragraphs; a quotation without a cue goes to the speaker before it where nothing stands between; a short quoted
stretch inside a sentence ("scare quotes") goes to nobody.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import regex

from claimx.attributions.layers import outer_ones, with_relative_clauses
from claimx.attributions.nesting import find_inner, in_layers, is_quoted, place_of
from claimx.attributions.places import paragraph_at, quotations_near
from claimx.attributions.standing import speaker_beside
from claimx.attributions.statement import INSIDE, Rank, Rule, Statement
from claimx.attributions.strays import is_entry_of_a_list, is_wording, names_a_title, stands_in_a_label, without_strays
from claimx.lexicons.cues import cue_words
from claimx.reading import Reading
from claimx.records import Form, Quotation, Span
from claimx.text.spans import SpanIndex, length, merge, overlap, subtract

#: A quotation without a cue: of the speaker before it, or of nobody.
CONTINUED = Rule("quotation-continued", "“It was late.” “We left.”", 0.75)
UNATTRIBUTED = Rule("quotation-alone", "“We left before it was dark.”", 0.4)

#: A reporting clause between two halves of a quotation is at most this long, in code points.
CLAUSE_LENGTH = 200

#: The end of a sentence, as far as marks tell: not after an initial or a title ("J. Lee", "Mr. Lee").
_BREAK = regex.compile(r"(?<!\b\p{Lu}|\b(?:Mr|Ms|Mrs|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Jr|No))[.!?]\s|[!?]$")
_WORD = regex.compile(r"\w+")


def join(statements: Sequence[Statement], reading: Reading) -> list[Statement]:
    """Make statements and quotations agree.

    Args:
        statements: found by model and rules, in any order.
        reading: the article with its outermost quotations.

    Returns:
        The outermost statements in text order; their contents share no quotation, and each quotation that is more than
        wording belongs to one. Then those reported inside of them, with ``parent`` set.
    """
    text, quotations = reading.text, reading.layout.quotations
    body = [zone.span for zone in reading.layout.read]
    outer = outer_ones([s for s in statements if s.rule is not INSIDE], reading)
    is_next = _next_to_heard(outer)
    own = [s for s in outer if not is_quoted(s, quotations) and (_is_sure(s, text, quotations) or is_next(s))]
    own = [s for s in own if not (names_a_title(s, reading) or is_entry_of_a_list(s, reading))]
    joined = [_with_whole_quotations(without_strays(s, reading, body), text, quotations) for s in own]
    outermost = [s for s in _outermost(joined) if not stands_in_a_label(s, reading.layout.labels)]
    owned = _owners(outermost, quotations)
    outermost = _continued(outermost, owned, reading, body)
    outermost.sort(key=place_of)
    outermost, clauses = with_relative_clauses(outermost, text)
    clauses_inside = [dataclasses.replace(clause, parent=place) for clause, place in clauses]
    inner = [*find_inner(reading, statements, outermost, outer), *clauses_inside]
    return in_layers(outermost, sorted(inner, key=place_of))


def form_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> Form:
    """Whether all of a content is quoted (``direct``), some of it (``mixed``) or nothing (``indirect``)."""
    words = inside = 0
    for span in content:
        for match in _WORD.finditer(text, span.start, span.end):
            if not words and match.group().lower() == "that":
                continue
            words += 1
            inside += any(q.start <= match.start() < q.end for q in quoted)
    if not inside:
        return "indirect"
    return "direct" if inside == words else "mixed"


def quoted_pieces(content: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The stretches of a content that stand in quotation marks."""
    pieces = (piece for q in quotations_near(quotations, content[0].start, content[-1].end) for piece in q.pieces)
    found = (Span(max(p.start, c.start), min(p.end, c.end)) for p in pieces for c in content if p.overlaps(c))
    return tuple(sorted(found))


def _with_whole_quotations(statement: Statement, text: str, quotations: Sequence[Quotation]) -> Statement:
    """Take in the whole of each quotation that the content reaches into, unless the speaker stands inside it."""
    content = list(statement.content)
    for quotation in quotations_near(quotations, statement.start, statement.end):
        if not overlap(content, quotation.pieces) or _holds(quotation, (*statement.cue, *statement.source)):
            continue
        content = list(merge([*content, *quotation.pieces], text))
    return dataclasses.replace(statement, content=merge(content, text))


def _is_sure(statement: Statement, text: str, quotations: Sequence[Quotation]) -> bool:
    """Whether a statement may stand by itself: the model's, those of sure rules, quotations, and what is said."""
    if not statement.rule.only_quoted:
        return True
    if statement.source and {text[start:end].lower() for start, end in statement.cue} <= cue_words("plain_cues"):
        return True
    return form_of(text, statement.content, quoted_pieces(statement.content, quotations)) == "direct"


def _next_to_heard(outer: Sequence[Statement]) -> Callable[[Statement], bool]:
    """Tells of a rule's statement whether the model heard its source say something before, and nothing in its place.

    "She praises the study but **objects** that the dose was high": where the model heard the praise alone.
    """
    heard = [statement for statement in outer if statement.rule.rank is Rank.MODEL]
    by_source = SpanIndex(heard, lambda statement: statement.source)
    by_words = SpanIndex(heard, lambda statement: (*statement.cue, *statement.content))

    def is_next(statement: Statement) -> bool:
        if not (statement.source and statement.cue):
            return False
        before = (other for other in by_source.overlapping(*statement.source) if other.end <= statement.cue[0].start)
        return any(before) and not by_words.overlapping(*statement.cue, *statement.content)

    return is_next


def _holds(quotation: Quotation, spans: Sequence[Span]) -> bool:
    return any(piece.overlaps(span) for piece in quotation.pieces for span in spans)


def _outermost(statements: Sequence[Statement]) -> list[Statement]:
    """Drop statements whose cue stands in a quotation that another statement owns, and doubles of one content."""
    kept: SpanIndex[Statement] = SpanIndex()
    frames: SpanIndex[Span] = SpanIndex()
    for statement in sorted(statements, key=lambda s: (s.rule.rank, -s.confidence, s.content)):
        if statement.rule.rank is Rank.RULE and _is_anothers_frame(statement, frames):
            continue
        rivals = kept.overlapping(*statement.content)
        if not any(_same_content(statement, o) for o in rivals):
            holes = [piece for o in rivals for piece in o.content]
            left = tuple(piece for span in statement.content for piece in subtract(span, holes))
            if left:
                kept.add(dataclasses.replace(statement, content=left), left)
                for span in (*statement.source, *statement.cue):
                    frames.add(span, (span,))
    return kept.items


def _is_anothers_frame(statement: Statement, frames: SpanIndex[Span]) -> bool:
    """Whether a content is nothing but who says something else: "He said, “…,” | the court heard"."""
    pieces = statement.content
    return all(overlap([piece], frames.overlapping(piece)) >= length([piece]) - 1 for piece in pieces)


def _same_content(a: Statement, b: Statement) -> bool:
    """Whether two statements share more than half of the shorter content."""
    return 2 * overlap(a.content, b.content) > min(length(a.content), length(b.content))


def _owners(statements: Sequence[Statement], quotations: Sequence[Quotation]) -> dict[int, int]:
    """Quotation index -> the statement (index) whose content covers it."""
    owned: dict[int, int] = {}
    starts = {q.start: n for n, q in enumerate(quotations)}
    for index, statement in enumerate(statements):
        for quotation in quotations_near(quotations, statement.start, statement.end):
            if overlap(statement.content, quotation.pieces):
                owned[starts[quotation.start]] = index
        for role in (statement.source, statement.cue):
            for span in role:
                for quotation in quotations_near(quotations, span.start, span.end):
                    owned.setdefault(starts[quotation.start], index)
    return owned


def _continued(
    statements: list[Statement],
    owned: dict[int, int],
    reading: Reading,
    body: Sequence[Span],
) -> list[Statement]:
    """Give quotations without a cue to the statement before them, or make them statements of the speaker before."""
    result = list(statements)
    text, quotations = reading.text, reading.layout.quotations
    by_source = SpanIndex(statements, lambda statement: statement.source)
    for number, quotation in enumerate(quotations):
        if number in owned:
            continue
        before = owned.get(number - 1) if number else None
        if before is not None and _is_interruption(text, quotations[number - 1], quotation, result[before], body):
            content = merge([*result[before].content, *quotation.pieces], text)
            result[before] = dataclasses.replace(result[before], content=content)
            owned[number] = before
        elif not is_wording(text, quotation, body, quotations[number - 1] if number else None):
            source = result[before].source if before is not None and _stands_alone(text, quotation, body) else ()
            rule = CONTINUED if source else UNATTRIBUTED
            alone = Statement(source, (), quotation.pieces, rule.confidence, rule, implicit=bool(source))
            result.append(speaker_beside(quotation, by_source, reading, body) or alone)
            owned[number] = len(result) - 1
    return result


def _is_interruption(
    text: str, before: Quotation, quotation: Quotation, statement: Statement, body: Sequence[Span]
) -> bool:
    """Whether only the reporting clause of ``statement`` stands between two quotations of one paragraph."""
    start, end = before.end, quotation.start
    if "\n" in text[start:end] or paragraph_at(body, before.start) != paragraph_at(body, end):
        return False
    between = subtract(Span(start, end), [*statement.source, *statement.cue])
    if not any(_WORD.search(text, span.start, span.end) for span in between):
        return True
    clause = text[start:end].rstrip()
    holds_cue = any(start <= span.start < end for span in statement.cue)
    if not holds_cue or len(clause) > CLAUSE_LENGTH or _BREAK.search(clause, 0, len(clause) - 1):
        return False
    ends = {span.end for span in (*statement.source, *statement.cue)}
    return not clause[-1].isalnum() or start + len(clause) in ends  # not "she said on “Harbour Watch”"


def _stands_alone(text: str, quotation: Quotation, body: Sequence[Span]) -> bool:
    """Whether the quotation fills its paragraphs."""
    return all(
        not _WORD.search(text[p.start : q.start] + text[q.end : p.end])
        for q in quotation.pieces
        if (p := paragraph_at(body, q.start)) is not None
    )
