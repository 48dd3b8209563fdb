"""The real Datasette opens what claimx writes, with the metadata that claimx brings."""

import asyncio
import json
from pathlib import Path

import pytest
from datasette.app import Datasette

from claimx.writers.sqlite_tables import TABLES
from claimx.writers.sqlite_views import VIEWS

PAGES = [*TABLES, *VIEWS, "said_by?name=ruiz", "claims_with_words?words=homes", "figures_of?thing=home"]


@pytest.fixture
def get(claimx):
    """Gives a page of Datasette as it comes: ``get("claims")``."""
    Path("a.txt").write_text("It rained.")
    assert claimx("extract", "a.txt", "-o", "news.db").status == 0
    metadata = json.loads(claimx("datasette", "news.db").out)
    datasette = Datasette(["news.db"], metadata=metadata)

    def page(path: str):
        return asyncio.run(datasette.client.get(f"/news/{path}"))

    yield page
    datasette.executor.shutdown()
    for database in datasette.databases.values():
        database.close()


def test_every_table_view_and_query_renders_with_its_description(get, claimx):
    metadata = json.loads(claimx("datasette", "news.db").out)["databases"]["news"]
    assert {*metadata["tables"]} == {*TABLES, *VIEWS}
    for path in PAGES:
        page = get(path)
        assert page.status_code == 200, path
        told = metadata["tables"].get(path) or metadata["queries"][path.split("?")[0]]
        assert told["description"].split("'")[0].split("(")[0].strip() in page.text, path
        if path in TABLES:
            assert {*told["columns"]} <= {*TABLES[path].columns()}


def test_queries_and_search_find_what_is_there(get):
    for path in ("said_by.json?name=RUIZ&", "claims_with_words.json?words=home&", "figures_of.json?thing=hom&"):
        [row] = get(f"{path}_shape=array").json()
        assert row["who"] == "Ana Ruiz"
    [row] = get("claims.json?_search=home&_shape=array").json()
    assert row["form"] == "mixed"


def test_links_show_what_they_lead_to(get):
    page = get("claims").text
    assert ">a.txt</a>" in page
    assert ">Mayor Ana Ruiz</a>" in page


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("claims.csv", "claimx: claims.csv is no database: name one that ends with .db.\n"),
        ("claims.xyz", "claimx: .xyz tells no format; name one for claims.xyz"),
    ],
)
def test_metadata_is_for_databases(claimx, name, message):
    result = claimx("datasette", name)
    assert result.status == 2
    assert message in result.err
