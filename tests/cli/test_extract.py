import json
from pathlib import Path

import pytest

from claimx.cli.options import FORMATS, SOURCE_FORMATS
from claimx.writers import FORMATS as ROWS
from claimx.writers import names_of


def write(name: str, content: str = "Ferry crews voted.") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content)
    return name


#: The formats that can be indented.
PRETTY = ", ".join(names_of(is_json=True))


def test_claims_are_written_a_line_each(claimx):
    result = claimx("extract", write("a.txt"))
    assert (result.status, result.err) == (0, "")
    assert [json.loads(line)["doc"]["id"] for line in result.out.splitlines()] == ["a.txt", "a.txt"]


def test_how_many_unlikely_statements_are_left_out_is_told(claimx):
    files = [write("a.txt", "doubt 2"), write("b.txt", "doubt 1"), write("c.txt")]
    told = "claimx: unlikely statements left out: 3 (--min-confidence 0 gives them).\n"
    assert claimx("extract", *files).err == told
    assert claimx("extract", *files, "--quiet").err == ""


@pytest.mark.parametrize("format", [row.name for row in ROWS.values() if row.documents])
def test_every_format_of_text(claimx, format):
    result = claimx("extract", write("a.txt"), "-f", format)
    assert (result.status, result.err) == (0, "")
    assert "river rose" in result.out


def test_the_help_names_the_formats_there_are():
    assert [*FORMATS] == names_of("documents")
    assert [*SOURCE_FORMATS] == names_of("sources")


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
    assert (result.status, result.err) == (2, "claimx: --pretty goes with " + PRETTY + ", not with csv.\n")


def test_output_to_a_file_is_plain_even_from_a_terminal(claimx):
    result = claimx("extract", write("a.txt"), "-o", "out.jsonl", terminal=True)
    assert (result.status, result.out) == (0, "")
    assert len(Path("out.jsonl").read_text().splitlines()) == 2
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.jsonl"]


