import json
import os
import shutil
from pathlib import Path

import pytest

from claimx.errors import OutputError, UsageError
from claimx.records import Article
from claimx.runs.journal import Journal
from claimx.runs.outcomes import Fault

SETTINGS = {"claimx": "1.0", "format": "csv"}
HEAD = b"head\r\n"
FAULT = Fault("bad", "crash", "bad could not be read.")


def articles(*texts: str) -> list[Article]:
    return [Article(text, id=text) for text in texts]


def opened(path: Path, *, resume: bool = True, settings: dict = SETTINGS, **options) -> Journal:
    return Journal(str(path), settings, HEAD, resume=resume, **options)


def go_on(journal: Journal, read: list[Article], until: str | None = None) -> tuple[list[str], list[str], list[str]]:
    """Write what is left of the articles, up to one; which were kept, which were read, and what was said of them."""
    kept, done, notes = [], [], []
    for article in journal.left(read, on_kept=lambda a, fault: kept.append((a.id, fault)), on_note=notes.append):
        if article.id == until:
            break
        fault = FAULT if article.text == "bad" else None
        journal.write(article, "" if fault else f"{article.text} “é”\r\n", 1, fault)
        done.append(article.id)
    return kept, done, notes


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


ALL = articles("a", "b", "bad", "c", "d")
WHOLE = "head\r\n" + "".join(f"{text} “é”\r\n" for text in "abcd")


@pytest.fixture
def broken_off(tmp_path) -> Path:
    """An output whose run was stopped before "c"."""
    journal = opened(tmp_path / "out.csv")
    go_on(journal, ALL, until="c")
    assert journal.leave() == f"3 documents are done and kept in {tmp_path}/out.csv.part: go on with --resume."
    assert files(tmp_path) == ["out.csv.part", "out.csv.part.journal"]
    return tmp_path / "out.csv"


def test_a_whole_run(tmp_path):
    (tmp_path / "out.csv").write_text("old")
    (tmp_path / "out.csv").chmod(0o640)
    journal = opened(tmp_path / "out.csv")
    assert go_on(journal, ALL) == ([], ["a", "b", "bad", "c", "d"], [])
    assert (tmp_path / "out.csv").read_text() == "old"
    assert (tmp_path / "out.csv.part").read_bytes().decode() == WHOLE  # to be followed while the run goes
    journal.finish()
    assert (tmp_path / "out.csv").read_bytes().decode() == WHOLE
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o640
    assert files(tmp_path) == ["out.csv"]


def test_going_on_gives_the_same_bytes(broken_off):
    journal = opened(broken_off)
    assert go_on(journal, ALL) == ([("a", None), ("b", None), ("bad", FAULT)], ["c", "d"], [])
    journal.finish()
    assert broken_off.read_bytes().decode() == WHOLE
    assert files(broken_off.parent) == ["out.csv"]


def test_a_tail_that_is_torn_anywhere_is_cut(broken_off):
    part, journal = (broken_off.with_name(f"out.csv.part{ending}") for ending in ("", ".journal"))
    whole = {path: path.read_bytes() for path in (part, journal)}
    for torn in (part, journal):
        for length in range(0, len(whole[torn]), 1 if torn == part else 7):
            for path, content in whole.items():
                path.write_bytes(content[:length] if path == torn else content)
            again = opened(broken_off)
            go_on(again, ALL)
            again.finish()
            assert broken_off.read_bytes().decode() == WHOLE


def test_what_a_power_failure_left_of_the_output_is_not_believed(broken_off):
    part = broken_off.with_name("out.csv.part")
    content = part.read_bytes()
    part.write_bytes(content[:-4] + bytes(4))
    journal = opened(broken_off)
    assert [id for id, _ in go_on(journal, ALL)[0]] == ["a"]
    journal.finish()
    assert broken_off.read_bytes().decode() == WHOLE


