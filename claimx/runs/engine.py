"""Many articles: read here, or by worker processes, in order; what fails costs itself alone."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from claimx.articles.input_names import shown
from claimx.errors import WorkerError
from claimx.records import Article
from claimx.runs.feed import Feed
from claimx.runs.local import attempt
from claimx.runs.outcomes import Fault, FaultKind, Outcome, Work
from claimx.runs.workers import Task, Worker

Value = TypeVar("Value")

#: What is read sooner in this process than workers are started: so many articles, of so many characters together.
FEW_ARTICLES, FEW_CHARACTERS = 40, 150_000
#: So many seconds are waited to see whether it is more than that.
LOOK = 0.2
#: What a worker gets at a time.
TASK_ARTICLES, TASK_CHARACTERS = 32, 40_000
#: So much that is read may wait for what stands before it, in characters of the articles.
MOST_HELD = 8_000_000
#: How often workers may end before their first article, one after the other, before the run is given up.
MOST_STARTS = 3


def run(
    articles: Iterable[Article], work: Work[Value], *, jobs: int | None = None, timeout: float | None = None
) -> Generator[Outcome[Value], None, None]:
    """Read a stream of articles.

    Args:
        articles: as :func:`claimx.articles.reading.read_articles` gives them; they are read ahead in a thread.
        work: what is to be done with each.
        jobs: how many worker processes; None: as many as there are cores, but a handful of short articles is read in
            this process, since starting others takes longer.
        timeout: the seconds that an article may take, which needs worker processes; None: as many as it takes.

    Returns:
        What came of each article, in order, whatever ``jobs`` is.

    Raises:
        ClaimxError: nothing can be read at all, because a model or a lexicon is broken, or no worker can be started.
    """
    feed = Feed(articles)
    try:
        if jobs is None and timeout is None:
            yield from _while_few(feed, work)
        if not feed.exhausted:
            workers = [Worker(work, timeout) for _ in range(jobs or cores())]
            try:
                yield from _Pool(feed, workers).run()
            finally:
                for worker in workers:
                    worker.stop()
    finally:
        feed.stop()


def run_by(workers: Sequence[Worker[Value]], articles: Iterable[Article]) -> Generator[Outcome[Value], None, None]:
    """Read a stream of articles by workers that stay open for the next one; as :func:`run`."""
    feed = Feed(articles)
    try:
        yield from _Pool(feed, workers).run()
    finally:
        feed.stop()


def cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _while_few(feed: Feed, work: Work[Value]) -> Iterator[Outcome[Value]]:
    """Read here until more articles wait than a handful."""

    def are_many() -> bool:
        return len(feed) > FEW_ARTICLES or feed.characters > FEW_CHARACTERS

    with feed.changed:
        feed.changed.wait_for(lambda: feed.ended or are_many(), LOOK)
        feed.changed.wait_for(lambda: feed.ended or len(feed) > 0)
    if are_many() or feed.exhausted:
        return
    read = work.open() if len(feed) else None
    while not are_many():
        for article in feed.take(1, 0):
            read = read or work.open()
            yield attempt(article, read)
        with feed.changed:
            feed.changed.wait_for(lambda: feed.ended or len(feed) > 0)
        if feed.exhausted:
            return


class _Pool(Generic[Value]):
    """Hands tasks to workers and puts what comes back in order."""

    def __init__(self, feed: Feed, workers: Sequence[Worker[Value]]) -> None:
        self._feed = feed
        self._workers = workers
        self._again: deque[Task] = deque()
        self._outcomes: dict[int, Outcome[Value]] = {}
        self._held = 0
        self._taken = 0
        self._starts = 0

    def run(self) -> Iterator[Outcome[Value]]:
        place = 0
        while True:
            self._hand_out()
            self._collect()
            while place in self._outcomes:
                outcome = self._outcomes.pop(place)
                self._held -= len(outcome.article.text)
                place += 1
                yield outcome
                self._hand_out()
            if place == self._taken and self._feed.exhausted:
                return
            with self._feed.changed:
                self._feed.changed.wait_for(self._has_news, 1.0)

    def _has_news(self) -> bool:
        if any(worker.is_done for worker in self._workers):
            return True
        can_start = any(worker.task is None for worker in self._workers) and self._held < MOST_HELD
        return can_start and (len(self._feed) > 0 or self._feed.ended)

    def _hand_out(self) -> None:
        for worker in self._workers:
            if worker.task is None and (task := self._next()):
                worker.start(task, self._feed.changed)

    def _next(self) -> Task | None:
        if self._again:
            return self._again.popleft()
        if self._held >= MOST_HELD:
            return None
        size = TASK_CHARACTERS
        if self._feed.ended:  # the last tasks are smaller, so that all workers end together
            size = min(size, self._feed.characters // (2 * len(self._workers)))
        articles = self._feed.take(TASK_ARTICLES, size)
        if not articles:
            return None
        task = Task(self._taken, tuple(articles))
        self._taken += len(articles)
        return task

    def _collect(self) -> None:
        from pebble import ProcessExpired

        for worker in self._workers:
            task = worker.task
            if task is None or not worker.is_done:
                continue
            try:
                self._keep(task, worker.outcomes())
                self._starts = 0
            except TimeoutError:
                self._apart_or_fault(task, "timeout", f"it took longer than {worker.timeout:g} seconds")
            except ProcessExpired as error:
                self._apart_or_fault(task, "crash", _how_it_ended(error.exitcode))
            except BrokenProcessPool as error:
                self._starts += 1
                if self._starts >= MOST_STARTS * len(self._workers):
                    raise WorkerError("The worker processes end as soon as they are started; try --jobs 1.") from error
                self._again.append(task)

    def _keep(self, task: Task, outcomes: list[Outcome[Value]]) -> None:
        self._outcomes.update(enumerate(outcomes, start=task.place))
        self._held += sum(len(article.text) for article in task.articles)

    def _apart_or_fault(self, task: Task, kind: FaultKind, why: str) -> None:
        """One article of a task that failed may be at fault: each is tried alone; what fails alone is named."""
        if len(task.articles) > 1:
            self._again.extend(task.apart())
        elif kind == "crash" and not task.tried:  # it may have been another's doing, or for want of memory just then
            self._again.append(task.again())
        else:
            [article] = task.articles
            fault = Fault(article.id, kind, f"{shown(article.id)} could not be read: {why}.")
            self._keep(task, [Outcome(article, None, fault)])


def _how_it_ended(exit_code: int) -> str:
    if exit_code == -9:
        return "its worker was killed, as happens where memory runs out"
    return f"its worker ended with {f'signal {-exit_code}' if exit_code < 0 else f'status {exit_code}'}"
