"""JSON that is one value: an article, a list of articles, or an object that holds such a list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimx.articles.decode import decode
from claimx.articles.input_names import shown
from claimx.articles.readers import json_lines
from claimx.articles.readers.columns import Columns, article_from, kind_of
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

#: A larger file is read as JSON Lines alone, since one value has to be held whole.
MAX_BYTES = 100_000_000


def read(source: Source) -> Iterator[Article]:
    """The articles; an item of a list without an id is called ``file:1``, ``file:2`` and so on.

    A file of several values, one a line, is read as JSON Lines.

    Raises:
        InputError: it is not JSON, or holds no articles.
    """
    with source.seekable() as stream:
        data = stream.read(MAX_BYTES + 1)
        value = _parse(data) if len(data) <= MAX_BYTES else None
        if value is None:
            stream.seek(0)
            if len(data) > MAX_BYTES and data[:1] != b"{":
                raise InputError(f"{source.shown} is larger than {MAX_BYTES // 1_000_000} MB; save it as JSON Lines.")
            yield from json_lines.read(source.within(stream, file_name=source.file_name))
            return
    yield from _articles(value, source)


def _articles(value: Any, source: Source) -> Iterator[Article]:  # noqa: ANN401 - any value of JSON
    columns = Columns(source.options)
    if isinstance(value, dict) and columns.is_own(value):
        source.on_note(f"{source.shown} passed over: claimx wrote it.")
        return
    items = _items(value, columns)
    if items is None:
        yield article_from(_object(value, source.shown), columns, name=source.name)
        return
    if items and isinstance(items[0], dict) and columns.is_own(items[0]):
        source.on_note(f"{source.shown} passed over: claimx wrote it.")
        return
    if not items:
        raise InputError(f"{source.shown} holds no articles, but an empty list.")
    for number, item in enumerate(items, start=1):
        place = f"{source.name}:{number}"
        try:
            yield article_from(_object(item, shown(place)), columns, name=place)
        except InputError as error:
            source.on_error(error)


def _parse(data: bytes) -> Any:  # noqa: ANN401 - any value of JSON
    """The one value that a file is; None where it is no such thing."""
    try:
        return json.loads(decode(data, "").text)
    except (ValueError, RecursionError, InputError):
        return None


def _items(value: object, columns: Columns) -> list[Any] | None:
    """The list of articles; None where the value is an article itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or columns.has_text([*value]):
        return None
    lists = [item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], dict)]
    return lists[0] if len(lists) == 1 else None


def _object(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f'{where} must be a JSON object like {{"text": "…"}}, not {kind_of(value)}.')
    return value
