"""Lines that a mail program has marked as quoted ("> "): the marks stand inside of sentences, and are left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import regex

from claimx.articles.blocks import is_signature

#: A line or two behind ">" may be anything; more are a quoted mail.
FEWEST_LINES = 3

_LINE_END = regex.compile(r"\r\n|[\n\r]")
_MARKED = regex.compile(r"[ \t]{0,3}(?:>[ \t]?)+")


def without_quote_marks(text: str) -> str:
    """The text without the marks of quoted lines, where at least three such lines follow each other.

    Those of a block quotation stay, which has its author's name at its end or on the next line. Line ends stay, so that
    wrapped lines can be told; a text without quoted lines is returned as it is.
    """
    if ">" not in text:
        return text
    ends = [match.end() for match in _LINE_END.finditer(text)]
    lines = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    kept: list[str] = []
    for is_marked, group in groupby(enumerate(lines), key=lambda line: _MARKED.match(line[1]) is not None):
        run = list(group)
        some = [line for _, line in run]
        if is_marked and len(run) >= FEWEST_LINES and not _is_signed(lines, run[-1][0]):
            some = [_MARKED.sub("", line, count=1) for line in some]
        kept += some
    return "".join(kept)


def _is_signed(lines: Sequence[str], last: int) -> bool:
    """Whether the last line of a run of quoted ones, or the next that is not empty, names the author of it all."""
    following = next((line for line in lines[last + 1 : last + 3] if line.strip()), "")
    return any(is_signature(line.strip()) for line in (lines[last], following))
