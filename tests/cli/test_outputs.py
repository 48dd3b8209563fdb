"""Outputs that are files made when the run is over: packed texts, Parquet, databases."""

import gzip
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from claimx.records import Claim, SourceSummary
from claimx.writers import FORMATS, parquet
from claimx.writers.formats import Format
from tests.paths import ROOT

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

UNPACK = {".gz": gzip.decompress, ".zst": zstd.decompress}


def write(name: str, content: str = "It rained.") -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return name


def files() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "table"])
@pytest.mark.parametrize("ending", UNPACK)
@pytest.mark.parametrize("command", ["extract", "sources"])
def test_what_is_packed_is_what_would_be_written(claimx, command, format, ending):
    inputs = [write("a.txt"), write("b.txt")]
    result = claimx(command, *inputs, "-f", format, "-o", f"out{ending}")
    assert (result.status, result.out, result.err) == (0, "", "")
    assert UNPACK[ending](Path(f"out{ending}").read_bytes()).decode() == claimx(command, *inputs, "-f", format).out
    assert files() == ["a.txt", "b.txt", f"out{ending}"]


def test_the_ending_before_that_of_the_compression_tells_the_format(claimx):
    claimx("extract", write("a.txt"), "-o", "out.json.gz")
    assert json.loads(gzip.decompress(Path("out.json.gz").read_bytes()))["schema"] == "claimx/1"


def test_what_is_chosen_of_a_run_is_packed(claimx):
    inputs = [write("a.txt"), write("b.txt")]
    assert claimx("extract", *inputs, "--distinct", "-o", "out.csv.gz").status == 0
    text = gzip.decompress(Path("out.csv.gz").read_bytes()).decode()
    assert text == claimx("extract", *inputs, "--distinct", "-f", "csv").out


def test_parquet_of_claims_and_of_sources(claimx):
    inputs = [write("a.txt"), write("b.txt")]
    for command, row in {"extract": Claim, "sources": SourceSummary}.items():
        assert claimx(command, *inputs, "-o", "out.parquet").status == 0
        expected = [json.loads(line) for line in claimx(command, *inputs, "-f", "jsonl").out.splitlines()]
        assert [*parquet.read(Path("out.parquet"), row)] == expected
    assert files() == ["a.txt", "b.txt", "out.parquet"]


def test_only_chosen_claims_are_in_a_file(claimx):
    inputs = [write("a.txt"), write("b.txt")]
    assert claimx("extract", *inputs, "--only", "mixed", "--top", "1", "-o", "out.parquet").status == 0
    assert [row["form"] for row in parquet.read(Path("out.parquet"), Claim)] == ["mixed"]


#: One of each way in which an output is made at the end.
MADE_AT_THE_END = ["out.jsonl.gz", "out.csv.zst", "out.parquet", "out.db"]


