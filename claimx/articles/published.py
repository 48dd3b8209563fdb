"""Where an article tells its day of publication: in a line of its text, in its address, in its file's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import regex

from claimx.articles.dates import ReadDate, read_date
from claimx.lexicons import loader as lexicon
from claimx.lexicons.words import alternatives
from claimx.records import Span, Zone
from claimx.timex.calendar_words import month_pattern, months

#: Zones of a page that tell the day: the rules of bylines and time stamps in ``page/furniture.toml``; datelines.
STAMPS = frozenset({"timestamp", "date-line"})
#: In these zones a date stands among other words, before or behind them.
BESIDE = frozenset({"byline", "dateline"})
#: Origins of a date that a line of the text goes before.
TOLD_OUTSIDE = frozenset({"option", "address", "file_name"})

_WORD = regex.compile(r"\p{L}+")
_IN_NAME = regex.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_IN_PATH = regex.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?!\d)")


@dataclass(frozen=True)
class UpdateWord:
    """A row of ``page/updates.toml``: a word of a time stamp that tells of a later change."""

    key: str


@cache
def _full_date() -> regex.Pattern[str]:
    """A day with its month and year, as a page writes it."""
    month = month_pattern()
    day = rf"\d{{1,2}}(?:{alternatives('names/small_words', 'ordinal_endings')})?"
    forms = (
        rf"\b(?:{month})\b\.?\s{day},?\s\d{{4}}",
        rf"\b{day}\s(?:of\s)?(?:{month})\b\.?,?\s\d{{4}}",
        r"(?<![\d-])\d{4}-\d\d-\d\d",
        r"(?<![\d./-])\d{1,2}([./-])\d{1,2}\1\d{4}(?!\d)",
    )
    return regex.compile("|".join(forms), regex.IGNORECASE)


def date_in_text(text: str, zones: Sequence[Zone], *, day_first: bool | None = None) -> ReadDate:
    """The day that a time stamp ("Published: March 5, 2024"), a line that is a date, a byline or a dateline tells.

    Of several the first counts, one that tells of an update last.

    Args:
        text: the article's text.
        zones: its zones; sentences of the body are not looked at, since they tell of other days, too.
        day_first: as in :func:`claimx.articles.dates.read_date`.
    """
    spans = [zone.span for zone in zones if zone.rule in STAMPS or zone.kind in BESIDE]
    told = [(span, match) for span in spans if (match := _find(text, span))]
    ranked = sorted(told, key=lambda item: _is_update(text, item[0]))
    return read_date(ranked[0][1], day_first=day_first) if ranked else ReadDate(None)


def _find(text: str, span: Span) -> str | None:
    match = _full_date().search(" ".join(text[span.start : span.end].split()))
    return match.group() if match else None


def _is_update(text: str, span: Span) -> bool:
    updates = lexicon.load("page/updates", UpdateWord)
    return any(word in updates for word in _WORD.findall(text[span.start : span.end].casefold()))


def date_in_name(name: str) -> date | None:
    """The day in a file's name ("2024-03-05_ferry.txt", "ferry-20240305.txt"), if there is one and no other."""
    found = {_day(*match.group(1, 3, 4)) for match in _IN_NAME.finditer(PurePosixPath(name).name)} - {None}
    return found.pop() if len(found) == 1 else None


def date_in_address(url: str) -> date | None:
    """The day in a web page's address ("https://example.org/2024/03/05/ferry"), if there is one and no other."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    found = {_day(*match.groups()) for match in _IN_PATH.finditer(path.casefold())} - {None}
    return found.pop() if len(found) == 1 else None


def _number_of(month: str) -> int | None:
    row = months().get(month)
    return row.number if row else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _number_of(month)
    try:
        return date(int(year), number, int(day)) if number else None
    except ValueError:
        return None
