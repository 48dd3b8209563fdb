"""What comes of each article of a run: a value, or a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from claimx.records import Article

Value = TypeVar("Value")
Value_co = TypeVar("Value_co", covariant=True)

FaultKind = Literal["input", "fault", "memory", "crash", "timeout"]
"""``input``: it cannot be read as an article; ``fault``: claimx failed at it; ``memory``: there was not enough memory;
``crash``: the worker process died of it, or was killed; ``timeout``: it took longer than it may."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an input gave no result; a line of ``--errors``.

    ``input`` is the article's id or the input's name, None where the fault is of no single input.
    """

    input: str | None
    kind: FaultKind
    message: str


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What came of an article: a value, or the fault that it failed with."""

    article: Article
    value: Value | None
    fault: Fault | None


class Work(Protocol[Value_co]):
    """What is to be done with each article. It is sent to worker processes, so it can be pickled."""

    def open(self) -> Callable[[Article], Value_co]:
        """Open what is needed once (models, say), and return what reads an article."""
