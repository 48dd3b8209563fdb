"""``jsonl``: the claims, or the sources, alone, one JSON object each."""

from __future__ import annotations

from typing import TextIO

from claimx.records import to_dict
from claimx.writers.json_text import JsonStream
from claimx.writers.rows import Result, rows_of
from claimx.writers.style import Style


class RowWriter:
    """Writes the rows of each document."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._out = JsonStream(stream, style)

    def open(self) -> None:
        """Nothing stands before the first document."""

    def write(self, document: Result) -> None:
        """Write the document's rows in their order."""
        for row in rows_of(document):
            self._out.write(to_dict(row))
