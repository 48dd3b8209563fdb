"""Plain text: a file that is one article."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.articles.decode import decode
from claimx.articles.readers.source import MAX_CHARACTERS, MAX_TEXT_BYTES, Source
from claimx.errors import InputError
from claimx.records import Article


def read(source: Source) -> Iterator[Article]:
    """The article.

    Raises:
        InputError: it is no text, or longer than any article.
    """
    data = source.stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise InputError(f"{source.shown} has more than {MAX_CHARACTERS:,} characters; split it into its articles.")
    text, warnings = decode(data, source.shown)
    yield Article(text=text, id=source.name, warnings=warnings)
