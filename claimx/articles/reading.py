"""Step 1: files, folders, globs and standard input to articles.

Which reader a file gets is decided by its ending (``READERS``); a file that is named with another ending, and standard
input, are JSON Lines if they begin like it, else text. What cannot be read is reported and left out.
"""

from __future__ import annotations

import difflib
import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from claimx.articles.decode import decode
from claimx.articles.input_names import STDIN, shown
from claimx.articles.jsonl import read_lines
from claimx.articles.refused import refuse_binary
from claimx.errors import ClaimxError, InputError
from claimx.records import Article

OnError = Callable[[ClaimxError], None]
OnNote = Callable[[str], None]
Reader = Callable[[BufferedReader, str, date | None, OnError], Iterator[Article]]

#: A longer text is no news article, and more than the parser takes.
MAX_CHARACTERS = 1_000_000
#: How alike two names are, without their endings, if one may be meant by the other: difflib's ratio.
ALIKE = 0.6
#: So many files that a folder's reading passes over are named.
NAMED = 3


def read_text(stream: BufferedReader, name: str, published: date | None, on_error: OnError) -> Iterator[Article]:
    """A file that is one article."""
    data = stream.read(4 * MAX_CHARACTERS + 1)
    try:
        refuse_binary(data, shown(name))
        if len(data) > 4 * MAX_CHARACTERS:  # no encoding needs more than four bytes for a character
            raise InputError(_too_long(name))
        text, warnings = decode(data, shown(name))
        yield checked(Article(text=text, id=name, published=published, warnings=warnings))
    except InputError as error:
        on_error(error)


def checked(article: Article) -> Article:
    """The article, if there is something in it to read.

    Raises:
        InputError: it is empty, too long, or the source of a web page.
    """
    start = article.text.lstrip()[:200].lower()
    if not start:
        raise InputError(f"{shown(article.id)} is empty.")
    if len(article.text) > MAX_CHARACTERS:
        raise InputError(_too_long(article.id))
    if start.startswith(("<!doctype html", "<html")):
        raise InputError(f"{shown(article.id)} is the source of a web page; save the article's text instead.")
    return article


def _too_long(name: str) -> str:
    return f"{shown(name)} has more than {MAX_CHARACTERS:,} characters; split it into its articles."


def _read_jsonl(stream: BufferedReader, name: str, published: date | None, on_error: OnError) -> Iterator[Article]:
    for article in read_lines(stream, name, published, on_error):
        try:
            yield checked(article)
        except InputError as error:
            on_error(error)


def _read_either(stream: BufferedReader, name: str, published: date | None, on_error: OnError) -> Iterator[Article]:
    is_json = stream.peek(64)[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b'{"', b"{ "))
    return (_read_jsonl if is_json else read_text)(stream, name, published, on_error)


#: The reader of each ending; folders are searched for these endings.
READERS: dict[str, Reader] = {
    ".jsonl": _read_jsonl,
    ".md": read_text,
    ".ndjson": _read_jsonl,
    ".text": read_text,
    ".txt": read_text,
}


def read_articles(
    paths: Sequence[str],
    *,
    published: date | None = None,
    on_error: OnError,
    on_note: OnNote | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """Read articles from files, folders (recursively, sorted), globs and ``-`` (standard input), in the order given.

    Args:
        paths: what to read; a file that is named twice is read once.
        published: the publication date of all articles that bring none of their own.
        on_error: is given an error for each input that cannot be read; the others are delivered.
        on_note: is given a sentence for each folder in which files were passed over: those of other endings and
            READMEs; hidden ones are not spoken of.
        stdin: what ``-`` stands for, if not ``sys.stdin``.

    Returns:
        Articles whose ``id`` is the path as given, with ``/`` and relative to the current folder where it lies in it;
        of JSON Lines the id given there, or ``file:line``.
    """
    for path in dict.fromkeys(_expand(paths, on_error, on_note)):
        if path == STDIN:
            yield from _read_either(_buffered(stdin or sys.stdin.buffer), STDIN, published, on_error)
            continue
        reader = READERS.get(Path(path).suffix.lower(), _read_either)
        try:
            with Path(path).open("rb") as stream:
                yield from reader(stream, name_of(path), published, on_error)
        except OSError as error:
            on_error(InputError(f"{path} cannot be read: {error.strerror or error}."))


def _buffered(stream: BinaryIO) -> BufferedReader:
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))


def name_of(path: str) -> str:
    """The id of an article from a file: the path with ``/``, relative to the current folder where it lies in it."""
    full = Path(path)
    if full.is_absolute() and full.is_relative_to(Path.cwd()):
        full = full.relative_to(Path.cwd())
    return full.as_posix()


def _expand(paths: Iterable[str], on_error: OnError, on_note: OnNote | None) -> Iterator[str]:
    for path in paths:
        try:
            if path == STDIN:
                yield path
            elif Path(path).is_dir():
                yield from _in_folder(path, on_note)
            elif Path(path).exists():
                yield os.path.normpath(path)
            elif glob.has_magic(path):
                yield from _matches(path)
            else:
                raise InputError(_missing(path))
        except InputError as error:
            on_error(error)
        except (OSError, ValueError) as error:  # a name that the system cannot even look up
            on_error(InputError(f"no such file: {path[:200]} ({error})."))


def _in_folder(folder: str, on_note: OnNote | None) -> list[str]:
    found: list[str] = []
    others: list[str] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                (found if _is_article(name) else others).append(os.path.normpath(Path(parent, name)))
    if not found:
        raise InputError(f"no articles in the folder {folder}: claimx reads {_endings()} files.")
    if others and on_note is not None:
        on_note(_passed_over(folder, others))
    return sorted(found, key=lambda path: Path(path).parts)


def _is_article(name: str) -> bool:
    return Path(name).suffix.lower() in READERS and not name.lower().startswith("readme.")


def _passed_over(folder: str, others: Sequence[str]) -> str:
    count = "1 other file" if len(others) == 1 else f"{len(others):,} other files"
    named = ", ".join(Path(os.path.relpath(path, folder)).as_posix() for path in others[:NAMED])
    rest = ", …" if len(others) > NAMED else ""
    return f"{count} in {folder} passed over: {named}{rest} (claimx reads {_endings()} files)."


def _matches(pattern: str) -> Iterator[str]:
    found = sorted(glob.glob(pattern, recursive=True), key=lambda path: Path(path).parts)  # noqa: PTH207 - absolute patterns
    files = [path for path in found if Path(path).is_file()]
    if not files:
        raise InputError(f"no file matches {pattern}.")
    yield from map(os.path.normpath, files)


def _endings() -> str:
    *most, last = READERS
    return f"{', '.join(most)} and {last}"


def _missing(path: str) -> str:
    wanted = Path(path)
    siblings = [entry.name for entry in wanted.parent.iterdir()] if wanted.parent.is_dir() else []
    # Endings are alike everywhere, and alone say nothing of what was meant.
    likely = [(_alike(wanted.stem, Path(name).stem), _alike(wanted.name, name), name) for name in siblings]
    stem, _, best = max(likely, default=(0.0, 0.0, ""))
    hint = f" (did you mean {wanted.parent / best}?)" if stem >= ALIKE else ""
    return f"no such file: {path}{hint}"


def _alike(name: str, other: str) -> float:
    return difflib.SequenceMatcher(None, name.casefold(), other.casefold()).ratio()
