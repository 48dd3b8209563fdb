"""The parts of the attribution step that :mod:`benchmarks.ablate` switches off, one at a time.

Rules and corrections are read from claimx's own tables. The other steps, and the groups of lexicon rows, are listed
here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from importlib.resources import files
from typing import Any

from benchmarks.switches import Part, Rows, as_it_was, nothing
from claimx.attributions.corrections import CORRECTIONS
from claimx.attributions.rules import RULES, find_by_rules
from claimx.attributions.statement import Rule, Statement
from claimx.lexicons import loader

_ATTRIBUTIONS = "claimx.attributions"
_BETWEEN, _JOINING = f"{_ATTRIBUTIONS}.corrections.between", f"{_ATTRIBUTIONS}.joining"
_ANSWERS, _NEXT = f"{_ATTRIBUTIONS}.sources.answers", f"{_ATTRIBUTIONS}.sources.next_speaker"

#: Steps that are functions: their group, the module and the function, and what is left of its answers without it.
STEPS: tuple[tuple[str, str, str, Callable[..., Any]], ...] = (
    ("layout", "claimx.articles.turns", "find_turns", nothing),
    ("layout", "claimx.articles.blocks", "find_signed", nothing),
    ("layout", "claimx.articles.live_blogs", "find_dispatches", nothing),
    ("layout", "claimx.articles.live_blogs", "find_stamps", nothing),
    ("correction", f"{_ATTRIBUTIONS}.corrections.sources", "without_hearer", as_it_was),
    ("correction", f"{_ATTRIBUTIONS}.corrections.cues", "spoken_cue", as_it_was),
    ("correction", f"{_ATTRIBUTIONS}.corrections.said", "is_said", lambda *_: True),
    ("settling", f"{_ATTRIBUTIONS}.rules.headlines", "has_a_topic_for_source", nothing),
    ("settling", _BETWEEN, "on_one_side", as_it_was),
    ("settling", _BETWEEN, "with_both_halves", lambda _, statements, *__: list(statements)),
    ("settling", _BETWEEN, "of_who_inserts", lambda _, statements, *__: list(statements)),
    ("joining", _JOINING, "_with_whole_quotations", as_it_was),
    ("joining", _JOINING, "is_quoted", nothing),
    ("joining", _JOINING, "_continued", lambda _, statements, *__: list(statements)),
    ("joining", _JOINING, "_is_interruption", nothing),
    ("joining", _JOINING, "_stands_alone", nothing),
    ("joining", _JOINING, "find_inner", nothing),
    ("sources", _ANSWERS, "closing_person", nothing),
    ("sources", _NEXT, "answering_speaker", nothing),
    ("sources", _NEXT, "anonymous_speaker", nothing),
    ("sources", _NEXT, "has_turned_from", nothing),
)

#: Lexicons that the attribution step and the layout go by, and the fields by whose values their rows are grouped.
LEXICONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("page/furniture", ("kind",)),
    ("reporting/cues", ("pos",)),
    ("reporting/addressed", ()),
    ("reporting/says_nothing", ()),
    ("names/documents", ()),
    ("names/media", ()),
    ("names/metonyms", ()),
)


def all_parts() -> list[Part | Rows]:
    """Every part, group by group."""
    return [*_rules(), *_corrections(), *_steps(), *groups_of_rows()]


def _rules() -> Iterator[Part]:
    for rule in RULES:
        yield Part("rule", rule.name, rule.example, find_by_rules, partial(_of_others, rule))


def _of_others(rule: Rule, answer: Sequence[Statement], *_: object) -> list[Statement]:
    """The statements that another rule found."""
    return [statement for statement in answer if statement.rule is not rule]


def _corrections() -> Iterator[Part]:
    for correction in CORRECTIONS:
        yield Part("correction", correction.__name__, _first_line(correction), correction, as_it_was)


def _steps() -> Iterator[Part]:
    for group, module, name, without in STEPS:
        function = getattr(import_module(module), name)
        yield Part(group, name.strip("_"), _first_line(function), function, without)


def groups_of_rows(lexicons: Sequence[tuple[str, tuple[str, ...]]] = LEXICONS) -> Iterator[Rows]:
    """The rows of some lexicons, in groups by the values of the fields that stand beside their names."""
    for lexicon, fields in lexicons:
        groups: dict[str, set[str]] = {}
        for key, row in _read(lexicon).items():
            groups.setdefault(" ".join(_words(row.get(field)) for field in fields), set()).add(key)
        for group, keys in sorted(groups.items()):
            yield Rows("rows", f"{lexicon} {group}".strip(), f"{len(keys)} rows", lexicon, frozenset(keys))


def _first_line(function: Callable[..., Any]) -> str:
    return (function.__doc__ or "").partition("\n")[0]


def _read(lexicon: str) -> Mapping[str, Mapping[str, Any]]:
    source = files("claimx.lexicons") / loader.LANGUAGE / f"{lexicon}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))["rows"]  # type: ignore[no-any-return]


def _words(value: object) -> str:
    return "+".join(value) if isinstance(value, list) else str(value or "")
