import csv
import gzip
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimx.records import Claim
from claimx.writers import names_of, parquet, sqlite


@pytest.fixture
def run(claimx):
    """Output of a run over two articles in each format that can be read again, ``run("json")`` being its name."""
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("It rained.")
    endings = {"json": ".json", "jsonl": ".jsonl", "parquet": ".parquet", "sqlite": ".db", "packed": ".json.gz"}

    def made(format: str) -> str:
        name = f"run{endings[format]}"
        Path(name).write_bytes(written(claimx, "-o", name))
        return name

    return made


def extracted(claimx, format: str, *args: str) -> bytes:
    return written(claimx, "-f", format, "-o", "expected", *args)


#: What runs wrote, by their options: the same two articles are not read again for each test.
_WRITTEN: dict[tuple[str, ...], bytes] = {}


def written(claimx, *args: str) -> bytes:
    if args not in _WRITTEN:
        output = Path(args[args.index("-o") + 1])
        assert claimx("extract", "a.txt", "b.txt", *args).status == 0
        _WRITTEN[args] = output.read_bytes()
        output.unlink()
    return _WRITTEN[args]


@pytest.mark.parametrize("to", names_of("documents"))
@pytest.mark.parametrize("start", ["json", "sqlite", "packed"])
def test_whole_documents_become_what_a_run_would_have_written(claimx, run, start, to):
    source, expected = run(start), extracted(claimx, to)
    result = claimx("convert", source, "to", "-f", to)
    assert (result.status, result.out, result.err) == (0, "", "")
    if to == "sqlite":
        Path("expected").write_bytes(expected)
        assert [*sqlite.read(Path("to"))] == [*sqlite.read(Path("expected"))]
    else:
        assert Path("to").read_bytes() == expected
    assert sorted(Path().glob("to*")) == [Path("to")]


@pytest.mark.parametrize("to", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("start", ["jsonl", "parquet"])
def test_claims_alone_become_formats_of_claims(claimx, run, start, to):
    source, expected = run(start), extracted(claimx, to)
    assert claimx("convert", source, "to", "-f", to).status == 0
    assert Path("to").read_bytes() == expected


@pytest.mark.parametrize("start", ["jsonl", "parquet"])
@pytest.mark.parametrize("to", ["json", "sqlite", "annotations"])
def test_claims_alone_cannot_become_whole_documents(claimx, run, start, to):
    source = run(start)
    result = claimx("convert", source, "to", "-f", to)
    assert result.status == 2
    assert result.err.startswith(
        f"claimx: {source} holds claims without the texts that they stand in: {to} is a format of whole documents; "
        "for claims alone there are jsonl, csv, parquet,"
    )
    assert not Path("to").exists()


def test_distinct_claims_keep_where_they_stand(claimx, run):
    run("json")
    assert claimx("extract", "a.txt", "b.txt", "--distinct", "-o", "distinct.jsonl").status == 0
    assert claimx("convert", "distinct.jsonl", "distinct.parquet").status == 0
    assert claimx("convert", "distinct.parquet", "again.jsonl").status == 0
    assert Path("again.jsonl").read_bytes() == Path("distinct.jsonl").read_bytes()
    assert '"occurrences": 2' in Path("again.jsonl").read_text()


def test_standard_streams(claimx, run):
    data = Path(run("json")).read_bytes()
    assert claimx("convert", "-", "claims.db", stdin=data).status == 0
    result = claimx("convert", "claims.db", "-", "-f", "csv", "--raw-csv")
    assert (result.status, result.err) == (0, "")
    assert [row["doc_id"] for row in csv.DictReader(io.StringIO(result.out, newline=""))] == ["a.txt"] * 2 + [
        "b.txt"
    ] * 2
    assert claimx("convert", "-", "-", stdin=data).out.encode() == extracted(claimx, "jsonl")


def test_what_is_indented_is_read(claimx, run):
    run("json")
    assert claimx("extract", "a.txt", "b.txt", "--pretty", "-o", "pretty.json").status == 0
    assert claimx("convert", "pretty.json", "to.json").status == 0
    assert Path("to.json").read_bytes() == Path("run.json").read_bytes()


def test_the_output_is_packed(claimx, run):
    source, expected = run("json"), extracted(claimx, "csv")
    assert claimx("convert", source, "to.csv.gz").status == 0
    assert gzip.decompress(Path("to.csv.gz").read_bytes()) == expected


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.json", None, "no such file: none.json."),
        ("x.csv", b"\xef\xbb\xbfid,key,doc_id\r\n", "x.csv cannot be read as claims (line 1: "),
        ("x.json", b'{"text": "It rained."}\n', "x.json holds no claims of claimx, or not whole ones: "),
        ("x.json", b'{"@context": "https://schema.org", "@graph": []}\n', "x.json holds no claims of claimx, or not "),
        (
            "x.json",
            b'{"schema": "claimx/1", "entities": []}\n',
            "x.json cannot be read as claims (record 1 has no 'claimx')",
        ),
        ("x.json.gz", gzip.compress(b'{"a": 1}' * 99, mtime=0)[:30], "x.json.gz cannot be read as claims ("),
        ("x.db", b"SQLite format 3\0 and no more", "x.db cannot be read as claims ("),
        ("x.parquet", b"PAR1 and no more", "x.parquet cannot be read as claims ("),
    ],
)
def test_what_cannot_be_converted_is_told(claimx, name, content, message):
    if content is not None:
        Path(name).write_bytes(content)
    Path("to.jsonl").write_text("old")
    result = claimx("convert", name, "to.jsonl")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith(f"claimx: {message}")
    assert len(result.err.splitlines()) == 1
    assert Path("to.jsonl").read_text() == "old"
    assert {path.name for path in Path().iterdir()} == {"to.jsonl", *([name] if content is not None else [])}


