"""Step 1: an article as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

#: Where a date of publication comes from: the caller, what a page, mail or feed tells of itself, a column or key, a
#: Markdown file's front matter, a line of the text, the address, the file's name, or ``--date``.
DateOrigin = Literal["given", "metadata", "column", "front_matter", "text", "address", "file_name", "option"]


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read and what is known of it. ``published`` anchors relative dates; without it they stay partial.

    ``language`` is an ISO 639 code, None where nobody has looked. ``warnings`` are codes with what they are about
    ("encoding-guessed: cp1252").
    """

    text: str
    id: str = "-"
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
    published_from: DateOrigin | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a caller can choose of how inputs are read.

    ``published`` is the date of articles that tell none. ``day_first`` decides dates like 05/03/2024; None reads them
    month first, and says so. The columns (of tables, and keys of JSON) are found by their usual names where None.
    ``any_language`` reads texts that are not English all the same. ``allow_private`` lets ``http://`` addresses lead
    into private networks and to this machine.
    """

    published: date | None = None
    day_first: bool | None = None
    text_column: str | None = None
    id_column: str | None = None
    date_column: str | None = None
    any_language: bool = False
    allow_private: bool = False
