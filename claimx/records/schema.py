"""The JSON Schema (draft 2020-12) of what claimx writes, generated from the records so that the two cannot differ."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from typing import Any, Literal

from claimx.records import SCHEMA_VERSION, Claim, DistinctClaim, Document, DocumentSources, SourceSummary, Span

Json = dict[str, Any]

_PROBABILITY: Json = {"minimum": 0, "maximum": 1}
_ISO_DATE: Json = {"pattern": r"^\d{4}-\d{2}-\d{2}"}
#: What the types of the records cannot say, by record and field.
LIMITS: dict[tuple[str, str], Json] = {
    ("Claim", "id"): {"pattern": "^[0-9a-f]{16}$"},
    ("Claim", "key"): {"pattern": "^[0-9a-f]{16}$"},
    ("Claim", "parent"): {"pattern": "^[0-9a-f]{16}$"},
    ("Claim", "text"): {"minLength": 1},
    ("Claim", "spans"): {"minItems": 1},
    ("Claim", "checkworthiness"): _PROBABILITY,
    ("Claim", "confidence"): _PROBABILITY,
    ("DistinctClaim", "occurrences"): {"minimum": 1},
    ("DocRef", "published"): {"format": "date"},
    ("DocInfo", "published"): {"format": "date"},
    ("DocInfo", "sha256"): {"pattern": "^[0-9a-f]{64}$"},
    ("DocInfo", "words"): {"minimum": 0},
    ("Document", "schema"): {"const": SCHEMA_VERSION},
    ("DocumentSources", "schema"): {"const": SCHEMA_VERSION},
    ("SourceSummary", "share"): _PROBABILITY,
    ("Time", "begin"): _ISO_DATE,
    ("Time", "end"): _ISO_DATE,
}
_PLAIN: dict[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}

#: Where a word begins inside of a record's name.
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: What can be described, by ``sources`` and ``document``.
_ROOTS: dict[tuple[bool, bool], type] = {
    (False, False): Claim,
    (False, True): Document,
    (True, False): SourceSummary,
    (True, True): DocumentSources,
}


def json_schema(*, document: bool = False, sources: bool = False, distinct: bool = False) -> Json:
    """The schema of one line of what claimx writes, or with ``document`` of a document's envelope.

    The line is a claim, or with ``sources`` a source; the envelope holds the one or the other. With ``distinct`` the
    line is a claim with its repeats. Every key is required,
    and no other is allowed, in the order in which they are written.
    """
    root = DistinctClaim if distinct else _ROOTS[sources, document]
    definitions: dict[str, Json] = {}
    _define(root, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{SCHEMA_VERSION} {_WORD.sub(' ', root.__name__).lower()}",
        "$ref": f"#/$defs/{root.__name__}",
        "$defs": dict(sorted(definitions.items())),
    }


def _define(record: type, definitions: dict[str, Json]) -> None:
    name = record.__name__
    if name in definitions:
        return
    definitions[name] = {}
    hints = typing.get_type_hints(record)
    fields = [f.name for f in dataclasses.fields(record) if not f.metadata.get("internal")]
    properties = {field: _schema(hints[field], definitions) for field in fields}
    for field in fields:
        limits = (LIMITS.get((base.__name__, field)) for base in record.__mro__)  # those of what it is a kind of, too
        if found := next(filter(None, limits), None):
            properties[field] = _limited(properties[field], found)
    definitions[name] = {
        "description": _summary(record),
        "type": "object",
        "properties": properties,
        "required": fields,
        "additionalProperties": False,
    }


def _summary(record: type) -> str:
    paragraph = (record.__doc__ or "").split("\n\n")[0]
    return " ".join(paragraph.replace("``", "`").split())


def _limited(schema: Json, limits: Json) -> Json:
    """The schema with limits on its value, null apart."""
    options = schema.get("anyOf")
    if options is None:
        return {**schema, **limits}
    return {"anyOf": [option if option == _PLAIN[type(None)] else {**option, **limits} for option in options]}


def _schema(hint: Any, definitions: dict[str, Json]) -> Json:  # noqa: ANN401 - a type hint is any object
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if hint is Span:
        definitions["Span"] = {"description": _summary(Span), **_tuple((int, int))}
        return {"$ref": "#/$defs/Span"}
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_schema(option, definitions) for option in args]}
    if origin is tuple and args[1:] == (...,):
        return {"type": "array", "items": _schema(args[0], definitions)}
    if origin is tuple:
        return _tuple(args)
    _define(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _tuple(items: tuple[type, ...]) -> Json:
    # Offsets and indexes: none is negative.
    prefix = [{**_PLAIN[item], "minimum": 0} for item in items]
    return {"type": "array", "prefixItems": prefix, "items": False, "minItems": len(items)}