@pytest.mark.parametrize(
    ("now", "kept", "done", "note"),
    [
        (
            articles("a", "b2", "bad", "c", "d"),
            ["a"],
            ["b2", "bad", "c", "d"],
            "b is not there any more since it was read",
        ),
        (
            [ALL[0], Article("changed", id="b"), *ALL[2:]],
            ["a"],
            ["b", "bad", "c", "d"],
            "b has changed since it was read",
        ),
        (articles("a"), ["a"], [], "b is not there any more since it was read"),
        ([], [], [], "a is not there any more since it was read"),
    ],
)
def test_inputs_that_have_changed_are_read_anew(broken_off, now, kept, done, note):
    journal = opened(broken_off)
    found, read, notes = go_on(journal, now)
    journal.finish()
    assert ([id for id, _ in found], read) == (kept, done)
    assert [line.split(";")[0] for line in notes] == [note]
    expected = "".join(f"{article.text} “é”\r\n" for article in now if article.text != "bad")
    assert broken_off.read_bytes().decode() == "head\r\n" + expected


def test_a_run_that_is_not_to_go_on_is_refused(broken_off):
    with pytest.raises(UsageError, match=r"out.csv.part holds 3 documents of a run that was broken off: go on with"):
        opened(broken_off, resume=False)
    assert len(files(broken_off.parent)) == 2


@pytest.mark.parametrize("key", ["claimx", "format"])
def test_other_settings_are_refused(broken_off, key):
    with pytest.raises(UsageError, match=f"was begun with another {key}: go on with the same, or delete it"):
        opened(broken_off, settings={**SETTINGS, key: "other"})
    opened(broken_off).leave()


def test_a_run_that_came_to_nothing_leaves_nothing(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")
    assert opened(path).leave() is None
    opened(path).discard()
    assert files(tmp_path) == ["out.csv"]
    assert path.read_text() == "old"


def test_two_runs_onto_one_output(tmp_path):
    first = opened(tmp_path / "out.csv")
    with pytest.raises(OutputError, match=r"cannot write .*out\.csv: another run is writing it\."):
        opened(tmp_path / "out.csv")
    first.discard()
    opened(tmp_path / "out.csv").discard()


def test_the_output_can_be_made_of_the_whole_at_the_end(tmp_path):
    journal = opened(tmp_path / "out.csv", rewrite=lambda part, out: out.write_bytes(part.read().upper()) and None)
    go_on(journal, ALL)
    journal.finish()
    assert (tmp_path / "out.csv").read_bytes() == WHOLE.encode().upper()
    assert files(tmp_path) == ["out.csv"]


def test_a_link_stays(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real" / "out.csv")
    opened(tmp_path / "link.csv").finish()
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real" / "out.csv").read_bytes() == HEAD


@pytest.mark.parametrize(("name", "why"), [("none/out", "there is no folder .*none"), (".", "it is a folder")])
def test_what_cannot_be_written(tmp_path, name, why):
    with pytest.raises(OutputError, match=rf"^cannot write .*: {why}\.$"):
        opened(tmp_path / name)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        opened(tmp_path / "out")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told(tmp_path):
    journal = opened(tmp_path / "out.csv")
    go_on(journal, ALL[:2])
    journal._out.close()
    journal._out = Path("/dev/full").open("r+b", buffering=0)  # noqa: SIM115
    with pytest.raises(OutputError, match=r"out\.csv: No space left on device\.$"):
        journal.write(ALL[2], "a part of it, " * 10_000, 1, None)
    journal.leave()
    again = opened(tmp_path / "out.csv")
    go_on(again, ALL)
    again.finish()
    assert (tmp_path / "out.csv").read_bytes().decode() == WHOLE


def test_the_journal_is_of_json_lines(broken_off):
    head, *lines = broken_off.with_name("out.csv.part.journal").read_text().splitlines()
    assert json.loads(head) == {**SETTINGS, "head": len(HEAD)}
    assert [json.loads(line)["id"] for line in lines] == ["a", "b", "bad"]
    shutil.rmtree(broken_off.parent)
