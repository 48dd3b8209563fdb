"""Bad input, end to end: each is named on standard error, everything else is delivered, and the exit status is 1."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimx.articles.readers.dispatch import format_names
from tests.articles.readers.files import pdf, rss, xlsx, zip_file
from tests.contract import breaches

GOOD = "“The ferry will sail on Monday,” Mayor Ana Ruiz told reporters."
#: Odd, but to be read.
ODD = {
    "digits.txt": "The mayor said that " + "9" * 5_000 + " homes were lost.\n" + GOOD,
    "emoji.txt": "“🚢🚢 will sail,” said 🧑‍✈️ Ann Lee.\n" + GOOD,
    "marks.txt": "“He said " * 400,
    "rtl.txt": "\u202e“We will stay,” \u200fshe said.\u202c\n" + GOOD,
    "word.txt": "a" * 100_000,
    "z_good.txt": GOOD,
}
#: Not to be read, with what is said about it.
BAD: dict[str, tuple[bytes, str]] = {
    "binary.txt": (b"\x7fELF\0\0", "in/binary.txt is not a text file (it holds NUL bytes); save it as plain text."),
    "empty.txt": (b"", "in/empty.txt is empty."),
    "huge.txt": (b"a " * 2_600_000, "in/huge.txt has more than 5,000,000 characters; split it into its articles."),
}

#: Files that are more than text, the bad beside the good, with the beginnings of what is said about them.
FORMATS: dict[str, tuple[bytes, str]] = {
    "bomb.jsonl.gz": (
        gzip.compress(b" " * 70_000_000, mtime=0),
        "formats/bomb.jsonl.gz unpacks to more than 200 times its size",
    ),
    "broken.pdf": (pdf()[:300], "formats/broken.pdf "),
    "encrypted.pdf": (pdf(password="secret"), "formats/encrypted.pdf is encrypted"),
    "feed.xml": (rss("", ""), "formats/feed.xml holds no texts, but links alone"),
    "nested.html": (b"<script>x</script>" + b"<div>" * 1_000_000, "formats/nested.html holds no text"),
    "none.docx": (b"no Word file", "formats/none.docx is broken, or none of the files that its ending means."),
    "scanned.pdf": (pdf([""]), "formats/scanned.pdf holds no text"),
    "sheet.xlsx": (
        xlsx([["day", "txt"], ["2024-03-05", GOOD]]),
        'formats/sheet.xlsx, sheet Sheet has no column or key "text" (it has day, txt; did you mean txt?).',
    ),
}
MEMBERS = {"good.txt": GOOD.encode(), "../out.txt": GOOD.encode(), "in/b.docx": b"no Word file"}
LINES = f'{json.dumps({"text": GOOD})}\n{{"text": "broken\n{json.dumps({"text": GOOD, "id": "third"})}\n'
BROKEN = "in/lines.jsonl:2 is not valid JSON: Invalid control character at column 17."


def claimx(*args: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimx", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=300)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("bad")
    (root / "in").mkdir()
    (root / "pictures").mkdir()
    for name, text in ODD.items():
        (root / "in" / name).write_bytes(text.encode())
    for name, (content, _) in BAD.items():
        (root / "in" / name).write_bytes(content)
    (root / "in" / "lines.jsonl").write_text(LINES)
    return root


@pytest.fixture(scope="module")
def result(folder) -> subprocess.CompletedProcess[str]:
    return claimx("extract", "in/god.txt", "pictures", "in", "--date", "2024-03-05", "-f", "json", "-q", folder=folder)


def test_each_bad_input_is_named(result):
    expected = [
        "no such file: in/god.txt (did you mean in/z_good.txt?)",
        f"no articles in the folder pictures: claimx reads {format_names()}.",
        BROKEN,
        *(message for _, message in BAD.values()),
    ]
    assert sorted(result.stderr.splitlines()) == sorted(f"claimx: {message}" for message in expected)
    assert result.returncode == 1


def test_everything_else_is_delivered_in_order(result):
    envelopes = [json.loads(line) for line in result.stdout.split("\n") if line]
    names = sorted([f"in/{name}" for name in ODD] + ["in/lines.jsonl"])
    at = names.index("in/lines.jsonl")
    names[at : at + 1] = ["in/lines.jsonl:1", "third"]
    assert [envelope["doc"]["id"] for envelope in envelopes] == names
    assert [breach for envelope in envelopes for breach in breaches(envelope)] == []
    for envelope in envelopes:
        if GOOD in envelope["doc"]["text"]:
            assert "Ana Ruiz" in {claim["source"]["name"] for claim in envelope["claims"] if claim["source"]}


@pytest.mark.slow
def test_the_same_bytes_again_and_one_by_one(folder, result):
    again = claimx("extract", "in/z_good.txt", "in/emoji.txt", "--date", "2024-03-05", "-f", "json", folder=folder)
    assert again.returncode == 0
    for line in again.stdout.split("\n"):
        assert line in result.stdout


@pytest.mark.slow
def test_files_that_are_more_than_text_and_members_of_archives(folder):
    (folder / "formats").mkdir()
    for name, (content, _) in FORMATS.items():
        (folder / "formats" / name).write_bytes(content)
    (folder / "formats" / "all.zip").write_bytes(zip_file(MEMBERS))
    result = claimx("extract", "formats", "-f", "json", "-q", folder=folder)
    delivered = [json.loads(line)["doc"]["id"] for line in result.stdout.splitlines()]
    assert (result.returncode, delivered) == (1, ["formats/all.zip/good.txt"])
    said = [
        "formats/all.zip: the path of '../out.txt' leads out of the archive; it is not read.",
        "formats/all.zip/in/b.docx is broken, or none of the files that its ending means.",
        *(message for _, message in FORMATS.values()),
    ]
    lines = result.stderr.splitlines()
    for message in said:
        assert any(line.startswith(f"claimx: {message}") for line in lines), message


@pytest.mark.slow
def test_nothing_but_bad_input(folder):
    nothing = claimx("extract", "in/empty.txt", "-q", folder=folder)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (1, "", "claimx: in/empty.txt is empty.\n")
