"""``sqlite``: a database of documents, claims, sources, figures, times and names, with keys, a search and views.

A file is made anew, in one go; rows are numbered as they come, so that the same documents give the same rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.records import DocRef, Document
from claimx.writers.columns import public_fields
from claimx.writers.rows import Json
from claimx.writers.sqlite_tables import KEY, MENTIONS, POSITION, TABLES, to_record, to_row
from claimx.writers.sqlite_views import SEARCHED, VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

#: So many documents are held at a time.
DOCUMENTS = 50

Row = dict[str, Any]


def write(path: Path, envelopes: Iterable[Json], row: type = Document) -> None:
    """Write a database.

    Args:
        path: the file; what it held is lost.
        envelopes: documents as plain JSON, each with its ``sources`` as :class:`claimx.records.SourceSummary` has them.
        row: what they are.

    Raises:
        OSError: it cannot be written.
    """
    del row
    from sqlite_utils import Database

    path.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as connection:
            # The file is new, and none of ours until it is whole: nothing has to be rolled back.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            database = Database(connection)
            _create(database)
            rows = _Rows()
            documents = iter(envelopes)
            while group := [*islice(documents, DOCUMENTS)]:
                for name, made in rows.of(group).items():
                    database.table(name).insert_all(made)
            _finish(database)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def _create(database: Database) -> None:
    for table in TABLES.values():
        links = [(column, other, KEY) for column, other in table.links.items()]
        database.table(table.name).create(table.columns(), pk=KEY, foreign_keys=links)


def _finish(database: Database) -> None:
    """What is faster made at the end: indexes, search, views."""
    for table in TABLES.values():
        for column in table.links:
            database.table(table.name).create_index([column])
    for name in ("documents", "claims"):
        database.table(name).create_index(["id"])
    for name, columns in SEARCHED.items():
        database.table(name).enable_fts(columns, tokenize="porter")
    for name, select in VIEWS.items():
        database.create_view(name, select)


class _Rows:
    """Numbers rows, and links them."""

    def __init__(self) -> None:
        self._numbers = {name: count(1) for name in TABLES}

    def of(self, envelopes: Sequence[Json]) -> dict[str, list[Row]]:
        """The rows of documents, by their tables."""
        made: dict[str, list[Row]] = {name: [] for name in TABLES}
        for envelope in envelopes:
            for name, row in self._of_document(envelope):
                made[name].append(row)
        return made

    def _row(self, name: str, record: Json, **links: int | None) -> tuple[str, Row]:
        return name, {KEY: next(self._numbers[name]), **links, **to_row(TABLES[name], record)}

    def _of_document(self, envelope: Json) -> Iterator[tuple[str, Row]]:
        documents, document = self._row("documents", {**envelope, **envelope["doc"]})
        yield documents, document
        number = document[KEY]
        speaks: dict[str, int] = {}
        for summary in envelope["sources"]:
            sources, source = self._row("sources", summary, document=number)
            speaks |= dict.fromkeys(summary["ids"], source[KEY])
            yield sources, source
        claims = [
            (claim, *self._row("claims", claim, document=number, source=speaks.get(claim["id"]), within=None))
            for claim in envelope["claims"]
        ]
        numbers = {claim["id"]: row[KEY] for claim, _, row in claims}
        for claim, name, row in claims:
            yield name, {**row, "within": numbers.get(claim["parent"])}
        for name in MENTIONS:
            yield from self._mentions(name, envelope, [(row[KEY], claim[name]) for claim, _, row in claims], number)

    def _mentions(
        self, name: str, envelope: Json, claims: Iterable[tuple[int, list[Json]]], document: int
    ) -> Iterator[tuple[str, Row]]:
        """A row for each mention in each claim, then for those of the document that stand in none."""
        left = {_same(mention): place for place, mention in reversed([*enumerate(envelope[name])])}
        places = dict(left)
        for claim, mentions in claims:
            for mention in mentions:
                place = places.get(_same(mention))
                left.pop(_same(mention), None)
                yield self._row(name, {**mention, POSITION: place}, document=document, claim=claim)
        told = {*places.values()} - {*left.values()}
        for place, mention in enumerate(envelope[name]):
            if place not in told:
                yield self._row(name, {**mention, POSITION: place}, document=document, claim=None)


def _same(mention: Json) -> str:
    return json.dumps(mention, sort_keys=True)


def read(path: Path) -> Iterator[Json]:
    """The documents of a database that :func:`write` wrote, as plain JSON without ``sources``.

    Raises:
        ValueError: it is no such database.
    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            for row in connection.execute(f"SELECT * FROM documents ORDER BY {KEY}"):
                yield _document(connection, dict(row))
    except (sqlite3.Error, LookupError) as error:
        raise ValueError(str(error)) from error


def _document(connection: sqlite3.Connection, row: Mapping[str, Any]) -> Json:
    doc = to_record(TABLES["documents"], row)
    envelope = {name: doc.pop(name) for name in TABLES["documents"].extra or ()}
    lists: dict[str, list[Json]] = {}
    of_claims: dict[str, defaultdict[int | None, list[Json]]] = {}
    for name in MENTIONS:
        lists[name], of_claims[name] = _mentions_of(_rows_of(connection, name, row[KEY]), name)
    ref = {name: doc[name] for name in public_fields(DocRef)}
    claims = [
        {**to_record(TABLES["claims"], claim), "doc": ref, **{name: of_claims[name][claim[KEY]] for name in MENTIONS}}
        for claim in _rows_of(connection, "claims", row[KEY])
    ]
    return {**envelope, **lists, "doc": doc, "claims": claims}


def _rows_of(connection: sqlite3.Connection, table: str, document: int) -> Iterator[Mapping[str, Any]]:
    rows = connection.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY {KEY}", (document,))
    return map(dict, rows)


def _mentions_of(
    rows: Iterable[Mapping[str, Any]], name: str
) -> tuple[list[Json], defaultdict[int | None, list[Json]]]:
    """The document's list, and those of the claims by their numbers."""
    by_place: dict[int, Json] = {}
    by_claim: defaultdict[int | None, list[Json]] = defaultdict(list)
    for row in rows:
        mention = to_record(TABLES[name], row)
        place = mention.pop(POSITION)
        if place is not None:
            by_place[place] = mention
        by_claim[row["claim"]].append(mention)
    return [by_place[place] for place in sorted(by_place)], by_claim
