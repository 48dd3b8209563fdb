"""How far a run is: a bar in a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import glob
import os
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from claimx.articles.input_names import STDIN

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

#: Seconds before anything is shown: most runs are over by then; and seconds between plain lines.
FIRST, BETWEEN = 2.0, 30.0
#: So many articles are read before it is told how long the rest will take.
ENOUGH = 5


class Progress:
    """Counts what is done and shows it. Reading what was told to it may come from any thread."""

    def __init__(
        self,
        stream: TextIO | None,
        *,
        bar: bool,
        size: Callable[[], int | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing is shown yet.

        Args:
            stream: where to show it; None: nowhere.
            bar: as a bar; else as plain lines.
            size: tells about how many bytes of articles there are, if that is known; asked when it is first shown.
            clock: tells the seconds that have passed.
        """
        self._stream = stream
        self._wants_bar = bar
        self._ask_size = size
        self._size: int | None = None
        self.is_shown = False
        self._clock = clock
        self._began = clock()
        self._told = self._began
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self.articles = self.failed = self.claims = self.words = self.left_out = 0
        self._read = 0  # articles of this run
        self._kept = self._done = 0  # characters of articles: done by an earlier run, and done at all

    def keep(self, characters: int) -> None:
        """Count an article that an earlier run has done."""
        self.articles += 1
        self._kept += characters
        self._done += characters

    def advance(self, characters: int, words: int, claims: int, *, failed: bool, left_out: int = 0) -> None:
        """Count an article that is done, and how many statements were left out of it as unlikely."""
        self.articles += 1
        self._read += 1
        self.failed += failed
        self.claims += claims
        self.words += words
        self.left_out += left_out
        self._done += characters
        self._show()

    def fail(self) -> None:
        """Count an input that is no article."""
        self.failed += 1

    def _show(self) -> None:
        now = self._clock()
        if self._stream is None or now - self._began < FIRST:
            return
        if not self._wants_bar and now - self._told < BETWEEN:
            return
        if not self.is_shown:
            self.is_shown, self._size = True, self._ask_size()
        if self._wants_bar:
            self._show_bar()
            return
        self._told = now
        with suppress(OSError):  # nobody there to read: no reason to end the run
            self._stream.write(f"claimx: {self.line()}\n")
            self._stream.flush()

    def line(self) -> str:
        """How far the run is, in words."""
        left = self._left()
        return ", ".join([*self._counts(), *([f"about {_duration(left)} to go"] if left is not None else [])])

    def summary(self) -> str:
        """What the run came to, in words."""
        left_out = f" ({self.left_out:,} unlikely ones left out)" if self.left_out else ""
        return ", ".join([*self._counts(), f"{self.claims:,} claims{left_out} in {_duration(self._seconds())}"])

    def _counts(self) -> list[str]:
        counts = ["1 article" if self.articles == 1 else f"{self.articles:,} articles"]
        if self.failed:
            counts.append(f"{self.failed:,} failed")
        return [*counts, f"{self.words / self._seconds():,.0f} words a second"]

    def _seconds(self) -> float:
        return max(self._clock() - self._began, 1e-6)

    def _left(self) -> float | None:
        done = self._done - self._kept
        if not self._size or self._read < ENOUGH:
            return None
        return max(self._size - self._done, 0) / done * self._seconds()

    def _show_bar(self) -> None:
        if self._bar is None:
            self._bar = _make_bar(self._stream)
            self._task = self._bar.add_task("", total=self._size)
            self._bar.start()
        assert self._task is not None  # made with the bar
        self._bar.update(self._task, completed=self._done, description=self.line())

    def say(self, message: str, otherwise: Callable[[str], None]) -> None:
        """Show a message above the bar, or ``otherwise``, where there is none."""
        if self._bar is None:
            otherwise(message)
        else:
            self._bar.console.print(f"claimx: {message}", markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def size_of(paths: Sequence[str], endings: Collection[str]) -> int | None:
    """About how many bytes of articles there are in files, folders and globs; None where one is standard input.

    Args:
        paths: what is to be read.
        endings: of a folder, files with these endings count.
    """
    total = 0
    for path in paths:
        if path == STDIN:
            return None
        for found in [path] if os.path.lexists(path) else glob.glob(path, recursive=True):  # noqa: PTH207 - as given
            files = (
                os.path.join(parent, name)  # noqa: PTH118 - a Path for each of a hundred thousand files takes long
                for parent, _, names in os.walk(found)
                for name in names
                if os.path.splitext(name)[1].lower() in endings  # noqa: PTH122
            )
            for file in files if os.path.isdir(found) else [found]:  # noqa: PTH112
                with suppress(OSError):
                    total += os.stat(file).st_size  # noqa: PTH116
    return total


def _make_bar(stream: TextIO | None) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(file=stream)
    columns = (BarColumn(bar_width=20), TaskProgressColumn(), TextColumn("{task.description}", markup=False))
    return Bar(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = seconds / 60
    return f"{minutes:.0f} min" if minutes < 90 else f"{minutes / 60:.1f} h"
