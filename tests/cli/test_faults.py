"""What can go wrong while a run goes: everything else is delivered, the fault named, and the exit status as documented.

The pipeline is a fake that takes no time, but the program runs in a process of its own.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "tests.cli.fakes", "extract", "--quiet"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
needs_signals = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def claimx(*args: str | bytes, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*COMMAND, *args], check=False, env=ENVIRONMENT, timeout=120, **{"capture_output": True, **options}
    )


STARTED: list[subprocess.Popen] = []


def started(*args: str, **options) -> subprocess.Popen:
    STARTED.append(subprocess.Popen([*COMMAND, *args], env=ENVIRONMENT, stderr=subprocess.PIPE, **options))
    return STARTED[-1]


@pytest.fixture(autouse=True)
def _no_pipes_are_left_open():
    yield
    for run in STARTED:
        for stream in (run.stdin, run.stdout, run.stderr):
            if stream is not None:
                stream.close()
    STARTED.clear()


def write(*texts: str, folder: str = "in") -> list[str]:
    Path(folder).mkdir(exist_ok=True)
    paths = [Path(folder, f"{number:04}.txt") for number, _ in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return [path.as_posix() for path in paths]


def wait_for(done) -> None:
    for _ in range(1_200):
        if done():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")


def ids(output: bytes) -> list[str]:
    return list(dict.fromkeys(json.loads(line)["doc"]["id"] for line in output.splitlines()))


def left() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if path.name != "in")


HERE, WORKERS = ["--quiet"], ["--jobs", "2"]


@needs_signals
@pytest.mark.parametrize(
    ("name", "how"), [("SIGINT", HERE), ("SIGTERM", WORKERS), ("SIGHUP", HERE), ("SIGKILL", HERE), ("SIGKILL", WORKERS)]
)
def test_a_run_that_is_stopped_goes_on(name, how):
    number = getattr(signal, name)
    paths = write("It rained.", "It rained.", "wait 600", "It rained.")
    is_reset = name != "SIGKILL"  # where the tests themselves run under nohup, it would be ignored
    run = started(
        "in", "-o", "out.jsonl", *how, preexec_fn=(lambda: signal.signal(number, signal.SIG_DFL)) if is_reset else None
    )
    is_done = how is HERE  # a task of several articles gives nothing before its end
    wait_for(lambda: Path("out.jsonl.part.journal").exists() and (not is_done or Path("out.jsonl.part").stat().st_size))
    run.send_signal(number)
    _, errors = run.communicate(timeout=60)
    if name == "SIGKILL":
        assert run.returncode == -number
    else:
        kept = b" 2 documents are done and kept in out.jsonl.part: go on with --resume." if is_done else b""
        assert (run.returncode, errors) == (128 + number, b"claimx: stopped." + kept + b"\n")
        assert left() == (["out.jsonl.part", "out.jsonl.part.journal"] if is_done else [])
    Path(paths[2]).write_text("wait 0")
    again = claimx("in", "-o", "out.jsonl", "--resume", *how)
    assert (again.returncode, again.stdout, again.stderr) == (0, b"", b"")
    assert Path("out.jsonl").read_bytes() == claimx("in").stdout
    assert left() == ["out.jsonl"]


@needs_signals
def test_a_signal_that_is_ignored_stays_so():
    write("wait 0.5")
    run = started("in", "-o", "out.jsonl", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    wait_for(Path("out.jsonl.part").exists)
    run.send_signal(signal.SIGHUP)
    assert (run.communicate(timeout=60)[1], run.returncode) == (b"", 0)


@needs_signals
def test_two_runs_onto_one_output():
    write("wait 600")
    first = started("in", "-o", "out.jsonl")
    wait_for(Path("out.jsonl.part.journal").exists)
    second = claimx("in", "-o", "out.jsonl", "--resume")
    first.kill()
    first.communicate()
    message = b"claimx: cannot write out.jsonl: another run is writing it.\n"
    assert (second.returncode, second.stderr) == (1, message)


def test_results_flow_while_standard_input_is_open():
    run = started("-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for name in ("a", "b"):
        run.stdin.write(json.dumps({"text": "It rained.", "id": name}).encode() + b"\n")
        run.stdin.flush()
        assert ids(run.stdout.readline() + run.stdout.readline()) == [name]
    assert run.communicate(timeout=60) == (b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("args", [[], ["-o", "-"], ["-o", "/dev/full"], ["--top", "3"]])
def test_a_full_disk_under_standard_output(args):
    write("It rained.")
    with Path("/dev/full").open("wb") as full:
        result = claimx("in", *args, "-f", "jsonl", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    name = b"/dev/full" if "/dev/full" in args else b"standard output"
    assert (result.returncode, result.stderr) == (1, b"claimx: cannot write " + name + b": No space left on device.\n")


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 64 KB, which only the administrator can make."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only the administrator of a Linux can make a small disk")
    disk = Path("disk").resolve()
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("this administrator may not mount a disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_under_a_file(small_disk):
    write(*["It rained."] * 40)
    output = small_disk / "out.jsonl"
    full = claimx("in", "-o", str(output))
    said = full.stderr.decode()
    assert full.returncode == 1
    assert said.startswith(f"claimx: cannot write {output}: No space left on device. ")
    assert said.endswith(f" documents are done and kept in {output}.part: go on with --resume.\n")
    subprocess.run(["mount", "-o", "remount,size=10m", small_disk], check=True)
    assert claimx("in", "-o", str(output), "--resume").returncode == 0
    assert output.read_bytes() == claimx("in").stdout


@needs_signals
@pytest.mark.parametrize(
    ("closed", "args", "status", "message"),
    [
        (1, [], 1, b"claimx: cannot write standard output: it is closed.\n"),
        (1, ["-o", "out.jsonl"], 0, b""),
        (0, [], 0, b""),
        (0, ["-"], 2, b"claimx: standard input is closed.\n"),
        (2, ["none.txt"], 1, b""),
    ],
)
def test_closed_standard_streams(closed, args, status, message):
    write("It rained.")
    inputs = [] if "-" in args else ["in"]
    result = claimx(*inputs, *args, preexec_fn=lambda: os.close(closed))
    assert (result.returncode, result.stderr) == (status, message)
    if closed == 2:
        assert ids(result.stdout) == ["in/0000.txt"]
    if "-o" in args:
        assert ids(Path("out.jsonl").read_bytes()) == ["in/0000.txt"]


@needs_signals
def test_a_reader_that_reads_no_further():
    write(*["It rained."] * 300)
    run = started("in", stdout=subprocess.PIPE)
    run.stdout.readline()
    run.stdout.close()
    assert (run.stderr.read(), run.wait(timeout=60)) == (b"", 0)


ODD_NAMES = (
    b"a b.txt",
    b"'quoted\".txt",
    b"two\nlines.txt",
    b"\x1b[31mred.txt",
    b"caf\xe9.txt",
    "é–🚢.txt".encode(),
    b"-n.txt",
)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems refuse such names")
def test_odd_names():
    Path("in").mkdir()
    for name in ODD_NAMES:
        Path(os.fsdecode(b"in/" + name)).write_text("It rained.")
    Path(os.fsdecode(b"in/\x1b[32mempty\n.txt")).write_text("")
    result = claimx("in", "--jobs", "1", "--errors", "errors.jsonl")
    assert result.returncode == 1
    assert {name.encode("utf-8", "surrogateescape") for name in ids(result.stdout)} == {
        b"in/" + name for name in ODD_NAMES
    }
    assert result.stderr.decode() == "claimx: in/␛[32mempty␊.txt is empty.\n"
    [error] = map(json.loads, Path("errors.jsonl").read_text().splitlines())
    assert error["input"] == "in/\x1b[32mempty\n.txt"


def test_a_deep_folder_of_many_tiny_files():
    deep = Path("in", *["d"] * 100)
    deep.mkdir(parents=True)
    paths = [deep / f"{number}.txt" for number in range(500)]
    for path in paths:
        path.write_text("It rained.")
    result = claimx("in", "--jobs", "2")
    assert (result.returncode, result.stderr) == (0, b"")
    assert {*ids(result.stdout)} == {path.as_posix() for path in paths}
