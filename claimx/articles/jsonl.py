"""JSON Lines: an article a line, with ``text`` and what else is known of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BufferedIOBase, RawIOBase
from typing import Any

from claimx.articles.decode import decode, find_mark, without_surrogates
from claimx.articles.input_names import shown
from claimx.errors import ClaimxError, InputError
from claimx.records import Article

#: What a line may tell of its article beside ``text``; other keys are left alone.
FIELDS = ("id", "title", "published", "publisher", "author", "url")


def parse_date(value: str) -> date:
    """Read an ISO date or date and time; of the latter only the date counts.

    Raises:
        ValueError: it is neither.
    """
    return datetime.fromisoformat(value.strip()).date()


def read_lines(
    stream: BufferedIOBase | RawIOBase, name: str, published: date | None, on_error: Callable[[ClaimxError], None]
) -> Iterator[Article]:
    """Read articles from JSON Lines, one at a time; a broken line is reported and the next one read.

    Args:
        stream: the bytes: UTF-8, or UTF-16 with a byte order mark.
        name: the file's name; an article without an id is called ``name:line``.
        published: the date of articles that bring none.
        on_error: is given an :class:`InputError` that names file and line.
    """
    empty = True
    for number, line in enumerate(_lines(stream), start=1):
        if not line.strip():
            continue
        empty = False
        try:
            yield _article(line, f"{name}:{number}", published)
        except InputError as error:
            on_error(error)
    if empty:
        on_error(InputError(f"{shown(name)} is empty."))


def _lines(stream: BufferedIOBase | RawIOBase) -> Iterator[bytes | str]:
    # Lines end with \n alone: U+2028 and the like may stand inside of a JSON string.
    first = stream.readline()
    if (find_mark(first) or "").startswith(("utf-16", "utf-32")):
        yield from _remarked(first + stream.read())
        return
    yield first.removeprefix(b"\xef\xbb\xbf")
    yield from stream


def _remarked(data: bytes) -> Iterator[str]:
    yield from data.decode(find_mark(data) or "utf-16", errors="replace").split("\n")


def _article(line: bytes | str, place: str, published: date | None) -> Article:
    where = shown(place)
    text_line, warnings = decode(line, where) if isinstance(line, bytes) else (line, ())
    record = _record(text_line, where)
    text = record.get("text")
    if "text" not in record:
        keys = ", ".join(sorted(record)[:8]) or "none"
        raise InputError(f'{where} has no key "text" (its keys: {keys}).')
    if not isinstance(text, str):
        raise InputError(f'{where}: "text" must be a string, not {_kind(text)}.')
    if not text.strip():
        raise InputError(f'{where}: "text" is empty.')
    clean = without_surrogates(text)
    values = {key: _string(record, key, where) for key in FIELDS}
    name = values.pop("id") or place
    own_date = values.pop("published")
    if own_date is not None:
        try:
            published = parse_date(own_date)
        except ValueError as error:
            raise InputError(f'{where}: "published" is {own_date[:40]!r}, not a date like 2024-03-05.') from error
    return Article(text=clean.text, id=name, published=published, warnings=(*warnings, *clean.warnings), **values)


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise InputError(f"{where} is not valid JSON: {what} at column {error.colno}.") from error
    except (RecursionError, ValueError) as error:  # brackets a thousand deep, a number of 5,000 digits
        raise InputError(f"{where} is not JSON that can be read: {type(error).__name__}.") from error
    if not isinstance(record, dict):
        raise InputError(f'{where} must be a JSON object like {{"text": "…"}}, not {_kind(record)}.')
    return record


def _string(record: dict[str, Any], key: str, where: str) -> str | None:
    value = record.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        return without_surrogates(value).text.strip() or None if value else None
    raise InputError(f'{where}: "{key}" must be a string, not {_kind(value)}.')


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "null")
