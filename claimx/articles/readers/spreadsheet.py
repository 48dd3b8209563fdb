"""Excel files: an article a row of each sheet that has a column of texts; by openpyxl, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from claimx.articles.readers.archive_limits import check_zip
from claimx.articles.readers.columns import Columns, article_from
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

if TYPE_CHECKING:
    from openpyxl import Workbook

#: The row of names stands among the first rows of a sheet, under a heading perhaps.
HEAD_ROWS = 10


def read(source: Source) -> Iterator[Article]:
    """The articles; a row without an id is called ``file:sheet:row``, as Excel counts its rows.

    Raises:
        InputError: it is no such file, or no sheet has a column of texts; the columns are named.
    """
    from openpyxl import load_workbook

    with source.seekable() as stream:
        check_zip(stream, source.shown)
        yield from _sheets(load_workbook(stream, read_only=True, data_only=True), source)


def _sheets(book: Workbook, source: Source) -> Iterator[Article]:
    """The articles of every sheet that has texts."""
    problems: list[InputError] = []
    has_texts = False
    for sheet in book.worksheets:
        columns = Columns(source.options, strict=True)
        sheet.reset_dimensions()  # some programs write wrong ones
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        try:
            names = _header(rows, columns, f"{source.shown}, sheet {sheet.title}")
        except InputError as error:
            problems.append(error)
            continue
        if columns.is_own(dict.fromkeys(names)):
            source.on_note(f"{source.shown} passed over: claimx wrote it.")
            return
        has_texts = True
        yield from _articles(rows, names, columns, source, f"{source.name}:{sheet.title}")
    if not has_texts:
        raise problems[0] if problems else InputError(f"{source.shown} is empty.")


def _header(rows: Iterator[tuple[int, Sequence[Any]]], columns: Columns, where: str) -> list[str]:
    """The names of the columns: the first row that has one for the texts."""
    problem: InputError | None = None
    for number, row in rows:
        names = ["" if cell is None else str(cell).strip() for cell in row]
        if any(names):
            try:
                columns.find([name for name in names if name], where)
            except InputError as error:
                problem = problem or error
            else:
                return names
        if number >= HEAD_ROWS:
            break
    raise problem or InputError(f"{where} is empty.")


def _articles(
    rows: Iterator[tuple[int, Sequence[Any]]], names: Sequence[str], columns: Columns, source: Source, sheet: str
) -> Iterator[Article]:
    for number, row in rows:
        record = {name: cell for name, cell in zip(names, row, strict=False) if name}
        if all(cell is None or not str(cell).strip() for cell in record.values()):
            continue
        try:
            yield article_from({name: record.get(name) for name in names if name}, columns, name=f"{sheet}:{number}")
        except InputError as error:
            source.on_error(error)
