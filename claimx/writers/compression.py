"""Packing what is written: an ending of the file's name tells how."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO, cast


def _gzip(out: BinaryIO) -> BinaryIO:
    # Neither name nor time in its head: the same text gives the same bytes.
    return cast("BinaryIO", gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0))


def _zstd(out: BinaryIO) -> BinaryIO:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return cast("BinaryIO", zstd.ZstdFile(out, mode="wb"))


#: What packs, by the ending that tells it.
COMPRESSIONS: dict[str, Callable[[BinaryIO], BinaryIO]] = {".gz": _gzip, ".zst": _zstd}


def compression_of(path: str) -> str | None:
    """The ending of ``COMPRESSIONS`` that a file's name has, or None."""
    ending = PurePath(path).suffix.lower()
    return ending if ending in COMPRESSIONS else None
