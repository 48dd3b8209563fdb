"""Words of others that are set off as paragraphs of their own, without quotation marks.

They follow a paragraph that announces them and ends in a colon ("… issued the following statement:", "Zoe wrote back on
Sunday:"), or stand above a line that names their author's account ("— Ann Lee (@ann) March 3, 2020").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from claimx.articles.datelines import Agency
from claimx.lexicons.loader import load
from claimx.lexicons.nouns import is_body_noun
from claimx.lexicons.words import alternatives, word_set
from claimx.records import Quotation, Span, Turn, Zone
from claimx.text.marks import DOUBLE, MARKS

_WORD = regex.compile(r"\p{L}[\p{L}-]*")
_NOT_A_BLOCK = regex.compile(r"[-*•–—▪●]\s|\d{1,3}[.)]\s")
#: The last clause of a paragraph that ends in a colon.
_CLAUSE = regex.compile(r"(?:\G|[.!?]\s)([^.!?]*):$")
_SPEAKING = alternatives("page/set_off", "speaking")
_HEARERS = alternatives("page/set_off", "hearers")
_WHERE = alternatives("page/set_off", "whereabouts")
_SPEAKS = regex.compile(
    rf".*?\p{{L}}.*?\s(?:{_SPEAKING})(?:\s(?:{_HEARERS}|\p{{Lu}}\S+))*(?:\s(?:{_WHERE})(?:\s[^\s,:]+){{1,3}})*"
)
_AUTHOR = regex.compile(r"[—–-]{1,2}\s*(?P<author>[^()\n@]{2,60}?)\s*\(@\w{1,30}\)")
#: The same at the end of the message's own paragraph, which then is all of it: "… — Ann Lee (@ann) March 3, 2020".
_AUTHOR_BEHIND = regex.compile(rf"(?P<said>[^\n]*?[.!?…])\s+{_AUTHOR.pattern}(?=[^.!?]{{0,40}}$)")
#: The mark of a block quotation, and the line with its author's name: "> — Ann Lee, baker".
_QUOTED = regex.compile(r"(?:>[ \t]?)+")
_PARTICLES = alternatives("names/small_words", "particles")
_SIGNED = regex.compile(
    r"(?:>[ \t]?)*[*_]{0,2}(?:[—–~-]|--)\s*[*_]{0,2}"
    rf"(?:(?P<author>\p{{Lu}}[\p{{L}}.'’-]*(?: (?:\p{{Lu}}[\p{{L}}.'’-]*|{_PARTICLES})){{1,4}})"
    r"(?:,\s[^.!?\n\"“”]{2,90}|\s?\([^)@\n]{2,60}\))?"
    r"|(?P<unnamed>(?:[Aa]n?|[Tt]he|[Oo]ne) [^.!?,:\n\"“”]{3,60}))[*_]{0,2}"
)


def find_blocks(text: str, zones: Sequence[Zone]) -> list[Quotation]:
    """Paragraphs without marks that the paragraph before them announces, in text order, each block one quotation.

    A document that is announced goes on to the end of the body, or to a paragraph that reports what somebody says or
    speaks of the document. Other words are one paragraph, and those after it in which somebody says "I" or "we".
    """
    found: list[Quotation] = []
    for place, zone in enumerate(zones):
        if zone.kind != "body" or (found and zone.span.start < found[-1].end):
            continue
        clause = _CLAUSE.search(text, *zone.span)
        words = {match.group().lower() for match in _WORD.finditer(clause[1])} if clause else set()
        documents = words & word_set("page/set_off", "documents")
        is_document = bool(documents) and not words.isdisjoint(word_set("page/set_off", "giving"))
        if clause and (is_document or _SPEAKS.fullmatch(clause[1])):
            pieces = tuple(_pieces(text, zones[place + 1 :], documents if is_document else None))
            found += [Quotation(pieces, closed=True)] if pieces else []
    return found


def _pieces(text: str, zones: Sequence[Zone], documents: set[str] | None) -> Iterator[Span]:
    """The paragraphs of a block; ``documents`` are the words for a document, None for other words."""
    for number, zone in enumerate(zones):
        words = [match.group() for match in _WORD.finditer(text, *zone.span)]
        is_own_voice = not word_set("reporting/words", "first_persons").isdisjoint(words)
        is_open = text[zone.span.start] not in MARKS and not _NOT_A_BLOCK.match(text, *zone.span)
        if zone.kind != "body" or not is_open or text[zone.span.end - 1] == ":":
            return
        goes_on = is_own_voice and not _has_marks(text, zone.span)
        if number and not goes_on and (documents is None or _is_told(text, zone.span, words, documents)):
            return
        yield zone.span


def _is_told(text: str, span: Span, words: Sequence[str], documents: set[str]) -> bool:
    """Whether a paragraph reports what somebody says, or speaks of a document that was given before it."""
    of_document = any(word.lower() in documents for word in words)
    return of_document or _has_marks(text, span) or not word_set("reporting/words", "plain_cues").isdisjoint(words)


def _has_marks(text: str, span: Span) -> bool:
    return any(mark in text[span.start : span.end] for mark in DOUBLE)


def find_embedded(text: str, zones: Sequence[Zone]) -> list[Turn]:
    """Messages from social networks, each the paragraph above its author's line or before his name, in text order.

    One that the paragraph above it announces ("Ann Lee has tweeted:") is left to the reporting clause.
    """
    found = []
    for place, (zone, line) in enumerate(pairwise(zones)):
        match = _AUTHOR.match(text, *line.span)
        is_announced = place > 0 and text[zones[place - 1].span.end - 1] == ":"
        if match and zone.kind == "body" and not is_announced:
            found.append(Turn(Span(*match.span("author")), None, (zone.span,)))
    own_lines = (_AUTHOR_BEHIND.match(text, *zone.span) for zone in zones if zone.kind == "body")
    found += [Turn(Span(*m.span("author")), None, (Span(*m.span("said")),)) for m in own_lines if m]
    return sorted(found, key=lambda turn: turn.pieces[0].start)


def is_signature(line: str) -> bool:
    """Whether a line, without blanks around, names the author of a block quotation: "> — Ann Lee, baker"."""
    return _SIGNED.fullmatch(line) is not None


def find_signed(text: str, zones: Sequence[Zone]) -> list[Turn]:
    """Paragraphs behind ">" above a dash and a name, and such without a mark with an "I" or a "we", in text order.

    Those in quotation marks are quotations, if no ">" stands before them.
    """
    lines = [zone for zone in zones if text[slice(*zone.span)].strip("> \t")]
    found = []
    for place, line in enumerate(lines):
        match = _SIGNED.fullmatch(text, *line.span)
        if match is None or _is_no_person(match["author"] or ""):
            continue
        pieces = tuple(_above(text, lines[:place], is_named=match["author"] is not None))
        if pieces:
            found.append(Turn(Span(*match.span("author" if match["author"] else "unnamed")), None, pieces))
    return found


def _is_no_person(author: str) -> bool:
    """Whether who signs is an agency or another body, which is credited with what stands above."""
    return author in load("names/agencies", Agency) or is_body_noun(author.rsplit(" ", maxsplit=1)[-1].lower())


def _above(text: str, zones: Sequence[Zone], *, is_named: bool) -> list[Span]:
    """The paragraphs of the block that ends with the last of some zones, and is signed with a name or without one."""
    found: list[Span] = []
    for zone in reversed(zones):
        mark = _QUOTED.match(text, *zone.span)
        if mark is None or _SIGNED.fullmatch(text, *zone.span):
            break
        found.insert(0, Span(mark.end(), zone.span.end))
    if found or not is_named or not zones or zones[-1].kind != "body":
        return found
    span = zones[-1].span
    words = {match.group() for match in _WORD.finditer(text, *span)}
    is_own_voice = not words.isdisjoint(word_set("reporting/words", "first_persons"))
    is_marked = any(mark in text[slice(*span)] for mark in DOUBLE) or text[span.start] in MARKS
    return [span] if is_own_voice and not is_marked and text[span.end - 1] in ".!?…" else []
