"""Switches off one named part of claimx at a time: a rule, a correction, a step, or a group of rows of a lexicon.

A part is a function that is replaced, wherever a module or a table of claimx holds it, by one that does nothing
(:class:`Part`), or rows that a lexicon is read without (:class:`Rows`). What a part does nothing with is its
``neutral`` answer: a correction gives back the statement that it was given, a rule finds nothing.
"""

from __future__ import annotations

import dataclasses
import functools
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from claimx.lexicons import loader

_DEEPEST = 3  # tables in tables
#: Modules whose memory of opened models and of parsed words is not thrown away.
_OPENED = ("claimx.document", "claimx.models", "claimx.pipeline", "claimx.network")

Function = Callable[..., Any]


def same(*given: Any, **_: Any) -> Any:  # noqa: ANN401 - what is switched off may take anything
    """The neutral answer of what mends something: the first argument as it is."""
    return given[0]


def nothing(*_: Any, **__: Any) -> None:  # noqa: ANN401
    """The neutral answer of what looks for one thing."""
    return


def none_of_them(*_: Any, **__: Any) -> list[Any]:  # noqa: ANN401
    """The neutral answer of what looks for several things."""
    return []


@dataclass(frozen=True, slots=True)
class Part:
    """A function of claimx that can be switched off; ``neutral`` answers in its stead."""

    group: str
    name: str
    function: Function
    neutral: Function

    @contextmanager
    def off(self) -> Iterator[None]:
        """Switch the part off for a while."""
        with swapped([(self.function, self.neutral)]):
            yield

    def watched(self, note: Callable[[Part], None]) -> Function:
        """The function, which also notes when its answer is another than the neutral one."""

        @functools.wraps(self.function)
        def watch(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            answer = self.function(*given, **named)
            if isinstance(answer, Iterator):
                answer = list(answer)
            if _plain(answer) != _plain(self.neutral(*given, **named)):
                note(self)
            return answer

        return watch


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a lexicon (its folder and name) that it can be read without."""

    group: str
    name: str
    lexicon: str
    keys: frozenset[str]

    @contextmanager
    def off(self) -> Iterator[None]:
        """Read the lexicon without the rows for a while."""
        read = loader.load

        def load(name: str, row: Any) -> dict[str, Any]:  # noqa: ANN401
            rows = read(name, row)
            return {key: value for key, value in rows.items() if key not in self.keys} if name == self.lexicon else rows

        with swapped([(read, functools.cache(load))]):
            _forget()
            yield
        _forget()


def _plain(answer: object) -> object:
    return list(answer) if isinstance(answer, Sequence) and not isinstance(answer, str) else answer


def _forget() -> None:
    """Empty the memories of claimx's functions, which hold what they read from lexicons."""
    for module in _modules():
        if module.__name__.startswith(_OPENED):
            continue
        for value in list(vars(module).values()):
            if hasattr(value, "cache_clear") and getattr(value, "__module__", "").startswith("claimx."):
                value.cache_clear()


def _modules() -> list[Any]:
    return [module for name, module in list(sys.modules.items()) if name == "claimx" or name.startswith("claimx.")]


@contextmanager
def swapped(pairs: Sequence[tuple[Function, Function]]) -> Iterator[None]:
    """Put functions in the place of others for a while, wherever claimx's modules and their tables hold these.

    Raises:
        LookupError: nothing holds one of the others.
    """
    new = {id(old): replacement for old, replacement in pairs}
    undo: list[tuple[Any, str, object]] = []
    held: set[int] = set()
    for module in _modules():
        for name, value in list(vars(module).items()):
            changed = _replaced(value, new, held, _DEEPEST)
            if changed is not value:
                undo.append((module, name, value))
                setattr(module, name, changed)
    try:
        if lost := [old for old, _ in pairs if id(old) not in held]:
            raise LookupError(f"no module of claimx holds {lost[0]!r}")
        yield
    finally:
        for module, name, value in undo:
            setattr(module, name, value)


def _replaced(value: Any, new: Mapping[int, Function], held: set[int], depth: int) -> Any:  # noqa: ANN401
    """A value, or a table with other functions in it; the value itself where it holds none of them."""
    if id(value) in new:
        held.add(id(value))
        return new[id(value)]
    if not depth:
        return value
    if isinstance(value, tuple | list):
        items = [_replaced(item, new, held, depth - 1) for item in value]
        if all(a is b for a, b in zip(items, value, strict=True)):
            return value
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    if type(value) is dict:
        rows = {key: _replaced(item, new, held, depth - 1) for key, item in value.items()}
        return rows if any(rows[key] is not value[key] for key in value) else value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value) if f.init}
        changed = {name: _replaced(item, new, held, depth - 1) for name, item in fields.items()}
        different = {name: item for name, item in changed.items() if item is not fields[name]}
        return dataclasses.replace(value, **different) if different else value
    return value


def find(place: str) -> Any:  # noqa: ANN401
    """What stands at "module:name"."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
