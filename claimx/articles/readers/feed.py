"""Feeds saved as XML (RSS, Atom): the text of every entry, by feedparser. Nothing is fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from claimx.articles.dates import read_date
from claimx.articles.input_names import shown
from claimx.articles.markup import has_markup, plain_text
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

MAX_BYTES = 50_000_000


def read(source: Source) -> Iterator[Article]:
    """The articles, called by the entries' ids or addresses, or ``file:1``, ``file:2`` and so on.

    Raises:
        InputError: it is no feed, or its entries hold no texts but links alone.
    """
    import feedparser

    feed = feedparser.parse(io.BytesIO(source.read_all(MAX_BYTES)))
    if not feed.version:
        raise InputError(f"{source.shown} is no feed that can be read (RSS or Atom).")
    if not feed.entries:
        raise InputError(f"{source.shown} is a feed without entries.")
    texts = [_text(entry) for entry in feed.entries]
    if not any(texts):
        raise InputError(f"{source.shown} holds no texts, but links alone; give the pages' addresses, or save them.")
    for number, (entry, text) in enumerate(zip(feed.entries, texts, strict=True), start=1):
        name = str(entry.get("id") or entry.get("link") or f"{source.name}:{number}")
        if not text:
            source.on_error(InputError(f"{source.shown}: the entry {shown(name)} has no text."))
            continue
        day = read_date(entry.get("published") or entry.get("updated"), day_first=source.options.day_first)
        yield Article(
            text=text,
            id=name,
            title=entry.get("title") or None,
            published=day.value,
            published_from="metadata" if day.value else None,
            publisher=feed.feed.get("title") or None,
            author=entry.get("author") or None,
            url=entry.get("link") or None,
            warnings=day.warnings,
        )


def _text(entry: Any) -> str:  # noqa: ANN401 - feedparser's own dictionary
    """The whole text where the feed has it, else the teaser."""
    contents = [content.get("value") or "" for content in entry.get("content") or ()]
    text = max([*contents, entry.get("summary") or ""], key=len)
    return plain_text(text).strip() if has_markup(text) else text.strip()
