"""Cuts a text into paragraphs without touching it.

A line is a paragraph, unless the text is hard-wrapped (lines broken in mid-sentence): then blank lines, indents, lists
and lines that stop short of the width bound the paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from claimx.records import Span

#: Lines of hard-wrapped text are at most this long; longer lines are paragraphs.
WIDEST_WRAP = 110
NARROWEST_WRAP = 35
#: Share of single line breaks that could be breaks of greedy wrapping, if a text is hard-wrapped, and share of those
#: that a line in small letters follows.
SHARE_FULL = 0.6
SHARE_MID_SENTENCE = 0.4
#: Fewer breaks in mid-sentence are no habit.
FEWEST_BREAKS = 3

_LINE = regex.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = regex.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
#: White space and invisible marks, as Unicode has them: trimmed from paragraphs, never part of a word.
_BLANKS = frozenset(
    [*" \t\x1f\xa0\u1680\u205f\u3000\ufeff\u00ad"]
    + [chr(c) for first, last in ((0x2000, 0x200F), (0x202A, 0x202F), (0x2060, 0x2069)) for c in range(first, last + 1)]
)
BLANK = "".join(sorted(_BLANKS))
_BLANKS_AHEAD = regex.compile(rf"[{BLANK}]*+")
_FIRST_WORD = regex.compile(r"\S+")
#: How a sentence ends, before a line's end.
_ENDS = regex.compile(r"[.!?:…][\"'”’»)\]]*$")
#: Stands for the width of lines that are broken in mid-sentence at no width.
RAGGED = -1
_BULLET = regex.compile(r"(?:[-*•–—▪●]|\d{1,3}[.)])\s")


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks and invisible marks at its edges; empty at ``start`` if there is nothing else."""
    ahead = _BLANKS_AHEAD.match(text, start, end)
    first = ahead.end() if ahead else start
    while end > first and text[end - 1] in _BLANKS:
        end -= 1
    return Span(first, max(first, end))


class _Line(NamedTuple):
    """A line, trimmed, and how many blanks stand before it."""

    start: int
    end: int
    indent: int

    @property
    def width(self) -> int:
        """From the margin to its end."""
        return self.end - self.start + self.indent


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text in order, trimmed of white space, none empty. Linear in the length of the text."""
    blocks = list(_blocks(text))
    if _is_double_spaced(text, blocks):
        blocks = [[line for block in blocks for line in block]]
    width = _wrap_width(text, blocks)
    if width is None:
        return [Span(line.start, line.end) for block in blocks for line in block]
    return [paragraph for block in blocks for paragraph in _unwrap(text, block, width)]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines with no blank line between them; each line trimmed."""
    block: list[_Line] = []
    end_of_last = 0
    for match in _LINE.finditer(text):
        line = trim(text, match.start(), match.end())
        if block and (line.start == line.end or _count_breaks(text, end_of_last, match.start()) > 1):
            yield block
            block = []
        end_of_last = match.end()
        if line.start < line.end:
            block.append(_Line(line.start, line.end, line.start - match.start()))
    if block:
        yield block


def _count_breaks(text: str, start: int, end: int) -> int:
    # \r\r\n and the like: only the first two breaks matter.
    count = 0
    for _ in _BREAKS.finditer(text, start, end):
        count += 1
        if count > 1:
            break
    return count


def _is_double_spaced(text: str, blocks: Sequence[Sequence[_Line]]) -> bool:
    """Whether a blank line stands after every line of a wrapped text, in mid-sentence too."""
    if len(blocks) <= FEWEST_BREAKS or any(len(block) > 1 for block in blocks):
        return False
    lines = [line for block in blocks for line in block]
    if max(line.width for line in lines) > WIDEST_WRAP:
        return False
    mid_sentence = sum(_is_mid_sentence(text, a, b) for a, b in pairwise(lines))
    return mid_sentence >= max(FEWEST_BREAKS, SHARE_MID_SENTENCE * (len(lines) - 1))


def _wrap_width(text: str, blocks: Sequence[Sequence[_Line]]) -> int | None:
    """The width that the text is wrapped at, or None; ``RAGGED`` where there is none but the lines are broken anyhow.

    Greedy wrapping breaks a line only where the next word does not fit. So a text is wrapped if most of its single line
    breaks could be such breaks for the width of its widest line, and many of them stand before a small letter. Breaks
    after a full stop and before an indent are no witnesses against it: there a paragraph may end. Where most breaks of
    all stand in mid-sentence, the text is wrapped whatever the width is.
    """
    pairs = [(a, b) for block in blocks for a, b in pairwise(block)]
    if not pairs:
        return None
    width = max(line.width for block in blocks if len(block) > 1 for line in block)
    if width > WIDEST_WRAP:
        return None
    full = [(a, b) for a, b in pairs if _is_full(text, a, b, width)]
    mid_sentence = sum(text[b.start].islower() for _, b in full)
    bound = sum(_may_end(text, a, b) for a, b in pairs if not _is_full(text, a, b, width))
    if width >= NARROWEST_WRAP and mid_sentence >= max(1, SHARE_MID_SENTENCE * len(full)):
        if len(full) >= SHARE_FULL * len(pairs):
            return width
        if mid_sentence >= FEWEST_BREAKS and len(full) >= SHARE_FULL * (len(pairs) - bound):
            return width
    broken = sum(_is_mid_sentence(text, a, b) for a, b in pairs)
    is_short_text = broken == len(pairs) - bound == FEWEST_BREAKS - 1  # a sentence or two
    return RAGGED if is_short_text or broken >= max(FEWEST_BREAKS, SHARE_FULL * (len(pairs) - bound)) else None


def _may_end(text: str, line: _Line, following: _Line) -> bool:
    return following.indent > line.indent or _ENDS.search(text, max(line.start, line.end - 4), line.end) is not None


def _is_mid_sentence(text: str, line: _Line, following: _Line) -> bool:
    return text[following.start].islower() and not _ENDS.search(text, max(line.start, line.end - 4), line.end)


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    word = _FIRST_WORD.match(text, following.start, following.end)
    length = word.end() - word.start() if word else 0
    return line.width + 1 + length > width


def _unwrap(text: str, block: Sequence[_Line], width: int) -> Iterator[Span]:
    margin = min(line.indent for line in block)
    start = block[0].start
    for line, following in pairwise(block):
        if not _goes_on(text, line, following, width, margin) or _BULLET.match(text, following.start, following.end):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _goes_on(text: str, line: _Line, following: _Line, width: int, margin: int) -> bool:
    """Whether a paragraph goes on from a line to the one that follows."""
    if _is_mid_sentence(text, line, following):
        return True
    if following.indent > margin and following.indent >= line.indent:
        return False
    if width == RAGGED:
        return not _may_end(text, line, following)
    return text[following.start].islower() or _is_full(text, line, following, width)
