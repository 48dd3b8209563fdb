"""What a reader is given: the bytes of an input, what it is called, and where to say what is wrong."""

from __future__ import annotations

import dataclasses
import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from types import ModuleType
from typing import BinaryIO, cast

from claimx.articles.input_names import shown
from claimx.errors import ClaimxError, InputError
from claimx.records import ReadOptions

OnError = Callable[[ClaimxError], None]
OnNote = Callable[[str], None]

#: A longer text is no news article, nor a book.
MAX_CHARACTERS = 5_000_000
#: No encoding needs more than four bytes for a character.
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
#: Pages, PDFs, Word files, mails and sheets hold pictures and markup beside their text.
MAX_FILE_BYTES = 200_000_000
#: Up to this size a copy is held in memory, not in a file.
IN_MEMORY = 8_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """An input, or a member of an archive.

    ``name`` is the id of its article and what it is called in messages; ``file_name`` tells its format by its ending.
    ``depth`` counts the archives and compressions around it.
    """

    name: str
    stream: BinaryIO
    options: ReadOptions
    on_error: OnError
    on_note: OnNote
    file_name: str = ""
    depth: int = 0
    content_type: str | None = None

    @property
    def shown(self) -> str:
        """Its name as messages have it."""
        return shown(self.name)

    @property
    def ending(self) -> str:
        """The ending of its file's name, in small letters, with the full stop."""
        return PurePosixPath(self.file_name.lower()).suffix

    def within(self, stream: BinaryIO, *, name: str | None = None, file_name: str) -> Source:
        """Something inside of this one: what a compression or an archive holds."""
        return dataclasses.replace(
            self,
            stream=stream,
            name=self.name if name is None else name,
            file_name=file_name,
            depth=self.depth + 1,
            content_type=None,
        )

    def read_all(self, limit: int = MAX_FILE_BYTES) -> bytes:
        """All bytes.

        Raises:
            InputError: there are more than ``limit``.
        """
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(f"{self.shown} is larger than {limit // 1_000_000:,} MB, too large for one article.")
        return data

    @contextmanager
    def seekable(self, limit: int = MAX_FILE_BYTES) -> Iterator[BinaryIO]:
        """The bytes as a file in which a reader can go back and forth; a stream is copied into a temporary one.

        Raises:
            InputError: there are more than ``limit`` to be copied.
        """
        if self.stream.seekable():
            yield self.stream
            return
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
            size = 0
            while chunk := self.stream.read(1 << 20):
                size += len(chunk)
                if size > limit:
                    raise InputError(f"{self.shown} is larger than {limit // 1_000_000:,} MB; unpack or save it first.")
                copy.write(chunk)
            copy.seek(0)
            yield cast("BinaryIO", copy)


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """The stream with ``peek``."""
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))


def needs(module: str, *, extra: str, what: str) -> ModuleType:
    """A library that only some installations have.

    Raises:
        InputError: it is missing; the message says how to install it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise InputError(f"{what} needs a part that is not installed: pip install 'claimx[{extra}]'.") from None
