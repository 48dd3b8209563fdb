"""Where results go, in which format, and how they look there."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimx.articles.input_names import STDIN
from claimx.cli.console import has_color
from claimx.errors import UsageError

if TYPE_CHECKING:
    from claimx.writers.formats import Format, Written
    from claimx.writers.style import Style


class Target(NamedTuple):
    """A format, and the ending that tells by what it is packed, or None."""

    format: Format
    compression: str | None


#: So many bytes of a file are looked at to tell whether claimx has written it.
FIRST_LINE = 1_000_000


def style_for(output: str | None, *, pretty: bool, raw: bool = False) -> Style:
    """How what is written to a file, or to standard output, is to look."""
    from claimx.writers.style import Style

    if output_file(output) is not None or sys.stdout is None or not sys.stdout.isatty():
        return Style(pretty=pretty, raw=raw)
    return Style(pretty=True, color=has_color(sys.stdout), width=shutil.get_terminal_size().columns, raw=raw)


def output_file(output: str | None) -> str | None:
    """The file to write to; None for standard output, whose name is -."""
    return None if output in (None, STDIN) else output


def choose_format(
    format: str | None,
    output: str | None,
    *,
    otherwise: str,
    of: Written = "documents",
    pretty: bool = False,
    raw: bool = False,
) -> Target:
    """The format to write: as asked for, else as the output's name ends, else ``otherwise``.

    Raises:
        UsageError: there is no such format, or the name's ending tells none; what it needs is not installed; it cannot
            be written of this, in this style or to where it is to go.
    """
    from claimx.writers import find_format, format_of, names_of
    from claimx.writers.compression import compression_of

    path = output_file(output)
    chosen = find_format(format or (format_of(path, of=of) if path else None) or otherwise, of=of)
    chosen.check_installed()
    if pretty and not chosen.is_json:
        raise UsageError(f"--pretty goes with {', '.join(names_of(of, is_json=True))}, not with {chosen.name}.")
    if raw and chosen.name != "csv":
        raise UsageError(f"--raw-csv goes with csv, not with {chosen.name}.")
    compression = compression_of(path) if path else None
    if chosen.file is not None and compression is not None:
        raise UsageError(f"{chosen.name} is packed by itself: leave {compression} out of {path}.")
    if (chosen.file is not None or compression is not None) and (path is None or is_stream(path)):
        what = chosen.name if compression is None else f"what is packed ({compression})"
        raise UsageError(f"{what} is written to a file, not to a stream: name one (--output FILE).")
    return Target(chosen, compression)


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
    from claimx.articles.readers.dispatch import by_ending

    return path.suffix.lower() in by_ending() and not _is_own(path)


def _is_own(path: Path) -> bool:
    """Whether claimx wrote a file, or nothing is in it."""
    from claimx.articles.readers.columns import Columns
    from claimx.records import ReadOptions

    first = _first_line(path)
    try:
        record = json.loads(first)
    except ValueError:
        record = dict.fromkeys(first.strip().split(","))
    return not first.strip() or (isinstance(record, dict) and Columns(ReadOptions()).is_own(record))


def _first_line(path: Path) -> str:
    """The first line of a text, packed or not; of Parquet the names of its columns."""
    from claimx.articles.readers.compressed import OPENERS

    with path.open("rb") as stream:
        start = stream.read(4)
        stream.seek(0)
        if start == b"PAR1":
            return ",".join(_parquet_columns(path))
        opener = next((opener for mark, opener in OPENERS.items() if start.startswith(mark)), None)
        unpacked = opener(stream) if opener else stream
        try:
            return unpacked.readline(FIRST_LINE).decode("utf-8-sig", "replace")
        except (OSError, EOFError, ValueError):  # it is broken: nothing of ours
            return "broken"


def _parquet_columns(path: Path) -> list[str]:
    try:
        from pyarrow import parquet

        return list(parquet.read_schema(path).names)
    except (ImportError, OSError, ValueError):  # it cannot be read, as the run will say
        return ["broken"]
