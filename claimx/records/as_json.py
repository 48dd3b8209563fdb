"""Records as plain JSON types."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any


def to_dict(record: object) -> Any:  # noqa: ANN401 - JSON is any of five types
    """Turn a record into plain JSON types: keys in field order, internal fields left out, spans as ``[start, end]``."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {name: to_dict(getattr(record, name)) for name in _public_fields(type(record))}
    if isinstance(record, tuple | list):
        return [to_dict(item) for item in record]
    if isinstance(record, Mapping):
        return {key: to_dict(value) for key, value in record.items()}
    if isinstance(record, date):
        return record.isoformat()
    return record


def _public_fields(kind: type) -> tuple[str, ...]:
    names = _FIELDS.get(kind)
    if names is None:
        names = tuple(f.name for f in dataclasses.fields(kind) if not f.metadata.get("internal"))
        _FIELDS[kind] = names
    return names


_FIELDS: dict[type, tuple[str, ...]] = {}
