"""``json``: an envelope for each document: its text, all its mentions and its claims, or its sources."""

from __future__ import annotations

from typing import TextIO

from claimx.records import to_dict
from claimx.writers.json_text import JsonStream
from claimx.writers.rows import Result
from claimx.writers.style import Style


class EnvelopeWriter:
    """Writes document envelopes."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._out = JsonStream(stream, style)

    def open(self) -> None:
        """Nothing stands before the first document."""

    def write(self, document: Result) -> None:
        """Write one envelope."""
        self._out.write(to_dict(document))
