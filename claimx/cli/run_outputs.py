"""What a run has written, given where articles are expected: envelopes that are not read again but shown."""

from __future__ import annotations

import json
import lzma
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from claimx.cli.saved import SQLITE
from claimx.errors import ClaimxError, InputError
from claimx.records import SCHEMA_VERSION

Json = dict[str, Any]

#: How every compact envelope begins, whatever version of the output it is of.
BEGIN = b'{"schema": "claimx/'
#: How a line of claims alone begins.
CLAIM = b'{"id": "'
#: What comes of a file that is missing, or packed and torn.
BROKEN = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError)
#: What an envelope must have to be shown.
NEEDED = {"doc", "claims", "quantities", "times", "warnings"}
REMEDY = "write envelopes or a database with 'claimx extract --format json' or sqlite, or name the articles"


def part(inputs: Sequence[str]) -> tuple[list[str], list[str]]:
    """Tell the files of envelopes, and databases, among the inputs from what is read as articles.

    Raises:
        InputError: a file holds claims without the texts that they stand in.
    """
    outputs: list[str] = []
    others: list[str] = []
    for name in inputs:
        begin = _begin(name)
        if begin.startswith(CLAIM) and b'"spans": [[' in begin and b'"form": "' in begin:
            raise InputError(f"{name} holds claims without the texts of their articles; {REMEDY}.")
        (outputs if begin.startswith((BEGIN, SQLITE)) else others).append(name)
    return outputs, others


def _begin(name: str) -> bytes:
    try:
        with _opened(name) as stream:
            return stream.read(4_000)
    except BROKEN:
        return b""  # no file, or a damaged one: whoever reads it as an article says so


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    """A regular file, unpacked where it is packed.

    Raises:
        OSError: it cannot be opened, or is no regular file.
    """
    from claimx.articles.readers.compressed import OPENERS

    path = Path(name)
    if not path.is_file():
        raise FileNotFoundError(name)
    with path.open("rb") as stream:
        start = stream.read(8)
        stream.seek(0)
        opener = next((opener for mark, opener in OPENERS.items() if start.startswith(mark)), None)
        yield opener(stream) if opener else stream


def envelopes(names: Sequence[str], on_error: Callable[[ClaimxError], None]) -> Iterator[Json]:
    """The envelopes of files and databases in their order; a line that is none is reported, and the rest goes on."""
    from claimx.writers import sqlite

    for name in names:
        try:
            if _begin(name).startswith(SQLITE):
                yield from sqlite.read(Path(name))
            else:
                yield from _lines(name, on_error)
        except BROKEN as error:  # a packed file that is torn, say
            on_error(InputError(f"{name} cannot be read to its end: {error}."))


def _lines(name: str, on_error: Callable[[ClaimxError], None]) -> Iterator[Json]:
    with _opened(name) as stream:
        for number, line in enumerate(stream, start=1):
            found = _envelope(line, f"{name}, line {number},", on_error) if line.strip() else None
            if found is not None:
                yield found


def _envelope(line: bytes, where: str, on_error: Callable[[ClaimxError], None]) -> Json | None:
    try:
        row = json.loads(line)
        if row["schema"] != SCHEMA_VERSION:
            raise ValueError(f"its schema is {row['schema']!r}")
        if missing := NEEDED - row.keys():
            raise ValueError(f"it has no {sorted(missing)[0]}")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        on_error(InputError(f"{where} is no envelope of {SCHEMA_VERSION} ({error}); {REMEDY}."))
        return None
    return cast("Json", row)
