"""Where the documents of a run go, one after the other: a stream, or a spool from which the output is made at the end.

A run onto a file goes to a :class:`claimx.runs.journal.Journal`, which has the same methods.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, TextIO

from claimx.errors import OutputError
from claimx.records import Article
from claimx.runs.outcomes import Fault

#: Makes the output, a file of this name, of what was written to a spool.
Rewrite = Callable[[BinaryIO, Path], None]


class Ending(Protocol):
    """What is done at the end of a run, however that comes."""

    def finish(self) -> None:
        """All is written."""

    def leave(self) -> str | None:
        """Break off; a sentence about what is kept, if anything is."""

    def discard(self) -> None:
        """Nothing could be read: leave the output as it was."""


class Sink(Ending, Protocol):
    """Takes the documents of a run in their order."""

    def left(
        self,
        articles: Iterable[Article],
        *,
        on_kept: Callable[[Article, Fault | None], None],
        on_note: Callable[[str], None],
    ) -> Iterator[Article]:
        """The articles that are still to be read."""

    def write(self, article: Article, text: str, claims: int, fault: Fault | None) -> None:
        """Write what came of an article."""


class StreamSink:
    """Standard output, a device or a pipe: written to as documents come, with nothing to go on from."""

    def __init__(self, stream: TextIO, name: str, head: str) -> None:
        """Take the stream, what it is called in messages, and what stands before the first document."""
        self._stream = stream
        self._name = name
        self._head = head

    def left(
        self,
        articles: Iterable[Article],
        *,
        on_kept: Callable[[Article, Fault | None], None],
        on_note: Callable[[str], None],
    ) -> Iterator[Article]:
        """All articles."""
        del on_kept, on_note
        return iter(articles)

    def write(self, article: Article, text: str, claims: int, fault: Fault | None) -> None:
        """Write, and see to it that it arrives.

        Raises:
            OutputError: it cannot be written.
            BrokenPipeError: nobody reads on.
        """
        del article, claims, fault
        self._put(text)

    def _put(self, text: str) -> None:
        text, self._head = self._head + text, ""
        try:
            self._stream.write(text)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"cannot write {self._name}: {error.strerror or error}.") from error

    def finish(self) -> None:
        """Write the head, if there was no document."""
        self._put("")

    def leave(self) -> str | None:
        """What is written is written."""
        return None

    def discard(self) -> None:
        """An output of no documents, which has a head, too."""
        self.finish()


class SpoolSink(StreamSink):
    """A stream that is written to at the end, when it is known which claims of the whole run are wanted."""

    def __init__(self, stream: TextIO, name: str, rewrite: Rewrite) -> None:
        """Take the stream and what makes its text of all documents."""
        super().__init__(stream, name, "")
        self._rewrite = rewrite
        self._spool = tempfile.TemporaryFile()  # noqa: SIM115 - it ends with the run

    def write(self, article: Article, text: str, claims: int, fault: Fault | None) -> None:
        """Keep it on disk."""
        del article, claims, fault
        try:
            self._spool.write(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise OutputError(f"cannot write a temporary file: {error.strerror or error}.") from error

    def finish(self) -> None:
        """Write what is wanted."""
        with self._spool, tempfile.TemporaryDirectory() as folder:
            made = Path(folder, "made")
            self._spool.seek(0)
            self._rewrite(self._spool, made)
            with made.open("rb") as lines:
                for line in lines:
                    self._put(line.decode("utf-8"))

    def leave(self) -> str | None:
        """Nothing of a run that was broken off can be written."""
        self._spool.close()
        return None
