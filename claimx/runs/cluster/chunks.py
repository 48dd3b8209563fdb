"""Inputs cut into chunks of articles: what a worker of a cluster gets at a time, and one part of the output.

The cut depends on the inputs alone. So what is done again, after a machine was lost or with ``--resume``, is the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimx.articles.readers.dispatch import holds_many
from claimx.articles.reading import read_input
from claimx.errors import ClaimxError
from claimx.records import Article, ReadOptions

#: After so many pieces they become twice as large, up to so many times as large as the first.
DOUBLED_AFTER, MOST_TIMES = 8, 32


@dataclass(frozen=True, slots=True)
class Size:
    """How much is put together at first; it grows: small runs keep all workers busy, and large ones have few parts.

    Attributes:
        inputs: so many files with one article each are read by one task; a file with many has a task of its own.
        articles: so many articles are in a chunk at most.
        characters: so many characters of text, unless one article has more.
    """

    inputs: int = 8
    articles: int = 8
    characters: int = 40_000

    def times(self, place: int) -> int:
        """How many times as large as the first the piece at a place is."""
        return int(min(2 ** (place // DOUBLED_AFTER), MOST_TIMES))


@dataclass(frozen=True, slots=True)
class NamedInput:
    """A file, or an address, and the name that it has in results and messages."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Articles that go together, and what was said while they were read.

    Attributes:
        id: 16 hex digits: the same for the same place in the same inputs.
        articles: what is to be done.
        errors: inputs that cannot be read.
        notes: what was passed over or read with doubts.
    """

    id: str
    articles: tuple[Article, ...]
    errors: tuple[ClaimxError, ...]
    notes: tuple[str, ...]


def group(inputs: Iterable[NamedInput], size: Size) -> Iterator[list[NamedInput]]:
    """Put inputs together that one task is to read, in their order."""
    place = 0
    waiting: list[NamedInput] = []
    for one in inputs:
        if holds_many(one.path):
            yield from filter(None, (waiting, [one]))
            waiting = []
            continue
        waiting.append(one)
        if len(waiting) == size.inputs * size.times(place):
            yield waiting
            waiting, place = [], place + 1
    if waiting:
        yield waiting


@dataclass(slots=True)
class _Cutter:
    """What was read and is in no chunk yet."""

    first: str
    cut: int = 0
    characters: int = 0
    articles: list[Article] = field(default_factory=list)
    errors: list[ClaimxError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self) -> Chunk:
        name = hashlib.sha256(f"{self.cut}\0{self.first}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        chunk = Chunk(name, tuple(self.articles), tuple(self.errors), tuple(self.notes))
        self.cut += 1
        self.characters = 0
        for waiting in (self.articles, self.errors, self.notes):
            waiting.clear()
        return chunk


def read_chunks(inputs: Sequence[NamedInput], options: ReadOptions, size: Size) -> Iterator[Chunk]:
    """Read inputs, which :func:`group` put together, and give their articles as chunks.

    What cannot be read is told in the chunk that comes next.
    """
    cutter = _Cutter(inputs[0].name)
    for one in inputs:
        for article in read_input(
            one.path, one.name, options=options, on_error=cutter.errors.append, on_note=cutter.notes.append
        ):
            characters = len(article.text)
            if cutter.articles and cutter.characters + characters > size.characters * size.times(cutter.cut):
                yield cutter.take()
            cutter.articles.append(article)
            cutter.characters += characters
            if len(cutter.articles) == size.articles * size.times(cutter.cut):
                yield cutter.take()
    if cutter.articles or cutter.errors or cutter.notes:
        yield cutter.take()
