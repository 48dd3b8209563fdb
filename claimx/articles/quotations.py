"""Pairs quotation marks and follows quotations over paragraphs.

A convention of the press bounds what can be paired: a quotation ends in its paragraph, or the next paragraph opens with
a mark again and only the last one closes. Where no mark opens the next paragraphs, the first mark after must close one.
So a forgotten mark spoils one paragraph at most. Time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import regex

from claimx.records import Quotation, Span, Zone
from claimx.text.marks import LOST, MARKS, Family

Side = Literal["open", "close", "either", "none"]

_MARK = regex.compile("|".join(sorted(map(regex.escape, MARKS), key=len, reverse=True)))
#: What may stand before an opening mark, and after a closing one.
_BEFORE_OPENING = frozenset(" \t\n\r\xa0\u202f\u2009\u200b([{<—–-/…:=")
#: A quotation whose paragraphs are not reopened goes on over at most so many.
MOST_UNOPENED = 6
_APOSTROPHES = frozenset("'’‘")
_NOT_AFTER_CLOSING = regex.compile(r"\w")


class _Mark(NamedTuple):
    start: int
    end: int
    family: Family
    side: Side


class _Paragraph(NamedTuple):
    """The outermost quoted stretches of one paragraph; ``unclosed`` and ``opens`` tell whether it can be continued.

    ``closes`` is where its first mark ends, if that one closes what is not open in it; ``is_plain``: it has no marks.
    """

    spans: list[Span]
    unclosed: bool
    opens: bool
    closes: int | None
    is_plain: bool


def find_quotations(text: str, zones: Sequence[Zone]) -> list[Quotation]:
    """The outermost quotations of the paragraphs that are read, in text order.

    Args:
        text: the article's text.
        zones: its zones; quotations are looked for in titles and body paragraphs, and go on over body paragraphs.

    Returns:
        Quotations with their marks. An unclosed one ends with its paragraph (``closed`` is false).
    """
    read = [(zone, _read(text, zone.span)) for zone in zones if zone.is_read]
    found: list[Quotation] = []
    running: list[Span] = []  # pieces of a quotation that waits for the next paragraph
    for number, (zone, paragraph) in enumerate(read):
        spans = paragraph.spans
        if running and not (zone.kind == "body" and paragraph.opens):
            rest = _without_reopening(read[number : number + MOST_UNOPENED])
            found.append(Quotation((*running, *rest), closed=bool(rest)))
            running = []
        for place, span in enumerate(spans):
            is_last = place == len(spans) - 1
            pieces = [*running, span]
            running = []
            if is_last and paragraph.unclosed:
                running = pieces
            else:
                found.append(Quotation(tuple(pieces), closed=True))
    if running:
        found.append(Quotation(tuple(running), closed=False))
    return found


def _without_reopening(following: Sequence[tuple[Zone, _Paragraph]]) -> list[Span]:
    """The pieces of an unclosed quotation in the paragraphs after it, where no mark opens them and the last one closes.

    Only paragraphs without any mark may stand between; empty where none closes it.
    """
    pieces = []
    for zone, paragraph in following:
        if zone.kind != "body" or not (paragraph.is_plain or paragraph.closes):
            break
        pieces.append(Span(zone.span.start, paragraph.closes or zone.span.end))
        if paragraph.closes:
            return pieces
    return []


def _read(text: str, span: Span) -> _Paragraph:
    """Pair the marks of one paragraph."""
    spans: list[Span] = []
    opened: _Mark | None = None
    depth = 0  # quotations in the same marks inside the outermost one
    marks = _marks(text, span)
    for place, mark in enumerate(marks):
        if opened is None:
            if mark.side in ("open", "either"):
                opened, depth = mark, 0
        elif not _same_marks(mark, opened):
            continue
        elif mark.side != "open":
            if depth:
                depth -= 1
            else:
                spans.append(Span(opened.start, mark.end))
                opened = None
        elif _closes_twice(marks, place, opened) or _is_balanced(marks, place, opened):
            depth += 1
        else:  # the outer one was never closed: it ends where the next one begins
            spans.append(Span(opened.start, _trim_end(text, opened.start, mark.start)))
            opened = mark
    unclosed = opened is not None
    if opened is not None:
        spans.append(Span(opened.start, span.end))
    closes = marks[0].end if marks and marks[0].side == "close" and marks[0].family != "single" else None
    opens = bool(spans) and spans[0].start == span.start
    return _Paragraph(spans, unclosed, opens, closes, is_plain=not marks)


def _same_marks(mark: _Mark, other: _Mark) -> bool:
    """Whether two marks can pair; typists mix straight and curly double marks."""
    return mark.family == other.family or {mark.family, other.family} == {"straight", "curly"}


def _closes_twice(marks: Sequence[_Mark], place: int, opened: _Mark) -> bool:
    """Whether the next two marks that could pair both close: then the mark at ``place`` opens a nested quotation."""
    following = (m.side for m in marks[place + 1 : place + 9] if _same_marks(m, opened))
    return [next(following, None), next(following, None)] == ["close", "close"]


def _is_balanced(marks: Sequence[_Mark], place: int, opened: _Mark) -> bool:
    """Whether from the mark at ``place`` on one mark more closes than opens: then the outermost one is the last."""
    if opened.family == "straight":  # typists put straight marks on either side
        return False
    sides = [m.side for m in marks[place : place + 60] if m.family == opened.family]
    return sides.count("close") == sides.count("open") + 1


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _marks(text: str, span: Span) -> list[_Mark]:
    """The marks of a paragraph with the side that each can stand on; apostrophes, inches and minutes left out."""
    found = []
    for match in _MARK.finditer(text, span.start, span.end):
        mark = match.group()
        family = MARKS[mark].family
        side = _side(text, span, match.start(), match.end(), mark)
        if side != "none":
            found.append(_Mark(match.start(), match.end(), family, side))
    return _without_apostrophes(text, found)


def _side(text: str, span: Span, start: int, end: int, mark: str) -> Side:
    form, family = MARKS[mark], MARKS[mark].family
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    free_before = before in _BEFORE_OPENING or before in MARKS
    free_after = not _NOT_AFTER_CLOSING.match(after)
    if family == "single" and (form.closes or not free_before) and not (free_after and before.strip()):
        return "none"  # an apostrophe
    if mark == LOST and not (free_before or free_after):
        return "none"
    if form.opens:
        return "open"
    if form.closes:  # a closing mark before a word was typed for an opening one
        return "open" if before.isspace() and after.isalnum() else "close"
    if family == "straight" and before.isdigit() and free_after and mark != '"':
        return "none"  # inches
    if free_before and not after.isspace():
        return "open" if not free_after or after in MARKS or not before.strip() else "either"
    if free_after and not before.isspace():
        return "close"
    return "either" if family != "single" else "none"


def _without_apostrophes(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Drop single marks that do not pair: ’90s, the workers’ rights, rock ’n’ roll.

    An opening single mark counts if a closing one follows before the next opening one; of several closing candidates
    the first after punctuation is taken, else the last, since the earlier ones are plural possessives.
    """
    kept: list[_Mark] = []
    singles = [m for m in marks if m.family == "single"]
    pairs: set[_Mark] = set()
    at = 0
    while at < len(singles):
        opening = singles[at]
        if opening.side not in ("open", "either"):
            at += 1
            continue
        closing = _closing_single(text, singles, at)
        if closing is None:
            at += 1
            continue
        pairs.update((opening, singles[closing]))
        at = closing + 1
    for mark in marks:
        if mark.family != "single":
            kept.append(mark)
        elif mark in pairs:
            side: Side = "open" if mark.side in ("open", "either") else "close"
            kept.append(mark._replace(side=side))
    return kept


def _closing_single(text: str, singles: list[_Mark], at: int) -> int | None:
    last = None
    for place in range(at + 1, min(len(singles), at + 12)):
        mark = singles[place]
        if mark.side == "open":
            break
        if mark.side == "close" and text[mark.start - 2] not in _APOSTROPHES:  # not the second one of rock ’n’ roll
            if text[mark.start - 1] in ".,!?…;:":
                return place
            if text[mark.start - 1] not in "sS":
                return place
            last = place
    return last
