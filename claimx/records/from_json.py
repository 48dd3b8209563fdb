"""Plain JSON types back to records: the inverse of :func:`claimx.records.to_dict`."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from claimx.records.spans import Span

Record = TypeVar("Record")


def from_dict(kind: type[Record], value: Mapping[str, Any]) -> Record:
    """Make a record of what :func:`to_dict` made of one; fields that were left out have their defaults.

    Raises:
        KeyError, TypeError, ValueError: it is no such record.
    """
    record: Record = _record(cast("type", kind))(value)
    return record


@cache
def _record(kind: type) -> Callable[[Mapping[str, Any]], Any]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind) if not field.metadata.get("internal")]
    makers = {name: _maker(hints[name]) for name in names}

    def make(value: Mapping[str, Any]) -> Any:  # noqa: ANN401 - one of the records
        return kind(**{name: maker(value[name]) for name, maker in makers.items()})

    return make


def _maker(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type hint is any object
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint is Span:
        return lambda value: Span(*value)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record(hint)
    if origin in (types.UnionType, typing.Union):
        [inner] = [_maker(option) for option in args if option is not type(None)][:1]
        return lambda value: None if value is None else inner(value)
    if origin is tuple and args[1:] == (...,):
        each = _maker(args[0])
        return lambda value: tuple(map(each, value))
    if origin is tuple:
        return tuple
    return lambda value: value
