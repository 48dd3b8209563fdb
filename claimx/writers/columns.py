"""A record's columns in a flat table: nested records are taken apart, lists stay whole."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column: the way to its value through the record, ``("source", "name")``, and the type of that."""

    path: tuple[str, ...]
    hint: Any

    @property
    def name(self) -> str:
        """What the column is called: ``source_name``."""
        return "_".join(self.path)

    def value(self, record: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON is any of five types
        """The value in a record of plain JSON; None where a record around it is null."""
        value: Any = record
        for key in self.path:
            if value is None:
                return None
            value = value[key]
        return value


@cache
def columns_of(record: type) -> tuple[Column, ...]:
    """The columns of a record, in the order of its keys."""
    columns: list[Column] = []
    for name, hint in public_fields(record).items():
        nested = record_in(hint)
        inner = columns_of(nested) if nested else (Column((), hint),)
        columns += [Column((name, *column.path), column.hint) for column in inner]
    return tuple(columns)


@cache
def public_fields(record: type) -> dict[str, Any]:
    """The fields of a record that are written, with their types."""
    hints = typing.get_type_hints(record)
    return {field.name: hints[field.name] for field in dataclasses.fields(record) if not field.metadata.get("internal")}


def options_of(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type hint is any object
    """The types that a value may have, null apart: of ``str | None`` it is ``str`` alone."""
    is_union = typing.get_origin(hint) in (types.UnionType, typing.Union)
    return tuple(option for option in (typing.get_args(hint) if is_union else (hint,)) if option is not type(None))


def record_in(hint: Any) -> type | None:  # noqa: ANN401 - a type hint is any object
    """The record that a value is, null apart; None where it is none."""
    return next((o for o in options_of(hint) if isinstance(o, type) and dataclasses.is_dataclass(o)), None)


def item_of(hint: Any) -> Any:  # noqa: ANN401 - a type hint is any object
    """The type of a list's items, whose length is any; None where it is no such list."""
    [first, *_] = options_of(hint)
    args = typing.get_args(first)
    return args[0] if typing.get_origin(first) is tuple and args[1:] == (...,) else None


def is_number(hint: Any) -> bool:  # noqa: ANN401 - a type hint is any object
    """Whether a value may be a fraction."""
    return float in options_of(hint)


def number_of(value: float | None, hint: Any) -> float | None:  # noqa: ANN401 - a type hint is any object
    """A number from a column of fractions as the records have it: 300, not 300.0, where it may be whole."""
    is_whole = value is not None and int in options_of(hint) and value.is_integer()
    return int(value) if is_whole and value is not None else value
