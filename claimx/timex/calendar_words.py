"""The words of the calendar as the lexicons of times give them: months, weekdays, units and holidays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimx.lexicons.loader import load


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A row of months.toml; ``unsure``: also another word or a name."""

    number: int
    short: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayRow:
    """A row of weekdays.toml; ``number`` as in ISO 8601, ``short``: a weekday only beside a date."""

    number: int
    short: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row of time_units.toml; ``grain`` is its unit of the calendar, empty for hours and below."""

    plural: str
    code: str
    grain: str
    clock: bool = False
    times: int = 1


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A row of holidays.toml: exactly one of ``date``, ``easter`` and ``month`` with ``weekday`` and ``nth``."""

    date: str = ""
    easter: int | None = None
    month: int = 0
    weekday: int = 0
    nth: int = 0
    after: int = 0


def months() -> dict[str, MonthRow]:
    """The months under their names and abbreviations, in lower case and without full stops."""
    return load("times/months", MonthRow)


def weekdays() -> dict[str, WeekdayRow]:
    """The weekdays under their names, plurals and abbreviations, in lower case."""
    return load("times/weekdays", WeekdayRow)


def units() -> dict[str, UnitRow]:
    """The units of time under their singular."""
    return load("times/time_units", UnitRow)


def holidays() -> dict[str, HolidayRow]:
    """The holidays under their names, in lower case."""
    return load("times/holidays", HolidayRow)


@cache
def month_names() -> frozenset[str]:
    """The names of the months and their abbreviations, in lower case and without full stops."""
    return frozenset(months())


@cache
def weekday_names() -> frozenset[str]:
    """The names of the weekdays and their plurals, in lower case, without abbreviations."""
    return frozenset(name for name, row in weekdays().items() if not row.short)


def weekday_pattern() -> str:
    """The weekdays in the singular as alternatives of a regular expression, with a first capital."""
    return "|".join(name.capitalize() for name, row in weekdays().items() if not row.short and not row.plural)


def month_pattern() -> str:
    """The months as alternatives of a regular expression: with a first capital, and in capitals where not short."""
    names = [name.capitalize() for name in months()]
    names += [name.upper() for name, row in months().items() if not row.short]
    return "|".join(sorted(names, key=len, reverse=True))
