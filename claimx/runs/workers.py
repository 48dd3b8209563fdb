"""Worker processes, each with a pool of its own (pebble), so that one that dies takes nothing of another's with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from claimx.records import Article
from claimx.runs.local import attempt
from claimx.runs.outcomes import Outcome, Work
from claimx.runs.signals import held

if TYPE_CHECKING:
    from pebble import ProcessPool

Value = TypeVar("Value")

#: Libraries that would start threads for every core in every worker; they look here when they are imported.
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB_MAXIMUM")}


@dataclass(frozen=True, slots=True)
class Task:
    """Articles that a worker reads together, the place of the first among all, and how often it was tried before."""

    place: int
    articles: tuple[Article, ...]
    tried: int = 0

    def apart(self) -> list[Task]:
        """The same articles, each as a task of its own."""
        return [Task(self.place + n, (article,), self.tried) for n, article in enumerate(self.articles)]

    def again(self) -> Task:
        """The same task, tried once more."""
        return Task(self.place, self.articles, self.tried + 1)


class Worker(Generic[Value]):
    """A process that opens the work once and then reads one task after the other; it is made anew after a failure."""

    def __init__(self, work: Work[Value], timeout: float | None) -> None:
        """Take the work, and the seconds that a task may take."""
        self._work = work
        self.timeout = timeout
        self._pool: ProcessPool | None = None
        self._future: Future[list[Outcome[Value]]] | None = None
        self.task: Task | None = None

    @property
    def is_done(self) -> bool:
        """Whether there is a task and it has come to its end, good or bad."""
        # A task that was handed to a pool just as its process died is never finished.
        return self._future is not None and (self._future.done() or not (self._pool and self._pool.active))

    def start(self, task: Task, finished: threading.Condition) -> None:
        """Begin a task; there must be none. ``finished`` is notified when it is."""
        if self._pool is not None and not self._pool.active:  # its process died meanwhile
            self.stop()
        if self._pool is None:
            self._pool = _make_pool(self._work)
        self.task = task
        # An interrupt from the keyboard goes to all processes of a terminal; this one stops the workers itself, which
        # shall not see it even while they start. A worker that is cut short while it starts prints a traceback.
        with held(), _ignored(signal.SIGINT):
            future: Future[Any] = self._pool.schedule(_read, args=(task.articles,), timeout=self.timeout)
        self._future = future
        future.add_done_callback(partial(_notify, finished))

    def outcomes(self) -> list[Outcome[Value]]:
        """What came of the task, which is no more the worker's then.

        Raises:
            TimeoutError: it took too long.
            ProcessExpired: the process died of it.
            BrokenProcessPool: the process died, and not of the task.
            ClaimxError: nothing can be read at all.
        """
        future, self._future, self.task = self._future, None, None
        assert future is not None  # is_done was asked
        try:
            if not future.done():
                raise BrokenProcessPool
            return future.result()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the process, whatever it is at."""
        pool, self._pool, self._future = self._pool, None, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def _notify(finished: threading.Condition, _future: Future[Any]) -> None:
    with finished:
        finished.notify_all()


def _make_pool(work: Work[Any]) -> ProcessPool:
    from pebble import ProcessPool

    # spawn, on every system: a fork of a process with threads may hang.
    context = multiprocessing.get_context("spawn")
    return ProcessPool(max_workers=1, initializer=_open, initargs=(work,), context=context)


class _ignored:  # noqa: N801 - used like a function
    """Ignore a signal for a moment, where it can be done: in the main thread."""

    def __init__(self, number: signal.Signals) -> None:
        self._number = number
        self._is_main = threading.current_thread() is threading.main_thread()

    def __enter__(self) -> None:
        if self._is_main:
            self._before = signal.signal(self._number, signal.SIG_IGN)

    def __exit__(self, *_: object) -> None:
        if self._is_main:
            signal.signal(self._number, self._before)


# --- in the worker process -----------------------------------------------------

_opened: list[Callable[[Article], Any] | Exception] = []


def _open(work: Work[Any]) -> None:
    """Open the work. What goes wrong is kept for the first task: told from here, it would reach nobody."""
    os.environ.update(ONE_THREAD)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        read = work.open()
        attempt(
            Article("“It rained,” Ann Lee said."), read
        )  # what is opened at the first article takes none of its time
        _opened.append(read)
    except Exception as error:  # raised in ``_read``
        _opened.append(error)


def _end_with_parent() -> None:
    """No worker outlives a run that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(articles: Sequence[Article]) -> list[Outcome[Any]]:
    [read] = _opened
    if isinstance(read, Exception):
        raise read
    return [attempt(article, read) for article in articles]
