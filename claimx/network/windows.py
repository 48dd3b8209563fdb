"""Cuts the pieces of a text into the windows that the attribution network reads at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from claimx.network.inputs import CLOSING, IntArray, Pieces


class Window(NamedTuple):
    """Pieces ``[begin, end)``; only statements whose cue begins in ``[keep_from, keep_to)`` are this window's own."""

    begin: int
    end: int
    keep_from: int
    keep_to: int


def cut(pieces: Pieces, size: int, longest: int) -> list[Window]:
    """Pack whole paragraphs into windows of up to ``size`` pieces.

    Paragraphs that lead on to the next ("He said:", an unclosed quotation) stay with it, and a long paragraph has a
    window to itself, up to ``longest`` pieces. A paragraph of more is cut at sentence ends into windows that share up
    to a third of their pieces, so that each cue is read with what stands before and after it.
    """
    windows: list[Window] = []
    bounds = _blocks(pieces, longest)
    begin = 0
    for at, end in pairwise(bounds):
        if at > begin and end - begin > size:
            windows.append(Window(begin, at, begin, at))
            begin = at
        if end - at > longest:
            windows += _split(pieces, at, end, longest)
            begin = end
    if begin < len(pieces):
        windows.append(Window(begin, len(pieces), begin, len(pieces)))
    return windows


def _blocks(pieces: Pieces, longest: int) -> list[int]:
    """Where paragraphs begin that do not have to stay with the one before, and the end of all."""
    starts = np.flatnonzero(pieces.start).tolist()
    ends = [*starts[1:], len(pieces)]
    blocks = starts[:1]
    for start, end in zip(starts[1:], ends[1:], strict=True):
        if not pieces.leads_on[pieces.paragraph[start - 1]] or end - blocks[-1] > longest:
            blocks.append(start)
    return [*blocks, len(pieces)]


def _split(pieces: Pieces, begin: int, end: int, longest: int) -> list[Window]:
    """Cut one paragraph ``[begin, end)`` into overlapping windows at sentence ends, or anywhere if there are none."""
    breaks = _breaks(pieces, begin, end)
    windows: list[Window] = []
    at = keep_from = begin
    while True:
        stop = end if end - at <= longest else _last_break(breaks, at + 2 * longest // 3, at + longest)
        if stop == end:
            windows.append(Window(at, end, keep_from, end))
            return windows
        following = _last_break(breaks, stop - longest // 3, stop - longest // 6)
        keep_to = _last_break(breaks, following, (following + stop) // 2)
        windows.append(Window(at, stop, keep_from, keep_to))
        at, keep_from = following, keep_to


def _breaks(pieces: Pieces, begin: int, end: int) -> IntArray:
    """Where sentences begin within ``[begin, end)``, as indexes of pieces."""
    ends = pieces.ends_sentence[begin:end]
    closing = pieces.quote[begin:end] == CLOSING
    after = np.zeros(len(ends) + 1, np.bool_)
    after[1:] = ends
    after[2:] |= ends[:-1] & closing[1:]
    after[1:-1] &= ~closing[1:] & ~ends[1:]
    after[:-1] &= pieces.word[begin:end]
    return begin + np.flatnonzero(after)


def _last_break(breaks: IntArray, low: int, high: int) -> int:
    """Find the last break in ``(low, high]``, or ``high`` if there is none."""
    at = int(np.searchsorted(breaks, high, side="right")) - 1
    return int(breaks[at]) if at >= 0 and breaks[at] > low else high
