"""What ``claimx extract`` wrote, read again: whole documents (json, sqlite), or claims alone (jsonl, parquet)."""

from __future__ import annotations

import io
import itertools
import lzma
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from claimx.articles.input_names import STDIN
from claimx.errors import InputError

if TYPE_CHECKING:
    from claimx.records import Claim, Document
    from claimx.writers.rows import Json

Record = TypeVar("Record")

#: How files begin that are no text.
SQLITE, PARQUET = b"SQLite format 3\0", b"PAR1"
#: What may come of a file that is torn, or none of ours.
BROKEN = (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError, zlib.error, lzma.LZMAError)
REMEDY = "name what 'claimx extract' wrote as json, jsonl, parquet or a database"


@dataclass(frozen=True, slots=True)
class Saved:
    """Records that are read one after the other: documents, or claims, all of the type ``row``; the other is None."""

    documents: Iterator[Document] | None
    claims: Iterator[Claim]
    row: type[Claim]

    def all_claims(self) -> Iterator[Claim]:
        """The claims, those of the documents or those alone."""
        if self.documents is None:
            return self.claims
        return (claim for document in self.documents for claim in document.claims)


def _documents(name: str, records: Iterator[Json]) -> Saved:
    from claimx.records import Claim, Document

    return Saved(_made(name, records, Document), iter(()), Claim)


def _claims(name: str, records: Iterator[Json], row: type[Claim]) -> Saved:
    return Saved(None, _made(name, records, row), row)


def _made(name: str, records: Iterator[Json], row: type[Record]) -> Iterator[Record]:
    """The records of plain JSON as what they are.

    Raises:
        InputError: one is none, or cannot be read.
    """
    from claimx.records import from_dict

    number = 0
    try:
        for number, record in enumerate(records, start=1):  # noqa: B007 - told of one that is none
            yield from_dict(row, record)
    except KeyError as error:
        raise _unread(name, f"record {number} has no {error}") from error
    except BROKEN as error:
        raise _unread(name, error) from error


def open_saved(name: str, stack: ExitStack) -> Saved:
    """Read a file, or standard input, packed or not.

    Args:
        name: the file, or ``-``.
        stack: closes it.

    Raises:
        InputError: it cannot be read, or holds no records that are whole (CSV, say).
    """
    from claimx.writers import sqlite

    try:
        stream = _opened(name, stack)
        start = stream.peek(len(SQLITE))
        if name != STDIN and start.startswith(SQLITE):
            return _documents(name, sqlite.read(Path(name)))
        if name != STDIN and start.startswith(PARQUET):
            return _parquet(name)
        return _json(name, _unpacked(stream, start))
    except BROKEN as error:
        raise _unread(name, error) from error


def _opened(name: str, stack: ExitStack) -> io.BufferedReader:
    from claimx.articles.readers.source import buffered

    if name != STDIN:
        return buffered(stack.enter_context(Path(name).open("rb")))
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return buffered(sys.stdin.buffer)


def _unpacked(stream: io.BufferedReader, start: bytes) -> Iterable[bytes]:
    from claimx.articles.readers.compressed import OPENERS

    opener = next((opener for mark, opener in OPENERS.items() if start.startswith(mark)), None)
    return cast("Iterable[bytes]", opener(stream) if opener else stream)


def _parquet(name: str) -> Saved:
    from claimx.records import Claim, DistinctClaim
    from claimx.writers import FORMATS, parquet

    FORMATS["parquet"].check_installed()
    kinds = {kind.__name__: kind for kind in (Claim, DistinctClaim)}
    kind = kinds.get(parquet.kind_of(Path(name)) or "")
    if kind is None:
        raise InputError(f"{name} holds no claims of claimx: {REMEDY}.")
    return _claims(name, parquet.read(Path(name), kind), kind)


def _json(name: str, lines: Iterable[bytes]) -> Saved:
    from claimx.records import Claim, DistinctClaim
    from claimx.writers import json_reading

    records = json_reading.read(lines)
    first = next(records, None)
    if first is None:  # a run that found no claims
        return _claims(name, iter(()), Claim)
    whole = itertools.chain([first], records)
    if {"schema", "entities"} <= first.keys():
        return _documents(name, whole)
    if {"spans", "form"} <= first.keys():
        return _claims(name, whole, DistinctClaim if "occurrences" in first else Claim)
    raise InputError(f"{name} holds no claims of claimx, or not whole ones: {REMEDY}.")


def _unread(name: str, error: Exception | str) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(f"no such file: {name}.")
    if isinstance(error, OSError) and error.strerror:
        return InputError(f"{name} cannot be read: {error.strerror}.")
    return InputError(f"{name} cannot be read as claims ({error}): {REMEDY}.")
