"""One JSON value after the other, each on a line of its own or indented."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from claimx.text.printable import printable_json
from claimx.writers.style import Style

if TYPE_CHECKING:
    from rich.console import Console


class JsonStream:
    """Writes JSON values. Plain: a line each. Pretty: indented, and in colours where the terminal has them."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._stream = stream
        self._pretty = style.pretty
        self._console: Console | None = None
        if style.color:
            from rich.console import Console

            self._console = Console(file=stream, force_terminal=True, soft_wrap=True, highlight=False)

    def write(self, value: Any) -> None:  # noqa: ANN401 - JSON is any of five types
        """Write one value."""
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2 if self._pretty else None)
        if self._pretty:
            text = printable_json(text)
        if self._console is None:
            self._stream.write(text + "\n")
            return
        from rich.highlighter import JSONHighlighter

        # soft_wrap: a string broken over lines would no longer be JSON.
        self._console.print(JSONHighlighter()(text), soft_wrap=True)
