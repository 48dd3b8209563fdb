"""What runs on the machines of a cluster: tasks that read inputs into chunks, actors that read chunks of articles."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import claimx
from claimx.errors import ClaimxError, WorkerError
from claimx.records import Article, ReadOptions
from claimx.runs.cluster.chunks import Chunk, Size, read_chunks
from claimx.runs.cluster.parts import Parts, Tally, digest_of
from claimx.runs.engine import run_by
from claimx.runs.outcomes import Fault, Outcome, Work
from claimx.runs.workers import Worker

#: A row of Ray Data: the columns below, each a pickle.
Row = dict[str, Any]
INPUTS = "inputs"
CHUNK = "chunk"
RESULT = "result"


class Rendered(Protocol):
    """A document as it is written, and what is counted of it."""

    @property
    def text(self) -> str:
        """What is written."""

    @property
    def claims(self) -> int:
        """How many claims it has."""

    @property
    def words(self) -> int:
        """How many words it has."""

    @property
    def left_out(self) -> int:
        """How many statements were left out of it as unlikely."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written of an article, in this process."""

    article: Article
    text: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a chunk.

    Attributes:
        tallies: what is counted of its articles, in their order.
        written: the same with what is to be written; empty where it is written as a part.
        errors: inputs that could not be read.
        notes: what was passed over or read with doubts.
        is_kept: an earlier run has done it.
    """

    tallies: tuple[Tally, ...]
    written: tuple[Written, ...]
    errors: tuple[ClaimxError, ...]
    notes: tuple[str, ...]
    is_kept: bool = False


@dataclass(frozen=True)
class ReadInputs:
    """A task: reads inputs into chunks, which go on as they are made."""

    options: ReadOptions
    size: Size

    def __call__(self, row: Row) -> Iterator[Row]:
        """Read a row of inputs into rows of chunks."""
        for chunk in read_chunks(pickle.loads(row[INPUTS]), self.options, self.size):
            yield {CHUNK: pickle.dumps(chunk)}


@dataclass(frozen=True)
class Assignment:
    """What the actors of a run are to do.

    Attributes:
        work: what is done with each article.
        timeout: the seconds that an article may take; None: as many as it takes.
        parts: where to write what comes of a chunk; None: it is sent back.
        version: of claimx on the machine that asks.
    """

    work: Work[Rendered]
    timeout: float | None
    parts: Parts | None
    version: str = claimx.__version__


class ReadChunk:
    """An actor: has a process in which the models are opened once, and reads one chunk after the other by it.

    An article that the process dies of, or takes too long for, is named, and the process made anew, as on one machine.
    """

    def __init__(self, assignment: Assignment) -> None:
        """Take what is to be done."""
        self._version = assignment.version
        self._parts = assignment.parts
        self._workers = [Worker(assignment.work, assignment.timeout)]

    def __call__(self, row: Row) -> Row:
        """Read a row with a chunk into a row with its result, or with what stops the run.

        That is sent, not raised: Ray would hand it on as an exception of its own, and make an actor that cannot be made
        again and again.
        """
        try:
            found: Result | ClaimxError = self.read(pickle.loads(row[CHUNK]))
        except ClaimxError as error:
            found = error
        except ImportError as error:
            found = WorkerError(f"A machine of the cluster lacks a library: {error}; install the same on all.")
        return {RESULT: pickle.dumps(found)}

    def read(self, chunk: Chunk) -> Result:
        """Read a chunk, unless it is done already.

        Raises:
            ClaimxError: nothing can be read, or written, at all.
        """
        if self._version != claimx.__version__:
            raise WorkerError(
                f"A machine of the cluster has claimx {claimx.__version__}, this one {self._version}; install the same "
                "on all."
            )
        said = (chunk.errors, chunk.notes)
        if self._parts is None:
            written = [_written(outcome) for outcome in run_by(self._workers, chunk.articles)]
            return Result(tuple(one.tally for one in written), tuple(written), *said)
        digest = digest_of(chunk.articles)
        kept = self._parts.done(chunk.id, digest)
        if kept is not None:
            return Result(kept, (), *said, is_kept=True)
        written = [_written(outcome) for outcome in run_by(self._workers, chunk.articles)]
        tallies = tuple(one.tally for one in written)
        self._parts.write(chunk.id, digest, [one.text for one in written], tallies)
        return Result(tallies, (), *said)

    def close(self) -> None:
        """End the process."""
        for worker in self._workers:
            worker.stop()


def _written(outcome: Outcome[Rendered]) -> Written:
    article, value = outcome.article, outcome.value
    fault: Fault | None = outcome.fault
    if value is None:
        return Written(article, "", Tally(article.id, len(article.text), 0, 0, fault))
    tally = Tally(article.id, len(article.text), value.words, value.claims, fault, value.left_out)
    return Written(article, value.text, tally)
