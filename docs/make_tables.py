"""Writes the README's tables anew, from what claimx finds in the samples: ``python docs/make_tables.py``.

A table is a block that begins with its command. Of a long one the block shows the first claims, and "…" for the
rest.
"""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.console import Console

from claimx import Article, Extractor, Options, summarize_sources
from claimx.writers.table import make_sources_table, make_table

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "README.md"
WIDTH = 100
#: How many claims a table of claims shows.
CLAIMS = 5
COMMAND = re.compile(
    r"\$ claimx (?P<command>extract|sources) (?P<path>\S+) --date (?P<date>\S+)(?P<narrated> --no-narrated)?"
)
BLOCK = re.compile(rf"(?ms)^```text\n(?P<line>{COMMAND.pattern}[^\n]*)\n.*?^```$")


def render(page: str) -> str:
    """The page with its tables as they should be."""
    return BLOCK.sub(lambda block: f"```text\n{block['line']}\n{_table(block)}\n```", page)


def _table(block: re.Match[str]) -> str:
    text = (ROOT / block["path"]).read_bytes().decode("utf-8")
    article = Article(text, id=block["path"], published=date.fromisoformat(block["date"]))
    document = Extractor(Options(narrated=not block["narrated"])).document(article)
    if block["command"] == "sources":
        table = make_sources_table(summarize_sources(document))
    else:
        table = make_table(replace(document, claims=document.claims[:CLAIMS]))
    console = Console(width=WIDTH, file=io.StringIO(), highlight=False, markup=False, emoji=False, record=True)
    console.print(table)
    lines = [line.rstrip() for line in console.export_text().rstrip().splitlines()]
    if block["command"] == "extract" and len(document.claims) > CLAIMS:
        lines.append(" …")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
