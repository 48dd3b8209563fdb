"""Writes the README's tables anew, from what claimx finds in the samples: ``python docs/make_tables.py``.

A table is a block that begins with its command. Of a long one the block shows the first claims, and "…" for the
rest.
"""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimx import Article, Extractor, Options, summarize_sources
from claimx.writers import open_source_writer, open_writer
from claimx.writers.style import Style

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
    stream, style = io.StringIO(newline=""), Style(width=WIDTH)
    if block["command"] == "sources":
        open_source_writer("table", stream, style).write(summarize_sources(document))
    else:
        open_writer("table", stream, style).write(replace(document, claims=document.claims[:CLAIMS]))
    lines = stream.getvalue().rstrip().splitlines()
    if block["command"] == "extract" and len(document.claims) > CLAIMS:
        lines.append(" …")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
