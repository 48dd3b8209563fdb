import csv
import io
import json
from pathlib import Path

import pytest

from claimx.claims.speakers import summarize_sources
from claimx.records import to_dict
from claimx.writers import FORMATS
from tests.make import document


def write(name: str, content: str = "Ferry crews voted.") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content)
    return name


def test_sources_are_written_a_line_each(claimx):
    result = claimx("sources", write("a.txt"))
    assert (result.status, result.err) == (0, "")
    expected = summarize_sources(document("a.txt")).sources
    assert [json.loads(line) for line in result.out.splitlines()] == [to_dict(source) for source in expected]


@pytest.mark.parametrize("format", [row.name for row in FORMATS.values() if row.sources])
def test_every_format(claimx, format):
    result = claimx("sources", write("a.txt"), "-f", format)
    assert (result.status, result.err) == (0, "")
    assert "Ana Ruiz" in result.out


def test_in_a_terminal_it_is_a_table(claimx):
    out = claimx("sources", write("a.txt"), terminal=True).out
    assert "Ana Ruiz\x1b[0m" in out
    assert "share" in out
    assert '"name"' not in out


def test_in_a_terminal_other_formats_for_the_asking(claimx):
    assert claimx("sources", write("a.txt"), "-f", "jsonl", terminal=True).out.startswith("\x1b[1m{\x1b[0m\n  ")


def test_a_document_a_line(claimx):
    result = claimx("sources", write("a.txt"), write("b.txt"), "-f", "json")
    assert [json.loads(line)["doc"]["id"] for line in result.out.splitlines()] == ["a.txt", "b.txt"]


def test_without_what_the_article_asserts(claimx):
    result = claimx("sources", write("a.txt"), "--no-narrated")
    assert [json.loads(line)["voice"] for line in result.out.splitlines()] == ["source"]


def test_standard_input(claimx):
    result = claimx("sources", "-", stdin=b'{"text": "A.", "id": "one"}\n{"text": "B."}')
    assert [json.loads(line)["doc"]["id"] for line in result.out.splitlines()] == ["one", "one", "-:2", "-:2"]


def test_a_file_whose_name_tells_the_format(claimx):
    result = claimx("sources", write("a.txt"), "-o", "out.csv", terminal=True)
    assert (result.status, result.out, result.err) == (0, "", "")
    rows = [*csv.DictReader(io.StringIO(Path("out.csv").read_bytes().decode("utf-8-sig"), newline=""))]
    assert [row["name"] for row in rows] == ["Ana Ruiz", ""]


def test_a_file_whose_name_tells_nothing_is_json_lines(claimx):
    claimx("sources", write("a.txt"), "-o", "out", terminal=True)
    assert json.loads(Path("out").read_text().splitlines()[0])["name"] == "Ana Ruiz"


def test_pretty(claimx):
    assert claimx("sources", write("a.txt"), "--pretty").out.startswith('{\n  "doc": {\n')
    result = claimx("sources", "a.txt", "--pretty", terminal=True)
    assert (result.status, result.out) == (2, "")
    assert result.err == "claimx: --pretty goes with jsonl, json, not with table.\n"


def test_what_cannot_be_read_is_named_and_the_rest_delivered(claimx):
    write("news/a.txt"), write("news/b.txt", ""), write("news/c.jsonl", '{"text": "C."}\noops\n')
    write("news/d.txt", "fail"), write("news/e.txt")
    result = claimx("sources", "news", "artcle.txt", "-f", "json", "-o", "out.json")
    assert (result.status, result.out) == (1, "")
    found = [json.loads(line)["doc"]["id"] for line in Path("out.json").read_text().splitlines()]
    assert found == ["news/a.txt", "news/c.jsonl:1", "news/e.txt"]
    assert len(result.err.splitlines()) == 4


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-f", "cvs"), "claimx: no such format: cvs (did you mean csv?); there are jsonl, json, csv, parquet, table."),
        (
            ("-o", "out.xlsx"),
            "claimx: .xlsx tells no format; name one for out.xlsx (--format jsonl|json|csv|parquet|table).",
        ),
        (("--date", "last week"), "claimx: --date is 'last week', not a date like 2024-03-05 or '5 March 2024'."),
        ((), "INPUT"),
    ],
)
def test_wrong_usage(claimx, args, message):
    inputs = [write("a.txt")] if args else []
    result = claimx("sources", *inputs, *args)
    assert result.status == 2
    assert message in result.err + result.out
    assert [path.name for path in Path().iterdir()] == inputs


def test_everybody_of_a_run_by_name(claimx):
    result = claimx("sources", write("a.txt"), write("b.txt"), "--by", "name")
    [ana] = map(json.loads, result.out.splitlines())
    assert (ana["value"], ana["names"], ana["type"], ana["documents"]) == ("Ana Ruiz", ["Ana Ruiz"], "person", 2)
    assert ana["share"] == 1.0


@pytest.mark.parametrize("format", [row.name for row in FORMATS.values() if row.shares])
def test_a_run_put_together_in_every_format(claimx, format):
    result = claimx("sources", write("a.txt"), write("b.txt"), "--by", "role", "-f", format)
    assert (result.status, result.err) == (0, "")
    assert "mayor" in result.out


def test_people_by_their_pronouns(claimx):
    result = claimx("sources", write("a.txt"), write("b.txt"), "--by", "pronouns")
    [share] = map(json.loads, result.out.splitlines())
    assert (share["value"], share["sources"], share["documents"], share["share"]) == ("she", 2, 2, 1.0)


def test_what_people_cannot_be_put_together_by(claimx):
    assert claimx("sources", write("a.txt"), "--by", "gender").status == 2
    result = claimx("sources", write("a.txt"), "--by", "role", "-f", "json")
    assert (result.status, result.err) == (
        2,
        "claimx: json is no format of shares; there are jsonl, csv, parquet, table.\n",
    )


@pytest.mark.parametrize("command", ["extract", "sources", "report", "show", "explain"])
def test_an_unknown_column_of_aliases_is_told(claimx, command):
    result = claimx(command, write("a.txt"), "--aliases", write("names.csv", "name,kinds\nAna Ruiz,person\n"))
    message = "claimx: names.csv, line 2: no such column: kinds (did you mean kind?); there are"
    assert (result.status, result.err) == (2, f"{message} name, other_names, kind, id.\n")
