"""CSV and TSV: an article a row, with the columns' names in the first one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import zip_longest
from typing import BinaryIO

from claimx.articles.decode import SAMPLE, decode, find_mark
from claimx.articles.input_names import shown
from claimx.articles.readers.columns import Columns, article_from
from claimx.articles.readers.source import MAX_CHARACTERS, Source
from claimx.errors import InputError
from claimx.records import Article

#: A longer cell is no article's; Python's own limit is 131,072.
LONGEST_CELL = 4 * MAX_CHARACTERS
#: What cells are separated by; of those the one that stands most often in the first line.
SEPARATORS = ",;\t|"


def read(source: Source) -> Iterator[Article]:
    """The articles, one at a time; a row without an id is called ``file:row``, the row of names being 1.

    Raises:
        InputError: it is empty, or no column holds a text.
    """
    csv.field_size_limit(LONGEST_CELL)
    stream, warnings = _decoded(source)
    try:
        yield from _articles(stream, source, warnings)
    finally:
        stream.detach()  # what it reads from is closed by those who opened it


def _articles(stream: io.TextIOWrapper, source: Source, warnings: tuple[str, ...]) -> Iterator[Article]:
    header_line = stream.readline(LONGEST_CELL)
    if not header_line.strip():
        raise InputError(f"{source.shown} is empty.")
    separator = max(SEPARATORS, key=header_line.count) if source.ending not in (".tsv", ".tab") else "\t"
    names = next(csv.reader([header_line], delimiter=separator))
    names = [name.strip() for name in names]
    columns = Columns(source.options, strict=True)
    if columns.is_own(dict.fromkeys(names)):
        source.on_note(f"{source.shown} passed over: claimx wrote it.")
        return
    columns.find(names, source.shown)
    for number, row in enumerate(_rows(csv.reader(stream, delimiter=separator)), start=2):
        place = f"{source.name}:{number}"
        try:
            if isinstance(row, csv.Error):
                raise InputError(f"{shown(place)} cannot be read: {row}.")
            if any(cell.strip() for cell in row):
                record = dict(zip_longest(names, row[: len(names)], fillvalue=""))
                yield article_from(record, columns, name=place, warnings=warnings)
        except InputError as error:
            source.on_error(error)


def _rows(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    """The rows; an error for each that is none, such as one with an endless cell."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield error


def _decoded(source: Source) -> tuple[io.TextIOWrapper, tuple[str, ...]]:
    """The stream as text: in the encoding of its first part, whatever comes later."""
    stream: BinaryIO = source.stream
    head = stream.peek(SAMPLE) if isinstance(stream, io.BufferedReader) else b""
    encoding = find_mark(head)
    warnings: tuple[str, ...] = ()
    if encoding is None:
        whole_lines = head[: head.rfind(b"\n") + 1] or head
        warnings = decode(whole_lines, source.shown).warnings
        guessed = next((w.partition(": ")[2] for w in warnings if w.startswith("encoding-guessed")), None)
        encoding, warnings = guessed or "utf-8", warnings if guessed else ()
    return io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline=""), warnings
