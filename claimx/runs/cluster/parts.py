"""The output of a run over a cluster: a folder, on a disk that all machines have or in an object store.

``part-….jsonl`` (or another ending) holds what came of one chunk of articles, ``_done/….jsonl`` what is counted of it,
written after it: what stands there is not done again with ``--resume``. ``_run.json`` tells what was asked for and, at
the end, what came of it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from claimx.errors import OutputError, UsageError
from claimx.records import Article
from claimx.runs.journal import digest
from claimx.runs.outcomes import Fault
from claimx.runs.sinks import Rewrite
from claimx.storage import Store

RUN = "_run.json"
DONE = "_done"


class Tally(NamedTuple):
    """What is counted of an article: id, characters, words, claims, its fault, and what was left out as unlikely."""

    id: str
    characters: int
    words: int
    claims: int
    fault: Fault | None
    left_out: int = 0


def digest_of(articles: Iterable[Article]) -> str:
    """SHA-256 of all that is known of some articles."""
    return hashlib.sha256("".join(map(digest, articles)).encode()).hexdigest()


@dataclass(frozen=True)
class Parts:
    """Where parts go, and what each is made of.

    Attributes:
        folder: a path, or an address in a store.
        ending: of the parts' names.
        head: what stands before the first document.
        rewrite: makes the part, a file of this name, of the text of its documents, where it is not just that.
    """

    folder: str
    ending: str
    head: str
    rewrite: Rewrite | None = None

    def done(self, chunk: str, articles: str) -> tuple[Tally, ...] | None:
        """What was counted of a chunk that an earlier run has done; None where it is to be done.

        Args:
            chunk: its id.
            articles: the digest of its articles, which may have changed since.

        Raises:
            OutputError: it cannot be looked up.
        """
        with _told(self.folder):
            data = Store(self.folder).read(f"{DONE}/{chunk}.jsonl")
        first, *rows = data.decode().splitlines() if data else [""]
        if first != json.dumps(articles):
            return None
        return tuple(_tally(json.loads(row)) for row in rows)

    def write(self, chunk: str, articles: str, texts: Sequence[str], tallies: Sequence[Tally]) -> None:
        """Write a part, unless there is no claim for it, and then what is counted of it.

        Raises:
            OutputError: it cannot be written.
        """
        rows = [articles, *({**t._asdict(), "fault": t.fault and dataclasses.asdict(t.fault)} for t in tallies)]
        with _told(self.folder):
            store = Store(self.folder)
            if any(texts):
                store.write(f"part-{chunk}{self.ending}", self._made("".join([self.head, *texts])))
            store.write(f"{DONE}/{chunk}.jsonl", "".join(json.dumps(row) + "\n" for row in rows).encode())

    def _made(self, text: str) -> bytes:
        data = text.encode("utf-8", "backslashreplace")
        if self.rewrite is None:
            return data
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "part")
            self.rewrite(io.BytesIO(data), path)
            return path.read_bytes()


def _tally(row: dict[str, Any]) -> Tally:
    fault = row.pop("fault")
    return Tally(**row, fault=fault and Fault(**fault))


class PartsFolder:
    """The folder as the machine sees it that asks for the run: its begin and its end."""

    def __init__(self, folder: str, settings: Mapping[str, Any], *, resume: bool) -> None:
        """See to it that it is empty, or that of a run which is to go on, and write down what is asked for.

        Args:
            folder: a path, or an address in a store.
            settings: all that the parts depend on beside the articles; a run goes on only with the same.
            resume: go on with the run whose parts are there.

        Raises:
            OutputError: it cannot be written.
            UsageError: something else is in it, or a run that is not to go on, or cannot, with these settings.
        """
        self.folder = folder
        self._settings = json.loads(json.dumps(settings))  # as they will be read again
        self.counted = dict(articles=0, claims=0, words=0, failed=0)  # noqa: C408 - as they are written
        with _told(folder):
            self._store = Store(folder)
            self._check(resume)
            self._note()

    def _check(self, resume: bool) -> None:
        earlier = self._store.read(RUN)
        if earlier is None:
            if self._store.find().files:
                raise UsageError(f"{self.folder} is not empty; name another folder for the parts.")
            return
        if not resume:
            raise UsageError(
                f"{self.folder} holds a run that was begun before: go on with --resume, or name another folder."
            )
        try:
            before = json.loads(earlier)["settings"]
        except (ValueError, KeyError):
            raise UsageError(f"{self.folder}/{RUN} is broken; name another folder for the parts.") from None
        if other := [key for key, value in self._settings.items() if before.get(key) != value]:
            raise UsageError(
                f"the run in {self.folder} was begun with another {' and '.join(other)}: go on with the same, or name "
                "another folder."
            )

    def _note(self, **more: object) -> None:
        self._store.write(RUN, json.dumps({"settings": self._settings, **more}, indent=1).encode())

    def count(self, tally: Tally) -> None:
        """Count an article."""
        self.counted["articles"] += 1
        self.counted["claims"] += tally.claims
        self.counted["words"] += tally.words
        self.counted["failed"] += tally.fault is not None

    def finish(self) -> None:
        """Write down that all is done, and what came of it.

        Raises:
            OutputError: it cannot be written.
        """
        with _told(self.folder):
            self._note(finished=self.counted)

    def leave(self) -> str | None:
        """Break off; a sentence about what is kept: machines may have written what was not heard of here."""
        return f"The parts that are done are kept in {self.folder}: go on with --resume."

    def discard(self) -> None:
        """Nothing could be read: there are no parts, and what is known of it is kept."""
        self.finish()


@contextmanager
def _told(folder: str) -> Iterator[None]:
    """Tell what cannot be written in words."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {folder}: {error.strerror or error}.") from error
