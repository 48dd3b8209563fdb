"""How an input is called in messages."""

from __future__ import annotations

import re

STDIN = "-"
_LINE = re.compile(rf"{re.escape(STDIN)}:(\d+)")


def shown(name: str) -> str:
    """A file's or an article's name as messages have it: "-" and "-:2" are (a line of) standard input."""
    if name == STDIN:
        return "standard input"
    line = _LINE.fullmatch(name)
    return f"standard input, line {line[1]}" if line else name
