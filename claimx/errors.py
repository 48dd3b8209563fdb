"""What can go wrong, in one tree.

ClaimxError                 everything that claimx raises on purpose
├── InputError              an input cannot be read as an article (missing, binary, empty …)
├── UsageError              options that do not fit together, an unknown format or field
├── LexiconError            a row of a lexicon is malformed (file, row and key are named)
├── ModelError              a model is missing, damaged or of another version
├── WorkerError             no worker process can be started
└── OutputError             a result cannot be written

Each message is one sentence that names the file and, where there is one, the remedy.
"""

from __future__ import annotations

from typing import Self


class ClaimxError(Exception):
    """The root of all errors that claimx raises on purpose."""


class InputError(ClaimxError):
    """An input cannot be read as an article; ``input`` is its name, where it has one."""

    input: str | None = None

    def about(self, name: str) -> Self:
        """The error, with the name of its input, if it has none yet."""
        self.input = self.input or name
        return self


class UsageError(ClaimxError):
    """Options that do not fit together, or an unknown name."""


class LexiconError(ClaimxError):
    """A row of a lexicon is malformed."""


class ModelError(ClaimxError):
    """A model is missing, damaged or of another version."""


class WorkerError(ClaimxError):
    """No worker process can be started."""


class OutputError(ClaimxError):
    """A result cannot be written."""
