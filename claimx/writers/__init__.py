"""Step 6: records to text. ``open_writer`` looks a format up in ``WRITERS``."""

from __future__ import annotations

import difflib
from typing import Protocol, TextIO

from claimx.errors import UsageError
from claimx.records import Document
from claimx.writers.csv import CsvWriter
from claimx.writers.json import EnvelopeWriter
from claimx.writers.jsonl import ClaimWriter
from claimx.writers.table import TableWriter


class Writer(Protocol):
    """Writes documents one by one."""

    def write(self, document: Document) -> None:
        """Write what this format keeps of a document."""

    def close(self) -> None:
        """Write what must stand at the end; the stream stays open."""


class MakeWriter(Protocol):
    """A row of ``WRITERS``: makes a writer on a stream."""

    def __call__(self, stream: TextIO, *, pretty: bool, color: bool) -> Writer:
        """Make it; ``pretty``: for reading, in lines and indented; ``color``: with a terminal's colours."""


#: The writer of each format.
WRITERS: dict[str, MakeWriter] = {
    "csv": CsvWriter,
    "json": EnvelopeWriter,
    "jsonl": ClaimWriter,
    "table": TableWriter,
}
#: The formats that can be indented.
PRETTY = frozenset({"json", "jsonl"})


def open_writer(format: str, stream: TextIO, *, pretty: bool = False, color: bool = False) -> Writer:
    """Make a writer.

    Args:
        format: a key of ``WRITERS``.
        stream: what is written to; opened with ``newline=""``.
        pretty: indent JSON, one record after the other, which is still a valid JSON stream.
        color: with a terminal's colours.

    Raises:
        UsageError: no such format.
    """
    try:
        return WRITERS[format](stream, pretty=pretty, color=color)
    except KeyError:
        close = difflib.get_close_matches(format.lower(), WRITERS, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise UsageError(f"no such format: {format}{hint}; there are {', '.join(WRITERS)}.") from None
