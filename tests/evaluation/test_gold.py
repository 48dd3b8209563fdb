import json

import pytest

from claimx.errors import InputError
from claimx.evaluation.gold import GoldArticle, Roles, parse_brat, read_gold
from claimx.records import Span

BRAT = "\n".join(
    [
        "T1\tSource 17 20\tAna",
        "T2\tCue 21 25\tsaid",
        "T3\tContent 0 8;9 15\tThe well is dry",
        "T4\tContent 27 40\tand deep, too",
        "T5\tCue 60 64\tsaid",
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3 Content2:T4",
        "E2\tAttribution-no-source:T5 Cue:T5",
        "E3\tDiscuss:T5 Cue:T5",
        "E4\tAttribution:T5",
        "A1\tNested E1",
        "#1\tAnnotatorNotes T1\ta note",
    ]
)


def test_brat_events_become_roles():
    assert parse_brat(BRAT) == (
        Roles((Span(17, 20),), (Span(21, 25),), (Span(0, 8), Span(9, 15), Span(27, 40))),
        Roles(cue=(Span(60, 64),)),
    )


def test_line_ends_of_another_system_change_nothing():
    assert parse_brat(BRAT.replace("\n", "\r\n")) == parse_brat(BRAT)


def test_a_folder_in_polnears_layout(tmp_path):
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "well_1.txt").write_bytes(b"The well is dry,\r\nAna said.")
    (tmp_path / "text" / "unmarked.txt").write_bytes(b"Nothing.")
    (tmp_path / "attributions" / "well_1_zoe.ann").write_text("T1\tCue 0 3\tThe\nE1\tAttribution:T1 Cue:T1\n")
    (tmp_path / "attributions" / "well_1_bob.ann").write_text("T1\tCue 4 8\twell\nE1\tAttribution:T1 Cue:T1\n")
    assert read_gold(tmp_path) == [
        GoldArticle("well_1", "The well is dry,\r\nAna said.", (Roles(cue=(Span(4, 8),)),)),
    ]


def test_our_own_format(tmp_path):
    rows = [
        {
            "doc": "a",
            "text": "It rained, he said.",
            "attributions": [{"id": "a-1", "name": None, "form": "indirect", "cue": [[14, 18]], "content": [[0, 9]]}],
        },
        {"doc": "b", "text": "It\u2028rained.", "attributions": []},
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text("\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert read_gold(file) == [
        GoldArticle("a", rows[0]["text"], (Roles(cue=(Span(14, 18),), content=(Span(0, 9),)),)),
        GoldArticle("b", rows[1]["text"], ()),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl:2 is not a gold article"),
        ('{"doc": "b", "attributions": []}', "gold.jsonl:2 is not a gold article .KeyError: 'text'."),
        ('{"doc": "a", "text": "", "attributions": []}', "gold.jsonl:2 is a second article 'a'"),
        ('{"doc": "b", "text": "It", "attributions": [{"cue": [[0, 3]]}]}', r"gold.jsonl:2 .*\[0, 3\] is no range"),
        ('{"doc": "b", "text": "It", "attributions": [{"who": []}]}', "gold.jsonl:2 .*unknown role 'who'"),
        ("[]", "gold.jsonl:2 is not a gold article"),
    ],
)
def test_a_malformed_line_is_named(tmp_path, line, message):
    file = tmp_path / "gold.jsonl"
    file.write_text('{"doc": "a", "text": "", "attributions": []}\n' + line, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_gold(file)


def test_a_folder_without_marks_is_an_error(tmp_path):
    with pytest.raises(InputError, match="holds no annotated articles"):
        read_gold(tmp_path)


def ticked(**changes) -> dict:
    return {"content": [[0, 3]], "form": "direct", "parent": None, "verdict": "right", "checked": True, **changes}


def test_ticks_of_a_report_are_partial_gold(tmp_path):
    marks = [
        ticked(),
        ticked(content=[[4, 8]], verdict="wrong", note="not his"),
        ticked(content=[[9, 11]], verdict=None),
        ticked(form="narrated"),
        ticked(parent="00112233445566ff"),
    ]
    row = {"doc": "well", "text": "The well is dry", "partial": True, "attributions": marks}
    (tmp_path / "ticks.jsonl").write_text(json.dumps(row))
    [article] = read_gold(tmp_path / "ticks.jsonl")
    assert (article.attributions, article.wrong) == ((Roles(content=(Span(0, 3),)),), (Roles(content=(Span(4, 8),)),))
    assert article.is_partial


def test_a_verdict_is_right_or_wrong(tmp_path):
    row = {"doc": "well", "text": "The well is dry", "partial": True, "attributions": [ticked(verdict="true")]}
    (tmp_path / "ticks.jsonl").write_text(json.dumps(row))
    with pytest.raises(InputError, match="unknown verdict 'true'"):
        read_gold(tmp_path / "ticks.jsonl")
