"""A file that only one process at a time has open for writing; the system lets go of it when that ends, however."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

#: What a system says when somebody else has the lock.
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_FAR = 1 << 40  # Windows keeps others from reading what is locked, so that is a byte beyond the end


def open_locked(path: Path) -> BinaryIO | None:
    """Open a file to read and write, made if need be; None if another process has it open in this way.

    Raises:
        OSError: it cannot be opened.
    """
    while True:
        stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b")
        try:
            _lock(stream)
            if os.fstat(stream.fileno()).st_ino == path.stat().st_ino:
                return stream
        except FileNotFoundError:
            pass  # the other put it in its place, or threw it away, just now
        except OSError as error:
            stream.close()
            if error.errno in _TAKEN:
                return None
            raise
        stream.close()


def _lock(stream: BinaryIO) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        stream.seek(_FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            raise  # where the disk has no locks, two runs are not told from one
