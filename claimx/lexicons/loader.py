"""Reads ``lexicons/en/*/*.toml`` and checks them strictly.

A lexicon is one TOML file: a table ``[about]`` with ``origin`` and ``licence``, and a table ``[rows]`` whose keys are
the entries and whose values are inline tables. Each row becomes an instance of a frozen dataclass; an unknown key, a
missing one or a value of another type is an error that names the file, the row and the key.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

import tomli  # tomllib compiled: a third of its time

from claimx.errors import LexiconError

Row = TypeVar("Row")

#: The folder of the one language that claimx reads so far.
LANGUAGE = "en"


@cache
def load(name: str, row: type[Row]) -> dict[str, Row]:
    """Read ``lexicons/en/<name>.toml``.

    Args:
        name: the file's folder and name without its ending ("names/titles").
        row: a frozen dataclass; a field ``key``, if it has one, gets the row's key. Tuples are written as arrays.

    Returns:
        The rows under their keys, in the order of the file.

    Raises:
        LexiconError: the file is missing or malformed.
    """
    source = files("claimx.lexicons") / LANGUAGE / f"{name}.toml"
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"The lexicon {source} cannot be read ({error}); please install claimx again.") from error
    return parse(text, row, source.name)


def parse(toml: str, row: type[Row], name: str) -> dict[str, Row]:
    """Check the text of a lexicon; see :func:`load`. ``name`` stands in error messages."""
    try:
        table = tomli.loads(toml)
    except tomli.TOMLDecodeError as error:
        raise LexiconError(f"{name}: not valid TOML: {error}") from error
    if unknown := set(table) - {"about", "rows"}:
        raise LexiconError(f"{name}: unknown table {sorted(unknown)[0]!r}; a lexicon has [about] and [rows]")
    about = table.get("about", {})
    for key in ("origin", "licence"):
        if not isinstance(about.get(key), str):
            raise LexiconError(f"{name}: [about] lacks {key!r}, a string")
    shape = _Shape(row)
    return {key: _row(shape, key, value, name) for key, value in table.get("rows", {}).items()}


class _Shape(Generic[Row]):
    """What a row must look like: found once for a lexicon, since there are thousands of rows."""

    def __init__(self, row: type[Row]) -> None:
        fields = dataclasses.fields(row)  # type: ignore[arg-type]
        self.row = row
        self.hints = typing.get_type_hints(row)
        self.names = [f.name for f in fields]
        self.required = [f.name for f in fields if f.default is dataclasses.MISSING]
        #: Fields of the two plainest kinds, which need no look at their type's parts.
        self.strings = {name for name in self.names if self.hints[name] is str}
        self.lists = {name for name in self.names if self.hints[name] == tuple[str, ...]}


def _row(shape: _Shape[Row], key: str, value: object, name: str) -> Row:
    if not isinstance(value, dict):
        raise LexiconError(f"{name}: row {key!r}: not a table")
    values: dict[str, Any] = {"key": key} if "key" in shape.hints else {}
    for field, item in value.items():
        if field in shape.strings and type(item) is str:
            values[field] = item
        elif field in shape.lists and type(item) is list and all(type(x) is str for x in item):
            values[field] = tuple(item)
        elif field in shape.hints:
            values[field] = _checked(item, shape.hints[field], f"{name}: row {key!r}: key {field!r}")
        else:
            known = ", ".join(f for f in shape.names if f != "key")
            raise LexiconError(f"{name}: row {key!r}: unknown key {field!r} (known: {known})")
    for field in shape.required:
        if field not in values:
            raise LexiconError(f"{name}: row {key!r}: lacks key {field!r}")
    return shape.row(**values)


def _checked(item: object, hint: Any, where: str) -> Any:  # noqa: ANN401 - a type hint is any object
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and isinstance(item, list):
        return tuple(_checked(x, args[0], where) for x in item)
    if origin is typing.Literal and item in args:
        return item
    if origin in (types.UnionType, typing.Union):
        plain = tuple(a for a in args if isinstance(a, type))
        if isinstance(item, plain) and not (isinstance(item, bool) and bool not in plain):
            return item
        if any(typing.get_origin(a) is typing.Literal and item in typing.get_args(a) for a in args):
            return item
    if hint is float and isinstance(item, int) and not isinstance(item, bool):
        return float(item)
    if isinstance(hint, type) and type(item) is hint:
        return item
    raise LexiconError(f"{where}: {item!r} is no {getattr(hint, '__name__', hint)}")
