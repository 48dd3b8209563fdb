"""``csv``: a claim, or a source, a row, with the same columns always.

A nested object becomes columns of its own (``source_name``), a list one cell of JSON; null is an empty cell. What a
source is called and what it speaks by are words with counts, "say (2); tell". A text that a spreadsheet would take for
a formula has an apostrophe before it. Rows end with CR LF after RFC 4180.
"""

from __future__ import annotations

import csv
import dataclasses
import json
import types
import typing
from functools import cache
from typing import Any, TextIO

from claimx.records import Claim, SourceSummary, to_dict
from claimx.writers.rows import Result, rows_of
from claimx.writers.style import Style

#: Lists that are written as words, by the record that has them: their column and the key of the words.
WORDS: dict[type, dict[tuple[str, ...], str]] = {SourceSummary: {("mentions",): "text", ("cues",): "lemma"}}

#: How a text may begin that a spreadsheet takes for a formula, and runs; an apostrophe before it says that it is text
#: (https://owasp.org/www-community/attacks/CSV_Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@cache
def columns(row: type = Claim) -> tuple[tuple[str, ...], ...]:
    """The columns as paths into a record: ``("id",)``, ``("doc", "id")`` …, in the order of its keys."""
    return tuple(_paths(row))


def _paths(record: type) -> list[tuple[str, ...]]:
    hints = typing.get_type_hints(record)
    paths: list[tuple[str, ...]] = []
    for field in dataclasses.fields(record):
        if field.metadata.get("internal"):
            continue
        nested = _nested(hints[field.name])
        inner: list[tuple[str, ...]] = _paths(nested) if nested else [()]
        paths += [(field.name, *path) for path in inner]
    return paths


def _nested(hint: Any) -> type | None:  # noqa: ANN401 - a type hint is any object
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    return next((o for o in options if isinstance(o, type) and dataclasses.is_dataclass(o)), None)


def _cell(record: dict[str, Any], path: tuple[str, ...], words: str | None) -> str:
    value: Any = record
    for key in path:
        if value is None:
            return ""
        value = value[key]
    if words is not None:
        value = "; ".join(f"{item[words]} ({item['claims']})" if item["claims"] > 1 else item[words] for item in value)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return "" if value is None else json.dumps(value, ensure_ascii=False, allow_nan=False)


class CsvWriter:
    """Writes a head and a line for each row; there is nothing to indent or to colour."""

    def __init__(self, stream: TextIO, style: Style, row: type = Claim) -> None:
        del style
        self._lines = csv.writer(stream)
        self._columns = columns(row)
        self._words = WORDS.get(row, {})

    def open(self) -> None:
        """Write the head."""
        self._lines.writerow(["_".join(path) for path in self._columns])

    def write(self, document: Result) -> None:
        """Write the document's rows."""
        for row in rows_of(document):
            record = to_dict(row)
            self._lines.writerow([_cell(record, path, self._words.get(path)) for path in self._columns])
