import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claimx.errors import ModelError, WorkerError
from claimx.records import Article
from claimx.runs import engine
from claimx.runs.engine import run
from tests.paths import ROOT
from tests.runs.fakes import Obey

pytestmark = pytest.mark.slow


def articles(*texts: str) -> list[Article]:
    return [Article(text, id=f"{number}.txt") for number, text in enumerate(texts)]


def results(*texts: str, **options) -> list[str]:
    """The values, and for what failed the kind of fault."""
    return [outcome.value or outcome.fault.kind for outcome in run(articles(*texts), Obey(), **options)]


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_in_order_and_the_same_for_any_number_of_workers(jobs):
    texts = ["wait 0.3", *(f"article {number}" for number in range(90)), "raise", "last"]
    found = results(*texts, jobs=jobs)
    assert found == [text.upper() if text != "raise" else "fault" for text in texts]


def test_no_articles():
    assert results() == results(jobs=2) == []


def test_a_handful_is_read_here_and_more_by_workers(monkeypatch):
    here = str(os.getpid())
    assert results(*["pid"] * engine.FEW_ARTICLES) == [here] * engine.FEW_ARTICLES
    monkeypatch.setattr(engine, "cores", lambda: 1)
    [worker] = {*results(*["pid"] * (engine.FEW_ARTICLES + 1))}
    assert worker != here


def test_what_fails_costs_itself_alone_and_is_named():
    texts = ["a", "die", "b", "raise", "hang", "c", "exit", "hoard", "d"]
    outcomes = [*run(articles(*texts), Obey(), jobs=2, timeout=1)]
    assert [outcome.value for outcome in outcomes] == ["A", None, "B", None, None, "C", None, None, "D"]
    assert [(o.fault.input, o.fault.kind, o.fault.message.split(": ", 1)[1]) for o in outcomes if o.fault] == [
        ("1.txt", "crash", "its worker was killed, as happens where memory runs out."),
        ("3.txt", "fault", "ZeroDivisionError: by 0 (a fault of claimx)."),
        ("4.txt", "timeout", "it took longer than 1 seconds."),
        ("6.txt", "crash", "its worker ended with status 3."),
        ("7.txt", "memory", "there is not enough memory for it; split it."),
    ]


@pytest.mark.parametrize("jobs", [None, 1])
def test_a_missing_model_stops_the_run(jobs):
    with pytest.raises(ModelError, match="the model is missing"):
        results("a", "no model", "b", jobs=jobs)
    with pytest.raises(ModelError, match="cannot be opened"):
        list(run(articles("a"), Obey("cannot be opened"), jobs=jobs))


def test_workers_that_cannot_even_start_end_the_run():
    with pytest.raises(WorkerError, match="end as soon as they are started"):
        list(run(articles("a"), Obey("exit"), jobs=1))


@pytest.mark.parametrize("jobs", [None, 1])
def test_what_ends_the_reading_is_raised_after_what_came_before(jobs):
    def stream() -> Iterator[Article]:
        yield from articles("a", "b")
        raise ModelError("no more")

    found = []
    with pytest.raises(ModelError, match="no more"):
        for outcome in run(stream(), Obey(), jobs=jobs):
            found.append(outcome.value)
    assert found == ["A", "B"]


@pytest.mark.parametrize("jobs", [None, 1])
def test_results_flow_while_more_is_waited_for(jobs):
    more = threading.Event()

    def stream() -> Iterator[Article]:
        yield from articles("a", "b")
        assert more.wait(60)
        yield from articles("c")

    with closing(run(stream(), Obey(), jobs=jobs)) as outcomes:
        assert [next(outcomes).value, next(outcomes).value] == ["A", "B"]
        more.set()
        assert next(outcomes).value == "C"


def test_no_more_is_read_ahead_than_fits(monkeypatch):
    monkeypatch.setattr("claimx.runs.feed.MOST_ARTICLES", 10)
    read = 0

    def stream() -> Iterator[Article]:
        nonlocal read
        for article in articles(*["a"] * 1_000):
            read += 1
            yield article

    with closing(run(stream(), Obey(), jobs=1)) as outcomes:
        next(outcomes)
        assert read <= 10 + 2 * engine.TASK_ARTICLES + 1
        assert len([*outcomes]) == 999


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here to find workers in")
def test_killing_workers_at_random_costs_nothing():
    texts = [f"wait {0.002 * (number % 3)}" for number in range(600)]
    chance, found = random.Random(5), []
    for outcome in run(articles(*texts), Obey(), jobs=2):
        found.append(outcome.value)
        if chance.random() < 0.01 and (workers := _workers(os.getpid())):
            os.kill(chance.choice(workers), signal.SIGKILL)
    assert found == [text.upper() for text in texts]


def _workers(parent: int) -> list[int]:
    tasks = Path(f"/proc/{parent}/task").iterdir()
    children = [child for task in tasks for child in _told(task / "children").decode().split()]
    return [int(child) for child in children if b"spawn_main" in _told(Path(f"/proc/{child}/cmdline"))]


def _told(file: Path) -> bytes:
    """What the system tells of a process or thread; nothing where that is gone."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


RUN_THAT_HANGS = """
from claimx.records import Article
from claimx.runs.engine import run
from tests.runs.fakes import Obey
if __name__ == "__main__":
    list(run([Article("hang")], Obey(), jobs=1))
"""


@pytest.mark.skipif(not Path("/proc").exists(), reason="no /proc here to find workers in")
def test_no_worker_outlives_a_run_that_is_killed(tmp_path):
    script = tmp_path / "run.py"
    script.write_text(RUN_THAT_HANGS)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(script)], env=environment) as parent:
        worker = _wait_for(lambda: _workers(parent.pid))[0]
        parent.kill()
    _wait_for(lambda: [True] if b"spawn_main" not in _told(Path(f"/proc/{worker}/cmdline")) else [])


def _wait_for(found) -> list:
    for _ in range(600):
        if result := found():
            return result
        time.sleep(0.05)
    raise AssertionError("waited in vain")
