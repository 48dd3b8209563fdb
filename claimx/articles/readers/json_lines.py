"""JSON Lines: an article a line, with its text and what else is known of it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from claimx.articles.decode import decode, find_mark
from claimx.articles.input_names import shown
from claimx.articles.readers.columns import Columns, article_from, kind_of
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

#: The longest line: a million characters, each written as two escapes of six bytes, and what is beside the text.
LONGEST_LINE = 16_000_000


def read(source: Source) -> Iterator[Article]:
    """The articles, one at a time; a line that cannot be read is reported, and the next one read.

    An article without an id is called ``file:line``. A line that claimx has written ends the reading: the file is a
    result, not an input.
    """
    empty = True
    columns = Columns(source.options)
    for number, line in enumerate(_lines(source.stream), start=1):
        if line is not None and not line.strip():
            continue
        empty = False
        place = f"{source.name}:{number}"
        try:
            if line is None:
                raise InputError(f"{shown(place)} has more than {LONGEST_LINE:,} bytes without a line's end.")
            text, warnings = decode(line, shown(place)) if isinstance(line, bytes) else (line, ())
            record = parse(text, shown(place))
            if columns.is_own(record):
                source.on_note(f"{source.shown} passed over: claimx wrote it.")
                return
            yield article_from(record, columns, name=place, warnings=warnings)
        except InputError as error:
            source.on_error(error)
    if empty:
        raise InputError(f"{source.shown} is empty.")


def _lines(stream: BinaryIO) -> Iterator[bytes | str | None]:
    """The lines; None for one that is too long. A line feed ends them; U+2028 may stand inside of a JSON string."""
    start = stream.peek(4)[:4] if isinstance(stream, io.BufferedReader) else b""
    mark = find_mark(start)
    if mark and mark != "utf-8-sig":
        text = io.TextIOWrapper(stream, encoding=mark, errors="replace", newline="\n")
        try:
            while words := text.readline(LONGEST_LINE):
                if len(words) < LONGEST_LINE or words.endswith("\n"):
                    yield words
                    continue
                yield None
                while words and not words.endswith("\n"):
                    words = text.readline(LONGEST_LINE)
        finally:
            text.detach()  # what it reads from is closed by those who opened it
        return
    is_first = True
    while data := stream.readline(LONGEST_LINE):
        if len(data) < LONGEST_LINE or data.endswith(b"\n"):
            yield data.removeprefix(b"\xef\xbb\xbf") if is_first else data
        else:
            yield None
            while data and not data.endswith(b"\n"):
                data = stream.readline(LONGEST_LINE)
        is_first = False


def parse(line: str, where: str) -> dict[str, Any]:
    """A line as a JSON object.

    Raises:
        InputError: it is none.
    """
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise InputError(f"{where} is not valid JSON: {what} at column {error.colno}.") from error
    except (RecursionError, ValueError) as error:  # brackets a thousand deep, a number of 5,000 digits
        raise InputError(f"{where} is not JSON that can be read: {type(error).__name__}.") from error
    if not isinstance(record, dict):
        raise InputError(f'{where} must be a JSON object like {{"text": "…"}}, not {kind_of(record)}.')
    return record
