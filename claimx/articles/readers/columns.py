"""Rows of tables and records of JSON as articles: columns and keys found by their usual names."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from claimx.articles.dates import read_date
from claimx.articles.decode import without_surrogates
from claimx.articles.input_names import shown
from claimx.errors import InputError
from claimx.lexicons import loader as lexicon
from claimx.records import Article, DateOrigin, ReadOptions

#: The parts of an article that a column may hold, ``text`` apart.
PARTS = ("id", "title", "published", "publisher", "author", "url")
#: Keys that claimx's own output has together: claims, sources, envelopes, the columns of its CSV, linked data.
OWN = (
    frozenset({"id", "doc", "form", "spans", "stance"}),
    frozenset({"doc", "voice", "claims", "words"}),
    frozenset({"schema", "claimx", "doc"}),
    frozenset({"id", "doc_id", "form", "spans", "stance"}),
    frozenset({"doc_id", "voice", "claims", "words"}),
    frozenset({"@context", "@graph"}),
    frozenset({"@context", "items", "startIndex"}),
)
#: How alike a column's name and a usual one are, if the one may be meant by the other: difflib's ratio.
ALIKE = 0.6
#: So many columns are named in a message.
NAMED = 8


@dataclass(frozen=True)
class ColumnNames:
    """A row of ``page/columns.toml``: a part of an article and what columns that hold it are called."""

    key: str
    names: tuple[str, ...]


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    return {key: row.names for key, row in lexicon.load("page/columns", ColumnNames).items()}


def _folded(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


class Columns:
    """Finds the columns that hold the parts of an article; remembers what it found for the same columns.

    ``strict``: a column that was asked for must be there, as in a table; a record of JSON may lack a key.
    """

    def __init__(self, options: ReadOptions, *, strict: bool = False) -> None:
        self.options = options
        self._strict = strict
        self._asked = {"text": options.text_column, "id": options.id_column, "published": options.date_column}
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def is_own(self, record: Mapping[str, object]) -> bool:
        """Whether claimx has written a record with these keys."""
        return any(keys <= record.keys() for keys in OWN)

    def has_text(self, names: Sequence[str]) -> bool:
        """Whether one of the columns holds the text."""
        try:
            return bool(self.find(names, ""))
        except InputError:
            return False

    def find(self, names: Sequence[str], where: str) -> dict[str, str]:
        """The column of each part that has one, among ``names``.

        Raises:
            InputError: there is none for the text, or none of the name that was asked for.
        """
        key = tuple(names)
        found = self._known.get(key)
        if found is None:
            found = self._find(key, where)
            if len(self._known) < 100:  # records of ever new keys
                self._known[key] = found
        return found

    def _find(self, names: tuple[str, ...], where: str) -> dict[str, str]:
        by_name = {_folded(name): name for name in reversed(names)}
        found: dict[str, str] = {}
        for part, usual in _usual().items():
            asked = self._asked.get(part)
            if asked is not None and asked in names:
                found[part] = asked
            elif asked is None and (name := next((by_name[n] for n in usual if n in by_name), None)):
                found[part] = name
        missing = [asked for asked in self._asked.values() if self._strict and asked and asked not in names]
        if "text" not in found or missing:
            raise InputError(_no_column(names, missing[0] if missing else self._asked["text"], where))
        return found


def _no_column(names: Sequence[str], asked: str | None, where: str) -> str:
    listed = ", ".join(sorted(names)[:NAMED]) or "none"
    more = ", …" if len(names) > NAMED else ""
    wanted = asked or "text"
    near = difflib.get_close_matches(wanted, names, n=1, cutoff=ALIKE)
    hint = f"; did you mean {near[0]}?" if near else ""
    remedy = "" if asked else " --text-column names another one."
    return f'{where} has no column or key "{wanted}" (it has {listed}{more}{hint}).{remedy}'


def article_from(record: Mapping[str, Any], columns: Columns, *, name: str, warnings: tuple[str, ...] = ()) -> Article:
    """The article of a row or record.

    Args:
        record: the values by their columns.
        columns: finds which is which.
        name: the id of an article that brings none, and what it is called in messages.
        warnings: on how the record was read.

    Raises:
        InputError: it has no text; the columns that it has are named.
    """
    where = shown(name)
    found = columns.find([*record], where)
    column = found["text"]
    text = record[column]
    if not isinstance(text, str):
        raise InputError(f'{where}: "{column}" must be a string, not {kind_of(text)}.')
    if not text.strip():
        raise InputError(f'{where}: "{column}" is empty.')
    return fields_from(
        record, found, text=text, name=name, day_first=columns.options.day_first, warnings=warnings, origin="column"
    )


def fields_from(
    record: Mapping[str, Any],
    found: Mapping[str, str],
    *,
    text: str,
    name: str,
    day_first: bool | None,
    warnings: tuple[str, ...],
    origin: DateOrigin,
) -> Article:
    """The article of a text and of what ``record`` tells of it, in the columns that were found for its parts."""
    where = shown(name)
    clean = without_surrogates(text)
    values = {part: _value(record, found, part, where) for part in PARTS if part != "published"}
    day = read_date(record.get(found.get("published", "")), day_first=day_first)
    return Article(
        text=clean.text,
        id=values["id"] or name,
        title=values["title"],
        published=day.value,
        publisher=values["publisher"],
        author=values["author"],
        url=values["url"],
        warnings=(*warnings, *clean.warnings, *day.warnings),
        published_from=origin if day.value else None,
    )


def _value(record: Mapping[str, Any], found: Mapping[str, str], part: str, where: str) -> str | None:
    """A part as a string; names of several authors are joined, the name of a publisher is taken out of its object."""
    column = found.get(part)
    value = record.get(column) if column else None
    if value is None or value != value:  # noqa: PLR0124 - NaN, an empty cell of a table
        return None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, list | tuple):
        value = ", ".join(item for item in value if isinstance(item, str)) if part == "author" else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.0f}" if float(value).is_integer() else str(value)
    if value is None or isinstance(value, str):
        return without_surrogates(value).text.strip() or None if value else None
    if column == part:
        raise InputError(f'{where}: "{column}" must be a string, not {kind_of(value)}.')
    return None  # a column of a name that may mean many things


def kind_of(value: object) -> str:
    """What a value of JSON is, in words."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "null")
