"""Which files of an archive are read, what they are called, and what is said of the others."""

from __future__ import annotations

from pathlib import PurePosixPath

from claimx.articles.readers.dispatch import by_ending, format_names
from claimx.articles.readers.source import Source
from claimx.errors import InputError

#: So many files that are passed over are named.
NAMED = 3


class Members:
    """Chooses among the members of one archive."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._passed_over: list[str] = []
        self._count = 0
        self._wanted = 0

    def is_wanted(self, path: str) -> bool:
        """Whether a member is to be read: not a hidden file, a README, one of another format or one that climbs out.

        A path that leads out of the archive is an error; the others are counted, and named by :meth:`close`.
        """
        parts = PurePosixPath(path.replace("\\", "/")).parts
        if ".." in parts or path.startswith(("/", "\\")) or ":" in path[:2]:
            self._source.on_error(
                InputError(
                    f"{self._source.shown}: the path of {path[:200]!r} leads out of the archive; it is not read."
                )
            )
            return False
        if any(part.startswith((".", "__MACOSX")) for part in parts):
            return False
        name = parts[-1].lower() if parts else ""
        if PurePosixPath(name).suffix in by_ending() and not name.startswith("readme."):
            self._wanted += 1
            return True
        self._count += 1
        if self._count <= NAMED:
            self._passed_over.append(path)
        return False

    def name(self, path: str) -> str:
        """What a member is called, in messages and as an article's id."""
        return f"{self._source.name}/{PurePosixPath(path.replace(chr(92), '/'))}"

    def close(self) -> None:
        """Say what was passed over.

        Raises:
            InputError: nothing in the archive can be read.
        """
        if not self._wanted:
            raise InputError(f"no articles in {self._source.shown}: claimx reads {format_names()}.")
        self.tell_passed_over()

    def tell_passed_over(self) -> None:
        """Say which files are not read."""
        if self._count:
            count = "1 other file" if self._count == 1 else f"{self._count:,} other files"
            rest = ", …" if self._count > NAMED else ""
            self._source.on_note(f"{count} in {self._source.shown} passed over: {', '.join(self._passed_over)}{rest}.")
