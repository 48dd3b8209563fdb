"""Names of a user's own: whom an article calls by one of them bears the name, and the id, that the user gives."""

from __future__ import annotations

import csv
import dataclasses
import difflib
import io
import tomllib
import typing
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimx.errors import UsageError
from claimx.lexicons.names import plain
from claimx.records import Alias, AliasKind, Entity

KINDS: tuple[AliasKind, ...] = typing.get_args(AliasKind)
#: The labels that a name can have that is of a kind.
LABELS: Mapping[AliasKind, frozenset[str]] = {
    "person": frozenset(("PERSON",)),
    "organization": frozenset(("ORG",)),
    "place": frozenset(("GPE", "LOC", "FAC")),
}
COLUMNS = tuple(field.name for field in dataclasses.fields(Alias))
#: What is between other names in a cell of a table.
BETWEEN = ";"

Row = Mapping[str, Any]
#: A name as it is compared, and its kind.
Key = tuple[str, AliasKind | None]


def read_aliases(path: str) -> tuple[Alias, ...]:
    """Read a file of names: CSV with a head, or TOML with a table ``[[alias]]`` for each.

    Raises:
        UsageError: it cannot be read, or holds what no such file holds: another column, another kind, no name, one name
            of two.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
        rows = _from_toml(path, text) if path.lower().endswith(".toml") else _from_csv(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"cannot read the aliases in {path} ({getattr(error, 'strerror', None) or error}).") from error
    aliases = tuple(_alias(f"{path}, {place}", row) for place, row in rows)
    if not aliases:
        raise UsageError(f"{path} holds no aliases: a CSV file with the columns {', '.join(COLUMNS)}, or TOML.")
    _check_names(path, aliases)
    return aliases


def _from_csv(text: str) -> list[tuple[str, Row]]:
    lines = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="")
    return [(f"line {lines.line_num}", row) for row in lines]


def _from_toml(path: str, text: str) -> list[tuple[str, Row]]:
    content = tomllib.loads(text)
    tables = content.pop("alias", [])
    if content or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"{path} has to be a table [[alias]] for each name, and nothing else.")
    return [(f"alias {number}", table) for number, table in enumerate(tables, start=1)]


def _alias(place: str, row: Row) -> Alias:
    """The alias of a row; empty cells are as if they were not there."""
    for column in row:
        if column not in COLUMNS:
            close = difflib.get_close_matches(column, COLUMNS, n=1)
            hint = f" (did you mean {close[0]}?)" if close else ""
            named = column or "(one without a name)"
            raise UsageError(f"{place}: no such column: {named}{hint}; there are {', '.join(COLUMNS)}.")
    others = row.get("other_names") or ()
    names = others.split(BETWEEN) if isinstance(others, str) else [str(name) for name in others]
    name, told, id = (str(row.get(key) or "").strip() for key in ("name", "kind", "id"))
    if not name:
        raise UsageError(f"{place}: no name.")
    kind = next((kind for kind in KINDS if kind == told), None)
    if told and kind is None:
        raise UsageError(f"{place}: no such kind: {told}; there are {', '.join(KINDS)}.")
    return Alias(name, tuple(other.strip() for other in names if other.strip()), kind, id or None)


def _check_names(path: str, aliases: Iterable[Alias]) -> None:
    """See to it that no name means two things of one kind."""
    seen: dict[Key, Alias] = {}
    for alias in aliases:
        for name in (alias.name, *alias.other_names):
            other = seen.setdefault((_key(name), alias.kind), alias)
            if other is not alias:
                raise UsageError(f"{path}: {name} is a name of two, {other.name} and {alias.name}.")


def _key(name: str) -> str:
    """A name as it is compared: without case, a leading "the" and points."""
    return " ".join(plain(name).casefold().replace(".", "").removeprefix("the ").split())


def with_aliases(entities: Sequence[Entity], aliases: Sequence[Alias]) -> list[Entity]:
    """Give what an article names the names and ids of a user's own.

    A thing is meant whose fullest name in the article, or else any name of it there, is one of an alias of its kind.
    Things of one alias are one thing.

    Args:
        entities: what an article names.
        aliases: the user's names.
    """
    if not aliases:
        return list(entities)
    known = {(_key(name), alias.kind): alias for alias in aliases for name in (alias.name, *alias.other_names)}
    meant: dict[str, Alias] = {}
    for words in ("name", "text"):
        for entity in entities:
            alias = _find(getattr(entity, words), entity.label, known) if entity.id not in meant else None
            if alias is not None:
                meant[entity.id] = alias
    ids: dict[Alias, str] = {}
    for id, alias in meant.items():
        ids.setdefault(alias, alias.id or id)
    return [
        entity if alias is None else dataclasses.replace(entity, name=alias.name, id=ids[alias])
        for entity in entities
        for alias in (meant.get(entity.id),)
    ]


def _find(name: str, label: str, known: Mapping[Key, Alias]) -> Alias | None:
    key = _key(name)
    kinds: list[AliasKind | None] = [*(kind for kind, labels in LABELS.items() if label in labels), None]
    return next((known[key, kind] for kind in kinds if (key, kind) in known), None)