@pytest.mark.parametrize("name", MADE_AT_THE_END)
def test_a_run_that_was_broken_off_ends_like_one_that_was_not(claimx, name):
    inputs = [write("a.txt"), write("b.txt", "interrupt"), write("c.txt")]
    assert claimx("extract", *inputs, "-o", name).status == 130
    assert files() == sorted([*inputs, f"{name}.part", f"{name}.part.journal"])
    write("b.txt")
    write(f"{name}.part.new", "half of what was made when the machine went down")
    assert claimx("extract", *inputs, "-o", name, "--resume").status == 0
    whole = Path(name).read_bytes()
    assert files() == sorted([*inputs, name])
    assert claimx("extract", *inputs, "-o", name).status == 0
    assert Path(name).read_bytes() == whole


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE_AT_THE_END)
def test_worker_processes_write_the_same(claimx, name):
    write("in.jsonl", "".join(json.dumps({"text": f"It rained {n} times.", "id": str(n)}) + "\n" for n in range(5)))
    command = [sys.executable, "-m", "tests.cli.fakes", "extract", "in.jsonl", "--jobs", "2", "-o"]
    subprocess.run([*command, name], check=True, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert claimx("extract", "in.jsonl", "-o", f"again.{name}").status == 0
    assert Path(name).read_bytes() == Path(f"again.{name}").read_bytes()


@pytest.mark.parametrize("name", MADE_AT_THE_END)
def test_what_cannot_be_made_leaves_the_old_file_and_what_is_done(claimx, name, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError(28, "No space left on device")

    write("a.txt"), write(name, "old")
    monkeypatch.setattr("claimx.cli.plans.shutil.copyfileobj", fail)
    monkeypatch.setattr("pyarrow.parquet.ParquetWriter", fail)
    monkeypatch.setattr("sqlite_utils.Database.create_view", fail)
    result = claimx("extract", "a.txt", "-o", name)
    assert result.status == 1
    assert result.err == (
        f"claimx: cannot write {name}: No space left on device. 1 document is done and kept in {name}.part: go on with "
        "--resume.\n"
    )
    assert Path(name).read_text() == "old"
    assert files() == sorted(["a.txt", name, f"{name}.part", f"{name}.part.journal"])


def test_a_file_of_nothing_that_was_wanted(claimx):
    assert claimx("extract", write("a.txt"), "--source", "Nobody", "-o", "out.parquet").status == 0
    assert [*parquet.read(Path("out.parquet"), Claim)] == []


@pytest.mark.parametrize("command", ["extract", "sources"])
def test_a_part_that_is_not_installed(claimx, monkeypatch, command):
    monkeypatch.setattr("claimx.writers.formats.find_spec", lambda name: None)
    result = claimx(command, write("a.txt"), "-o", "out.parquet")
    assert (result.status, result.out) == (2, "")
    assert result.err == "claimx: parquet needs a part that is not installed: pip install 'claimx[parquet]'.\n"
    assert files() == ["a.txt"]


def test_every_extra_is_one_that_there_is():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = {row.extra for row in FORMATS.values() if row.extra}
    assert extras <= {*settings["project"]["optional-dependencies"]}
    assert all(isinstance(row, Format) and (row.documents is None) != (row.file is None) for row in FORMATS.values())


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-f", "parquet"), "parquet is written to a file, not to a stream: name one (--output FILE)."),
        (
            ("-f", "parquet", "-o", "/dev/null"),
            "parquet is written to a file, not to a stream: name one (--output FILE).",
        ),
        (("-o", "x.parquet.gz"), "parquet is packed by itself: leave .gz out of x.parquet.gz."),
        (("-o", "x.jsonl", "--raw-csv"), "--raw-csv goes with csv, not with jsonl."),
        (("-o", "x.parquet", "--pretty"), "--pretty goes with jsonl, json"),
    ],
)
def test_wrong_usage(claimx, args, message):
    result = claimx("extract", write("a.txt"), *args)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert files() == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        *((name, ()) for name in [*MADE_AT_THE_END, "out.csv"]),
        ("out.json", ("-f", "jsonld")),
        ("out.json", ("-f", "annotations")),
    ],
)
def test_what_claimx_wrote_into_its_own_folder_is_replaced_and_not_read(claimx, name, args):
    write("news/a.txt")
    assert claimx("extract", "news", *args, "-o", f"news/{name}").status == 0
    first = Path(f"news/{name}").read_bytes()
    result = claimx("extract", "news", *args, "-o", f"news/{name}")
    assert result.status == 0
    assert Path(f"news/{name}").read_bytes() == first


@pytest.mark.parametrize("name", ["a.jsonl.gz", "b.parquet"])
def test_an_input_is_not_replaced(claimx, name):
    write("news/a.txt")
    if name.endswith(".gz"):
        Path("news", name).write_bytes(gzip.compress(b'{"text": "It rained."}\n'))
    else:
        import pyarrow
        from pyarrow import parquet as arrow_parquet

        arrow_parquet.write_table(pyarrow.table({"text": ["It rained."]}), f"news/{name}")
    result = claimx("extract", "news", "-o", f"news/{name}")
    assert result.status == 2
    assert "is one of the inputs, and would be replaced" in result.err


def test_raw_csv(claimx):
    claimx("extract", write("a.txt"), "-o", "out.csv", "--raw-csv")
    assert Path("out.csv").read_text().startswith("id,key,")
