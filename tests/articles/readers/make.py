"""Inputs made at test time, and the reading of them."""

from __future__ import annotations

import io
import json
from pathlib import Path

from claimx.articles.reading import read_articles
from claimx.records import Article, ReadOptions

TEXT = "Ferry crews in Tellmar voted on Monday to walk out, their union said.\n\n“We will not sail,” said Ana Ruiz."


class Told(list):
    """Articles, with what was said while they were read."""

    errors: list[str]
    notes: list[str]


def read(*paths: str, stdin: bytes | None = None, **options) -> Told:
    """The articles of some inputs, and what was said of them."""
    told = Told()
    told.errors, told.notes = [], []
    articles = read_articles(
        [str(path) for path in paths],
        options=ReadOptions(**options),
        on_error=lambda error: told.errors.append(str(error)),
        on_note=told.notes.append,
        stdin=None if stdin is None else io.BytesIO(stdin),
    )
    told.extend(articles)
    return told


def write(name: str, content: str | bytes = TEXT) -> str:
    """Make a file."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def lines(*records: dict) -> bytes:
    """Records as JSON Lines."""
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def one(told: Told) -> Article:
    """The one article that was read without a word."""
    assert (told.errors, told.notes) == ([], [])
    [article] = told
    return article
