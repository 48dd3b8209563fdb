"""Lines of a printed page, with where they stand, to columns and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from claimx.lexicons import loader as lexicon

#: Pieces of a line with a gap of less than this many heights between them belong together.
WORD_GAP = 1.0
#: Two lines are on one level if they overlap by this share of the lower one's height.
SAME_LEVEL = 0.5
#: A gutter between columns is so many heights wide, and stands between so many lines on either side; at most this share
#: of all lines (headings, say) may cross it.
GUTTER = 0.6
COLUMN_LINES = 3
SHARE_CROSSING = 0.34
#: A page of more pieces than this is a table or a map, not columns of text.
MOST_PIECES = 3000
#: A new paragraph begins after a gap of so many usual ones, behind an indent of so many heights, and in another size.
PARAGRAPH_GAP = 1.35
INDENT = 0.6
OTHER_SIZE = 0.2
#: A line that ends this share of its column's width before its end is the last one of its paragraph.
SHORT = 0.15
#: What stands behind such a first part as a word of its own has so many letters ("self-employed", not "self-ish").
SHORTEST_SECOND = 4

#: A hyphen at a line's end that divides a word, as far as the file tells.
HYPHEN = "\ufffe"
_HYPHENS = f"-\xad\u2010{HYPHEN}"
_WORD = regex.compile(r"\p{L}+")
#: So many letters before a hyphen are looked at.
LONGEST_WORD = 60
_LAST_WORD = regex.compile(r"(\p{L}+)$")
_FIRST_WORD = regex.compile(r"\p{L}+")
_ENDS = regex.compile(r"[.!?:][\"'”’)\]]*$")


@dataclass(frozen=True)
class FirstPart:
    """A row of ``page/hyphenated.toml``: what words with a hyphen begin with."""

    key: str


class Line(NamedTuple):
    """A line, or a piece of one: its words and its box, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom


def merge_pieces(pieces: Sequence[Line]) -> list[Line]:
    """Pieces that stand side by side, such as words in bold type, as one line."""
    merged: list[Line] = []
    for piece in _by_level(pieces) if len(pieces) <= MOST_PIECES else pieces:
        before = next(
            (i for i in range(len(merged) - 1, max(-1, len(merged) - 12), -1) if _is_next(merged[i], piece)), None
        )
        if before is None:
            merged.append(piece)
            continue
        line = merged[before]
        gap = (
            " "
            if piece.left - line.right > 0.1 * max(piece.height, line.height) and not line.text.endswith(" ")
            else ""
        )
        merged[before] = Line(
            f"{line.text}{gap}{piece.text.lstrip() if line.text.endswith(' ') else piece.text}",
            line.left,
            max(line.right, piece.right),
            max(line.top, piece.top),
            min(line.bottom, piece.bottom),
        )
    return merged


def _by_level(pieces: Sequence[Line]) -> list[Line]:
    """Pieces from the top to the bottom, those on one level from the left: a lone "T" is less high than its line."""
    levels: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: -(p.top + p.bottom)):
        level = next((level for level in levels[:-4:-1] if any(_are_level(other, piece) for other in level)), None)
        if level is None:
            levels.append([piece])
        else:
            level.append(piece)
    return [piece for level in levels for piece in sorted(level, key=lambda p: p.left)]


def _are_level(line: Line, piece: Line) -> bool:
    overlap = min(line.top, piece.top) - max(line.bottom, piece.bottom)
    return overlap > SAME_LEVEL * min(line.height, piece.height)


