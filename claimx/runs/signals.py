"""Being told to stop: Ctrl-C, SIGTERM, SIGHUP. A run ends cleanly on each, and says how to go on."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: What ends a process in good order; SIGINT raises KeyboardInterrupt by itself. Windows has no SIGHUP.
SIGNALS = tuple(number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None)


class Stopped(BaseException):
    """A signal asked the process to end. No ``Exception``: nothing but the run itself is to catch it."""

    def __init__(self, number: int) -> None:
        """Take the signal's number."""
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Let signals raise :class:`Stopped` in the block; one that is ignored (``nohup``) stays so.

    Only the main thread can be told; elsewhere the block runs as ever.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in SIGNALS}
    heard = [number for number, handler in before.items() if handler == signal.SIG_DFL]
    for number in heard:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def held() -> Iterator[None]:
    """Let a signal that :func:`stoppable` hears wait until the block's end, so that nothing is left half begun."""
    is_main = threading.current_thread() is threading.main_thread()
    heard = [number for number in SIGNALS if is_main and signal.getsignal(number) is _stop]
    came: list[int] = []
    for number in heard:
        signal.signal(number, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, _stop)
        if came:
            signal.raise_signal(came[0])


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough: what ends the run in good order is not to be broken off
    raise Stopped(number)


def exit_status(stopped: BaseException) -> int:
    """The exit status after a signal, as shells have it: 128 and its number."""
    return 128 + (stopped.number if isinstance(stopped, Stopped) else signal.SIGINT)
