import json
from pathlib import Path

import pytest

from claimx.cli.options import FORMATS
from claimx.writers import PRETTY, SOURCE_WRITERS, WRITERS


def write(name: str, content: str = "Ferry crews voted.") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content)
    return name


def test_claims_are_written_a_line_each(claimx):
    result = claimx("extract", write("a.txt"))
    assert (result.status, result.err) == (0, "")
    assert [json.loads(line)["doc"]["id"] for line in result.out.splitlines()] == ["a.txt", "a.txt"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format(claimx, format):
    result = claimx("extract", write("a.txt"), "-f", format)
    assert (result.status, result.err) == (0, "")
    assert "river rose" in result.out


def test_the_help_names_the_formats_there_are():
    assert [*FORMATS] == [*WRITERS] == [*SOURCE_WRITERS]
    assert set(WRITERS) >= PRETTY


def test_without_what_the_article_asserts(claimx):
    result = claimx("extract", write("a.txt"), "--no-narrated")
    assert [json.loads(line)["form"] for line in result.out.splitlines()] == ["mixed"]


def test_standard_input(claimx):
    result = claimx("extract", "-", stdin=b'{"text": "A.", "id": "one"}\n{"text": "B."}')
    assert {json.loads(line)["doc"]["id"] for line in result.out.splitlines()} == {"one", "-:2"}


def test_in_a_terminal_records_are_indented_and_coloured(claimx):
    out = claimx("extract", write("a.txt"), terminal=True).out
    assert out.startswith("\x1b[1m{\x1b[0m\n  ")


def test_no_color_is_respected(claimx, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    out = claimx("extract", write("a.txt"), terminal=True).out
    assert out.startswith('{\n  "id"')
    assert "\x1b" not in out


@pytest.mark.parametrize("args", [(), ("-f", "json"), ("-f", "table"), ("-f", "csv")])
def test_no_colours_outside_of_a_terminal(claimx, args):
    assert "\x1b" not in claimx("extract", write("a.txt"), *args).out


def test_pretty(claimx):
    assert claimx("extract", write("a.txt"), "--pretty", "-f", "json").out.startswith('{\n  "schema": "claimx/1"')
    result = claimx("extract", "a.txt", "--pretty", "-f", "csv")
    assert (result.status, result.err) == (2, "claimx: --pretty goes with json and jsonl, not with csv.\n")


def test_output_to_a_file_is_plain_even_from_a_terminal(claimx):
    result = claimx("extract", write("a.txt"), "-o", "out.jsonl", terminal=True)
    assert (result.status, result.out) == (0, "")
    assert len(Path("out.jsonl").read_text().splitlines()) == 2
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.jsonl"]


@pytest.mark.parametrize(
    ("args", "start"),
    [
        (("-o", "out.csv"), "id,key,doc_id,"),
        (("-o", "out.json"), '{"schema": "claimx/1", '),
        (("-o", "out.jsonl"), '{"id": '),
        (("-o", "out.NDJSON"), '{"id": '),
        (("-o", "out"), '{"id": '),
        (("-o", "out.csv", "-f", "json"), '{"schema": "claimx/1", '),
        (("-o", "out.csv", "-f", "jsonl", "--pretty"), '{\n  "id": '),
        (("-o", "out.xlsx", "-f", "csv"), "id,key,doc_id,"),
    ],
)
def test_the_ending_of_the_output_tells_the_format(claimx, args, start):
    result = claimx("extract", write("a.txt"), *args, terminal=True)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert Path(args[1]).read_text().startswith(start)


def test_an_output_that_cannot_be_written(claimx):
    result = claimx("extract", write("a.txt"), "-o", "none/out.jsonl")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("claimx: cannot write none/out.jsonl: ")


def test_what_cannot_be_read_is_named_and_the_rest_delivered(claimx):
    write("news/a.txt"), write("news/b.txt", ""), write("news/c.jsonl", '{"text": "C."}\noops\n')
    write("news/d.txt", "fail"), write("news/e.txt")
    result = claimx("extract", "news", "artcle.txt", "-f", "json")
    assert result.status == 1
    assert [json.loads(line)["doc"]["id"] for line in result.out.splitlines()] == [
        "news/a.txt",
        "news/c.jsonl:1",
        "news/e.txt",
    ]
    assert sorted(result.err.splitlines()) == [
        "claimx: news/b.txt is empty.",
        "claimx: news/c.jsonl:2 is not valid JSON: Expecting value at column 1.",
        "claimx: news/d.txt could not be read: ZeroDivisionError: by 0 (a fault of claimx).",
        "claimx: no such file: artcle.txt",
    ]


@pytest.mark.parametrize("command", ["extract", "sources"])
@pytest.mark.parametrize("name", ["keep.csv", "keep.jsonl"])
@pytest.mark.parametrize(("bad", "content"), [("none.txt", None), ("empty.txt", ""), ("fails.txt", "fail")])
def test_where_nothing_was_read_the_output_is_left_alone(claimx, command, name, bad, content):
    if content is not None:
        write(bad, content)
    files = sorted(path.name for path in Path().iterdir())
    result = claimx(command, bad, "-o", name)
    assert (result.status, result.out, len(result.err.splitlines())) == (1, "", 1)
    assert sorted(path.name for path in Path().iterdir()) == files
    write(name, "old")
    assert claimx(command, bad, "-o", name).status == 1
    assert Path(name).read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == sorted([*files, name])


def test_an_article_without_claims_replaces_the_output(claimx):
    result = claimx("extract", write("none.txt", "none"), "-o", write("out.jsonl", "old"))
    assert (result.status, result.err, Path("out.jsonl").read_text()) == (0, "", "")


def test_an_interrupted_run_leaves_the_output(claimx):
    result = claimx("extract", write("a.txt"), write("b.txt", "interrupt"), "-o", write("out.jsonl", "old"))
    assert result.status != 0
    assert Path("out.jsonl").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "out.jsonl"]


@pytest.mark.parametrize("command", ["extract", "sources", "explain"])
def test_what_a_folder_passes_over_is_told_and_is_no_failure(claimx, command):
    write("news/a.txt"), write("news/paper.pdf")
    result = claimx(command, "news")
    assert (result.status, bool(result.out)) == (0, True)
    [line] = result.err.splitlines()
    assert line.startswith("claimx: 1 other file in news passed over: paper.pdf (claimx reads ")


def test_a_failed_run_still_writes_the_rest_to_the_file(claimx):
    result = claimx("extract", write("a.txt"), "none.txt", "-o", "out.jsonl")
    assert result.status == 1
    assert len(Path("out.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-f", "jsnl"), "claimx: no such format: jsnl (did you mean jsonl?); there are csv, json, jsonl, table."),
        (("-o", "out.xlsx"), "claimx: .xlsx tells no format; name one for out.xlsx (--format csv|json|jsonl|table)."),
        (("-o", "out.csv", "--pretty"), "claimx: --pretty goes with json and jsonl, not with csv."),
        (("--date", "last week"), "claimx: --date is 'last week', not a date like 2024-03-05 or '5 March 2024'."),
        (("--date", "2024-13-01"), "claimx: --date is '2024-13-01', not a date like 2024-03-05 or '5 March 2024'."),
        (("--frmat", "csv"), "--format"),
        ((), "INPUT"),
    ],
)
def test_wrong_usage(claimx, args, message):
    inputs = [write("a.txt")] if args else []
    result = claimx("extract", *inputs, *args)
    assert result.status == 2
    assert message in result.err + result.out
    assert [path.name for path in Path().iterdir()] == inputs
