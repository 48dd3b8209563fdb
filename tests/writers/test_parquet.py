import dataclasses
from pathlib import Path

import duckdb
import pyarrow
import pytest
from pyarrow import parquet as arrow_parquet

from claimx.claims.speakers import summarize_sources
from claimx.records import Claim, DistinctClaim, SourceSummary, to_dict
from claimx.writers import parquet
from tests.make import document


def claims(*names: str) -> list[dict]:
    return [to_dict(claim) for name in names for claim in document(name).claims]


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "claims.parquet"
    parquet.write(path, claims("a.txt", "b.txt"), Claim)
    return path


def test_what_is_written_reads_back_as_it_was(file):
    rows = [*parquet.read(file, Claim)]
    assert rows == claims("a.txt", "b.txt")
    assert isinstance(rows[0]["quantities"][0]["value"], int)


def test_duckdb_reads_it_with_its_types(file):
    found = duckdb.sql(
        f"""SELECT source.name, count(*), sum(len(quantities)), max(quantities[1].value), min(spans[1].start)
        FROM '{file}' GROUP BY 1 ORDER BY 1 NULLS LAST"""
    ).fetchall()
    first, second = claims("a.txt")
    assert found == [
        ("Ana Ruiz", 2, 2, 300.0, first["spans"][0][0]),
        (None, 2, 0, None, second["spans"][0][0]),
    ]


def test_duckdb_unnests_the_figures(file):
    found = duckdb.sql(
        f"""SELECT doc.id, q.bound, q.value, q."of"."text"
        FROM (SELECT doc, unnest(quantities) AS q FROM '{file}') ORDER BY 1"""
    ).fetchall()
    assert found == [("a.txt", ">", 300.0, "homes"), ("b.txt", ">", 300.0, "homes")]


def test_every_public_field_is_a_column():
    schema = parquet.arrow_schema(Claim)
    assert schema.names == [*to_dict(document().claims[0])]
    assert schema.field("spans").type == pyarrow.list_(
        pyarrow.struct([("start", pyarrow.int64()), ("end", pyarrow.int64())])
    )
    assert schema.field("checkworthiness").type == pyarrow.float64()
    assert pyarrow.types.is_struct(schema.field("made").type)


def test_numbers_of_every_size(tmp_path):
    values = [0, -5, 2.5, 10**15, 10**24, 1e300]
    claim = document().claims[0]
    rows = [
        to_dict(dataclasses.replace(claim, quantities=(dataclasses.replace(claim.quantities[0], value=value),)))
        for value in values
    ]
    parquet.write(tmp_path / "x.parquet", rows, Claim)
    read = [row["quantities"][0]["value"] for row in parquet.read(tmp_path / "x.parquet", Claim)]
    assert read == [float(value) for value in values]


@pytest.mark.parametrize("count", [0, 1, 9])
def test_rows_are_written_group_by_group(tmp_path, monkeypatch, count):
    monkeypatch.setattr(parquet, "ROWS", 4)
    rows = claims(*(f"{number}.txt" for number in range(count)))
    parquet.write(tmp_path / "x.parquet", iter(rows), Claim)
    assert arrow_parquet.ParquetFile(tmp_path / "x.parquet").num_row_groups == -(-2 * count // 4)
    assert [*parquet.read(tmp_path / "x.parquet", Claim)] == rows


def test_other_records(tmp_path):
    sources = [to_dict(source) for source in summarize_sources(document()).sources]
    parquet.write(tmp_path / "sources.parquet", sources, SourceSummary)
    assert [*parquet.read(tmp_path / "sources.parquet", SourceSummary)] == sources
    distinct = [{**claim, "occurrences": 2, "elsewhere": [{"doc": "b.txt", "id": "1"}]} for claim in claims("a.txt")]
    parquet.write(tmp_path / "distinct.parquet", distinct, DistinctClaim)
    assert [*parquet.read(tmp_path / "distinct.parquet", DistinctClaim)] == distinct
