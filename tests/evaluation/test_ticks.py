"""Ticks of a report, told in plain words."""

import json

import pytest

from claimx.evaluation.ticks import in_words, read_ticks

TEXT = "Ana said it rained\nand froze. Bob said it snowed."


def mark(verdict: str | None = "right", **known) -> dict:
    told = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 28]], "name": None, "form": "indirect", "parent": None}
    return told | {"checked": False, "verdict": verdict, "mistake": None, "note": ""} | known


def told(tmp_path, *articles: list) -> list[str]:
    rows = [
        {"doc": f"{n}.txt", "text": TEXT, "partial": True, "attributions": marks} for n, marks in enumerate(articles)
    ]
    (tmp_path / "ticks.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return in_words(read_ticks(tmp_path / "ticks.jsonl")).splitlines()


def test_how_many_what_share_and_what_is_wrong(tmp_path):
    first = [mark(), mark(form="direct"), mark("wrong", mistake="source", name="Ana Ruiz", note="it is\nBob")]
    second = [mark(None, checked=True), mark(None, note="?"), mark("wrong", form="narrated", source=[])]
    assert told(tmp_path, first, second) == [
        "6 claims ticked in 2 articles: 2 right, 2 wrong, 1 only checked, 1 only noted.",
        "Of the 4 judged 50 % are right: direct 1 of 1, indirect 1 of 2, narrated 0 of 1.",
        "What is wrong: the source (1), not told what (1).",
        "  0.txt, Ana Ruiz, indirect, the source: 'it rained and froze' ['it is Bob']",
        "  1.txt, narrated: 'it rained and froze'",
    ]


def test_all_is_right(tmp_path):
    assert told(tmp_path, [mark()]) == [
        "1 claim ticked in 1 article: 1 right, 0 wrong.",
        "Of the 1 judged 100 % are right: indirect 1 of 1.",
    ]


def test_nothing_is_judged(tmp_path):
    [_, last] = told(tmp_path, [mark(None, checked=True)])
    assert last.startswith("None is ticked right or wrong")


def test_many_mistakes_are_told_in_part_and_nothing_that_a_terminal_obeys(tmp_path):
    lines = told(tmp_path, [mark("wrong", name="A\x1b[1m")] * 12)
    assert lines[-1] == "  and 2 more"
    assert len(lines) == 3 + 10 + 1
    assert not any("\x1b" in line for line in lines)


@pytest.mark.parametrize("known", [{}, {"partial": False}])
def test_gold_of_another_kind_has_no_ticks(tmp_path, known):
    row = {"doc": "a", "text": TEXT, "attributions": [{"content": [[9, 18]]}]} | known
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    assert read_ticks(tmp_path / "gold.jsonl") == []
    assert read_ticks(tmp_path) == []
