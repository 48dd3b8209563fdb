import json

import pytest

from claimx.errors import OutputError, UsageError
from claimx.records import Article
from claimx.runs.cluster.parts import Parts, PartsFolder, Tally, digest_of
from claimx.runs.outcomes import Fault

FAULT = Fault("b", "crash", "b could not be read.")
TALLIES = (Tally("a", 10, 2, 1, None), Tally("b", 3, 0, 0, FAULT))
SETTINGS = {"claimx": "1.0", "format": "csv"}


@pytest.fixture(params=["", "file://", "memory://"])
def folder(request, tmp_path):
    return f"{request.param}{tmp_path}/claims"


def test_what_is_written_is_known_to_be_done(folder):
    parts = Parts(folder, ".csv", "head\n")
    parts.write("0123", "digest", ["a 1\n", ""], TALLIES)
    assert parts.done("0123", "digest") == TALLIES
    assert parts.done("0123", "of changed articles") is None
    assert parts.done("4567", "digest") is None


def test_a_part_has_a_head_and_a_name_by_its_chunk(tmp_path):
    parts = Parts(str(tmp_path), ".csv", "head\n")
    parts.write("0123", "digest", ["é 1\n", "b 2\n"], TALLIES)
    parts.write("0123", "digest", ["é 1\n", "b 2\n"], TALLIES)  # once more, after a machine was lost
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_done", "part-0123.csv"]
    assert (tmp_path / "part-0123.csv").read_text(encoding="utf-8") == "head\né 1\nb 2\n"


def test_a_chunk_without_claims_is_done_and_has_no_part(tmp_path):
    parts = Parts(str(tmp_path), ".csv", "head\n")
    parts.write("0123", "digest", ["", ""], TALLIES)
    assert [path.name for path in tmp_path.iterdir()] == ["_done"]
    assert parts.done("0123", "digest") == TALLIES


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"^cannot write .*file/claims: "):
        Parts(f"{tmp_path}/file/claims", ".csv", "").write("0123", "digest", ["a"], TALLIES)
    with pytest.raises(OutputError, match=r"^cannot write foo://claims: Protocol not known: foo\.$"):
        PartsFolder("foo://claims", SETTINGS, resume=False)


def test_a_run_is_written_down_and_what_came_of_it(tmp_path):
    folder = PartsFolder(str(tmp_path), SETTINGS, resume=False)
    for tally in TALLIES:
        folder.count(tally)
    assert folder.leave() == f"The parts that are done are kept in {tmp_path}: go on with --resume."
    folder.finish()
    assert json.loads((tmp_path / "_run.json").read_bytes()) == {
        "settings": SETTINGS,
        "finished": {"articles": 2, "claims": 1, "words": 2, "failed": 1},
    }


def test_a_run_goes_on_only_if_that_is_wanted_and_with_the_same_settings(folder):
    PartsFolder(folder, SETTINGS, resume=True)
    with pytest.raises(UsageError, match=r"holds a run that was begun before: go on with --resume, or name another"):
        PartsFolder(folder, SETTINGS, resume=False)
    with pytest.raises(UsageError, match=r"was begun with another format: go on with the same, or name another"):
        PartsFolder(folder, {**SETTINGS, "format": "jsonl"}, resume=True)
    PartsFolder(folder, SETTINGS, resume=True)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "a.txt").write_text("It rained.")
    with pytest.raises(UsageError, match=r"is not empty; name another folder for the parts\.$"):
        PartsFolder(str(tmp_path), SETTINGS, resume=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_digest_tells_articles_apart():
    one, other = Article("It rained.", id="a"), Article("It rained.", id="b")
    assert digest_of([one, other]) == digest_of([one, other])
    assert len({digest_of([one, other]), digest_of([other, one]), digest_of([one]), digest_of([])}) == 4
