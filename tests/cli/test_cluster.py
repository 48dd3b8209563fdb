import json
import subprocess
import sys
from pathlib import Path

import pytest

USAGE = {
    ("--engine", "spark"): "no such engine: spark; there are local and ray.",
    ("--address", "auto"): "--address is that of a cluster: it goes with --engine ray.",
    ("-o", "s3://news/claims"): "s3://news/claims is in a store, which --engine ray writes to; name a file.",
    ("--engine", "ray", "-n", "3"): "--limit goes with --engine local alone: a cluster reads all inputs at once.",
    ("--engine", "ray", "-", "-o", "claims/"): "standard input cannot be read on a cluster: name files that all its "
    "machines have.",
    ("--engine", "ray", "--resume", "-o", "claims.jsonl"): "--resume goes with --engine ray where the output is a "
    "folder of parts: name one with a slash behind it (--output claims/), or an address in a store.",
    ("--engine", "ray", "--top", "3", "-o", "claims/"): "--top and --distinct are of the whole run: name a file, not a "
    "folder of parts.",
}


@pytest.mark.parametrize("options", USAGE, ids=" ".join)
def test_what_does_not_fit_together_is_told(claimx, options):
    Path("a.txt").write_text("It rained, she said.")
    result = claimx("extract", "a.txt", *options)
    assert (result.status, result.err) == (2, f"claimx: {USAGE[options]}\n")
    assert not Path("claims").exists()


def test_a_missing_extra_is_told_with_the_remedy(claimx, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray.data", None)
    Path("a.txt").write_text("It rained, she said.")
    result = claimx("extract", "a.txt", "--engine", "ray", "-o", "claims/")
    assert (result.status, result.err) == (
        2,
        "claimx: --engine ray needs a part that is not installed: pip install 'claimx[ray]'.\n",
    )


def test_articles_are_read_from_an_address_in_a_store(claimx, tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("The ferry sank on Monday, the operator said.")
    (tmp_path / "news" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = claimx("extract", f"file://{tmp_path}/news", f"file://{tmp_path}/gone", "-f", "json")
    assert json.loads(result.out)["doc"]["id"] == f"file://{tmp_path}/news/a.txt"
    assert result.status == 1
    assert f"claimx: 1 other file in file://{tmp_path}/news passed over: picture.png" in result.err
    assert f"claimx: no file is at file://{tmp_path}/gone." in result.err


@pytest.mark.slow
def test_a_run_on_a_cluster_of_this_machine_is_that_of_one_machine(tmp_path):
    pytest.importorskip("ray.data", reason="ray is not installed: pip install 'claimx[ray]'")
    news = tmp_path / "news"
    news.mkdir()
    for name in ("Northford", "Oldgate", "Newmere"):
        (news / f"{name}.txt").write_text(
            f"The {name} bridge will close in 12 days, Ana Ruiz told reporters on Monday."
        )
    (news / "empty.txt").write_text("")

    def claimx(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "claimx", "extract", "--quiet", "--errors", "errors.jsonl", *options]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    empty = "claimx: news/empty.txt is empty.\n"
    one = claimx("news", "-o", "one.jsonl")
    assert (one.returncode, one.stderr) == (1, empty)
    lines = (tmp_path / "one.jsonl").read_text()
    assert len(lines.splitlines()) >= 3

    ray = claimx("news", "--engine", "ray", "-o", "ray.jsonl")
    assert (ray.returncode, ray.stderr) == (1, empty)
    assert (tmp_path / "ray.jsonl").read_text() == lines
    assert [json.loads(line)["input"] for line in (tmp_path / "errors.jsonl").read_text().splitlines()] == [
        "news/empty.txt"
    ]

    parts = claimx("news", "--engine", "ray", "-o", f"file://{tmp_path}/claims.parquet")
    assert (parts.returncode, parts.stderr) == (1, empty)
    from pyarrow import parquet

    written = parquet.read_table([*(tmp_path / "claims.parquet").glob("part-*.parquet")]).to_pylist()
    ids = [json.loads(line)["id"] for line in lines.splitlines()]
    assert sorted(row["id"] for row in written) == sorted(ids)
    assert json.loads((tmp_path / "claims.parquet" / "_run.json").read_text())["finished"]["articles"] == 3

    again = claimx("news", "--engine", "ray", "-o", f"file://{tmp_path}/claims.parquet")
    assert again.returncode == 2
    assert "holds a run that was begun before: go on with --resume, or name another folder." in again.stderr
