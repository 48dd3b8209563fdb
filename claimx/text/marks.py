"""The quotation marks of the press in one table: which pair with which, and which open or close by their form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["straight", "curly", "doubled", "guillemet", "single"]


#: What stands where a character was lost in a wrong encoding: around words it was a quotation mark, in a word an
#: apostrophe.
LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: the family that it pairs in, and whether its form alone makes it open or close a quotation."""

    family: Family
    opens: bool = False
    closes: bool = False


#: Two single marks are an old typewriter's and LaTeX's double mark. A straight mark may open and close.
MARKS: dict[str, Mark] = {
    '"': Mark("straight"),
    "″": Mark("straight"),
    "＂": Mark("straight"),
    LOST: Mark("straight"),
    "“": Mark("curly", opens=True),
    "”": Mark("curly", closes=True),
    "„": Mark("curly", opens=True),
    "‟": Mark("curly", opens=True),
    "''": Mark("doubled"),
    "``": Mark("doubled", opens=True),
    "‘‘": Mark("doubled", opens=True),
    "’’": Mark("doubled", closes=True),
    "«": Mark("guillemet", opens=True),
    "»": Mark("guillemet", closes=True),
    "‘": Mark("single", opens=True),
    "’": Mark("single", closes=True),
    "'": Mark("single"),
    "`": Mark("single", opens=True),
}


def family_at(text: str, offset: int) -> Family | None:
    """The family of the mark that begins at an offset; None where none does."""
    mark = MARKS.get(text[offset : offset + 2]) or MARKS.get(text[offset : offset + 1])
    return mark.family if mark is not None else None


#: Marks of one character that quote wherever they stand; a single mark may be an apostrophe.
DOUBLE = frozenset(sign for sign, mark in MARKS.items() if len(sign) == 1 and mark.family != "single")
SINGLE = frozenset(sign for sign, mark in MARKS.items() if mark.family == "single")
#: All signs that marks are made of, as a string for patterns and ``str.strip``.
SIGNS = "".join(sorted(DOUBLE | SINGLE))
