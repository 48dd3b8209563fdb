"""A run onto a file: what is done stands in ``FILE.part``, told by a journal beside it, so that a run can go on.

The journal has a line for what was asked for, then one for each document in the order of the output: what it was read
from, where its part of the output ends, and a checksum. Whatever of both survives, after a kill, a power failure or on
a full disk, the lines up to the first that does not fit are what is done; the rest is cut off.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import stat
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from claimx.errors import OutputError, UsageError
from claimx.records import Article
from claimx.runs.locking import open_locked
from claimx.runs.outcomes import Fault
from claimx.runs.sinks import Rewrite
from claimx.text.printable import printable

#: Seconds after which what is written is forced onto the disk, for the case of a power failure.
SYNC = 5.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal: a document, its digest, where its output ends, the output's CRC-32, claims, and fault."""

    id: str
    digest: str
    end: int
    crc: int
    claims: int
    fault: Fault | None

    @classmethod
    def parse(cls, line: bytes) -> Entry:
        """Read a line.

        Raises:
            ValueError, TypeError: it is torn, or none.
        """
        row = json.loads(line)
        fault = row.pop("fault")
        return cls(**row, fault=fault and Fault(**fault))


def digest(article: Article) -> str:
    """SHA-256 of all that is known of an article."""
    return hashlib.sha256(repr(dataclasses.astuple(article)).encode("utf-8", "surrogatepass")).hexdigest()