def test_a_run_without_claims_becomes_a_table_without_rows(claimx):
    Path("none.jsonl").touch()
    assert claimx("convert", "none.jsonl", "none.csv").status == 0
    assert len(Path("none.csv").read_text().splitlines()) == 1


def test_a_torn_file_replaces_nothing(claimx, run):
    source = Path(run("json"))
    source.write_bytes(source.read_bytes()[:-20])
    Path("to.csv").write_text("old")
    result = claimx("convert", source.name, "to.csv")
    assert result.status == 1
    assert "run.json cannot be read as claims (line 2: " in result.err
    assert Path("to.csv").read_text() == "old"


def test_sources_are_no_claims(claimx, run):
    run("json")
    for name in ("sources.jsonl", "sources.parquet"):
        assert claimx("sources", "a.txt", "-o", name).status == 0
        result = claimx("convert", name, "to.jsonl")
        assert (result.status, result.err[:40]) == (1, f"claimx: {name} holds no claims of claimx"[:40])


def test_a_file_is_not_converted_into_itself(claimx, run):
    source = run("json")
    result = claimx("convert", source, f"./{source}")
    assert result.status == 2
    assert "is one of the inputs, and would be replaced" in result.err


def test_a_run_that_goes_on_is_not_disturbed(claimx, run):
    source = run("json")
    Path("c.txt").write_text("interrupt")
    assert claimx("extract", "a.txt", "c.txt", "-o", "to.jsonl").status == 130
    result = claimx("convert", source, "to.jsonl")
    assert result.status == 2
    assert "to.jsonl.part holds 1 document of a run that was broken off" in result.err
    assert Path("to.jsonl.part").exists()


def test_one_document_is_held_at_a_time(claimx, run):
    """Of a thousand documents a database and a Parquet file come, whose rows are in order."""
    line = Path(run("json")).read_text().splitlines()[0]
    Path("many.json").write_text("".join(line.replace("a.txt", f"{n}.txt") + "\n" for n in range(120)))
    assert claimx("convert", "many.json", "many.db").status == 0
    assert claimx("convert", "many.db", "many.parquet").status == 0
    with closing(sqlite3.connect("many.db")) as database:
        assert database.execute("SELECT count(*), count(DISTINCT id) FROM documents").fetchone() == (120, 120)
    ids = [row["doc"]["id"] for row in parquet.read(Path("many.parquet"), Claim)]
    assert ids == [f"{n}.txt" for n in range(120) for _ in range(2)]
    assert json.loads(claimx("convert", "many.parquet", "-").out.splitlines()[-1])["doc"]["id"] == "119.txt"
