"""What went wrong in a run: each fault is named as it comes, and written to a file for machines."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from claimx.errors import ClaimxError, InputError, OutputError
from claimx.runs.outcomes import Fault


class Faults:
    """Counts faults, names each, and writes it to a file of JSON Lines: input, kind, message."""

    def __init__(self, path: str | None, say: Callable[[str], None]) -> None:
        """Open the file anew, if there is to be one.

        Raises:
            OutputError: it cannot be written.
        """
        self.count = 0
        self._path = path
        self._say = say
        self._stream: TextIO | None = None
        if path is not None:
            try:
                self._stream = Path(path).open("w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
            except OSError as error:
                raise self._unwritten(error) from error

    def of_input(self, error: ClaimxError) -> None:
        """Report an input that cannot be read as an article."""
        self(Fault(error.input if isinstance(error, InputError) else None, "input", str(error)))

    def __call__(self, fault: Fault) -> None:
        """Report a fault.

        Raises:
            OutputError: the file cannot be written.
        """
        self.count += 1
        self._say(fault.message)
        if self._stream is not None:
            try:
                self._stream.write(json.dumps(dataclasses.asdict(fault), ensure_ascii=False) + "\n")
                self._stream.flush()
            except OSError as error:
                raise self._unwritten(error) from error

    def _unwritten(self, error: OSError) -> OutputError:
        return OutputError(f"cannot write {self._path}: {error.strerror or error}.")

    def close(self) -> None:
        """Close the file."""
        if self._stream is not None:
            self._stream.close()
