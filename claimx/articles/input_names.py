"""How an input is called in messages."""

from __future__ import annotations

import re

STDIN = "-"
#: What web addresses begin with.
_WEB = ("http://", "https://")
_LINE = re.compile(rf"{re.escape(STDIN)}:(\d+)")


def shown(name: str) -> str:
    """A file's or an article's name as messages have it: "-" and "-:2" are (a line of) standard input."""
    if name == STDIN:
        return "standard input"
    line = _LINE.fullmatch(name)
    return f"standard input, line {line[1]}" if line else name


def is_web_address(path: str) -> bool:
    """Whether an input is the address of a page that is to be fetched."""
    return path.lower().startswith(_WEB)
