"""Where results go, in which format, and how they look there."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.articles.input_names import STDIN
from claimx.cli.console import has_color
from claimx.errors import UsageError

if TYPE_CHECKING:
    from claimx.writers.style import Style

#: So many bytes of a file are looked at to tell whether claimx has written it.
FIRST_LINE = 1_000_000


def style_for(output: str | None, *, pretty: bool) -> Style:
    """How what is written to a file, or to standard output, is to look."""
    from claimx.writers.style import Style

    if output_file(output) is not None or sys.stdout is None or not sys.stdout.isatty():
        return Style(pretty=pretty)
    return Style(pretty=True, color=has_color(sys.stdout), width=shutil.get_terminal_size().columns)


def output_file(output: str | None) -> str | None:
    """The file to write to; None for standard output, whose name is -."""
    return None if output in (None, STDIN) else output


def choose_format(format: str | None, output: str | None, *, otherwise: str, pretty: bool) -> str:
    """The format to write: as asked for, else as the output's name ends, else ``otherwise``.

    Raises:
        UsageError: there is no such format, the name's ending tells none, or it cannot be indented and is to be.
    """
    from claimx.writers import PRETTY, check_format, format_of

    path = output_file(output)
    chosen = format or (format_of(path) if path else None) or otherwise
    check_format(chosen)
    if pretty and chosen not in PRETTY:
        raise UsageError(f"--pretty goes with {' and '.join(sorted(PRETTY))}, not with {chosen}.")
    return chosen


def is_stream(path: str) -> bool:
    """Whether it is a device or a pipe, which is written to directly."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - as given
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def refuse_inputs(inputs: Sequence[str], written: Mapping[str, str | None]) -> None:
    """See to it that no input is replaced by what is written.

    Args:
        inputs: files, folders, globs and standard input.
        written: the files to be written, by their options.

    Raises:
        UsageError: one is an input.
    """
    for option, path in written.items():
        if path is not None and Path(path).is_file() and any(_would_read(name, Path(path)) for name in inputs):
            raise UsageError(f"{option} {path} is one of the inputs, and would be replaced; name another file.")


def _would_read(name: str, target: Path) -> bool:
    """Whether a file is read if ``name`` is; what claimx itself wrote is passed over in folders."""
    given = Path(name)
    if given.is_file():
        return given.samefile(target)
    return given.is_dir() and target.resolve().is_relative_to(given.resolve()) and _is_article(target)


def _is_article(path: Path) -> bool:
    from claimx.articles.readers.columns import Columns
    from claimx.articles.readers.dispatch import by_ending
    from claimx.records import ReadOptions

    if path.suffix.lower() not in by_ending():
        return False
    with path.open("rb") as stream:
        first = stream.readline(FIRST_LINE).decode("utf-8", "replace")
    try:
        record = json.loads(first)
    except ValueError:
        record = dict.fromkeys(first.strip().split(","))
    return bool(first.strip()) and not (isinstance(record, dict) and Columns(ReadOptions()).is_own(record))
