"""``parquet``: a claim, or a source, a row, with the types of the records: nested objects are structs, lists are lists.

A span is a struct of ``start`` and ``end``; a number that may be a fraction is a double.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.records import Span
from claimx.writers.columns import is_number, item_of, number_of, options_of, public_fields, record_in
from claimx.writers.rows import Json

if TYPE_CHECKING:
    import pyarrow

#: So many rows are held at a time, and stand together in the file (Parquet's row groups).
ROWS = 4096
#: Turns a value of plain JSON into what the column takes, or back.
Convert = Callable[[Any], Any]
#: The same for a number, of a type that may be a fraction.
ConvertNumber = Callable[[float | None, Any], float | None]


def arrow_schema(record: type) -> pyarrow.Schema:
    """The columns of a table with a record, :class:`claimx.records.Claim` say, a row."""
    import pyarrow

    return pyarrow.schema([(name, _arrow_type(hint)) for name, hint in public_fields(record).items()])


def _arrow_type(hint: Any) -> pyarrow.DataType:  # noqa: ANN401 - a type hint is any object
    import pyarrow

    if hint is Span:
        return pyarrow.struct([(name, pyarrow.int64()) for name in Span._fields])
    if record := record_in(hint):
        return pyarrow.struct([(name, _arrow_type(inner)) for name, inner in public_fields(record).items()])
    if item := item_of(hint):
        return pyarrow.list_(_arrow_type(item))
    if is_number(hint):
        return pyarrow.float64()
    plain = {int: pyarrow.int64(), bool: pyarrow.bool_(), tuple[int, int]: pyarrow.list_(pyarrow.int64())}
    return plain.get(options_of(hint)[0], pyarrow.string())  # an enumeration is a string, too


def to_arrow(record: type) -> Convert:
    """What turns a record of plain JSON into a row of :func:`arrow_schema`."""
    return _converter(record, lambda span: dict(zip(Span._fields, span, strict=True)), _double)


def _double(number: float | None, hint: Any) -> float | None:  # noqa: ANN401 - a type hint is any object
    del hint  # whether it may be whole or not
    return None if number is None else float(number)


def from_arrow(record: type) -> Convert:
    """The inverse of :func:`to_arrow`."""
    return _converter(record, lambda span: [span[name] for name in Span._fields], number_of)


@cache
def _converter(hint: Any, of_span: Convert, of_number: ConvertNumber) -> Convert:  # noqa: ANN401
    if hint is Span:
        return of_span
    if record := record_in(hint):
        fields = {name: _converter(inner, of_span, of_number) for name, inner in public_fields(record).items()}
        return lambda value: None if value is None else {name: convert(value[name]) for name, convert in fields.items()}
    if item := item_of(hint):
        each = _converter(item, of_span, of_number)
        return lambda value: [each(one) for one in value]
    if is_number(hint):
        return lambda value: of_number(value, hint)
    return lambda value: value


def write(path: Path, rows: Iterable[Json], row: type) -> None:
    """Write a file.

    Args:
        path: the file; what it held is lost.
        rows: records of plain JSON.
        row: what they are: :class:`claimx.records.Claim` or the like.

    Raises:
        OSError: it cannot be written.
    """
    import pyarrow
    from pyarrow import parquet

    schema = arrow_schema(row)
    converted = map(to_arrow(row), rows)
    with parquet.ParquetWriter(path, schema.with_metadata({"claimx": row.__name__}), compression="zstd") as writer:
        while group := [*islice(converted, ROWS)]:
            writer.write_table(pyarrow.Table.from_pylist(group, schema))


def kind_of(path: Path) -> str | None:
    """The name of the record that :func:`write` was told, None for a file that is not its."""
    from pyarrow import parquet

    found = (parquet.read_schema(path).metadata or {}).get(b"claimx")
    return found.decode() if found is not None else None


def read(path: Path, row: type) -> Iterator[Json]:
    """The records of a file that :func:`write` wrote, as plain JSON.

    Raises:
        OSError, ValueError, KeyError: it is no such file.
    """
    from pyarrow import parquet

    convert = from_arrow(row)
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=ROWS):
            yield from map(convert, batch.to_pylist())
