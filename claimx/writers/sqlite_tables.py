"""The tables of a database of documents: what stands in each, and records as rows, and rows as records.

Columns are made of the records: a nested object becomes columns (``source_name``), a span two (``span_start``,
``span_end``), any other list a cell of JSON, but for figures, times and names, which have tables of their own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimx.records import Claim, DocInfo, Document, Entity, Quantity, SourceSummary, Span, Time
from claimx.writers.columns import (
    Column,
    columns_of,
    is_number,
    item_of,
    number_of,
    options_of,
    public_fields,
    record_in,
)
from claimx.writers.rows import Json

#: The primary key of every table: rows are numbered as they come.
KEY = "number"
#: What is mentioned, in a claim and in the document: the fields of both, each a table.
MENTIONS: dict[str, type] = {"quantities": Quantity, "times": Time, "entities": Entity}
#: A mention's place in the document's list; null where it stands in a claim's alone.
POSITION = "position"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of records.

    Attributes:
        name: what it is called.
        record: what a row is.
        links: columns that name a row of a table, and that table.
        elsewhere: fields of the record that a link or another table tells.
        extra: further columns, with their types.
    """

    name: str
    record: type
    links: Mapping[str, str]
    elsewhere: frozenset[str] = frozenset()
    extra: Mapping[str, Any] | None = None

    def record_columns(self) -> tuple[Column, ...]:
        """The columns of the record, before spans are taken apart."""
        columns = tuple(column for column in columns_of(self.record) if column.path[0] not in self.elsewhere)
        return (*columns, *(Column((name,), hint) for name, hint in (self.extra or {}).items()))

    def columns(self) -> dict[str, type]:
        """All columns with their types, the key and the links first."""
        found: dict[str, type] = {KEY: int, **dict.fromkeys(self.links, int)}
        for column in self.record_columns():
            found |= dict.fromkeys(_names(column), _type(column.hint))
        return found


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "documents",
            DocInfo,
            {},
            extra={
                name: hint
                for name, hint in public_fields(Document).items()
                if not record_in(hint) and not record_in(item_of(hint))
            },
        ),
        Table("sources", SourceSummary, {"document": "documents"}, frozenset({"doc"})),
        Table(
            "claims",
            Claim,
            {"document": "documents", "source": "sources", "within": "claims"},
            frozenset({"doc", *MENTIONS}),
        ),
        *(
            Table(name, record, {"document": "documents", "claim": "claims"}, extra={POSITION: int | None})
            for name, record in MENTIONS.items()
        ),
    )
}


def to_row(table: Table, record: Json) -> dict[str, Any]:
    """A record of plain JSON, with the ``extra`` of the table, as a row without key and links."""
    row: dict[str, Any] = {}
    for column in table.record_columns():
        value, names = column.value(record), _names(column)
        if len(names) > 1:
            row |= zip(names, value or (None,) * len(names), strict=True)
        elif isinstance(value, list):
            row[column.name] = json.dumps(value, ensure_ascii=False)
        else:
            row[column.name] = float(value) if value is not None and is_number(column.hint) else value
    return row


def to_record(table: Table, row: Mapping[str, Any]) -> Json:
    """The inverse of :func:`to_row`, without what stands elsewhere."""
    record = _nested(table.record, row, (), table.elsewhere) or {}
    return {**record, **{name: _value(row, Column((name,), hint)) for name, hint in (table.extra or {}).items()}}


def _nested(
    record: type, row: Mapping[str, Any], path: tuple[str, ...], elsewhere: frozenset[str] = frozenset()
) -> Json | None:
    """A record whose columns begin with ``path``; None where all of them are null."""
    found: Json = {}
    for name, hint in public_fields(record).items():
        if name not in elsewhere:
            inner = record_in(hint)
            way = (*path, name)
            found[name] = _nested(inner, row, way) if inner else _value(row, Column(way, hint))
    return None if all(value is None for value in found.values()) else found


def _value(row: Mapping[str, Any], column: Column) -> Any:  # noqa: ANN401 - JSON is any of five types
    values = [row[name] for name in _names(column)]
    if values[0] is None:
        return None
    if len(values) > 1:
        return values
    if _is_list(column.hint):
        return json.loads(values[0])
    return number_of(values[0], column.hint) if is_number(column.hint) else values[0]


def _names(column: Column) -> tuple[str, ...]:
    is_span = options_of(column.hint)[0] is Span
    return tuple(f"{column.name}_{field}" for field in Span._fields) if is_span else (column.name,)


def _is_list(hint: Any) -> bool:  # noqa: ANN401 - a type hint is any object
    return item_of(hint) is not None or hint == tuple[int, int]


def _type(hint: Any) -> type:  # noqa: ANN401 - a type hint is any object
    if is_number(hint):
        return float
    return int if options_of(hint)[0] in (int, bool, Span) else str  # lists are JSON, enumerations words
