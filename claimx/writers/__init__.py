"""Step 6: records to text. ``open_writer`` looks a format up in ``WRITERS``.

A writer's ``open`` writes what stands before the first document, its ``write`` one document; the text of a document
does not depend on those before it, so that documents can be written apart and put together.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import partial
from pathlib import PurePath
from typing import Protocol, TextIO, TypeVar

from claimx.errors import UsageError
from claimx.records import Claim, Document, DocumentSources, SourceSummary
from claimx.writers.csv import CsvWriter
from claimx.writers.json import EnvelopeWriter
from claimx.writers.jsonl import RowWriter
from claimx.writers.rows import ClaimList, Result
from claimx.writers.style import PLAIN, Style
from claimx.writers.table import TableWriter, make_list_table, make_sources_table, make_table

Written_contra = TypeVar("Written_contra", bound=Result, contravariant=True)


class Writer(Protocol[Written_contra]):
    """Writes documents, or their sources, one by one."""

    def open(self) -> None:
        """Write what stands before the first document."""

    def write(self, document: Written_contra) -> None:
        """Write what this format keeps of a document."""


class MakeWriter(Protocol[Written_contra]):
    """A row of ``WRITERS``: makes a writer on a stream."""

    def __call__(self, stream: TextIO, style: Style) -> Writer[Written_contra]:
        """Make it."""


#: The writer of each format.
WRITERS: dict[str, MakeWriter[Document]] = {
    "csv": CsvWriter,
    "json": EnvelopeWriter,
    "jsonl": RowWriter,
    "table": partial(TableWriter, make=make_table),
}
#: The same for the sources of documents.
SOURCE_WRITERS: dict[str, MakeWriter[DocumentSources]] = {
    "csv": partial(CsvWriter, row=SourceSummary),
    "json": EnvelopeWriter,
    "jsonl": RowWriter,
    "table": partial(TableWriter, make=make_sources_table),
}
#: The formats that can be indented.
PRETTY = frozenset({"json", "jsonl"})
#: The format that a file's ending tells.
ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def open_writer(format: str, stream: TextIO, style: Style = PLAIN) -> Writer[Document]:
    """Make a writer of documents.

    Args:
        format: a key of ``WRITERS``.
        stream: what is written to; opened with ``newline=""``.
        style: how it is to look.

    Raises:
        UsageError: no such format.
    """
    return _row(WRITERS, format)(stream, style)


def open_source_writer(format: str, stream: TextIO, style: Style = PLAIN) -> Writer[DocumentSources]:
    """Make a writer of the sources of documents; as :func:`open_writer`."""
    return _row(SOURCE_WRITERS, format)(stream, style)


def open_claim_writer(format: str, stream: TextIO, row: type[Claim], style: Style = PLAIN) -> Writer[ClaimList]:
    """Make a writer of claims of several documents, all of the type ``row``; as :func:`open_writer`.

    Raises:
        UsageError: no such format, or it is one of whole documents.
    """
    writers: dict[str, MakeWriter[ClaimList]] = {
        "csv": partial(CsvWriter, row=row),
        "jsonl": RowWriter,
        "table": partial(TableWriter, make=make_list_table),
    }
    if format in WRITERS and format not in writers:
        raise UsageError(f"{format} is a format of whole documents; for chosen claims there are {', '.join(writers)}.")
    return _row(writers, format)(stream, style)


def check_format(format: str) -> None:
    """See to it that there is such a format.

    Raises:
        UsageError: there is none.
    """
    _row(WRITERS, format)


def _row(writers: Mapping[str, MakeWriter[Written_contra]], format: str) -> MakeWriter[Written_contra]:
    try:
        return writers[format]
    except KeyError:
        close = difflib.get_close_matches(format.lower(), writers, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise UsageError(f"no such format: {format}{hint}; there are {', '.join(writers)}.") from None


def format_of(path: str) -> str | None:
    """The format that the ending of a file's name tells, or None where there is no ending.

    Raises:
        UsageError: the ending is that of no format.
    """
    ending = PurePath(path).suffix
    if not ending:
        return None
    try:
        return ENDINGS[ending.lower()]
    except KeyError:
        raise UsageError(f"{ending} tells no format; name one for {path} (--format {'|'.join(WRITERS)}).") from None
