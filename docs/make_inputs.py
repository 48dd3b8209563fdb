"""Writes the tables of docs/inputs.md from the readers: ``python docs/make_inputs.py``. A test holds the page."""

from __future__ import annotations

import re
from pathlib import Path

from claimx.articles.readers.dispatch import READERS
from claimx.articles.warnings import SENTENCES

PAGE = Path(__file__).with_name("inputs.md")


def render(page: str) -> str:
    """The page with its tables made anew; each stands between a comment that names it and an empty line."""
    formats = [
        f"| {row.name} | {_endings(row.endings)} | {row.help} | {_extra(row.extra)} |" for row in READERS.values()
    ]
    warnings = [f"| `{code}` | {sentence.replace('{}', '…')} |" for code, sentence in SENTENCES.items()]
    page = _replace(
        page, "formats", ["| format | endings | what is read | needs |", "| --- | --- | --- | --- |", *formats]
    )
    return _replace(page, "warnings", ["| code | what it means |", "| --- | --- |", *warnings])


def _endings(endings: tuple[str, ...]) -> str:
    return " ".join(f"`{ending}`" for ending in endings)


def _extra(extra: str | None) -> str:
    return f"`pip install 'claimx[{extra}]'`" if extra else ""


def _replace(page: str, name: str, lines: list[str]) -> str:
    table = "\n".join(lines)
    return re.sub(rf"(<!-- {name} -->\n\n).*?(?=\n\n|\n\Z|\Z)", lambda match: match[1] + table, page, flags=re.DOTALL)


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
