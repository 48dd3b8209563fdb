import dataclasses
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from claimx.claims.speakers import summarize_sources
from claimx.records import Document, to_dict
from claimx.writers import sqlite
from claimx.writers.sqlite_tables import TABLES
from claimx.writers.sqlite_views import VIEWS
from tests.make import document, entity, quantity

ODD = "=1+1 “x”\r\n🚢"


def envelope(made: Document) -> dict:
    return {**to_dict(made), "sources": to_dict(summarize_sources(made).sources)}


def nested(name: str) -> Document:
    """A document with a denial inside of a claim, and mentions that stand in claims, and in none."""
    made = document(name)
    outer, narrated = made.claims
    other = dataclasses.replace(quantity(), text="350 homes", value=350, bound="=", change="up", high=400.5)
    inner = dataclasses.replace(
        outer, id="aaaa", parent=outer.id, stance="refute", text=ODD, standalone=ODD, quantities=(quantity(), other)
    )
    elsewhere = dataclasses.replace(entity("The river"), label="LOC", id="e2")
    return dataclasses.replace(
        made,
        claims=(outer, inner, narrated),
        quantities=(quantity(), dataclasses.replace(other, value=7)),
        entities=(entity(), elsewhere),
        warnings=("encoding-guessed: cp1252",),
    )


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("database") / "claims.db"
    sqlite.write(path, map(envelope, MADE))
    return path


MADE = [nested("a.txt"), document("b.txt", with_claims=False), document("a.txt")]


@pytest.fixture
def query(file) -> Callable[..., list]:
    """Rows of a query."""
    with closing(sqlite3.connect(file)) as connection:
        yield lambda sql, *values: connection.execute(sql, values).fetchall()


def test_what_is_written_reads_back_as_it_was(file):
    assert [*sqlite.read(file)] == [to_dict(made) for made in MADE]
    [first, *_] = sqlite.read(file)
    assert isinstance(first["quantities"][0]["value"], int)


def test_keys_lead_to_rows(query):
    assert query("PRAGMA foreign_key_check") == []
    links = {name: {row[3]: row[2] for row in query(f"PRAGMA foreign_key_list({name})")} for name in TABLES}
    assert links["claims"] == {"document": "documents", "source": "sources", "within": "claims"}
    assert links["quantities"] == links["times"] == links["entities"] == {"document": "documents", "claim": "claims"}
    assert all(query(f"SELECT name FROM pragma_table_info('{name}') WHERE pk") == [("number",)] for name in TABLES)


def test_claims_know_their_document_source_and_the_claim_around_them(query):
    rows = query(
        """SELECT claims.number, documents.id, sources.name, sources.claims, claims.within FROM claims
        JOIN documents ON documents.number = claims.document LEFT JOIN sources ON sources.number = source ORDER BY 1"""
    )
    assert rows == [
        (1, "a.txt", "Ana Ruiz", 2, None),
        (2, "a.txt", "Ana Ruiz", 2, 1),
        (3, "a.txt", None, 1, None),
        (4, "a.txt", "Ana Ruiz", 1, None),
        (5, "a.txt", None, 1, None),
    ]


def test_spans_and_lists_can_be_asked_for(query):
    made = MADE[0].claims[0]
    [(start, end, spans, of)] = query(
        """SELECT made_span_start, made_span_end, json_extract(spans, '$[0]'),
        (SELECT of_span_start FROM quantities WHERE claim = claims.number) FROM claims WHERE number = 1"""
    )
    assert (start, end) == made.made.span
    assert json.loads(spans) == [*made.spans[0]]
    assert of == made.quantities[0].of.span.start


def test_a_figure_stands_in_each_of_its_claims_and_else_once_for_the_document(query):
    rows = query("SELECT claim, value, position FROM quantities WHERE document = 1 ORDER BY number")
    assert rows == [(1, 300, 0), (2, 300, 0), (2, 350, None), (None, 7, 1)]
    assert query("SELECT claim, text, position FROM entities WHERE document = 1") == [
        (None, "Ana Ruiz", 0),
        (None, "The river", 1),
    ]


@pytest.mark.parametrize(
    ("words", "found"), [("home", [1, 4]), ("Ruiz AND audits", [1, 4]), ('"The river"', [3, 5]), ("sea", [])]
)
def test_words_of_claims_are_found(query, words, found):
    rows = query("SELECT rowid FROM claims_fts WHERE claims_fts MATCH ? ORDER BY rowid", words)
    assert [number for (number,) in rows] == found


def test_words_of_documents_are_found(query):
    rows = query("SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'letters reporters' ORDER BY rowid")
    assert rows == [(1,), (2,), (3,)]


def test_views_answer_first_questions(query):
    assert query("SELECT who, type, claims, documents, mixed, denials FROM claims_by_source") == [
        ("Ana Ruiz", "person", 3, 2, 3, 1)
    ]
    assert query("SELECT who, cue, denied, document FROM denials") == [("Ana Ruiz", "told", ODD, "a.txt")]
    assert query("SELECT thing, unit, figures, different, lowest, highest, documents FROM figures_by_thing") == [
        ("homes", None, 4, 2, 300, 400.5, 2)
    ]
    assert query("SELECT document, thing, sources FROM figures_that_differ") == [("a.txt", "homes", "Ana Ruiz")]
    assert query("SELECT bound, value, high, who FROM figures")[:3:2] == [
        (">", 300, None, "Ana Ruiz"),
        ("=", 350, 400.5, "Ana Ruiz"),
    ]
    assert query("SELECT name, mentions, documents FROM names") == [("Ana Ruiz", 2, 2), ("The river", 1, 1)]
    assert [row[0] for row in query("SELECT claim_number FROM most_checkworthy")] == [1, 2, 4, 3, 5]
    assert query("SELECT count(*) FROM who_says_what") == [(3,)]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_can_be_read_without_a_row(tmp_path, name):
    sqlite.write(tmp_path / "x.db", [])
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        assert connection.execute(f"SELECT * FROM {name}").fetchall() == []


def test_the_same_documents_give_the_same_bytes_however_many_are_held(tmp_path, monkeypatch, file):
    monkeypatch.setattr(sqlite, "DOCUMENTS", 1)
    sqlite.write(tmp_path / "x.db", map(envelope, MADE))
    with closing(sqlite3.connect(tmp_path / "x.db")) as new, closing(sqlite3.connect(file)) as old:
        assert [*new.iterdump()] == [*old.iterdump()]


def test_what_was_there_is_replaced(tmp_path):
    (tmp_path / "x.db").write_text("no database")
    sqlite.write(tmp_path / "x.db", [envelope(document())])
    assert len([*sqlite.read(tmp_path / "x.db")]) == 1


def test_a_database_that_cannot_be_written(tmp_path):
    with pytest.raises(OSError, match="unable to open database file"):
        sqlite.write(tmp_path / "none" / "x.db", [])


@pytest.mark.parametrize("sql", ["CREATE TABLE x (y)", "CREATE TABLE documents (number, id)"])
def test_another_database_is_none_of_ours(tmp_path, sql):
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        connection.execute(sql)
        if "documents" in sql:
            connection.execute("INSERT INTO documents VALUES (1, 'a')")
        connection.commit()
    with pytest.raises(ValueError):
        [*sqlite.read(tmp_path / "x.db")]


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "x.db").write_text("It rained.")
    with pytest.raises(ValueError, match="not a database"):
        [*sqlite.read(tmp_path / "x.db")]
