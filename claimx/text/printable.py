"""Text that can be shown in a terminal: nothing in it moves the cursor, changes colours or turns the line around."""

from __future__ import annotations

import json
import re

#: Marks that change the direction of what follows: with them a line can be made to read as another.
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
#: A control code is shown by its picture (U+2400 …), so that ESC is "␛"; those that have none by U+FFFD.
_SHOWN = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421"}
    | dict.fromkeys([*range(0x80, 0xA0), *_DIRECTIONS, 0x2028, 0x2029], "\ufffd")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone halves of code points, which no terminal takes
)
_IN_JSON = re.compile(f"[\x7f-\x9f{''.join(map(chr, _DIRECTIONS))}]")


def printable(text: str) -> str:
    """Anything, an article's words or a file's name, on one line, with what a terminal would obey made visible."""
    return text.translate(_SHOWN)


def printable_json(text: str) -> str:
    r"""JSON that means the same, with what JSON leaves bare and a terminal obeys written as ``\u009b``."""
    return _IN_JSON.sub(lambda match: json.dumps(match.group())[1:-1], text)
