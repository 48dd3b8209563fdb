"""How records look in an interpreter and in a notebook: in a line or a table, not with all that they hold."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import Any

#: So many characters of a text are shown in a line.
WIDTH = 60
#: … of one of several texts.
NARROW = 32
#: So long is a record in a line at most.
LINE = 120


def short(text: str, width: int = WIDTH) -> str:
    """The text as Python writes it, cut off where it is long."""
    return repr(text if len(text) <= width else text[: width - 1] + "…")


def within(head: str, parts: Iterable[str]) -> str:
    """A record in a line: its kind and, in brackets, as many of its parts as there is room for."""
    kept: list[str] = []
    for part in filter(None, parts):
        if len(f"{head}({', '.join([*kept, part])})") > LINE:
            break
        kept.append(part)
    return f"{head}({', '.join(kept)})"


def who(source: Any) -> str:  # noqa: ANN401 - a Source, whose module is not imported here
    """What a source is called: by its name, else by its words; nothing where there is none."""
    return "" if source is None else source.name or " ".join(source.text.split())


def table(head: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """An HTML table under a line of text."""
    cells = "".join(f"<th>{html.escape(name)}</th>" for name in columns)
    lines = [f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows]
    return f"<p>{html.escape(head)}</p><table><thead><tr>{cells}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
