"""``jsonl``: the claims, or the sources, alone, one JSON object each."""

from __future__ import annotations

from typing import TextIO

from claimx.records import to_dict
from claimx.writers.json_text import JsonStream
from claimx.writers.rows import Result, rows_of


class RowWriter:
    """Writes the rows of each document."""

    def __init__(self, stream: TextIO, *, pretty: bool, color: bool) -> None:
        self._out = JsonStream(stream, pretty=pretty, color=color)

    def write(self, document: Result) -> None:
        """Write the document's rows in their order."""
        for row in rows_of(document):
            self._out.write(to_dict(row))

    def close(self) -> None:
        """Nothing stands at the end."""
