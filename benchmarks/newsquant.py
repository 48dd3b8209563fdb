"""The NewsQuant benchmark (Almasian et al., CQE, EMNLP 2023): our quantities in its layout, and their figures.

Its conventions differ from the claim record's: a counted noun is the unit, in singular; one symbol stands for bound or
change; an age has a unit of its own; an open number ("dozens") is a range; a numeral that a hyphen joins to its noun
("a two-year deal") is no quantity. The gold's concepts (all words that a quantity is said of, the subject of its clause
among them) are not compared: the record tells what is counted or measured, which is narrower.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.command import main
from claimx.errors import InputError
from claimx.evaluation.attributions import Reader
from claimx.evaluation.report import PRF, Report
from claimx.lexicons import loader as lexicon
from claimx.records import Article, Quantity

#: The benchmark's names of our units.
NAMES = Path(__file__).with_suffix(".toml")
_BOUNDS = {"=": "=", ">": ">", ">=": ">", "<": "<", "<=": "<", "~": "~"}
#: An open number ("hundreds") ends where the next one begins.
_OPEN = 10
_FOLDS = 5
#: What it has as a part of the unit: "per day", "a day", "/day", and not "daily".
_DIVIDES = re.compile(r"(?:(?:per|an?|each)\b|/|-per-)", re.I)
_RANGE = re.compile(r"\s*([\d.]+)\s*-\s*([\d.]+)\s*")


@dataclass(frozen=True, slots=True)
class UnitName:
    """A row of newsquant.toml: the benchmark's name of one of our units."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """A quantity as it is compared: value or two ends, unit in singular, symbol of change or bound."""

    value: tuple[float, ...]
    unit: str
    change: str


def evaluate(gold: Path, extractor: Reader) -> Report:
    """Run an extractor over the benchmark's sentences and measure the quantities that it finds.

    Raises:
        InputError: the gold cannot be read.
    """
    sentences = read_gold(gold)
    articles = [Article(text=s["text"], id=str(i)) for i, s in enumerate(sentences)]
    found = [doc.quantities for doc in extractor.pipe(articles)]
    report = score(sentences, found)
    folds = score_folds(sentences, found)
    spread = (f"{name} {100 * min(f1):.1f} to {100 * max(f1):.1f}" for name, f1 in folds.items())
    lowest = {f"{name}, lowest of {_FOLDS} folds": {"F1": min(f1)} for name, f1 in folds.items()}
    notes = (*report.notes, f"F1 in {_FOLDS} folds: {', '.join(spread)}")
    return replace(report, rows={**report.rows, **lowest}, notes=notes)


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The benchmark's sentences, each with ``text`` and ``quantities``.

    Raises:
        InputError: the file cannot be read or is not in the benchmark's layout.
    """
    try:
        data = json.loads(path.read_bytes().decode("utf-8"))
        for item in data:
            _ = item["text"], [from_gold(q) for q in item["quantities"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path} is not a NewsQuant file ({type(error).__name__}: {error}).") from error
    if not data:
        raise InputError(f"{path} is not a NewsQuant file: it holds no sentence.")
    return list(data)


def score(gold: Sequence[dict[str, Any]], system: Sequence[Sequence[Quantity]]) -> Report:
    """Micro-averaged figures over sentences; a quantity is credited once."""
    hits = dict.fromkeys(_METRICS, 0)
    wanted = given = 0
    for sentence, quantities in zip(gold, system, strict=True):
        left = [from_gold(q) for q in sentence["quantities"]]
        right = [from_gold(to_newsquant(q)) for q in quantities if is_counted(q)]
        wanted, given = wanted + len(left), given + len(right)
        for name, fits in _METRICS.items():
            hits[name] += _pairs(left, right, fits)
    rows = {name: PRF.of(hits[name], given, wanted).columns() for name in _METRICS}
    return Report("NewsQuant", rows, (f"{len(gold)} sentences, {wanted} quantities",))


def score_folds(gold: Sequence[dict[str, Any]], system: Sequence[Sequence[Quantity]]) -> dict[str, list[float]]:
    """F1 of each figure in each of five folds; sentences that are near copies of each other stand in one fold."""
    groups = _groups([sentence["text"] for sentence in gold])
    folds = [[place for place, group in enumerate(groups) if group % _FOLDS == fold] for fold in range(_FOLDS)]
    reports = [score([gold[i] for i in fold], [system[i] for i in fold]) for fold in folds if fold]
    return {name: [report[name]["F1"] for report in reports] for name in _METRICS}


def _groups(texts: Sequence[str]) -> list[int]:
    """A number for each text, alike for texts that have half or more of their words in common."""
    bags = [frozenset(re.findall(r"[a-z]+", text.lower())) for text in texts]
    leaders = list(range(len(texts)))
    for place, bag in enumerate(bags):
        near = (i for i in range(place) if 2 * len(bags[i] & bag) >= len(bags[i] | bag) > 0)
        leaders[place] = leaders[next(near, place)]
    return [int(hashlib.sha256(texts[leader].encode()).hexdigest(), 16) for leader in leaders]


def to_newsquant(quantity: Quantity) -> dict[str, Any]:
    """One of our quantities in the benchmark's layout: value or [low, high], unit, change."""
    high = quantity.high if quantity.rule != "vague" else _OPEN * quantity.value
    value: Any = quantity.value if high is None else [quantity.value, high]
    return {"value": value, "unit": _unit(quantity), "change": _symbol(quantity)}


