"""What the commands share: messages, colours, exit codes."""

from __future__ import annotations

import functools
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any, ParamSpec, TextIO

import typer
from typer.core import TyperCommand

from claimx.errors import ClaimxError, OutputError, UsageError
from claimx.text.printable import printable

Params = ParamSpec("Params")

FAILED, WRONG_USAGE = 1, 2
#: The exit status after Ctrl-C, as shells have it.
INTERRUPTED = 128 + signal.SIGINT


class Command(TyperCommand):
    """A command whose help shows an argument by its own name alone, without the type that it has in Python."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - typer's own
        super().__init__(*args, **kwargs)
        for param in (param for param in self.params if param.param_type_name == "argument"):
            vars(param)["display_type_rich"] = lambda ctx: None  # noqa: ARG005 - typer names it; an older one asks for none


class Failures:
    """Names each input that cannot be read on standard error, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: ClaimxError) -> None:
        """Report one."""
        self.count += 1
        say(str(error))

    def exit_if_any(self) -> None:
        """End the command with status 1, if something could not be read."""
        if self.count:
            raise typer.Exit(FAILED)


def say(message: str) -> None:
    """Print a message on standard error; nothing in it, a file's name say, is obeyed by a terminal."""
    with suppress(OSError):  # a full disk, or nobody there to read: no reason to lose the results
        typer.echo(f"claimx: {printable(message)}", err=True)


def guarded(command: Callable[Params, None]) -> Callable[Params, None]:
    """A command whose errors are one line on standard error, and that ends quietly if nobody reads on (``| head``)."""

    @functools.wraps(command)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> None:
        """The command."""
        try:
            try:
                command(*args, **kwargs)
            finally:
                _flush()
        except ClaimxError as error:
            say(str(error))
            raise typer.Exit(WRONG_USAGE if isinstance(error, UsageError) else FAILED) from None
        except ImportError as error:
            say(f"a library that claimx needs cannot be imported: {error}; please install claimx again.")
            raise typer.Exit(FAILED) from None
        except BrokenPipeError:
            forget_output()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            say("interrupted.")
            raise typer.Exit(INTERRUPTED) from None

    return run


def _flush() -> None:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        raise OutputError(f"cannot write standard output: {error.strerror or error}.") from None


def forget_output() -> None:
    """Let what is still buffered go nowhere, or Python would complain at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def keep_standard_files() -> None:
    """Where a standard stream is closed (``>&-``), see to it that no file of ours gets its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def has_color(stream: TextIO) -> bool:
    """Whether to write in colours: only to a terminal that can, and not against NO_COLOR (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def to_date(value: str | None, *, day_first: bool | None = None) -> date | None:
    """The value of ``--date``.

    Raises:
        UsageError: it is no date, or one that can be read in two ways.
    """
    if value is None:
        return None
    from claimx.articles.dates import read_date

    found = read_date(value, day_first=day_first)
    if found.value is None:
        raise UsageError(f"--date is {value[:40]!r}, not a date like 2024-03-05 or '5 March 2024'.")
    if found.warnings:
        raise UsageError(f"--date is {value!r}, which may be two days: --day-first or --month-first decides.")
    return found.value
