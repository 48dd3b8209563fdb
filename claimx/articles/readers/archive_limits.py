"""Bounds on what a compressed file may unpack to, so that none fills the memory or keeps the machine busy for hours."""

from __future__ import annotations

import io
from typing import IO, BinaryIO
from zipfile import BadZipFile, ZipFile

from claimx.errors import InputError

#: A file that unpacks to more than this, and to more than ``MAX_RATIO`` times its own size, is a bomb: text is packed
#: to a tenth, a table of the same row again and again to a two-hundredth.
MAX_FREE = 64_000_000
MAX_RATIO = 200
#: The parts of a Word or Excel file, unpacked, all together.
MAX_OFFICE = 500_000_000


class CountedStream(io.RawIOBase):
    """A packed stream, counting what was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read some bytes."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class BoundedStream(io.RawIOBase):
    """What comes out of a decompressor, up to the bounds.

    Args:
        unpacked: the decompressor's stream.
        packed_size: tells how many bytes it has been given so far.
        name: the file's name, for the message.
    """

    def __init__(self, unpacked: IO[bytes], packed_size: CountedStream | int, name: str) -> None:
        self._stream = unpacked
        self._packed = packed_size
        self._name = name
        self._count = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read some bytes.

        Raises:
            InputError: there are more than a text of this size could have been packed from.
        """
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._count += len(data)
        packed = self._packed if isinstance(self._packed, int) else self._packed.count
        if self._count > MAX_FREE and self._count > MAX_RATIO * packed:
            raise InputError(
                f"{self._name} unpacks to more than {MAX_RATIO} times its size, as no text does (a bomb); it is not "
                "read on."
            )
        return len(data)


def check_zip(stream: BinaryIO, name: str) -> None:
    """See to it that a Word or Excel file is a whole ZIP archive that unpacks to no more than it may.

    Raises:
        InputError: it is not.
    """
    try:
        with ZipFile(stream) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except BadZipFile:
        raise InputError(f"{name} is broken, or none of the files that its ending means.") from None
    if size > MAX_OFFICE:
        raise InputError(f"{name} unpacks to {size // 1_000_000:,} MB, too much for a document.")
    stream.seek(0)
