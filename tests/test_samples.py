"""The samples: what they hold, what was found in them by hand, and what the program is expected to find.

``python tests/test_samples.py --update [NAME …]`` writes the expected records anew; read the difference before you
commit it.
"""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
GOLD = {row["doc"]: row for row in map(json.loads, (SAMPLES / "gold.jsonl").read_text("utf-8").splitlines())}
NAMES = sorted(GOLD)

#: What the samples have to hold together, each at least twice: a phenomenon and a pattern that shows it.
PHENOMENA = {
    "verb before the content": r"\b(?:said|says|told|added|insisted|warned)\b[\w ]* that ",
    "verb after the content": r"(?:,[”’\"']{1,2}|\w,) (?:\w+ ){1,3}(?:said|added|noted)\.",
    "verb before its subject": r",[”’\"']{1,2} (?:said|wrote|commented|replied) [A-Z]",
    "statement interrupted by its cue": r", (?:he|she|\w+) (?:said|argued|insisted|added|claimed|believes), [\w“‘\"']",
    "according to": r"\b[Aa]ccording to\b",
    "colon before a quotation": r"\w: ?(?:\r?\n)*[“\"‘]|\w: ''",
    "speaker and colon": r"(?m)^(?:Q|A|Poll|@\w+|Grid operator): ",
    "source after a dash": r"(?m)^[^\n]*[.”\"] [—–] [A-Z]",
    "passive without a source": r"\b(?:has|have|is|was|had)(?: been)?"
    r" (?:accused|criticised|expected|thought|said|believed) (?:of|for|to)\b",
    "reportedly": r"\breportedly\b",
    "allegedly": r"\ballegedly\b",
    "the claim that": r"\b(?:claim|allegation|assertion|insistence|suggestion|idea) that\b",
    "denial": r"\b(?:denied|denies|rejected|dismissed)\b",
    "so-called": r"\bso-called\b",
    "scare quotes": r"(?:\"affordable\"|“savings”|“order”|\"security dividend\"|‘second logbook’)",
    "straight quotation marks": r"\"\w[^\"]+\"",
    "curly quotation marks": r"“\w[^”]+”",
    "single quotation marks": r"‘\w[^’]{12,}’",
    "doubled single quotation marks": r"''\w[^']+''",
    "nested quotation marks": r"“[^”]*‘|\"[^\"\n]*'\w[^\"\n]*'[^\"\n]*\"|''[^\n]*, '\w|‘[^’\n]*“",
    "unclosed quotation": r"(?m)^(?:.*? )?(?:“[^”\n]*, [A-Z][^”\n]*, (?:said|wrote)\.|''[^\n']*,? he said\.)",
    "quotation over several paragraphs": r"(?m)^[“\"][^”\"\n]+\n\n[“\"]",
    "square brackets": r"\[[\w ]+\]",
    "no-break space": "\u00a0",
    "pronoun as source": r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey) (?:said|added|insisted|claimed|argued|noted)\b",
    "the ministry": r"\b[Tt]he ministry (?:said|claimed|stated)\b",
    "acronym": r"\([A-Z]{2,5}\)",
    "relative date": r"\b(?:yesterday|last week|next (?:spring|Thursday)|this year|tomorrow)\b"
    r"|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    "quantity in words": r"\b(?:eleven|a third|two thirds|about a dozen|seventeen|Sixty-seven|forty)\b",
    "lower bound": r"\b(?:at least|more than|no fewer than)\b",
    "upper bound": r"\b(?:up to|no more than|as much as|nearly|fewer than)\b",
    "range": r"\b(?:between \S+ (?:and|million and)|\d to \d)",
    "money": r"[$€£]\d",
    "per cent": r"\d(?:%| per ?cent)",
    "percentage point": r"\b(?:percentage point|points)\b",
    "furniture": r"(?m)^(?:Back to top|Share this|Read more|Advertisement|Sign up to|Cookie settings"
    r"|Print this page|Load more|Subscribe)",
    "byline": r"(?m)^By [A-Z]",
    "dateline": r"(?m)^[A-Z ]+(?: \([\w ]+\) [-—]|, January 15, 2024 -) ",
    "caption or credit": r"(?:PHOTO:|Photo:|Credit:)",
}


def read_sample(name: str) -> str:
    """The sample's text as claimx reads it: decoded, without a byte order mark, line ends kept."""
    return (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8-sig")


def test_every_sample_has_its_gold() -> None:
    assert sorted(path.stem for path in SAMPLES.glob("*.txt")) == NAMES
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_gold_stands_in_its_sample(name: str) -> None:
    text = read_sample(name)
    assert GOLD[name]["text"] == text
    assert 250 <= len(text.split()) <= 800
    for row in GOLD[name]["attributions"]:
        assert row["content"], row["id"]
        assert row["cue"] or row["name"], row["id"]
        for start, end in row["source"] + row["cue"] + row["content"]:
            piece = text[start:end]
            assert piece and piece == piece.strip(), (row["id"], piece)
            assert "\n" not in piece, (row["id"], piece)
            assert not re.match(r"\w\w", text[max(start - 1, 0) : start + 1]), (row["id"], piece)
            assert not re.match(r"\w\w", text[end - 1 : end + 1]), (row["id"], piece)


@pytest.mark.parametrize("name", NAMES)
def test_gold_roles_do_not_overlap(name: str) -> None:
    for row in GOLD[name]["attributions"]:
        spans = sorted(row["source"] + row["cue"] + row["content"])
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), row["id"]


@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_phenomenon_occurs_more_than_once(phenomenon: str) -> None:
    found = [m.group() for name in NAMES for m in re.finditer(PHENOMENA[phenomenon], read_sample(name))]
    assert len(found) > 1, found


@pytest.mark.parametrize("form", ["direct", "indirect", "mixed"])
def test_every_form_is_frequent(form: str) -> None:
    rows: list[dict[str, Any]] = [row for gold in GOLD.values() for row in gold["attributions"]]
    assert sum(row["form"] == form for row in rows) >= 30


def test_line_ends_and_byte_order_mark() -> None:
    assert "\r\n" in read_sample("court")
    assert (SAMPLES / "press_release.txt").read_bytes().startswith(b"\xef\xbb\xbf")
