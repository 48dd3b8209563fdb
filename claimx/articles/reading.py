"""Step 1: files, folders, globs, archives, addresses and standard input to articles.

Which reader an input gets: :mod:`claimx.articles.readers.dispatch`. What cannot be read is reported and left out.
"""

from __future__ import annotations

import dataclasses
import sys
import warnings
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import BinaryIO

from claimx.articles.dates import to_date
from claimx.articles.input_names import STDIN, is_web_address, shown
from claimx.articles.paths import find_inputs
from claimx.articles.readers.dispatch import read_source
from claimx.articles.readers.source import MAX_CHARACTERS, OnError, OnNote, Source, buffered
from claimx.articles.warnings import Notes
from claimx.errors import ClaimxError, InputError
from claimx.records import Article, ReadOptions
from claimx.storage import Store, is_stored

__all__ = ["MAX_CHARACTERS", "name_of", "read", "read_articles", "read_input"]


def read(
    *paths: str | Path,
    published: object = None,
    options: ReadOptions | None = None,
    on_error: OnError | None = None,
    on_note: OnNote | None = None,
) -> Iterator[Article]:
    """Read articles from files of any format that claimx knows, from folders, globs and web addresses.

    Args:
        paths: what to read, in this order.
        published: the publication date of articles that tell none: a date, a datetime, or words such as "5 March 2024".
        options: what else can be chosen.
        on_error: is given an :class:`claimx.InputError` for each input that cannot be read; the others are read.
            Without it these are Python warnings.
        on_note: is given a sentence for what was passed over or read with doubts. Without it these are Python warnings.

    Returns:
        The articles, read as they are asked for.

    Raises:
        UsageError: ``published`` is no date.
    """
    chosen = options or ReadOptions()
    if published is not None:
        chosen = dataclasses.replace(chosen, published=to_date(published, day_first=chosen.day_first))
    return read_articles(
        [str(path) for path in paths], options=chosen, on_error=on_error or _warn, on_note=on_note or _warn
    )


def _warn(message: ClaimxError | str) -> None:
    warnings.warn(str(message), stacklevel=2)


def read_articles(
    paths: Sequence[str],
    *,
    published: date | None = None,
    options: ReadOptions | None = None,
    on_error: OnError,
    on_note: OnNote | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """Read articles from files, folders (recursively, sorted), globs and ``-`` (standard input), in the order given.

    Args:
        paths: what to read; a file that is given twice, by another spelling or a link, is read once.
        published: the publication date of all articles that bring none of their own.
        options: what else can be chosen.
        on_error: is given an error for each input that cannot be read; the others are delivered.
        on_note: is given a sentence for each folder in which files were passed over (those of other endings and
            READMEs; hidden ones are not spoken of), and for what was read with doubts.
        stdin: what ``-`` stands for, if not ``sys.stdin``.

    Returns:
        Articles whose ``id`` is the path as given, with ``/`` and relative to the current folder where it lies in it;
        of formats that hold several the id given there, or ``file:line``; in an archive ``archive/member``.
    """
    chosen = options or ReadOptions()
    if published is not None:
        chosen = dataclasses.replace(chosen, published=published)
    for path in find_inputs(paths, on_error, on_note or _ignore):
        yield from read_input(
            path, name_of(path), options=chosen, on_error=on_error, on_note=on_note or _ignore, stdin=stdin
        )


def read_input(
    path: str, name: str, *, options: ReadOptions, on_error: OnError, on_note: OnNote, stdin: BinaryIO | None = None
) -> Iterator[Article]:
    """Read the articles of one file, address or ``-``; what cannot be read, and how, is said as by `read_articles`.

    Args:
        path: where it is.
        name: what it is called, as :func:`name_of` gives it.
        options: what can be chosen.
        on_error: is given an error for what cannot be read.
        on_note: is given a sentence for what was passed over or read with doubts.
        stdin: what ``-`` stands for, if not ``sys.stdin``.
    """
    notes = Notes(on_note)
    for article in _read_path(path, name, options, on_error, on_note, stdin):
        is_named = article.id.startswith(name)
        notes.add(article.id if is_named else f"{shown(name)}, {article.id}", article.warnings)
        yield article
    notes.close(name)


def _ignore(note: str) -> None:
    """Notes that nobody asked for."""


def _read_path(
    path: str, name: str, options: ReadOptions, on_error: OnError, on_note: OnNote, stdin: BinaryIO | None
) -> Iterator[Article]:
    def report(error: ClaimxError) -> None:
        on_error(error.about(name) if isinstance(error, InputError) else error)

    if path == STDIN:
        yield from read_source(Source(STDIN, buffered(stdin or sys.stdin.buffer), options, report, on_note))
        return
    if is_web_address(path):
        from claimx.articles.readers.web import fetch

        yield from fetch(path, options, report, on_note)
        return
    try:
        with Store(path).open() if is_stored(path) else Path(path).open("rb") as stream:
            yield from read_source(Source(name, stream, options, report, on_note, PurePath(path).name))
    except OSError as error:
        report(InputError(f"{path} cannot be read: {error.strerror or error}."))


def name_of(path: str) -> str:
    """The id of an article from a file: the path with ``/``, relative to the current folder where it lies in it."""
    if is_web_address(path) or is_stored(path):
        return path
    full = Path(path)
    if full.is_absolute() and full.is_relative_to(Path.cwd()):
        full = full.relative_to(Path.cwd())
    return full.as_posix()
