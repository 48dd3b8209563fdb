"""Time expressions as a gold standard has them, and a text that is put together piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claimx.records import Span


class Timex(NamedTuple):
    """A time expression as TimeML has it: ``type`` in capitals, ``value`` empty where there is none."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimexDocument:
    """A document with its time expressions; ``created`` is the day it was written, or None.

    ``is_tei``: dates of the calendar only, as begin and end.
    """

    id: str
    text: str
    created: date | None
    timexes: tuple[Timex, ...]
    is_tei: bool = False


def put(chunks: list[str], text: str | None, at: int) -> int:
    """Add a piece of a text that has come to ``at`` characters; give where it ends."""
    chunks.append(text or "")
    return at + len(text or "")


def day_of(value: str | None) -> date | None:
    """The day of an ISO date or date and time, None of anything else."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
