"""Standard output, devices and pipes, to which text is written as it comes. Files: :mod:`claimx.runs.journal`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from claimx.errors import OutputError
from claimx.text.printable import printable

#: Lone surrogates (in file names, say) become ``\\udc80``, which is what JSON writes for them.
ENCODING = {"encoding": "utf-8", "errors": "backslashreplace"}


def open_stream(path: str | None) -> tuple[TextIO, str]:
    """Open a device or a pipe, or standard output for None, for text in UTF-8 whose line ends are left as they are.

    Returns:
        The stream, and what it is called in messages.

    Raises:
        OutputError: it cannot be written.
    """
    if path is None:
        return _standard_output(), "standard output"
    name = printable(path)
    try:
        return Path(path).open("w", newline="", **ENCODING), name  # type: ignore[call-overload]
    except OSError as error:
        raise OutputError(f"cannot write {name}: {error.strerror or error}.") from error


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise OutputError("cannot write standard output: it is closed.")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(newline="", **ENCODING)
    return sys.stdout
