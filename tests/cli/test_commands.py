import json
import os
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

import claimx as library
from claimx.records.schema import json_schema
from tests.make import TEXT, attributed, document


def test_version(claimx):
    assert claimx("--version").out == f"claimx {library.__version__}\n"


def test_a_mistyped_command(claimx):
    result = claimx("extrat")
    assert result.status == 2
    assert "No such command 'extrat'. Did you mean 'extract'?" in result.err


def test_no_command_shows_the_help(claimx):
    result = claimx()
    assert "Commands:" in result.out + result.err


@pytest.mark.parametrize("command", ["extract", "show", "report", "sources", "explain", "schema", "info", "evaluate"])
def test_the_help_speaks_of_no_types_of_python(claimx, command):
    text = claimx(command, "--help").out
    assert "Usage: claimx" in text
    assert not re.search(r"<\w+|list\[|None|TEXT", text)


def test_schema_of_distinct_claims(claimx):
    assert json.loads(claimx("schema", "--distinct").out) == json_schema(distinct=True)
    result = claimx("schema", "--distinct", "--sources")
    message = "claimx: --distinct is of claims, and goes with neither --document nor --sources.\n"
    assert (result.status, result.err) == (2, message)


@pytest.mark.parametrize("args", [("-h",), ("extract", "-h"), ("diff", "-h")])
def test_help_in_short(claimx, args):
    assert claimx(*args).out == claimx(*args[:-1], "--help").out


@pytest.mark.parametrize("document", [False, True])
@pytest.mark.parametrize("sources", [False, True])
def test_schema(claimx, document, sources):
    result = claimx("schema", *(["--document"] if document else []), *(["--sources"] if sources else []))
    assert (result.status, json.loads(result.out)) == (0, json_schema(document=document, sources=sources))


def test_explain(claimx):
    Path("a.txt").write_text("A.")
    result = claimx("explain", "a.txt")
    assert (result.status, result.err) == (0, "")
    assert "1. perhaps more than 300 homes" in result.out


def test_explain_what_is_missing(claimx):
    result = claimx("explain", "a.txt")
    assert (result.status, result.out, result.err) == (1, "", "claimx: no such file: a.txt\n")


def test_evaluate_calls_what_measures(claimx, monkeypatch):
    module = types.ModuleType("claimx.evaluation.attributions")
    module.evaluate = lambda gold, extractor: f"{type(extractor).__name__} on {gold.name}"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "claimx.evaluation.attributions", module)
    Path("gold").mkdir()
    assert claimx("evaluate", "attributions", "gold").out == "FakeExtractor on gold\n"


def test_evaluate_what_was_written_before(claimx):
    """The fake reader finds the same whatever the text, so text and gold must be those of the claims."""
    Path("a.txt").write_bytes(TEXT.encode())
    claimx("extract", "a.txt", "-o", "found.json")
    claim = attributed(document().doc)
    spans = {"source": claim.source.spans, "cue": claim.cue.spans, "content": claim.spans}
    Path("gold.jsonl").write_text(json.dumps({"doc": "other name", "text": TEXT, "attributions": [spans]}))
    measured = claimx("evaluate", "attributions", "gold.jsonl")
    again = claimx("evaluate", "attributions", "gold.jsonl", "--predictions", "found.json")
    assert (again.status, again.err) == (0, "")
    assert again.out == measured.out
    assert re.search(r"who-said-what +100\.0 +100\.0 +100\.0", again.out)


def test_evaluate_ticks_of_a_report_in_words_first(claimx):
    Path("a.txt").write_bytes(TEXT.encode())
    claim = attributed(document().doc)
    mark = {"source": claim.source.spans, "cue": claim.cue.spans, "content": claim.spans, "form": claim.form}
    row = {"doc": "a.txt", "text": TEXT, "partial": True, "attributions": [mark | {"verdict": "right"}]}
    Path("ticks.jsonl").write_text(json.dumps(row))
    lines = claimx("evaluate", "attributions", "ticks.jsonl").out.splitlines()
    assert lines[0] == "1 claim ticked in 1 article: 1 right, 0 wrong."
    assert "1 of 1 ticked right are found, 0 of 0 ticked wrong still are" in lines
    row["attributions"][0]["verdict"] = None
    Path("ticks.jsonl").write_text(json.dumps(row))
    assert len(claimx("evaluate", "attributions", "ticks.jsonl").out.splitlines()) == 2


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (
            ("atributions", "gold"),
            2,
            "cannot evaluate atributions (did you mean attributions?); what can be evaluated: attributions.",
        ),
        (("attributions", "none"), 1, "no such file or folder: none"),
        (
            ("attributions", ".", "--predictions", "none.jsonl"),
            1,
            "none.jsonl cannot be read: No such file or directory.",
        ),
    ],
)
def test_evaluate_with_wrong_arguments(claimx, args, status, message):
    result = claimx("evaluate", *args)
    assert (result.status, result.out, result.err) == (status, "", f"claimx: {message}\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes are closed in another way there")
@pytest.mark.parametrize(
    ("args", "message"),
    [(["schema"], ""), (["extract", "-f", "csv", "none.txt"], "claimx: no such file: none.txt\n")],
    ids=["all is well", "something failed"],
)
def test_a_closed_pipe_ends_quietly(args, message, tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "claimx", *args]
    result = subprocess.run(command, cwd=tmp_path, check=False, stdout=writer, stderr=subprocess.PIPE, text=True)
    os.close(writer)
    assert (result.returncode, result.stderr) == (0, message)


def test_info_names_versions_and_folders():
    result = subprocess.run([sys.executable, "-m", "claimx", "info"], capture_output=True, text=True, check=True)
    lines = [re.fullmatch(r"(\S+(?: \S+)*) {2,}(\S.*)", line) for line in result.stdout.splitlines()]
    assert len({line.start(2) for line in lines}) == 1, "the values stand in one column"
    rows = {line[1]: line[2] for line in lines}
    assert rows["claimx"].startswith(library.__version__)
    assert rows["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert {"spacy", "onnxruntime", "parser", "model attribution", "check-worthiness", "lexicons"} <= {*rows}
    assert "whole" in rows["parser"]


def test_a_library_that_is_missing_is_told_with_the_remedy(claimx, monkeypatch):
    Path("a.txt").write_text("A.")
    monkeypatch.setitem(sys.modules, "claimx.pipeline", None)
    result = claimx("extract", "a.txt")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("claimx: a library that claimx needs cannot be imported: ")
    assert result.err.endswith("; please install claimx again.\n")
