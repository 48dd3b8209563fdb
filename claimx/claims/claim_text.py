"""A content's spans to the text of a claim: clean to read, letter for letter the words at the spans."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claimx.records import Span

_OTHER_SIGNS = "″＂“”„‟«»‘’'`"
_SIGNS = '"' + _OTHER_SIGNS
#: One mark; a run of straight double ones, as spreadsheets leave them, is one.
_MARK = rf"""(?:(?<!")"++|''|``|‘‘|’’|[{_OTHER_SIGNS}])"""
_OPENING_MARK = regex.compile(rf"\s*{_MARK}\s*")
_CLOSING_MARK = regex.compile(rf"{_MARK}\s*$")
_PARAGRAPH_MARK = regex.compile(r"(?:''|``|[\"″＂“„‟«‘`])(?=\S)")
_COMMA_AND_MARK = regex.compile(rf"[,;]([{_SIGNS}]+)$")
_THAT = regex.compile(r"\s*that\b(?!['’])\s*,?\s*")
_JOINS = " ,;:–—-"
_ENDS = (".", "!", "?")


def claim_text(text: str, spans: Sequence[Span], quoted: Sequence[Span], *, drop_that: bool) -> str:
    """The content in reading order.

    White space is normalised; the marks around a piece that is quoted as a whole, marks that open a further paragraph,
    and a leading "that" that joins (with ``drop_that``, or before a quotation) are left out; the pieces are joined by a
    blank. No letter or digit is added, left out or moved.

    Args:
        text: the article's text.
        spans: the content's pieces.
        quoted: the stretches of it in the source's own words, marks included.
        drop_that: whether a leading "that" is a conjunction.
    """
    pieces: list[str] = []
    for number, span in enumerate(spans):
        start, end = span
        that = _THAT.match(text, start, end) if number == 0 else None
        if that and that.end() < end and (drop_that or _OPENING_MARK.match(text, that.end(), end)):
            start = that.end()
        piece = _folded(_bare(text, Span(start, end), quoted))
        following = spans[number + 1] if number + 1 < len(spans) else None
        pieces.append(_ended(piece, text, span, following))
    joined = " ".join(piece for piece in pieces if piece)
    return joined or " ".join("".join(text[start:end] for start, end in spans).split())


def _bare(text: str, span: Span, quoted: Sequence[Span]) -> str:
    """A piece without the marks around it, if it is quoted from its first word to its last."""
    piece = text[span.start : span.end]
    for stretch in quoted:
        if not stretch.overlaps(span):
            continue
        outside = text[span.start : max(span.start, stretch.start)] + text[min(span.end, stretch.end) : span.end]
        if any(sign.isalnum() for sign in outside):
            continue
        end = max(0, min(len(piece), stretch.end - span.start))
        inner, trail = piece[:end], piece[end:]
        if mark := _OPENING_MARK.match(inner):
            inner = inner[mark.end() :]
        if mark := _CLOSING_MARK.search(inner):
            inner = inner[: mark.start()]
        return inner + "".join(sign for sign in trail if sign not in _SIGNS)
    return piece


def _folded(piece: str) -> str:
    """A piece on one line, without the marks that open its further paragraphs."""
    first, *others = piece.split("\n")
    lines = [first, *(_PARAGRAPH_MARK.sub("", line.lstrip(), count=1) if _opens(line) else line for line in others)]
    return " ".join(" ".join(lines).split())


def _opens(line: str) -> bool:
    return _PARAGRAPH_MARK.match(line.lstrip()) is not None


def _ended(piece: str, text: str, span: Span, following: Span | None) -> str:
    """A piece without the comma that only served the cue; a full stop where a new sentence follows the cue's."""
    bare = piece.rstrip(_JOINS)
    if following is None:
        return _COMMA_AND_MARK.sub(r"\1", bare) or piece
    if bare == piece:
        return piece
    between = text[span.end : following.start].rstrip().rstrip(_SIGNS)
    is_new = bare and not bare.endswith(_ENDS) and between.endswith(_ENDS)
    return f"{bare}." if is_new else bare if bare.endswith(_ENDS) else piece
