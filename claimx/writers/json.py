"""``json``: an envelope for each document: its text, all its mentions and its claims, or its sources."""

from __future__ import annotations

from typing import TextIO

from claimx.records import to_dict
from claimx.writers.json_text import JsonStream
from claimx.writers.rows import Result


class EnvelopeWriter:
    """Writes document envelopes."""

    def __init__(self, stream: TextIO, *, pretty: bool, color: bool) -> None:
        self._out = JsonStream(stream, pretty=pretty, color=color)

    def write(self, document: Result) -> None:
        """Write one envelope."""
        self._out.write(to_dict(document))

    def close(self) -> None:
        """Nothing stands at the end."""
