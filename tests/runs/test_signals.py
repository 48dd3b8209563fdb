"""Signals that ask a run to end."""

import os
import signal

import pytest

from claimx.records import Article
from claimx.runs.signals import Stopped, held, stoppable
from claimx.runs.workers import Task, Worker
from tests.runs.fakes import Obey

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals of other systems than Windows")


@pytest.fixture(autouse=True)
def _default():
    """The tests may run where signals are ignored (``nohup``)."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_waits_for_what_is_half_begun(name):
    number, done = getattr(signal, name), []
    with pytest.raises(Stopped) as stopped, stoppable():
        with held():
            os.kill(os.getpid(), number)
            done.append("begun")
        done.append("not reached")
    assert (stopped.value.number, done) == (number, ["begun"])


def test_a_signal_that_is_ignored_is_not_heard_after_it_either():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with stoppable():
        with held():
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN


def test_a_worker_is_started_whole():
    started = []

    class Pool:
        active = True

        def schedule(self, *_, **__):
            os.kill(os.getpid(), signal.SIGTERM)
            started.append(True)

    worker = Worker(Obey(), None)
    worker._pool = Pool()
    with pytest.raises(Stopped), stoppable():
        worker.start(Task(0, (Article("It rained."),)), None)
    assert started == [True]
