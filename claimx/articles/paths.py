"""Files, folders and globs as they are given, to the files that are to be read: each once, whatever it is called."""

from __future__ import annotations

import difflib
import glob
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimx.articles.input_names import STDIN, is_web_address
from claimx.articles.readers.dispatch import by_ending, format_names
from claimx.articles.readers.source import OnError, OnNote
from claimx.errors import InputError
from claimx.storage import Store, is_stored

#: How alike two names are, without their endings, if one may be meant by the other: difflib's ratio.
ALIKE = 0.6
#: So many files that a folder's reading passes over are named.
NAMED = 3

#: A file's place on its disk: device and number.
_Identity = tuple[int, int]


def find_inputs(paths: Iterable[str], on_error: OnError, on_note: OnNote) -> Iterator[str]:
    """The files that are meant, in the order given, ``-`` and web addresses among them.

    Args:
        paths: files, folders (all in them, sorted), globs, ``-``, addresses. A link or another spelling of a file that
            is given already is passed over; links that lead in a circle are followed once.
        on_error: is given an error for each path that is none, and for each folder that may not be looked into.
        on_note: is given a sentence for each folder in which files were passed over, and for each file that is given
            under two names.
    """
    seen: dict[_Identity | str, str] = {}
    for path in _expand(paths, on_error, on_note):
        identity = path if _is_no_file(path) else _identity(path)
        if identity is not None and identity in seen:
            if os.path.normcase(os.path.abspath(seen[identity])) != os.path.normcase(os.path.abspath(path)):  # noqa: PTH100 - links are not followed
                on_note(f"{path} is {seen[identity]} under another name; it is read once.")
            continue
        if identity is not None:
            seen[identity] = path
        yield path


def _is_no_file(path: str) -> bool:
    return path == STDIN or is_web_address(path) or is_stored(path)


def _identity(path: str) -> _Identity | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _expand(paths: Iterable[str], on_error: OnError, on_note: OnNote) -> Iterator[str]:
    for path in paths:
        try:
            if path == STDIN or is_web_address(path):
                yield path
            elif is_stored(path):
                yield from _in_store(path, on_note)
            elif Path(path).is_dir():
                yield from _in_folder(path, on_error, on_note)
            elif os.path.lexists(path):
                yield os.path.normpath(path)
            elif glob.has_magic(path):
                yield from _matches(path)
            else:
                raise InputError(_missing(path))
        except InputError as error:
            on_error(error.about(path))
        except (OSError, ValueError) as error:  # a name that the system cannot even look up
            on_error(InputError(f"no such file: {path[:200]} ({error}).").about(path))


def _in_folder(folder: str, on_error: OnError, on_note: OnNote) -> list[str]:
    found: list[str] = []
    others: list[str] = []
    unreadable = 0
    seen: set[_Identity | None] = {_identity(folder)}
    waiting = [folder]
    while waiting:
        parent = waiting.pop()
        try:
            with os.scandir(parent) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            unreadable += 1
            on_error(InputError(f"the folder {parent} cannot be read: {error.strerror or error}.").about(parent))
            continue
        for entry in visible:
            path = os.path.normpath(entry.path)
            if entry.is_dir():
                if (identity := _identity(path)) not in seen:
                    seen.add(identity)
                    waiting.append(path)
            elif _is_article(entry.name) and _is_file(path):
                found.append(path)
            else:
                others.append(path)
    if not found and unreadable:
        return []
    return _chosen(folder, found, others, on_note)


def _chosen(folder: str, found: list[str], others: list[str], on_note: OnNote) -> list[str]:
    if not found:
        raise InputError(f"no articles in the folder {folder}: claimx reads {format_names()}.")
    if others:
        on_note(_passed_over(folder, sorted(others, key=lambda path: Path(path).parts)))
    return sorted(found, key=lambda path: Path(path).parts)


def _in_store(address: str, on_note: OnNote) -> list[str]:
    """The files that an address in an object store stands for.

    Raises:
        InputError: none.
        OSError: it cannot be looked at.
    """
    files, is_folder = Store(address).find()
    if not files:
        raise InputError(f"no file is at {address}.")
    if not is_folder:
        return files
    depth = len(Path(address.rstrip("/")).parts)
    visible = [file for file in files if not any(part.startswith(".") for part in Path(file).parts[depth:])]
    found = [file for file in visible if _is_article(Path(file).name)]
    return _chosen(address, found, sorted({*visible} - {*found}), on_note)


def _is_file(path: str) -> bool:
    """Whether it is a file, or nothing at all (which is said when it is opened): no pipe, socket or device."""
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return True


def _is_article(name: str) -> bool:
    lower = name.lower()
    if lower.startswith("readme."):
        return False
    reader = by_ending().get(Path(lower).suffix)
    if reader is not None and reader.module == "compressed":
        return Path(Path(lower).stem).suffix in by_ending() or Path(lower).suffix.startswith(".t")
    return reader is not None


def _passed_over(folder: str, others: Sequence[str]) -> str:
    count = "1 other file" if len(others) == 1 else f"{len(others):,} other files"
    named = ", ".join(Path(os.path.relpath(path, folder)).as_posix() for path in others[:NAMED])
    rest = ", …" if len(others) > NAMED else ""
    return f"{count} in {folder} passed over: {named}{rest} (claimx reads {format_names()})."


def _matches(pattern: str) -> Iterator[str]:
    found = _glob_all(pattern) if "**" in pattern else glob.glob(pattern)  # noqa: PTH207 - absolute patterns
    files = [path for path in sorted(found, key=lambda path: Path(path).parts) if Path(path).is_file()]
    if not files:
        raise InputError(f"no file matches {pattern}.")
    yield from map(os.path.normpath, files)


def _glob_all(pattern: str) -> list[str]:
    """What a pattern with ``**`` matches; links to folders are not followed, since they may lead in circles."""
    root = Path(Path(pattern).anchor or ".")
    found = (path for path in root.glob(str(Path(pattern).relative_to(Path(pattern).anchor))))
    return [str(path) for path in found if not any(part.startswith(".") and part != ".." for part in path.parts)]


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
