import json
from pathlib import Path

from tests.report.make import envelopes


def write(name: str, content: str = "Ferry crews voted.") -> str:
    Path(name).write_text(content)
    return name


def test_an_article_is_shown_with_marks(claimx):
    result = claimx("show", write("a.txt"))
    assert (result.status, result.err) == (0, "")
    assert "\x1b" not in result.out
    assert "Ana Ruiz" in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_in_a_terminal_it_is_in_colours(claimx):
    assert "\x1b[" in claimx("show", write("a.txt"), terminal=True).out
    assert "\x1b[" not in claimx("show", "a.txt", "--no-color", terminal=True).out
    assert "\x1b[" in claimx("show", "a.txt", "--color").out


def test_no_color_is_respected(claimx, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in claimx("show", write("a.txt"), terminal=True).out


def test_what_a_run_wrote(claimx):
    write("run.json", "".join(json.dumps(envelope) + "\n" for envelope in envelopes(3)))
    out = claimx("show", "run.json", "--limit", "2").out
    assert "Boats counted in port 1" in out
    assert "Boats counted in port 2" not in out


def test_an_envelope_of_another_version(claimx):
    [envelope] = envelopes()
    del envelope["claims"][0]["stance"]
    result = claimx("show", write("run.json", json.dumps(envelope)))
    assert (result.status, result.out) == (1, "")
    assert "port0.txt was written by another version of claimx ('stance')" in result.err


def test_the_width(claimx):
    assert max(map(len, claimx("show", write("a.txt"), "--width", "50").out.splitlines())) <= 50


def test_what_cannot_be_read_is_named(claimx):
    result = claimx("show", "missing.txt", write("a.txt"))
    assert result.status == 1
    assert "missing.txt" in result.err
    assert "Ana Ruiz" in result.out


def test_nothing_of_it_is_obeyed_by_a_terminal(claimx):
    [envelope] = envelopes()
    envelope["doc"]["text"] = envelope["doc"]["text"].replace("bay", "\x1b]0")
    out = claimx("show", write("run.json", json.dumps(envelope, ensure_ascii=True)), "--no-color").out
    assert "\x1b" not in out
    assert "␛]0" in out
    assert Path("run.json").exists()
