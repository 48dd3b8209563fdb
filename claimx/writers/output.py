"""Where results go: standard output, or a file that is replaced only when all of it is written."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from claimx.errors import OutputError

#: Lone surrogates (in file names, say) become ``\\udc80``, which is what JSON writes for them.
ENCODING = {"encoding": "utf-8", "errors": "backslashreplace"}


@contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """Open a file, or standard output for None, for text in UTF-8 whose line ends are left as they are.

    A file is written under another name beside it and moved into place at the end; if anything is raised meanwhile, the
    old file stays and nothing is left behind. A device or a pipe is written to directly.

    Raises:
        OutputError: the file cannot be written.
    """
    if path is None:
        yield _standard_output()
        return
    target = Path(path).resolve()
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode) and not target.is_dir():
            with target.open("w", newline="", **ENCODING) as stream:  # type: ignore[call-overload]
                yield stream
            return
        if target.is_dir():
            raise OutputError(f"cannot write {path}: it is a folder.")
        yield from _replaced(target)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}.") from error


def _replaced(target: Path) -> Iterator[TextIO]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", newline="", **ENCODING) as stream:  # type: ignore[call-overload]
            yield stream
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _standard_output() -> TextIO:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(newline="", **ENCODING)
    return sys.stdout
