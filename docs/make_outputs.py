"""Writes the table and the examples of docs/outputs.md: ``python docs/make_outputs.py``. A test holds the page.

An example is the block behind a comment that names it. Lines that are too long for the page end with "…".
"""

from __future__ import annotations

import io
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import claimx
from claimx.cli.plans import with_sources
from claimx.records import Claim, Document, to_dict
from claimx.writers import FORMATS, open_writer, parquet, sqlite
from claimx.writers.style import Style

PAGE = Path(__file__).with_name("outputs.md")
WIDTH = 118
#: The formats of text that an example shows, and how.
TEXTS = {
    "jsonl": Style(),
    "json": Style(),
    "csv": Style(raw=True),
    "jsonld": Style(pretty=True),
    "annotations": Style(pretty=True),
    "table": Style(width=100),
}
#: A query and the table that it gives.
QUERY = re.compile(r"(?s)(?P<head><!-- (?P<tool>sqlite|duckdb) -->\n\n```sql\n(?P<sql>.*?)```\n\n)\|.*?\n(?=\n)")


def render(page: str) -> str:
    """The page with its table and examples made anew."""
    [text] = re.findall(r"(?m)^> (.+)$", page)
    document = claimx.Extractor().document(claimx.Article(text, id="note.txt", published=date(2024, 3, 5)))
    page = _table(page)
    blocks = re.compile(rf"(?ms)(<!-- ({'|'.join(TEXTS)}) -->\n\n```\w+\n).*?(?=^```$)")
    page = blocks.sub(lambda found: found[1] + _example(document, found[2]), page)
    with tempfile.TemporaryDirectory() as folder:
        ask = _databases(document, Path(folder))
        return QUERY.sub(lambda found: found["head"] + ask[found["tool"]](found["sql"]), page)


def _table(page: str) -> str:
    rows = [
        f"| `{row.name}` | {' '.join(f'`{ending}`' for ending in row.endings)} | {row.help} | "
        f"{f'`pip install {chr(39)}claimx[{row.extra}]{chr(39)}`' if row.extra else ''} |"
        for row in FORMATS.values()
    ]
    table = "\n".join(["| format | endings | what is written | needs |", "| --- | --- | --- | --- |", *rows])
    return re.sub(r"(?s)(<!-- formats -->\n\n).*?(?=\n\n)", lambda found: found[1] + table, page)


def _example(document: Document, format: str) -> str:
    stream = io.StringIO(newline="")
    writer = open_writer(format, stream, TEXTS[format])
    writer.open()
    writer.write(document)
    lines = stream.getvalue().replace("\r\n", "\n").strip("\n").split("\n")
    return "".join((line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…") + "\n" for line in lines)


def _databases(document: Document, folder: Path) -> dict[str, Callable[[str], str]]:
    """What answers queries of each kind."""
    sqlite.write(folder / "claims.db", [with_sources(document)])
    parquet.write(folder / "claims.parquet", map(to_dict, document.claims), Claim)

    def ask_sqlite(sql: str) -> str:
        with closing(sqlite3.connect(folder / "claims.db")) as connection:
            cursor = connection.execute(sql)
            return _markdown([column[0] for column in cursor.description], cursor.fetchall())

    def ask_duckdb(sql: str) -> str:
        import duckdb

        with duckdb.connect() as connection:
            found = connection.sql(sql.replace("'claims.parquet'", f"'{folder / 'claims.parquet'}'"))
            return _markdown(found.columns, found.fetchall())

    return {"sqlite": ask_sqlite, "duckdb": ask_duckdb}


def _markdown(names: Iterable[str], rows: Iterable[tuple[object, ...]]) -> str:
    names = [*names]
    lines = [names, ["---"] * len(names), *(["" if cell is None else str(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
