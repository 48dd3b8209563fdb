"""Records of plain JSON from what the formats ``json`` and ``jsonl`` wrote, indented or not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from claimx.writers.rows import Json


def read(lines: Iterable[bytes]) -> Iterator[Json]:
    """The records, one after the other; one is held at a time.

    A lone surrogate (from a file's name that is not in UTF-8), which neither a database nor Parquet takes, is given as
    the six characters that JSON writes for it.

    Raises:
        ValueError: it is no JSON, or a value of another kind; the message tells the line.
    """
    held: list[bytes] = []
    for number, line in enumerate(lines, start=1):
        held.append(line)
        # Indented, a record ends with the first line that begins with a brace.
        if len(held) == 1 and line.strip() == b"{":
            continue
        if len(held) > 1 and not line.startswith(b"}"):
            continue
        if line.strip() or len(held) > 1:
            yield _record(b"".join(held), number)
        held.clear()
    if held:
        raise ValueError(f"line {number}: the last record is cut off")


def _record(data: bytes, number: int) -> Json:
    try:
        record = json.loads(data)
    except ValueError as error:
        raise ValueError(f"line {number}: {error}") from None
    if not isinstance(record, dict):
        raise ValueError(f"line {number}: a {type(record).__name__}")
    return _without_surrogates(record) if b"\\ud" in data else record


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401 - JSON is any of five types
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _without_surrogates(each) for key, each in value.items()}
    return [_without_surrogates(each) for each in value] if isinstance(value, list) else value
