import json
from pathlib import Path

import pytest

from tests.make import document


def write(name: str, *claims) -> str:
    from claimx.records import to_dict

    Path(name).write_text("".join(json.dumps(to_dict(claim)) + "\n" for claim in claims))
    return name


@pytest.fixture
def editions(claimx):
    import dataclasses

    from claimx.claims.claim_id import claim_key

    mixed, narrated = document().claims
    text = mixed.text.replace("300", "400") + "\x1b[31m"
    edited = dataclasses.replace(mixed, text=text, key=claim_key(text, mixed.source), stance="refute")
    return write("old.jsonl", mixed, narrated), write("new.jsonl", edited)


def test_in_words(claimx, editions):
    result = claimx("diff", *editions)
    assert (result.status, result.err) == (0, "")
    first, *details, last = result.out.splitlines()
    assert first.startswith("~ news/a.txt: Ana Ruiz: perhaps more than 400 homes")
    assert first.endswith("␛[31m")
    assert [line.split(":")[0].strip() for line in details] == ["text", "stance"]
    assert details[1] == "    stance: affirm -> refute"
    assert last == "- news/a.txt: (the article itself): The river rose"


def test_as_json(claimx, editions):
    rows = [json.loads(line) for line in claimx("diff", *reversed(editions), "--json").out.splitlines()]
    assert [(row["kind"], row["fields"]) for row in rows] == [("changed", ["text", "stance"]), ("gained", [])]
    assert rows[1]["old"] is None
    assert rows[1]["new"]["text"] == "The river rose"


def test_envelopes_can_be_compared_with_lines(claimx, editions):
    from claimx.records import to_dict

    Path("old.json").write_text(json.dumps(to_dict(document())))
    assert claimx("diff", "old.json", "old.jsonl").out == ""


@pytest.mark.parametrize("name", ["old.parquet", "old.csv.gz"])
def test_other_formats_are_compared_or_refused(claimx, editions, name):
    assert claimx("convert", "old.jsonl", name).status == 0
    result = claimx("diff", name, "old.jsonl")
    assert (result.status, result.out) == ((0, "") if name == "old.parquet" else (1, ""))


def test_a_run_without_claims_is_compared(claimx, editions):
    result = claimx("diff", write("none.jsonl"), "old.jsonl")
    assert [line[0] for line in result.out.splitlines()] == ["+", "+"]


@pytest.mark.parametrize("content", ["{}", "It rained.", '{"text": "It rained."}', "[]", '{"claims": 5}'])
def test_what_is_no_result(claimx, editions, content):
    Path("odd.jsonl").write_text(content)
    result = claimx("diff", "old.jsonl", "odd.jsonl")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("claimx: odd.jsonl ")
    assert result.err.endswith(": name what 'claimx extract' wrote as json, jsonl, parquet or a database.\n")


def test_a_file_that_is_not_there(claimx, editions):
    result = claimx("diff", "old.jsonl", "none.jsonl")
    assert (result.status, result.err) == (1, "claimx: no such file: none.jsonl.\n")
