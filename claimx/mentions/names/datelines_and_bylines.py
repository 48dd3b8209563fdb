"""What the beginning of a line tells of the names in it: agency and town of a dateline, author of a byline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

import regex

from claimx.mentions.names.candidates import Candidate
from claimx.records import Span

Part = Literal["agency", "town", "author"]

#: How long a line's beginning is that is looked at, and what is looked at behind a name.
LONGEST, BEHIND = 80, 90
_DASH = r"\s?(?:--|[-–—])"


class _Shape(NamedTuple):
    """What stands between the line's beginning and the name, and behind the name."""

    part: Part
    before: regex.Pattern[str]
    behind: regex.Pattern[str]
    name: Callable[[str], bool] = lambda _: True


_SHAPES = (
    # BEIJING, Sept. 18 (Xin Bao) --      Havana, May 6 (Prensa Latina).-
    _Shape("agency", regex.compile(r"\s*\p{Lu}[^()\n]{1,60}\(|\s*\("), regex.compile(rf"(?:/\p{{L}}+)?\)[.:]?{_DASH}")),
    # MOSCOW, March 14. /TASS/.
    _Shape("agency", regex.compile(r"\s*\p{Lu}[^/\n]{1,60}/"), regex.compile(r"/")),
    # Damascus, SANA-
    _Shape("agency", regex.compile(r"\s*\p{Lu}[\p{L} .'’]{1,40}, ?"), regex.compile(r"\s?[-–—]\s?\p{Lu}"), str.isupper),
    # LONDON, May 2 (Reuters) -
    _Shape(
        "town",
        regex.compile(r"\s*(?:\p{Lu}+[/,] ?)?"),
        regex.compile(rf"(?:[/,]|\s?\()[^\n]{{0,60}}?{_DASH}\s|{_DASH}\s|, [^\n]{{0,30}}/"),
        lambda name: name.isupper() and len(name) > 3,
    ),
    _Shape("author", regex.compile(r"\s*[Bb][Yy] "), regex.compile(r" *(?:\n|$|[,|]| and )")),
)


def part_of_line(text: str, span: Span) -> Part | None:
    """What a name near the beginning of a line is in a dateline or byline; null elsewhere."""
    start = text.rfind("\n", max(0, span.start - LONGEST - 1), span.start) + 1
    if span.start - start > LONGEST or (not start and span.start > LONGEST):
        return None
    before, behind = text[start : span.start], text[span.end : span.end + BEHIND]
    name = text[span.start : span.end]
    return next(
        (s.part for s in _SHAPES if s.name(name) and s.before.fullmatch(before) and s.behind.match(behind)), None
    )


def parts_of_lines(text: str, found: list[Candidate]) -> dict[int, Part]:
    """The candidates that are parts of datelines and bylines, by their numbers."""
    parts = ((number, part_of_line(text, candidate.span)) for number, candidate in enumerate(found))
    return {number: part for number, part in parts if part is not None}
