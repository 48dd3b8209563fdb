"""Step 3: what is mentioned in an article: names, quantities, times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimx.records.shown import NARROW, short, within
from claimx.records.spans import Span, internal

Bound = Literal["=", ">", ">=", "<", "<=", "~"]
Change = Literal["up", "down"]
TimeType = Literal["date", "time", "duration", "set"]
TimeAnchor = Literal["explicit", "publication", "context", "none"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words of the text: ``text`` is what stands at ``span``."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean what is named elsewhere ("she", "the ministry", "Ruiz"); ``name`` is its full name."""

    text: str
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Rate:
    """What a value is a rate of ("a day", "per square metre"): ``unit`` is its singular name ("day")."""

    text: str
    span: Span
    unit: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with its unit, bound, change and what it counts (the contract: docs/record.md)."""

    text: str
    span: Span
    value: int | float
    high: int | float | None = None
    bound: Bound = "="
    unit: str | None = None
    per: Rate | None = None
    dimension: str = "count"
    change: Change | None = None
    of: Mention | None = None
    si: int | float | None = None
    rule: str = internal()
    noun: str = internal()  # a count's noun in singular with its modifiers ("first-team player")
    trend: str = internal()  # what told the change: "verb", "noun" or "sign"

    def __repr__(self) -> str:
        """A line: how many of what."""
        high = f" to {self.high}" if self.high is not None else ""
        unit = f" {self.unit}" if self.unit else ""
        value = f"{self.bound} {self.value}{high}{unit}"
        of = f"of={short(self.of.text, NARROW)}" if self.of else ""
        return within(type(self).__name__, (short(self.text, NARROW), value, self.change or "", of))


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A time expression before it is resolved: all that resolving it to another day takes.

    ``parts`` are its telling words as the lexicons count them (``("weekday", "4")``); ``tense`` that of its clause;
    ``focus`` and ``frame`` the TIMEX3 values of the last date and the last quarter named before it, or None.
    """

    resolver: str
    parts: tuple[tuple[str, str], ...]
    tense: str = "none"
    focus: str | None = None
    frame: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression after TIMEX3 (ISO-TimeML); ``begin`` and ``end`` are ISO dates, both inclusive."""

    text: str
    span: Span
    type: TimeType
    value: str | None
    begin: str | None = None
    end: str | None = None
    anchor: TimeAnchor = "none"
    rule: str = internal()
    unresolved: Unresolved | None = internal(None)  # noqa: RUF009 - a field, not a shared value

    def __repr__(self) -> str:
        """A line: which time."""
        return within(type(self).__name__, (short(self.text, NARROW), self.type, repr(self.value), self.anchor))


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity; ``id`` is one per real-world thing in the article, ``name`` its fullest name there."""

    text: str
    span: Span
    label: str
    name: str
    id: str
    rule: str = internal()

    def __repr__(self) -> str:
        """A line: which thing."""
        return within(
            type(self).__name__, (short(self.text, NARROW), self.label, f"name={short(self.name, NARROW)}", self.id)
        )


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that step 3 found in one article, each in text order."""

    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
