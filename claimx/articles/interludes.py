"""What stands between turns and is nobody's words: stage notes, headings, a court's notes on who is examined by whom.

Thanks, greetings and shouts from the benches are turns that say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from claimx.articles.turn_labels import is_clock
from claimx.lexicons.nouns import is_title
from claimx.lexicons.words import alternatives, word_set
from claimx.records import Span, Turn

#: Headings have at most so many words; a longer line without a mark at its end is somebody's.
_LONGEST_HEADING = 8
#: Thanks and shouts have at most so many words.
_LONGEST_COURTESY, _LONGEST_SHOUT = 12, 3
#: Lines of a court's record that name somebody are at most this long.
_LONGEST_NOTE = 140

_BRACKETED = regex.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_WORD = regex.compile(r"\p{L}[\p{L}'’-]*")
_STOPPED = regex.compile(r"[.!?…,;:][\"”’'»)\]]*$")
_NAME = (
    rf"\p{{Lu}}[\p{{L}}.'’-]*(?: (?:\p{{Lu}}[\p{{L}}.'’-]*|{alternatives('names/small_words', 'particles')})){{0,5}}"
)
_EXAMINING = "|".join(alternatives("page/small_words", row) for row in ("examining", "beside_examining"))
#: "BY MS. DREW:", "CROSS-EXAMINATION BY MR HALL", "Re-examination by Mr Hall:".
_EXAMINER = regex.compile(
    rf"(?:(?:(?i:{_EXAMINING})[ -]*+)*)"
    rf"(?i:by) (?P<name>{_NAME})(?: \([^)]*\))?\s*:?"
)
#: "ROSA KETTLE, called by the State, sworn."
_WITNESS = regex.compile(
    rf"\(?(?P<name>{_NAME})(?:, [^\n]*?|,? |,? \()\b(?i:{alternatives('page/small_words', 'swearing_in')})\b[^\n]*"
)


def is_interlude(text: str, span: Span, *, before_turn: bool) -> bool:
    """Whether a paragraph between turns is a stage note, a time code, a heading or a court's note.

    Args:
        text: the article's text.
        span: the paragraph.
        before_turn: a labelled paragraph follows, or nothing.
    """
    if (
        _BRACKETED.fullmatch(text, *span)
        or is_clock(text, span)
        or read_examiner(text, span)
        or read_witness(text, span)
    ):
        return True
    words = [match.group() for match in _WORD.finditer(text, *span)]
    if not words or len(words) > _LONGEST_HEADING or _STOPPED.search(text, max(span.start, span.end - 3), span.end):
        return False
    is_in_capitals = text[span.start : span.end].isupper()
    return is_in_capitals or (before_turn and words[0][0].isupper())


def read_examiner(text: str, span: Span) -> Span | None:
    """Whom a court's record names as who asks from here on."""
    match = _EXAMINER.fullmatch(text, *span) if span.end - span.start <= _LONGEST_NOTE else None
    is_titled = match is not None and is_title(match["name"].split()[0])
    return Span(*match.span("name")) if match and is_titled else None


def read_witness(text: str, span: Span) -> Span | None:
    """Whom a court's record names as who answers from here on."""
    match = _WITNESS.fullmatch(text, *span) if span.end - span.start <= _LONGEST_NOTE else None
    if match is None or " " not in match["name"]:
        return None
    is_a_note = match["name"].isupper() or text[span.end - 1] not in ".!?"
    return Span(*match.span("name")) if is_a_note else None


def says_nothing(text: str, turn: Turn) -> bool:
    """Whether a turn is but thanks, a greeting, a call to order, or a shout of many."""
    words = [match.group() for piece in turn.pieces for match in _WORD.finditer(text, *piece)]
    label = {match.group().lower() for match in _WORD.finditer(text, *turn.label)}
    if len(words) <= _LONGEST_SHOUT and label & word_set("page/small_words", "crowds_in_labels"):
        return True
    lower = [word.lower() for word in words]
    heads, small = (word_set("page/small_words", row) for row in ("courtesies", "in_courtesies"))
    if not 0 < len(words) <= _LONGEST_COURTESY or heads.isdisjoint(lower):
        return False
    return all(word.lower() in heads | small or word in set(_called(text, turn.pieces)) for word in words)


def _called(text: str, pieces: Sequence[Span]) -> Iterator[str]:
    """The names by which somebody is called: words with a capital after a comma, and those that follow them."""
    for piece in pieces:
        for match in regex.finditer(r", ((?:\p{Lu}[\p{L}'’-]*\.? ?)+)", text[slice(*piece)]):
            yield from _WORD.findall(match[1])
