"""``jsonl``: the claims alone, one JSON object each."""

from __future__ import annotations

from typing import TextIO

from claimx.records import Document, to_dict
from claimx.writers.json_text import JsonStream


class ClaimWriter:
    """Writes the claims of each document."""

    def __init__(self, stream: TextIO, *, pretty: bool, color: bool) -> None:
        self._out = JsonStream(stream, pretty=pretty, color=color)

    def write(self, document: Document) -> None:
        """Write the document's claims in their order."""
        for claim in document.claims:
            self._out.write(to_dict(claim))

    def close(self) -> None:
        """Nothing stands at the end."""
