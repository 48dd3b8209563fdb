"""Parquet: an article a row; read in batches, so that the size of the file does not matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimx.articles.input_names import shown
from claimx.articles.readers.columns import Columns, article_from
from claimx.articles.readers.source import Source, needs
from claimx.errors import InputError
from claimx.records import Article

#: So many rows are held at a time; a text may have a million characters.
BATCH = 64
#: The largest file that comes from an archive or a stream, and so has to be copied first.
MAX_COPY = 2_000_000_000


def read(source: Source) -> Iterator[Article]:
    """The articles; a row without an id is called ``file:row``, from 1.

    Raises:
        InputError: pyarrow is not installed, or no column holds a text.
    """
    parquet = needs("pyarrow.parquet", extra="parquet", what=source.shown)
    with source.seekable(MAX_COPY) as stream:
        yield from _rows(parquet.ParquetFile(stream), source)


def _rows(file: Any, source: Source) -> Iterator[Article]:  # noqa: ANN401 - pyarrow.parquet.ParquetFile
    names = list(file.schema_arrow.names)
    columns = Columns(source.options, strict=True)
    if columns.is_own(dict.fromkeys(names)):
        source.on_note(f"{source.shown} passed over: claimx wrote it.")
        return
    found = columns.find(names, source.shown)
    number = 0
    for batch in file.iter_batches(batch_size=BATCH, columns=sorted({*found.values()})):
        for record in batch.to_pylist():
            number += 1
            place = f"{source.name}:{number}"
            try:
                yield article_from(record, columns, name=place)
            except InputError as error:
                source.on_error(error)
    if not number:
        raise InputError(f"{shown(source.name)} is empty.")
