"""Files by their addresses in object stores and other file systems (``s3://…``, ``gs://…``, ``file://…``).

By fsspec (https://filesystem-spec.readthedocs.io). Where the library that it needs for a store is not installed, by
pyarrow, which knows the usual ones itself (S3, Google, Azure, HDFS).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, BinaryIO, NamedTuple, cast

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)(?:://|::)", re.IGNORECASE)
#: Addresses of web pages are fetched in another way, which sees to it that they are public.
_WEB = frozenset({"http", "https"})


def is_stored(path: str) -> bool:
    """Whether a path is an address in an object store or file system, and no file, folder or web address."""
    scheme = _SCHEME.match(path)
    return scheme is not None and scheme[1].lower() not in _WEB


class Listing(NamedTuple):
    """What an address stands for: the addresses of its files, sorted, and whether it is a folder."""

    files: list[str]
    is_folder: bool


class Store:
    """A file system, opened by an address in it."""

    def __init__(self, address: str) -> None:
        """Open it.

        Args:
            address: a file, a folder or a glob; its scheme tells the file system.

        Raises:
            OSError: there is no such file system, or a library that it needs is not installed.
        """
        self.address = address
        self._files, self._path = _open(address)

    def find(self) -> Listing:
        """The files that the address stands for: all in a folder and the folders in it, those that a glob matches.

        Raises:
            OSError: it cannot be listed.
        """
        if re.search(r"[*?\[]", self._path):
            return Listing(self._addresses(self._files.glob(self._path)), False)
        try:
            kind = self._files.info(self._path)["type"]
        except FileNotFoundError:
            return Listing([], False)
        if kind == "file":
            return Listing([self.address], False)
        return Listing(self._addresses(self._files.find(self._path)), True)

    def _addresses(self, paths: list[str]) -> list[str]:
        return sorted((str(self._files.unstrip_protocol(path)) for path in paths), key=lambda a: PurePosixPath(a).parts)

    def open(self) -> BinaryIO:
        """The file at the address, to be read.

        Raises:
            OSError: it cannot be opened.
        """
        return cast("BinaryIO", io.BufferedReader(_Raw(self._files.open(self._path, "rb"))))

    def read(self, name: str) -> bytes | None:
        """The bytes of a file in the folder at the address; None where there is none.

        Raises:
            OSError: it cannot be read.
        """
        try:
            return cast("bytes", self._files.cat_file(f"{self._path}/{name}"))
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file into the folder at the address, whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        path = f"{self._path}/{name}"
        if not _is_local(self._files):
            self._files.pipe_file(path, data)  # an object is there when all of it is
            return
        self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
        self._files.pipe_file(f"{path}.new", data)
        self._files.mv(f"{path}.new", path)


def _is_local(files: Any) -> bool:  # noqa: ANN401 - fsspec has no types
    return "file" in (files.protocol if isinstance(files.protocol, tuple) else (files.protocol,))


def _open(address: str) -> tuple[Any, str]:
    try:
        to_files: Callable[[str], tuple[Any, str]] = import_module("fsspec.core").url_to_fs
    except ModuleNotFoundError:
        raise OSError("it needs a part that is not installed: pip install 'claimx[stores]'") from None
    try:
        return to_files(address)
    except ValueError as error:  # a scheme that nobody knows
        raise OSError(str(error)) from None
    except ImportError as missing:
        return _open_by_arrow(address, missing)


def _open_by_arrow(address: str, missing: ImportError) -> tuple[Any, str]:
    try:
        arrow, path = import_module("pyarrow.fs").FileSystem.from_uri(address)
    except (ImportError, ValueError):
        raise OSError(" ".join(str(missing).split())) from None
    wrapper: Any = import_module("fsspec.implementations.arrow").ArrowFSWrapper
    return wrapper(arrow), path


class _Raw(io.RawIOBase):
    """A file of fsspec, some of which lack what ``io.BufferedReader`` asks for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """Whether it can be read back and forth."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        self._stream.seek(offset, whence)
        return self._stream.tell()

    def tell(self) -> int:
        """Where it is."""
        return self._stream.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read some bytes."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file, too."""
        self._stream.close()
        super().close()
