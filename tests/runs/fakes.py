"""Work that does what an article says, for worker processes, which import it by name."""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from claimx.errors import ModelError
from claimx.records import Article


def obey(article: Article) -> str:
    """What an article says: its text in capitals, or one of many ways to fail."""
    match article.text.split():
        case ["raise"]:
            raise ZeroDivisionError("by 0")
        case ["hoard"]:
            return "x" * (1 << 62)
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["exit"]:
            os._exit(3)
        case ["hang"]:
            time.sleep(600)
        case ["no", "model"]:
            raise ModelError("the model is missing.")
        case ["wait", seconds]:
            time.sleep(float(seconds))
        case ["pid"]:
            return str(os.getpid())
    return article.text.upper()


@dataclass(frozen=True)
class Obey:
    """Work that obeys, or cannot even be opened."""

    broken: str = ""

    def open(self) -> Callable[[Article], str]:
        if self.broken == "exit":
            os._exit(1)
        if self.broken:
            raise ModelError(self.broken)
        return obey


class Counted(NamedTuple):
    """What :func:`obey` gives as a document that is written, of one claim."""

    text: str
    claims: int
    words: int
    left_out: int = 0


@dataclass(frozen=True)
class ObeyAndCount:
    """The same as documents."""

    def open(self) -> Callable[[Article], Counted]:
        def read(article: Article) -> Counted:
            return Counted(obey(article) + "\n", 1, len(article.text.split()))

        return read
