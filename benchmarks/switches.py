"""Switches off one named part of claimx at a time: a rule, a correction, a step, or a group of rows of a lexicon.

A part is a function of which a share of the answers is taken away (:class:`Part`), wherever a module or a table of
claimx holds it, or rows that a lexicon is read without (:class:`Rows`). What is left of an answer without the part
tells ``without``: of a correction's the statement that it was given, of a finder's nothing.
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


def as_it_was(_: object, *given: Any) -> Any:  # noqa: ANN401 - parts of any kind
    """What is left of the answer of what mends something: the first of what it was given."""
    return given[0]


def nothing(answer: object, *_: object) -> object:
    """What is left of the answer of what looks for something: none of several things, None, or False."""
    if isinstance(answer, bool):
        return False
    return type(answer)() if isinstance(answer, list | tuple) else None


@dataclass(frozen=True, slots=True)
class Part:
    """A function of claimx, and what is left of its answers without the part that has a name; ``about`` explains it."""

    group: str
    name: str
    about: str
    function: Function
    without: Callable[..., Any]

    @contextmanager
    def off(self) -> Iterator[None]:
        """Switch the part off for a while."""

        @functools.wraps(self.function)
        def off(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            return self.without(_whole(self.function(*given, **named)), *given, *named.values())

        with swapped([(self.function, off)]):
            yield


@dataclass(frozen=True, slots=True)
class Deed(Part):
    """A function of claimx that notes something where it belongs, so that off, it must not be called: None, no note."""

    without: Callable[..., Any] = nothing

    @contextmanager
    def off(self) -> Iterator[None]:
        """Leave it undone for a while."""
        with swapped([(self.function, lambda *_, **__: None)]):
            yield


@contextmanager
def watched(parts: Sequence[Part], note: Callable[[Part], None]) -> Iterator[None]:
    """For a while, tell of each part whenever an answer would be another without it, and of deeds that are done."""
    by_function: dict[int, list[Part]] = {}
    for part in parts:
        by_function.setdefault(id(part.function), []).append(part)
    with swapped([(some[0].function, _watching(some, note)) for some in by_function.values()]):
        yield


def _watching(parts: Sequence[Part], note: Callable[[Part], None]) -> Function:
    """The function that some parts share, which tells of those without which its answer would be another."""
    function = parts[0].function

    @functools.wraps(function)
    def watch(*given: Any, **named: Any) -> Any:  # noqa: ANN401
        answer = _whole(function(*given, **named))
        for part in parts:
            if isinstance(part, Deed) or part.without(answer, *given, *named.values()) != answer:
                note(part)
        return answer

    return watch


def _whole(answer: Any) -> Any:  # noqa: ANN401
    """An answer that can be looked at twice."""
    return list(answer) if isinstance(answer, Iterator) else answer


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a lexicon (its folder and name) that it can be read without; ``about`` tells which."""

    group: str
    name: str
    about: str
    lexicon: str
    keys: frozenset[str]

    def may_matter(self, words: frozenset[str]) -> bool:
        """Whether a text with these words and lemmas, in lower case, has all the words of a row's key."""
        return any(words.issuperset(key.casefold().split()) for key in self.keys)

    @property
    def is_of_the_page(self) -> bool:
        """Whether the rows tell only which paragraphs of a page are part of the article."""
        return self.lexicon.startswith("page/")

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