def is_counted(quantity: Quantity) -> bool:
    """Whether the benchmark has it: not where a hyphen joins a numeral to its noun ("a five-year award")."""
    return quantity.rule != "hyphened" or quantity.dimension not in ("time", "count")


def from_gold(quantity: dict[str, Any]) -> Item:
    """A quantity in the benchmark's layout, its names unified.

    Raises:
        ValueError: the value is no number.
    """
    raw = quantity["value"]
    if isinstance(raw, str) and (match := _RANGE.fullmatch(raw)):
        raw = [float(match[1]), float(match[2])]
    value = tuple(sorted(float(v) for v in raw)) if isinstance(raw, list) else (float(raw),)
    unit = quantity.get("normalized_unit", quantity.get("unit")) or ""
    return Item(value, _unified(unit), str(quantity.get("change", "=")).strip())


def _unit(quantity: Quantity) -> str:
    per = quantity.per if quantity.per and _DIVIDES.match(quantity.per.text) else None
    unit = f"{quantity.unit or ''} per {per.unit}".strip() if per else quantity.unit or ""
    if quantity.rule == "age":
        return f"{unit} of age"
    if quantity.rule == "times":
        return f"count {unit}".strip()
    if quantity.rule in ("fraction", "ratio") or (quantity.noun and not unit):
        return _name(quantity.noun)
    if unit.startswith("per "):
        return f"{quantity.noun or 'count'} {unit}"
    return " per ".join(_name(part) for part in unit.split(" per "))


def _name(unit: str) -> str:
    row = unit_names().get(unit) or unit_names().get(unit.upper())
    return row.name if row else unit


@cache
def unit_names() -> dict[str, UnitName]:
    """The benchmark's names of our units, by our names."""
    return lexicon.parse(NAMES.read_text(encoding="utf-8"), UnitName, NAMES.name)


def _symbol(quantity: Quantity) -> str:
    """A direction told by a verb or a sign, else the bound; "more than" beats a direction, "about" does not."""
    if quantity.rule == "vague":
        return "="
    if quantity.change and quantity.trend in ("verb", "sign") and quantity.bound not in (">", ">="):
        return quantity.change
    return _BOUNDS[quantity.bound]


def _unified(unit: str) -> str:
    """A unit in lower case and singular; a part of a thing ("% condos") is the thing."""
    text = "" if unit in ("-", "count") else unit.lower().removeprefix("% ").replace("-", " ")
    return " ".join(_singular(word) for word in text.split())


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


def _same_value(gold: Item, given: Item) -> bool:
    if len(gold.value) != len(given.value):
        return False
    return all(math.isclose(a, b, rel_tol=1e-5) for a, b in zip(gold.value, given.value, strict=True))


_METRICS: dict[str, Callable[[Item, Item], bool]] = {
    "value": _same_value,
    "value+unit": lambda g, s: _same_value(g, s) and g.unit == s.unit,
    "value+change": lambda g, s: _same_value(g, s) and g.change == s.change,
}


def _pairs(gold: Sequence[Item], given: Sequence[Item], fits: Callable[[Item, Item], bool]) -> int:
    """How many pairs there are, one to one; what fits is alike, so that the first that does is as good as another."""
    left, pairs = list(given), 0
    for wanted in gold:
        found = next((place for place, item in enumerate(left) if fits(wanted, item)), None)
        if found is not None:
            del left[found]
            pairs += 1
    return pairs


if __name__ == "__main__":
    main(evaluate, __doc__, from_envelopes=False)
