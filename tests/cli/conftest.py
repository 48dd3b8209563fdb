import io
import sys
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from claimx.cli.app import app
from claimx.records import Article, Document, Options
from tests.make import document


class FakeExtractor:
    """Gives every article the same claims; none to "none"; fails at articles that begin with "fail"."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()

    def document(self, article: Article) -> Document:
        if article.text.startswith("fail"):
            raise ZeroDivisionError("by 0")
        if article.text == "interrupt":
            raise KeyboardInterrupt
        made = document(article.id, with_claims=article.text != "none")
        return made if self.options.narrated else _without_narrated(made)

    def pipe(self, articles: Iterable[Article]) -> Iterator[Document]:
        return map(self.document, articles)


def _without_narrated(made: Document) -> Document:
    from dataclasses import replace

    return replace(made, claims=tuple(claim for claim in made.claims if claim.form != "narrated"))


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
    module = types.ModuleType("claimx.pipeline")
    module.Extractor = FakeExtractor  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "claimx.pipeline", module)
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
