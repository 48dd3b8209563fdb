"""``csv``: a claim a row, with the same columns always.

A nested object becomes columns of its own (``source_name``), a list one cell of JSON; null is an empty cell. Rows end
with CR LF after RFC 4180.
"""

from __future__ import annotations

import csv
import dataclasses
import json
import types
import typing
from functools import cache
from typing import Any, TextIO

from claimx.records import Claim, Document, to_dict


@cache
def columns() -> tuple[tuple[str, ...], ...]:
    """The columns as paths into a claim: ``("id",)``, ``("doc", "id")`` …, in the order of the record's keys."""
    return tuple(_paths(Claim))


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


def _cell(claim: dict[str, Any], path: tuple[str, ...]) -> str:
    value: Any = claim
    for key in path:
        if value is None:
            return ""
        value = value[key]
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False, allow_nan=False)


class CsvWriter:
    """Writes a head and a row for each claim; there is nothing to indent or to colour."""

    def __init__(self, stream: TextIO, *, pretty: bool, color: bool) -> None:
        del pretty, color
        self._rows = csv.writer(stream)
        self._has_head = False

    def write(self, document: Document) -> None:
        """Write the document's claims."""
        self._head()
        for claim in document.claims:
            record = to_dict(claim)
            self._rows.writerow([_cell(record, path) for path in columns()])

    def close(self) -> None:
        """Write the head, if there was no document."""
        self._head()

    def _head(self) -> None:
        if not self._has_head:
            self._rows.writerow(["_".join(path) for path in columns()])
            self._has_head = True
