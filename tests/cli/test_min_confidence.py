"""``--min-confidence`` means the same to every command that reads articles."""

import base64
import gzip
import json
import re
import sys
from pathlib import Path

import pytest

from claimx.records import MIN_CONFIDENCE, Options
from tests.report.make import envelopes

COMMANDS = ("extract", "sources", "show", "explain", "report")


def claims(page: str) -> list[dict]:
    """The claims of a page."""
    chunks = re.findall(r'class="chunk">([^<]+)<', page)
    rows = [row for chunk in chunks for row in json.loads(gzip.decompress(base64.b64decode(chunk)))]
    return [claim for row in rows for claim in row["claims"]]


@pytest.fixture
def asked(claimx, monkeypatch):
    """The options with which extractors were made."""
    pipeline = sys.modules["claimx.pipeline"]
    made: list[Options] = []

    class Noting(pipeline.Extractor):
        def __init__(self, options: Options) -> None:
            made.append(options)
            super().__init__(options)

    monkeypatch.setattr(pipeline, "Extractor", Noting)
    Path("a.txt").write_text("Ferry crews voted.")
    return made


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_asks_for_it(claimx, asked, command):
    assert claimx(command, "a.txt").status == 0
    assert claimx(command, "a.txt", "--min-confidence", "0").status == 0
    assert [options.min_confidence for options in asked] == [MIN_CONFIDENCE, 0]


@pytest.mark.parametrize("command", COMMANDS)
def test_it_goes_from_0_to_1(claimx, asked, command):
    result = claimx(command, "a.txt", "--min-confidence", "1.5")
    assert (result.status, result.out) == (2, "")
    assert "min-confidence is 1.5; it goes from 0 to 1." in result.err


@pytest.mark.parametrize(("args", "kept"), [((), 2), (("--min-confidence", "0.5"), 1)])
def test_of_what_a_run_wrote_all_is_there_unless_it_is_given(claimx, args, kept):
    [envelope] = envelopes()
    two = zip(envelope["claims"], (0.1, 0.9), strict=False)
    envelope["claims"] = [dict(claim, confidence=value) for claim, value in two]
    Path("run.json").write_text(json.dumps(envelope))
    words = [claim["text"] for claim in envelope["claims"][2 - kept :]]
    assert [row["text"] for row in claims(claimx("report", "run.json", "-o", "-", *args).out)] == words
    shown = claimx("show", "run.json", "--no-color", *args).out
    assert len(re.findall(r"^ .* (?:direct|indirect|mixed)$", shown, re.M)) == kept
