"""The parts of the attribution step that :mod:`benchmarks.ablate` switches off, one at a time.

Rules and corrections are read from claimx's own tables. The other steps, and the groups of lexicon rows, are listed
here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.resources import files
from typing import Any

from benchmarks.switches import Part, Rows, as_it_was, nothing
from claimx.lexicons import loader

_BETWEEN, _JOINING = "claimx.attributions.corrections.between", "claimx.attributions.joining"
_SOURCES = "claimx.attributions.sources"

#: Steps that are functions: their group, the module and the function, and what is left of its answers without it.
STEPS: tuple[tuple[str, str, str, Callable[..., Any]], ...] = (
    ("settling", _BETWEEN, "_on_one_side", as_it_was),
    ("settling", _BETWEEN, "_in_own_paragraph", as_it_was),
    ("settling", _BETWEEN, "_apart_from_quotation", lambda _, statement, *__: (statement,)),
    ("settling", _BETWEEN, "_without_others", as_it_was),
    ("settling", _BETWEEN, "_with_all_before", lambda _, statements, *__: list(statements)),
    ("settling", _BETWEEN, "_with_both_halves", as_it_was),
    ("joining", _JOINING, "_with_whole_quotations", as_it_was),
    ("joining", _JOINING, "_is_quoted", nothing),
    ("joining", _JOINING, "_continued", lambda _, statements, *__: list(statements)),
    ("joining", _JOINING, "_is_interruption", nothing),
    ("joining", _JOINING, "_stands_alone", nothing),
    ("joining", _JOINING, "_nested", nothing),
    ("sources", f"{_SOURCES}.closing", "closing_person", nothing),
    ("sources", f"{_SOURCES}.next_speaker", "answering", nothing),
    ("sources", f"{_SOURCES}.next_speaker", "anonymous", nothing),
    ("sources", f"{_SOURCES}.next_speaker", "is_turned_from", nothing),
)

#: Lexicons that the attribution step and the layout go by, and the fields by whose values their rows are grouped.
LEXICONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("page/furniture", ("kind", "opens")),
    ("reporting/cues", ("pos", "act")),
    ("reporting/addressed", ()),
    ("reporting/says_nothing", ()),
    ("names/documents", ()),
    ("names/media", ()),
    ("names/metonyms", ()),
)


def all_parts() -> list[Part | Rows]:
    """Every part, group by group."""
    return [*_rules(), *_corrections(), *_steps(), *_rows()]


def _rules() -> Iterator[Part]:
    for construction in import_module("claimx.attributions.rules.finder").CONSTRUCTIONS:
        yield Part("rule", construction.rule.name, construction.find, lambda *_: None)
    headlines = import_module("claimx.attributions.rules.headlines").find_headlines
    yield Part("rule", "headlines", headlines, nothing)


def _corrections() -> Iterator[Part]:
    for function in import_module("claimx.attributions.corrections").CORRECTIONS:
        yield Part("correction", function.__name__, function, as_it_was)


def _steps() -> Iterator[Part]:
    for group, module, name, without in STEPS:
        yield Part(group, name.strip("_"), getattr(import_module(module), name), without)


def _rows() -> Iterator[Rows]:
    for lexicon, fields in LEXICONS:
        groups: dict[str, set[str]] = {}
        for key, row in _read(lexicon).items():
            groups.setdefault(" ".join(_words(row.get(field)) for field in fields), set()).add(key)
        for group, keys in sorted(groups.items()):
            yield Rows("rows", f"{lexicon} {group}".strip(), lexicon, frozenset(keys))


def _read(lexicon: str) -> Mapping[str, Mapping[str, Any]]:
    source = files("claimx.lexicons") / loader.LANGUAGE / f"{lexicon}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))["rows"]  # type: ignore[no-any-return]


def _words(value: object) -> str:
    return "+".join(value) if isinstance(value, list) else str(value or "")
