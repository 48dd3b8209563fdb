"""Markdown: the text as it is shown, by markdown-it, and what the front matter tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.articles.decode import decode
from claimx.articles.markup import plain_text
from claimx.articles.readers.columns import Columns, fields_from
from claimx.articles.readers.source import MAX_CHARACTERS, MAX_TEXT_BYTES, Source
from claimx.errors import InputError
from claimx.records import Article, ReadOptions

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|$)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z][\w -]*?)[ \t]*[:=][ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
#: No front matter is longer.
LONGEST_FRONT = 20_000


def read(source: Source) -> Iterator[Article]:
    """The article.

    Raises:
        InputError: it is no text, or longer than any article.
    """
    data = source.stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise InputError(f"{source.shown} has more than {MAX_CHARACTERS:,} characters; split it into its articles.")
    text, warnings = decode(data, source.shown)
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"{source.shown} has more than {MAX_CHARACTERS:,} characters; split it into its articles.")
    front, body = split_front_matter(text)
    columns = Columns(ReadOptions()).find([*front, "text"], source.shown)
    yield fields_from(
        {key: value for key, value in front.items() if key != columns.get("id")},  # the file's name is its id
        columns,
        text=shown_text(body),
        name=source.name,
        day_first=source.options.day_first,
        warnings=warnings,
        origin="front_matter",
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The entries of a front matter (YAML between lines of ``---``, TOML between ``+++``), and the text after it.

    Only plain entries of one line are read: "date: 2024-03-05".
    """
    found = _FRONT_MATTER.match(text[:LONGEST_FRONT])
    if found is None or not _ENTRY.search(found[2]):
        return {}, text
    entries = {key: value.strip("\"'") for key, value in _ENTRY.findall(found[2])}
    return {key: value for key, value in entries.items() if value}, text[found.end() :]


def shown_text(markdown: str) -> str:
    """The text that Markdown shows: a paragraph a line, with blank lines between.

    Marks of emphasis, links and headings, blocks of code, pictures and comments are left out.
    """
    from markdown_it import MarkdownIt

    blocks: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(markdown):
        if token.type == "inline":
            blocks.append(_inline(token.children or ()))
        elif token.type == "html_block":
            blocks.append(plain_text(token.content) if "<!--" not in token.content else "")
    return "\n\n".join(block for block in map(str.strip, blocks) if block)


def _inline(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)
