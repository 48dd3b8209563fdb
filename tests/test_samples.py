"""The samples: what they hold, what was found in them by hand, and what the program is expected to find.

``python tests/test_samples.py --update [NAME …]`` writes the expected records anew; read the difference before you
commit it. Where the program is known to be wrong, a record says how in ``wrong``; the note is kept while the record
stays as it is.
"""

from __future__ import annotations

import difflib
import itertools
import json
import re
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import claimx
from claimx.evaluation.attributions import as_roles, score
from claimx.evaluation.gold import read_gold
from claimx.records import Article, Span

if TYPE_CHECKING:
    from claimx.records import Claim, Document

SAMPLES = Path(__file__).parent.parent / "samples"
MARKED = Path(__file__).parent / "samples"  # what was found by hand, and what is expected of the program
FLOORS = Path(__file__).parent / "quality" / "floors.json"
JUDGED = ("form", "act", "stance", "polarity", "certainty")
GOLD = {row["doc"]: row for row in map(json.loads, (MARKED / "gold.jsonl").read_text("utf-8").splitlines())}
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
def test_marked_numbers_and_times_are_whole_words(name: str) -> None:
    text = read_sample(name)
    for mark in GOLD[name]["quantities"] + GOLD[name]["times"]:
        start, end = mark["span"]
        assert re.fullmatch(r"\S(?:[^\n]*\S)?", text[start:end]), mark
        assert not re.match(r"\w\w", text[max(start - 1, 0) : start + 1]), text[start:end]
        assert not re.match(r"\w\w", text[end - 1 : end + 1]), text[start:end]


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


# --- the expected records ---------------------------------------------------


def compact(claim: Claim) -> dict[str, Any]:
    """The part of a claim that should not move unnoticed: no offsets, ids or figures that any retraining shifts."""
    source, cue, made = claim.source, claim.cue, claim.made
    return {
        "who": source and {"text": source.text, "name": source.name, "role": source.role and source.role.text},
        "cue": cue and cue.text,
        "text": claim.text,
        "form": claim.form,
        "act": claim.act,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "made": made and made.value,
        "quantities": [
            {
                "text": quantity.text,
                "value": quantity.value,
                "high": quantity.high,
                "bound": quantity.bound,
                "unit": quantity.unit,
                "per": quantity.per.unit if quantity.per else None,
                "of": quantity.of and quantity.of.text,
            }
            for quantity in claim.quantities
        ],
        "times": [{"text": time.text, "value": time.value} for time in claim.times],
    }


def render(row: dict[str, Any]) -> list[str]:
    """One line for the claim and an indented one for each quantity and time, made for reading a difference."""
    who, made = row["who"], row["made"]
    name = f" = {who['name']}" if who and who["name"] and who["name"] != who["text"] else ""
    role = f" ({who['role']})" if who and who.get("role") else ""
    judged = " ".join(row[key] for key in JUDGED)
    when = f" @{made}" if made else ""
    lines = [f"{who['text'] if who else '-'}{name}{role} | {row['cue'] or '-'}{when} | {row['text']} | {judged}"]
    for quantity in row["quantities"]:
        high = "" if quantity["high"] is None else f"..{quantity['high']}"
        counted = f" of {quantity['of']}" if quantity["of"] else ""
        value = f"{quantity['bound']} {quantity['value']}{high} {quantity['unit'] or ''}".rstrip()
        lines.append(f"    number {quantity['text']}: {value}{counted}")
    lines.extend(f"    time {time['text']}: {time['value']}" for time in row["times"])
    return lines


@cache
def documents() -> dict[str, Document]:
    """Each sample as the program reads it now, with the sample's publication date."""
    articles = (
        Article(read_sample(name), id=name, published=date.fromisoformat(GOLD[name]["published"])) for name in NAMES
    )
    return {document.doc.id: document for document in claimx.Extractor().pipe(articles)}


def extract_compact(name: str) -> list[dict[str, Any]]:
    """What the program finds in a sample now."""
    return [compact(claim) for claim in documents()[name].claims]


def read_expected(name: str) -> list[dict[str, Any]]:
    path = expected_path(name)
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line] if path.exists() else []


def expected_path(name: str) -> Path:
    return MARKED / "expected" / f"{name}.jsonl"


def difference(name: str, expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> str:
    """A unified difference of the two lists of claims, empty where they agree."""
    before, after = ([line for row in rows for line in render(row)] for rows in (expected, found))
    return "\n".join(difflib.unified_diff(before, after, f"expected/{name}", f"found/{name}", n=1, lineterm=""))


@pytest.mark.parametrize("name", NAMES)
def test_expected_claims(name: str) -> None:
    changes = difference(name, read_expected(name), extract_compact(name))
    if changes:
        pytest.fail(f"the claims of samples/{name}.txt have changed:\n{changes}", pytrace=False)


def test_difference_names_what_changed() -> None:
    rows = read_expected("agency")
    moved = [rows[0] | {"stance": "refute"}, *rows[1:]]
    assert difference("agency", rows, rows) == ""
    changed = [line for line in difference("agency", rows, moved).splitlines()[2:] if line[0] in "+-"]
    assert [line[0] for line in changed] == ["-", "+"]
    assert changed[1].endswith(" ".join(moved[0][key] for key in JUDGED))


def test_a_note_stays_with_its_record() -> None:
    first, second = {"text": "It rained"}, {"text": "It snowed"}
    noted = [first | {"wrong": "it did not"}, second | {"wrong": "nor this"}]
    assert with_notes([first, {"text": "It hailed"}], noted) == [noted[0], {"text": "It hailed"}]


# --- what was found by hand -------------------------------------------------


def floor(figure: str) -> float:
    return float(json.loads(FLOORS.read_text("utf-8"))["samples"][figure])


def share_right(kind: str, keys: tuple[str, ...]) -> float:
    """The share of the marked quantities or times that the program gives at that place with the same values."""
    marked = [(name, mark) for name in NAMES for mark in GOLD[name][kind] if mark[keys[0]] is not None]
    right = 0
    for name, mark in marked:
        place = Span(*mark["span"])
        found = [item for item in getattr(documents()[name], kind) if place.overlaps(item.span)]
        right += any(all(getattr(item, key) == mark[key] for key in keys) for item in found)
    return right / len(marked)


def test_statements_found() -> None:
    gold = read_gold(MARKED / "gold.jsonl")
    found = {name: [as_roles(c) for c in d.claims if c.form != "narrated"] for name, d in documents().items()}
    report = score(gold, found)
    assert report["who-said-what"]["F1"] >= floor("who_said_what_f1"), str(report)


def test_quantities_found() -> None:
    assert share_right("quantities", ("value", "high", "bound")) >= floor("quantities_right")


def test_times_found() -> None:
    assert share_right("times", ("value",)) >= floor("times_right")


# --- writing the expected records anew --------------------------------------


def with_notes(found: list[dict[str, Any]], old: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records with the notes of the old ones that they equal."""
    notes = [({key: value for key, value in row.items() if key != "wrong"}, row) for row in old if "wrong" in row]
    return [next((noted for bare, noted in notes if bare == row), row) for row in found]


def update(names: list[str]) -> None:
    """Write the expected records of the named samples anew (all of them if none is named) and print what changed."""
    for name in names or NAMES:
        old, found = read_expected(name), extract_compact(name)
        sys.stdout.write(difference(name, old, found) + "\n")
        expected_path(name).parent.mkdir(exist_ok=True)
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in with_notes(found, old))
        expected_path(name).write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    if "--update" not in sys.argv:
        raise SystemExit(__doc__)
    update([argument for argument in sys.argv[1:] if argument != "--update"])