def _is_next(line: Line, piece: Line) -> bool:
    """Whether a piece goes on with a line: on its level, and close behind its end."""
    least, most = sorted((line.height, piece.height))
    return _are_level(line, piece) and -least < piece.left - line.right < WORD_GAP * most


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Lines from the top to the bottom, column by column; a heading over several columns bounds them."""
    gutter = _find_gutter(lines) if 2 * COLUMN_LINES <= len(lines) <= MOST_PIECES else None
    down = sorted(lines, key=lambda line: (-line.top, line.left))
    if gutter is None:
        return down
    ordered: list[Line] = []
    band: list[Line] = []
    for line in down:
        if line.left < gutter < line.right:
            ordered += _columns(band, gutter)
            band = []
            ordered.append(line)
        else:
            band.append(line)
    return ordered + _columns(band, gutter)


def _columns(band: Sequence[Line], gutter: float) -> list[Line]:
    left = [line for line in band if line.right <= gutter]
    right = [line for line in band if line.right > gutter]
    return [*in_reading_order(left), *in_reading_order(right)]


def _find_gutter(lines: Sequence[Line]) -> float | None:
    """Where the white between two columns runs: crossed by the fewest lines, with lines side by side around it."""
    width = GUTTER * median(line.height for line in lines)
    best: tuple[int, float] | None = None
    for place in sorted({line.right + width / 2 for line in lines}):
        left = [line for line in lines if line.right <= place]
        right = [line for line in lines if line.left >= place + width / 2]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < COLUMN_LINES or crossing > SHARE_CROSSING * len(lines):
            continue
        if not _side_by_side(left, right):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, place)
    return best[1] if best else None


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    bottom = max(min(line.bottom for line in left), min(line.bottom for line in right))
    top = min(max(line.top for line in left), max(line.top for line in right))
    beside = [sum(bottom <= line.bottom and line.top <= top for line in side) for side in (left, right)]
    return min(beside) >= COLUMN_LINES - 1


def to_paragraphs(pages: Iterable[Sequence[Line]]) -> str:
    """The text of pages whose lines are in order: a paragraph a line, with blank lines between.

    A word that a hyphen divides at a line's end is put together; the hyphen stays where the document shows it in the
    same word elsewhere, or both parts as words of their own and never the whole, and in words like "well-known".
    """
    lines = [line for page in pages for line in page]
    words = _whole_words(lines)
    compounds = " ".join(line.text for line in lines).casefold()
    pitch = _usual_pitch(lines)
    paragraphs: list[str] = []
    for number, line in enumerate(lines):
        text = " ".join(line.text.replace(HYPHEN, "-").split())
        if not text:
            continue
        if paragraphs and number and not _begins(lines, number, pitch):
            paragraphs[-1] = _join(paragraphs[-1], text, words, compounds)
        else:
            paragraphs.append(text)
    return "\n\n".join(paragraphs)


def _whole_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words of lines, without the halves of words at their ends and beginnings."""
    found: set[str] = set()
    is_half = False
    for line in lines:
        text = line.text.strip()
        words = _WORD.findall(text)
        ends_half = text[-1:] in _HYPHENS
        found.update(word.casefold() for word in words[is_half : len(words) - ends_half])
        is_half = ends_half
    return frozenset(found)


def _usual_pitch(lines: Sequence[Line]) -> float:
    """How far lines of a paragraph stand below each other: less than two paragraphs do."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 4 * a.height]
    return sorted(steps)[len(steps) // 3] if steps else 0.0


def _begins(lines: Sequence[Line], number: int, pitch: float) -> bool:
    """Whether a line begins a paragraph."""
    line, before = lines[number], lines[number - 1]
    step = before.bottom - line.bottom
    if abs(line.height - before.height) > OTHER_SIZE * max(line.height, before.height) and _differs(lines, number):
        return True
    if step <= 0 or step > 4 * max(pitch, line.height):  # at the top of the next column or page
        return bool(_ENDS.search(before.text.rstrip())) or not _goes_on(line.text)
    if step > PARAGRAPH_GAP * pitch:
        return True
    column = [other for other in lines[max(0, number - 8) : number + 8] if _overlap(other, line)]
    left, right = min(other.left for other in column), max(other.right for other in column)
    if line.left - left > INDENT * line.height and before.left - left <= INDENT * line.height:
        return True
    return before.right < right - SHORT * (right - left) and bool(_ENDS.search(before.text.rstrip()))


def _differs(lines: Sequence[Line], number: int) -> bool:
    """Whether the line or the one before is of another size than usual; heights also vary with the letters in them."""
    usual = median(line.height for line in lines[max(0, number - 10) : number + 10])
    return any(abs(lines[at].height - usual) > 2 * OTHER_SIZE * usual for at in (number, number - 1))


def _overlap(line: Line, other: Line) -> bool:
    return min(line.right, other.right) > max(line.left, other.left)


def _goes_on(text: str) -> bool:
    first = text.lstrip()[:1]
    return first.islower() or first.isdigit() or first in "(\"“‘'"


def _join(start: str, end: str, words: frozenset[str], compounds: str) -> str:
    if start[-1] not in _HYPHENS:
        return f"{start} {end}"
    head, tail = _LAST_WORD.search(start[-LONGEST_WORD:-1]), _FIRST_WORD.match(end)
    if head is None or tail is None:
        return f"{start} {end}"
    first, second = head[1].casefold(), tail.group().casefold()
    if start[-1] != "\xad" and (not tail.group()[0].islower() or _is_compound(first, second, words, compounds)):
        return start + end
    return start[:-1] + end


def _is_compound(first: str, second: str, words: frozenset[str], compounds: str) -> bool:
    known = lexicon.load("page/hyphenated", FirstPart)
    if f"{first}-{second}" in compounds or (first in known and len(second) >= SHORTEST_SECOND):
        return True
    return first + second not in words and first in words and second in words
