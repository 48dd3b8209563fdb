"""What the machines of a cluster do, in this process."""

import dataclasses
import os
import pickle
import re

import pytest

import claimx
from claimx.errors import ClaimxError, InputError
from claimx.records import Article
from claimx.runs.cluster.chunks import Chunk
from claimx.runs.cluster.parts import Parts
from claimx.runs.cluster.worker import CHUNK, RESULT, Assignment, ReadChunk
from tests.runs.fakes import Obey, ObeyAndCount

ERRORS, NOTES = (InputError("c is empty.").about("c"),), ("2 other files passed over.",)


def chunk(*texts: str) -> Chunk:
    return Chunk("0123", tuple(Article(text, id=text) for text in texts), ERRORS, NOTES)


@pytest.fixture
def actor(tmp_path):
    opened = []

    def open_actor(parts: Parts | None = None) -> ReadChunk:
        opened.append(ReadChunk(Assignment(ObeyAndCount(), None, parts)))
        return opened[-1]

    yield open_actor
    for one in opened:
        one.close()


def test_what_cannot_be_read_is_named_and_the_rest_read_on(actor):
    result = actor().read(chunk("it rains", "die", "raise", "it snows"))
    assert [(tally.id, tally.words, tally.claims, tally.fault and tally.fault.kind) for tally in result.tallies] == [
        ("it rains", 2, 1, None),
        ("die", 0, 0, "crash"),
        ("raise", 0, 0, "fault"),
        ("it snows", 2, 1, None),
    ]
    assert [one.text for one in result.written] == ["IT RAINS\n", "", "", "IT SNOWS\n"]
    assert (result.errors, result.notes) == (ERRORS, NOTES)


def test_the_process_that_reads_is_the_same_for_one_chunk_after_the_other(actor):
    one = actor()
    rows = [one({CHUNK: pickle.dumps(chunk("pid"))}) for _ in range(2)]
    pids = [pickle.loads(row[RESULT]).written[0].text for row in rows]
    assert pids[0] == pids[1] != f"{os.getpid()}\n"


def test_a_part_that_is_written_is_not_made_again(actor, tmp_path):
    parts = Parts(str(tmp_path), ".txt", "head\n")
    one = actor(parts)
    first, again = one.read(chunk("it rains", "raise")), one.read(chunk("it rains", "raise"))
    assert (first.is_kept, again.is_kept) == (False, True)
    assert dataclasses.replace(again, is_kept=False) == first
    assert (tmp_path / "part-0123.txt").read_text() == "head\nIT RAINS\n"
    changed = one.read(chunk("it snows"))
    assert not changed.is_kept
    assert (tmp_path / "part-0123.txt").read_text() == "head\nIT SNOWS\n"


@pytest.mark.parametrize(
    ("assignment", "message"),
    [
        (
            Assignment(ObeyAndCount(), None, None, version="0.0.0"),
            rf"A machine of the cluster has claimx {claimx.__version__}, this one 0\.0\.0; install the same on all\.",
        ),
        (Assignment(Obey("the model is missing."), None, None), r"the model is missing\."),
        (Assignment(ObeyAndCount(), None, Parts("/dev/null/claims", ".txt", "")), r"cannot write /dev/null/claims: .*"),
    ],
    ids=["version", "model", "folder"],
)
def test_what_stops_a_run_is_sent_back(assignment, message):
    one = ReadChunk(assignment)
    found = pickle.loads(one({CHUNK: pickle.dumps(chunk("it rains"))})[RESULT])
    one.close()
    assert isinstance(found, ClaimxError)
    assert re.fullmatch(message, str(found))