@pytest.mark.parametrize(
    ("args", "start"),
    [
        (("-o", "out.csv"), "\ufeffid,key,doc_id,"),
        (("-o", "out.json"), '{"schema": "claimx/1", '),
        (("-o", "out.jsonl"), '{"id": '),
        (("-o", "out.NDJSON"), '{"id": '),
        (("-o", "out"), '{"id": '),
        (("-o", "out.csv", "-f", "json"), '{"schema": "claimx/1", '),
        (("-o", "out.csv", "-f", "jsonl", "--pretty"), '{\n  "id": '),
        (("-o", "out.xlsx", "-f", "csv"), "\ufeffid,key,doc_id,"),
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


def test_an_interrupted_run_leaves_the_output_and_goes_on(claimx):
    names = [write("a.txt"), write("b.txt", "interrupt"), write("c.txt")]
    result = claimx("extract", *names, "-o", write("out.jsonl", "old"))
    message = "claimx: stopped. 1 document is done and kept in out.jsonl.part: go on with --resume.\n"
    assert (result.status, result.err) == (130, message)
    assert Path("out.jsonl").read_text() == "old"
    write("errors.jsonl", "of the first run")
    again = claimx("extract", *names, "-o", "out.jsonl", "--errors", "errors.jsonl")
    assert Path("errors.jsonl").read_text() == "of the first run"
    Path("errors.jsonl").unlink()
    assert (again.status, "go on with --resume, or delete it to start over" in again.err) == (2, True)
    write("b.txt", "It rained.")
    assert claimx("extract", *names, "-o", "out.jsonl", "--resume").status == 0
    assert Path("out.jsonl").read_text() == claimx("extract", *names).out
    assert sorted(path.name for path in Path().iterdir()) == [*names, "out.jsonl"]


def test_interrupted_before_anything_is_done_nothing_is_left(claimx):
    result = claimx("extract", write("b.txt", "interrupt"), "-o", write("out.jsonl", "old"))
    assert (result.status, result.err) == (130, "claimx: stopped.\n")
    assert sorted(path.name for path in Path().iterdir()) == ["b.txt", "out.jsonl"]


@pytest.mark.parametrize("command", ["extract", "sources"])
def test_without_an_input_standard_input_is_read(claimx, command):
    result = claimx(command, stdin=b"It rained.")
    assert (result.status, result.err) == (0, "")
    assert {json.loads(line)["doc"]["id"] for line in result.out.splitlines()} == {"-"}


def test_a_dash_is_standard_output(claimx):
    result = claimx("extract", write("a.txt"), "-o", "-", "-f", "csv")
    assert (result.status, result.out[:4]) == (0, "\ufeffid,")
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


@pytest.mark.parametrize("option", ["-o", "--errors"])
@pytest.mark.parametrize(
    ("inputs", "output"),
    [
        (["a.txt"], "a.txt"),
        (["./a.txt"], "a.txt"),
        (["."], "news/b.txt"),
        (["news"], "news/feed.jsonl"),
        (["link"], "a.txt"),
    ],
)
def test_no_input_is_replaced(claimx, option, inputs, output):
    write("a.txt"), write("news/b.txt"), write("news/feed.jsonl", '{"text": "C."}')
    Path("link").symlink_to("a.txt")
    before = Path(output).read_text()
    result = claimx("extract", *inputs, option, output, "-f", "jsonl")
    name = {"-o": "--output"}.get(option, option)
    message = f"claimx: {name} {output} is one of the inputs, and would be replaced; name another file.\n"
    assert (result.status, result.out, result.err) == (2, "", message)
    assert Path(output).read_text() == before


@pytest.mark.parametrize("name", ["out.jsonl", "out.json"])
def test_an_older_result_beside_the_inputs_is_replaced(claimx, name):
    write("a.txt")
    first = claimx("extract", "a.txt", "-o", name)
    again = claimx("extract", ".", "-o", name)
    assert first.status == 0
    assert "would be replaced" not in again.err


def test_the_errors_are_written_for_machines(claimx):
    result = claimx("extract", write("a.txt"), write("b.txt", ""), write("c.txt", "fail"), "--errors", "errors.jsonl")
    rows = [json.loads(line) for line in Path("errors.jsonl").read_text().splitlines()]
    assert result.status == 1
    assert [(row["input"], row["kind"]) for row in rows] == [("b.txt", "input"), ("c.txt", "fault")]
    assert [f"claimx: {row['message']}" for row in rows] == result.err.splitlines()


def test_only_the_first_articles(claimx):
    names = [write(f"{letter}.txt") for letter in "abc"]
    result = claimx("extract", *names, "-n", "2", "-f", "json")
    assert [json.loads(line)["doc"]["id"] for line in result.out.splitlines()] == names[:2]


@pytest.mark.parametrize(
    ("args", "forms"),
    [
        (("--min-confidence", "0.6"), ["mixed"]),
        (("--min-checkworthiness", "0.2"), ["mixed", "narrated"]),
        (("--only", "narrated, direct"), ["narrated"]),
        (("--source", "ana ruiz"), ["mixed"]),
        (("--source", "Ruiz"), ["mixed"]),
        (("--source", "Rui"), []),
        (("--top", "1"), ["mixed"]),
        (("--top", "5"), ["mixed", "narrated"]),
    ],
)
def test_some_claims_alone(claimx, args, forms):
    result = claimx("extract", write("a.txt"), *args)
    assert (result.status, result.err) == (0, "")
    assert [json.loads(line)["form"] for line in result.out.splitlines()] == forms


@pytest.mark.parametrize("format", ["jsonl", "csv", "table"])
def test_repeats_are_told_once(claimx, format):
    names = [write(f"{letter}.txt") for letter in "abc"]
    result = claimx("extract", *names, "--distinct", "-f", format, "-o", "out")
    assert (result.status, result.err) == (0, "")
    text = Path("out").read_text()
    assert text.count("The river rose") == 1
    if format == "jsonl":
        rows = [json.loads(line) for line in text.splitlines()]
        assert [(row["doc"]["id"], row["occurrences"]) for row in rows] == [("a.txt", 3)] * 2
        assert [[place["doc"] for place in row["elsewhere"]] for row in rows] == [["b.txt", "c.txt"]] * 2
    assert sorted(path.name for path in Path().iterdir()) == [*names, "out"]


def test_what_is_chosen_of_a_whole_run_can_be_resumed(claimx):
    names = [write("a.txt"), write("b.txt", "interrupt")]
    assert claimx("extract", *names, "--distinct", "-o", "out.jsonl").status == 130
    write("b.txt", "It rained.")
    assert claimx("extract", *names, "--distinct", "-o", "out.jsonl", "--resume").status == 0
    assert Path("out.jsonl").read_text() == claimx("extract", *names, "--distinct").out


@pytest.mark.parametrize("command", ["extract", "sources", "explain"])
def test_what_a_folder_passes_over_is_told_and_is_no_failure(claimx, command):
    write("news/a.txt"), write("news/paper.odt")
    result = claimx(command, "news")
    assert (result.status, bool(result.out)) == (0, True)
    [line] = result.err.splitlines()
    assert line.startswith("claimx: 1 other file in news passed over: paper.odt (claimx reads ")


def test_a_failed_run_still_writes_the_rest_to_the_file(claimx):
    result = claimx("extract", write("a.txt"), "none.txt", "-o", "out.jsonl")
    assert result.status == 1
    assert len(Path("out.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-f", "jsnl"), "claimx: no such format: jsnl (did you mean jsonl?); there are jsonl, json, csv, "),
        (("-o", "out.xlsx"), "claimx: .xlsx tells no format; name one for out.xlsx (--format jsonl|json|csv|"),
        (
            ("--top", "3", "-f", "json"),
            "claimx: json is a format of whole documents; for claims alone there are jsonl, ",
        ),
        (("--only", "spoken"), "claimx: no such form: spoken; there are direct, indirect, mixed, narrated."),
        (("--min-confidence", "2"), "claimx: min-confidence is 2; it goes from 0 to 1."),
        (("--source", "?!"), "claimx: the source to look for has no words."),
        (("--resume",), "claimx: --resume needs a file to go on with (--output FILE)."),
        (("--jobs", "0"), "--jobs"),
        (("-o", "out.csv", "--pretty"), "claimx: --pretty goes with " + PRETTY + ", not with csv."),
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


def test_inputs_that_vanish_meanwhile(claimx, monkeypatch):
    monkeypatch.setattr("claimx.runs.feed.MOST_ARTICLES", 1)
    names = [write("a.txt", "remove e.txt"), *(write(f"{letter}.txt") for letter in "bcdef")]
    result = claimx("extract", *names)
    assert (result.status, result.err) == (1, "claimx: no such file: e.txt\n")
    assert {json.loads(line)["doc"]["id"] for line in result.out.splitlines()} == {*names} - {"e.txt"}
