import base64
import gzip
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.report.make import envelopes


def write(name: str, content: str = "Ferry crews voted.") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content)
    return name


def run_output(name: str, count: int = 2) -> str:
    lines = "".join(f"{json.dumps(envelope, ensure_ascii=False)}\n" for envelope in envelopes(count)).encode()
    Path(name).write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    return name


def documents(page: str) -> list[str]:
    """The articles of a page, by their names."""
    chunks = re.findall(r'class="chunk">([^<]+)<', page)
    rows = [row for chunk in chunks for row in json.loads(gzip.decompress(base64.b64decode(chunk)))]
    return [row["doc"]["id"] for row in rows]


def test_articles_become_a_page(claimx):
    result = claimx("report", write("a.txt"), write("b.txt"), "-o", "page.html", "--title", "Two & more")
    assert (result.status, result.out, result.err) == (0, "", "")
    page = Path("page.html").read_text(encoding="utf-8")
    assert documents(page) == ["a.txt", "b.txt"]
    assert "<title>Two &amp; more</title>" in page


def test_without_a_name_it_is_report_html(claimx):
    assert claimx("report", write("a.txt")).status == 0
    assert documents(Path("report.html").read_text(encoding="utf-8")) == ["a.txt"]


def test_standard_output(claimx):
    assert documents(claimx("report", write("a.txt"), "-o", "-").out) == ["a.txt"]


@pytest.mark.parametrize("name", ["run.json", "run.json.gz", "run"])
def test_what_a_run_wrote_is_not_read_again(claimx, name):
    result = claimx("report", run_output(name), "-o", "page.html")
    assert (result.status, result.err) == (0, "")
    assert documents(Path("page.html").read_text(encoding="utf-8")) == ["port0.txt", "port1.txt"]


def test_both_together(claimx):
    claimx("report", write("a.txt"), run_output("run.json"), "-o", "page.html")
    assert documents(Path("page.html").read_text(encoding="utf-8")) == ["port0.txt", "port1.txt", "a.txt"]


def test_what_cannot_be_read_is_named_and_the_rest_is_there(claimx):
    lines = Path(run_output("run.json")).read_text().splitlines()
    write("run.json", "\n".join([lines[0], '{"schema": "claimx/0"}', "{", lines[1]]))
    result = claimx("report", "run.json", "missing.txt", write("empty.txt", ""), "-o", "page.html")
    assert result.status == 1
    assert "run.json, line 2, is no envelope of claimx/1 (its schema is 'claimx/0')" in result.err
    assert "run.json, line 3, is no envelope" in result.err
    assert "missing.txt" in result.err
    assert "empty.txt" in result.err
    assert documents(Path("page.html").read_text(encoding="utf-8")) == ["port0.txt", "port1.txt"]


def test_a_packed_file_that_is_torn(claimx):
    whole = Path(run_output("run.json.gz", 9)).read_bytes()
    Path("run.json.gz").write_bytes(whole[: len(whole) // 2])
    result = claimx("report", "run.json.gz", "-o", "page.html")
    assert result.status == 1
    assert "run.json.gz cannot be read to its end" in result.err


def test_claims_without_texts_are_refused_with_the_remedy(claimx):
    Path("claims.jsonl").write_text(claimx("extract", write("a.txt")).out)
    result = claimx("report", "claims.jsonl", "-o", "page.html")
    assert (result.status, Path("page.html").exists()) == (1, False)
    assert "--format json" in result.err


def test_a_database_is_shown_and_a_foreign_one_is_named(claimx):
    assert claimx("extract", write("a.txt"), "-o", "run.db").status == 0
    with closing(sqlite3.connect("other.db")) as connection:
        connection.execute("CREATE TABLE boats (name)")
        connection.commit()
    result = claimx("report", "run.db", "other.db", "-o", "page.html")
    assert result.status == 1
    assert "other.db cannot be read to its end: no such table: documents" in result.err
    assert documents(Path("page.html").read_text(encoding="utf-8")) == ["a.txt"]


def test_nothing_to_report_on(claimx):
    result = claimx("report", "missing.txt", "-o", "page.html")
    assert (result.status, Path("page.html").exists()) == (1, False)


def test_no_input_is_replaced(claimx):
    result = claimx("report", run_output("run.json"), "-o", "run.json")
    assert result.status == 2
    assert len(Path("run.json").read_text().splitlines()) == 2
