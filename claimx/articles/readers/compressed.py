"""Files behind gzip, bzip2, xz or Zstandard: what is in them is read as if they were not, without unpacking to disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from claimx.articles.readers.archive_limits import BoundedStream, CountedStream
from claimx.articles.readers.dispatch import read_source
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article


def _open_zstd(stream: BinaryIO) -> IO[bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return cast("IO[bytes]", zstd.ZstdFile(stream))


#: The first bytes of each compression, and what opens it.
OPENERS: dict[bytes, Callable[[BinaryIO], IO[bytes]]] = {
    b"\x1f\x8b": lambda stream: cast("IO[bytes]", gzip.GzipFile(fileobj=stream)),
    b"BZh": lambda stream: cast("IO[bytes]", bz2.BZ2File(stream)),
    b"\xfd7zXZ\0": lambda stream: cast("IO[bytes]", lzma.LZMAFile(stream)),  # noqa: SIM115 - as long as its input
    b"\x28\xb5\x2f\xfd": _open_zstd,
}
#: Endings that stand for two.
SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar"}


def read(source: Source) -> Iterator[Article]:
    """The articles of the file inside.

    Raises:
        InputError: it is broken, or unpacks to more than any text.
    """
    stream = cast("io.BufferedReader", source.stream)
    head = stream.peek(8)[:8]
    opener = next((opener for start, opener in OPENERS.items() if head.startswith(start)), None)
    if opener is None:
        raise InputError(f"{source.shown} is not packed as its ending says.")
    packed = CountedStream(stream)
    unpacked = BoundedStream(opener(cast("BinaryIO", io.BufferedReader(packed))), packed, source.shown)
    name = PurePosixPath(source.file_name)
    inner = name.stem + SHORT.get(name.suffix.lower(), "")
    try:
        yield from read_source(source.within(cast("BinaryIO", io.BufferedReader(unpacked)), file_name=inner))
    except (EOFError, zlib.error, lzma.LZMAError) as error:
        raise InputError(f"{source.shown} is broken: {str(error).rstrip('.')}.") from None
