"""Documents that claimx wrote before, read back to be measured: the envelopes of ``claimx extract --format json``."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claimx.errors import InputError
from claimx.records import SCHEMA_VERSION, Article, Document, Span

#: How to come by a file of envelopes.
REMEDY = "write them, one a line, with claimx extract --format json"


class Predictions:
    """A reader of articles that looks up what was found in each before; articles are told apart by their text.

    Raises:
        InputError: the file cannot be read, or a line of it is no envelope of this version of the output.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._documents = dict(_read(path))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Document]:
        """A document for each article, in order, under the article's id.

        Raises:
            InputError: nothing was written for an article.
        """
        for article in articles:
            document = self._documents.get(article.text)
            if document is None:
                raise InputError(f"{self._path} has no document with the text of {article.id}.")
            yield dataclasses.replace(document, doc=dataclasses.replace(document.doc, id=article.id))


def _read(path: Path) -> Iterator[tuple[str, Document]]:
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")  # U+2028 may stand inside of a JSON string
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not in UTF-8, in which claimx writes.") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            envelope = json.loads(line)
            if isinstance(envelope, dict) and "schema" not in envelope:
                raise InputError(f"{path} holds no envelopes, but {_kind(envelope)}; {REMEDY}.")
            document = read_document(envelope)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            what = f"{path}:{number} is no document envelope of {SCHEMA_VERSION}"
            raise InputError(f"{what} ({type(error).__name__}: {error}); {REMEDY}.") from error
        yield document.doc.text, document


def _kind(record: dict[str, Any]) -> str:
    """What a JSON object that is no envelope is."""
    if "form" in record:
        return "claims (--format jsonl)"
    return "sources (claimx sources)" if "voice" in record else "something else"


def read_document(envelope: dict[str, Any]) -> Document:
    """A document envelope as plain JSON types, back as a record; what is internal is at its default.

    Raises:
        ValueError: it is of another version of the output.
        KeyError: a key is missing.
        TypeError: a value is of another kind.
    """
    if envelope["schema"] != SCHEMA_VERSION:
        raise ValueError(f"its schema is {envelope['schema']!r}")
    document: Document = _back(Document, envelope)
    return document


def _back(hint: Any, value: Any) -> Any:  # noqa: ANN401 - JSON, and type hints, are of any type
    """A value as its type hint has it."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return value if value is None else _back(next(arg for arg in args if arg is not type(None)), value)
    if hint is Span:
        return Span(*value)
    if origin is tuple:
        return tuple(_back(args[0], item) for item in value)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return hint(**{name: _back(of, value[name]) for name, of in _fields(hint)})
    return value


@cache
def _fields(record: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(record)
    return tuple((f.name, hints[f.name]) for f in dataclasses.fields(record) if not f.metadata.get("internal"))
