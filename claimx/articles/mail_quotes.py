"""Lines that a mail program has marked as quoted ("> "): the marks stand inside of sentences, and are left out."""

from __future__ import annotations

import regex

#: A line or two behind ">" may be anything; more are a quoted mail.
FEWEST_LINES = 3

_LINE_END = regex.compile(r"\r\n|[\n\r]")
_MARKED = regex.compile(r"[ \t]{0,3}(?:>[ \t]?)+")


def without_quote_marks(text: str) -> str:
    """The text without the marks of quoted lines, where at least three such lines follow each other.

    Line ends stay, so that wrapped lines can be told; a text without quoted lines is returned as it is.
    """
    if ">" not in text:
        return text
    ends = [match.end() for match in _LINE_END.finditer(text)]
    lines = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    kept: list[str] = []
    run: list[str] = []
    for line in [*lines, ""]:
        if _MARKED.match(line):
            run.append(line)
            continue
        kept += run if len(run) < FEWEST_LINES else [_MARKED.sub("", marked, count=1) for marked in run]
        run = []
        kept.append(line)
    return "".join(kept)