class Journal:
    """The part file of an output and its journal. Only one run at a time can open it."""

    def __init__(
        self, path: str, settings: Mapping[str, Any], head: bytes, *, resume: bool, rewrite: Rewrite | None = None
    ) -> None:
        """Open it, and find what an earlier run has done.

        Args:
            path: the output, which is replaced at the end.
            settings: all that the output depends on beside the articles; a run goes on only with the same.
            head: what stands before the first document.
            resume: go on where an earlier run was broken off.
            rewrite: makes the output of what stands in the part file at the end, if it is not just that.

        Raises:
            OutputError: it cannot be written, or another run is writing it.
            UsageError: there is an earlier run, and it is not to go on; or it cannot, with these settings.
        """
        self._name = printable(path)
        self._rewrite = rewrite
        self.target = Path(path).resolve()
        self.part = self.target.with_name(f"{self.target.name}.part")
        self._path = self.target.with_name(f"{self.target.name}.part.journal")
        self._settings = json.loads(json.dumps({**settings, "head": len(head)}))  # as they will be read again
        if self.target.is_dir():
            raise OutputError(f"cannot write {self._name}: it is a folder.")
        if not self.target.parent.is_dir():
            raise OutputError(f"cannot write {self._name}: there is no folder {printable(str(self.target.parent))}.")
        with self._told():
            out = open_locked(self.part)
        if out is None:
            raise OutputError(f"cannot write {self._name}: another run is writing it.")
        self._out = out
        try:
            self.done = self._earlier(resume)
            self._begin(head)
        except BaseException:
            self._out.close()
            raise

    # --- opening ---

    def _earlier(self, resume: bool) -> list[Entry]:
        """What an earlier run has done and is still there."""
        try:
            first, *lines = self._path.read_bytes().split(b"\n")
            settings = json.loads(first)
        except (OSError, ValueError):
            return []
        done = self._intact(settings.get("head", 0), lines)
        if not done:
            return []
        if not resume:
            raise UsageError(
                f"{self._name}.part holds {_documents(len(done))} of a run that was broken off: go on with --resume, "
                "or delete it to start over."
            )
        if other := [key for key, value in self._settings.items() if settings.get(key) != value]:
            raise UsageError(
                f"{self._name}.part was begun with another {' and '.join(other)}: go on with the same, or delete it to "
                "start over."
            )
        return done

    def _intact(self, begin: int, lines: Iterable[bytes]) -> list[Entry]:
        done: list[Entry] = []
        with suppress(OSError, ValueError, TypeError):
            self._out.seek(begin)
            for line in lines:
                entry = Entry.parse(line)
                written = self._out.read(entry.end - begin)
                if len(written) != entry.end - begin or zlib.crc32(written) != entry.crc:
                    break
                done.append(entry)
                begin = entry.end
        return done

    def _begin(self, head: bytes) -> None:
        self._head = head
        if not self.done:
            with self._told():
                self._out.truncate(0)
                self._out.seek(0)
                self._out.write(head)
        self._keep(len(self.done))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what cannot be written in words."""
        try:
            yield
        except OSError as error:
            raise OutputError(f"cannot write {self._name}: {error.strerror or error}.") from error

    def _keep(self, count: int) -> None:
        """Cut everything after the first ``count`` documents off both files."""
        del self.done[count:]
        self._count = count
        self.end = self.done[-1].end if self.done else len(self._head)
        lines = [self._settings, *(dataclasses.asdict(entry) for entry in self.done)]
        new = self._path.with_name(f"{self._path.name}.new")
        with self._told():
            self._out.truncate(self.end)
            self._out.seek(self.end)
            new.write_bytes(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
            new.replace(self._path)
            self._journal: BinaryIO = self._path.open("ab")
        self._synced = time.monotonic()

    # --- a run ---

    def left(
        self,
        articles: Iterable[Article],
        *,
        on_kept: Callable[[Article, Fault | None], None],
        on_note: Callable[[str], None],
    ) -> Iterator[Article]:
        """The articles that are still to be read: those after the ones that are done, as long as these are the same.

        Args:
            articles: all articles, from the first.
            on_kept: is given each article that is done, and the fault that it failed with.
            on_note: is given a sentence where an article is no more what it was.
        """
        stream = iter(articles)
        for place in range(len(self.done)):
            article = next(stream, None)
            entry = self.done[place]
            if article is not None and digest(article) == entry.digest:
                on_kept(article, entry.fault)
                continue
            what = "has changed" if article is not None and article.id == entry.id else "is not there any more"
            on_note(f"{printable(entry.id)} {what} since it was read; what comes from there on is done anew.")
            self._journal.close()
            self._keep(place)
            if article is not None:
                yield article
            break
        yield from stream

    def write(self, article: Article, text: str, claims: int, fault: Fault | None) -> None:
        """Write what came of an article.

        Raises:
            OutputError: it cannot be written.
        """
        data = text.encode("utf-8", "backslashreplace")
        entry = Entry(article.id, digest(article), self.end + len(data), zlib.crc32(data), claims, fault)
        with self._told():
            self._out.write(data)
            self._out.flush()
            self._journal.write(json.dumps(dataclasses.asdict(entry)).encode() + b"\n")
            self._journal.flush()
            if time.monotonic() - self._synced > SYNC:
                self._sync()
        self.end = entry.end
        self._count += 1

    def _sync(self) -> None:
        os.fsync(self._out.fileno())
        os.fsync(self._journal.fileno())
        self._synced = time.monotonic()

    # --- the end of it ---

    def finish(self) -> None:
        """Put the output in its place.

        Raises:
            OutputError: it cannot be written.
        """
        with self._told():
            self._sync()
            whole = self.part if self._rewrite is None else self._made(self._rewrite)
            if self.target.exists():
                whole.chmod(stat.S_IMODE(self.target.stat().st_mode))
            self._close()
            whole.replace(self.target)
            self._remove()

    def _made(self, rewrite: Rewrite) -> Path:
        """The output made of the part file; half of it is left by nobody but a kill."""
        whole = self.part.with_name(f"{self.part.name}.new")
        whole.unlink(missing_ok=True)  # of a run that was killed just here
        try:
            with self.part.open("rb") as part:
                rewrite(part, whole)
            with whole.open("rb+") as made:
                os.fsync(made.fileno())
        except BaseException:
            whole.unlink(missing_ok=True)
            raise
        return whole

    def leave(self) -> str | None:
        """Break off: what is done stays, if anything is; then a sentence about it."""
        self._close()
        if not self._count:
            self._remove()
            return None
        is_kept = "is done and kept" if self._count == 1 else "are done and kept"
        return f"{_documents(self._count)} {is_kept} in {self._name}.part: go on with --resume."

    def discard(self) -> None:
        """Leave the output as it was, and nothing beside it."""
        self._close()
        self._remove()

    def _close(self) -> None:
        with suppress(OSError):
            self._journal.close()
        with suppress(OSError):
            self._out.close()

    def _remove(self) -> None:
        for path in (self.part, self._path, self.part.with_name(f"{self.part.name}.new")):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count:,} documents"
