"""A date of publication, in whatever notation a page, a column, a header or an option has it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import NamedTuple

from claimx.errors import UsageError

#: Nothing longer is a date.
LONGEST = 80
#: Numbers of this size are seconds since 1970 (from 1973 on), a thousand times more are milliseconds.
SECONDS = (1e8, 5e9)
#: Years in which articles appear; another one is a misreading.
YEARS = range(1500, 2101)

#: Two numbers that may be day and month or month and day, and a year.
_NUMERIC = re.compile(r"(?<![\d.:/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
#: Year, month and day, which nobody writes in another order.
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBER = re.compile(r"\d{9,13}(?:\.\d+)?")


class ReadDate(NamedTuple):
    """A date, None where there is none, and warnings on how it was read."""

    value: date | None
    warnings: tuple[str, ...] = ()


def read_date(value: object, *, day_first: bool | None = None) -> ReadDate:
    """Read a date of publication; of a time only its day counts, as it is where it was written.

    Args:
        value: a date, a datetime (pandas' Timestamp is one), seconds or milliseconds since 1970, or words such as
            "2024-03-05T10:30Z", "5 March 2024", "05.03.2024", "March 5th, 2024 10:30 GMT"; None, NaT and an empty text
            are no date.
        day_first: the order of day and month in numbers that allow both; None takes the month first, as is usual in
            English, but the day first between full stops ("05.03.2024").

    Returns:
        The date. What cannot be read, words without a day, a month or a year among it, gives None and the warning
        ``date-not-read``; an order that was assumed gives ``date-order-assumed``.
    """
    if value is None or value != value:  # noqa: PLR0124 - NaT and NaN differ from themselves
        return ReadDate(None)
    if isinstance(value, datetime):
        return ReadDate(value.date())
    if isinstance(value, date):
        return ReadDate(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _checked(_from_epoch(float(value)), str(value))
    words = " ".join(str(value).split()) if isinstance(value, str) else repr(value)
    if not words:
        return ReadDate(None)
    return _from_words(words, day_first) if isinstance(value, str) else ReadDate(None, (_not_read(words),))


def to_date(value: object, *, day_first: bool | None = None) -> date | None:
    """A date of publication as a caller gives it: see :func:`read_date`.

    Raises:
        UsageError: it is no date.
    """
    found = read_date(value, day_first=day_first)
    if found.value is None and found.warnings:
        raise UsageError(f"published is {str(value)[:40]!r}, not a date like 2024-03-05 or 5 March 2024.")
    return found.value


def iso_date(words: str) -> date | None:
    """The day of an ISO date or date and time ("2024-03-05", "2024-03-05T10:30:00Z"), None of anything else."""
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError:
        return None


def _from_words(words: str, day_first: bool | None) -> ReadDate:
    iso = iso_date(words) if len(words) <= LONGEST else None
    if iso:
        return _checked(iso, words)
    if _YEAR_FIRST.match(words):
        return _checked(_year_first(words), words)
    if _NUMBER.fullmatch(words):
        return _checked(_from_epoch(float(words)), words)
    warnings: tuple[str, ...] = ()
    numeric = _NUMERIC.search(words)
    order = "MDY"
    if numeric:
        first, second = int(numeric[1]), int(numeric[3])
        is_open = first <= 12 and second <= 12 and first != second
        is_day_first = second <= 12 and (first > 12 or (numeric[2] == "." if day_first is None else day_first))
        order = "DMY" if is_day_first else "MDY"
        if is_open and day_first is None and numeric[2] != ".":
            warnings = (f"date-order-assumed: {numeric[0]}",)
    found = _parse(words, order) if len(words) <= LONGEST else None
    return _checked(found, words, warnings)


def _year_first(words: str) -> date | None:
    match = _YEAR_FIRST.match(words)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _parse(words: str, order: str) -> date | None:
    """The day that words in English name in full; relative ones ("yesterday") would depend on the day of the run."""
    import dateparser

    settings = {
        "DATE_ORDER": order,
        "PARSERS": ["absolute-time"],
        "STRICT_PARSING": True,
        "RELATIVE_BASE": datetime(2000, 1, 1),  # a two-digit year means the same in every year
    }
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None


def _from_epoch(number: float) -> date | None:
    low, high = SECONDS
    for unit in (1.0, 1000.0):
        if low <= number / unit <= high:
            return datetime.fromtimestamp(number / unit, tz=UTC).date()
    return None


def _checked(found: date | None, words: str, warnings: tuple[str, ...] = ()) -> ReadDate:
    if found is None or found.year not in YEARS:
        return ReadDate(None, (_not_read(words),))
    return ReadDate(found, warnings)


def _not_read(words: str) -> str:
    return f"date-not-read: {words[:40]!r}"
