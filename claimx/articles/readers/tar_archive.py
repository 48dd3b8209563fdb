"""Tar archives, as a stream: every file in them that claimx can read, without unpacking to disk."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from claimx.articles.readers.dispatch import read_source
from claimx.articles.readers.members import Members
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article


def read(source: Source) -> Iterator[Article]:
    """The articles of the files inside, in the archive's order; a member is called ``archive.tar/path``.

    Raises:
        InputError: it is broken, or holds nothing that claimx reads.
    """
    members = Members(source)
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # it keeps all that it has seen
                if member.isfile() and members.is_wanted(member.name) and (stream := archive.extractfile(member)):
                    name = members.name(member.name)
                    buffered = cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", _Forward(stream))))
                    yield from read_source(source.within(buffered, name=name, file_name=member.name))
    except (tarfile.TarError, EOFError) as error:
        raise InputError(f"{source.shown} is a broken tar archive: {error}.") from None
    members.close()


class _Forward(io.RawIOBase):
    """A member of an archive that is read as a stream, and so only forwards."""

    def __init__(self, stream: object) -> None:
        self._stream = cast("BinaryIO", stream)

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """Not this one."""
        return False

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read some bytes."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
