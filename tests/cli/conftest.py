import io
import sys
from dataclasses import dataclass

import pytest

from claimx.cli.app import app
from tests.cli.fakes import fake_pipeline


@dataclass
class Result:
    status: int
    out: str
    err: str


class Terminal(io.TextIOWrapper):
    """Standard output that is a terminal, or says that it is."""

    is_terminal = False

    def isatty(self) -> bool:
        return self.is_terminal


@pytest.fixture
def claimx(monkeypatch, tmp_path):
    """Run the command line in an empty folder, with a fake extractor: ``claimx("extract", "a.txt")``."""
    monkeypatch.setitem(sys.modules, "claimx.pipeline", fake_pipeline())
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    def run(*args: str, stdin: bytes | None = None, terminal: bool = False) -> Result:
        out, err = (Terminal(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        out.is_terminal = terminal
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        keyboard = Terminal(io.BytesIO(stdin or b""))
        keyboard.is_terminal = stdin is None
        monkeypatch.setattr(sys, "stdin", keyboard)
        try:
            app([*args], prog_name="claimx")
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        for stream in (out, err):
            stream.flush()
        return Result(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))

    return run
