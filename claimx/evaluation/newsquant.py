"""The NewsQuant benchmark (Almasian et al., CQE: A Comprehensive Quantity Extractor, EMNLP 2023): our records in its layout.

Its conventions differ from the claim record's: a counted noun is the unit, in singular; one symbol stands for bound or
change; ages have a unit of their own; an open number ("dozens") is a range; words with hyphens ("two-year deal") are no
quantities.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from claimx.errors import InputError
from claimx.records import Quantity

_BOUNDS = {"=": "=", ">": ">", ">=": ">", "<": "<", "<=": "<", "~": "~"}
_UNITS = {"pound": "pound-mass", "percent": "percentage", "tonne": "metric ton", "knot": "knot"}


def to_newsquant(quantity: Quantity) -> dict[str, Any]:
    """One of our quantities in the benchmark's layout: value or [low, high], unit, change, concept."""
    value: Any = quantity.value if quantity.high is None else [quantity.value, quantity.high]
    return {"value": value, "unit": _unit(quantity), "change": _symbol(quantity), "concept": quantity.concept}


def is_counted(quantity: Quantity) -> bool:
    """Whether the benchmark has it: not where a hyphen joins a numeral to its noun ("a five-year award")."""
    return quantity.rule != "compound" or quantity.dimension not in ("time", "count")


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The benchmark's sentences.

    Raises:
        InputError: the file is not in the benchmark's layout.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        for item in data:
            _ = item["text"], item["quantities"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: not a NewsQuant file ({error})") from error
    return list(data)


def _unit(quantity: Quantity) -> str:
    unit = quantity.unit or ""
    if quantity.rule == "age":
        return f"{unit} of age"
    if quantity.rule == "times":
        return f"count {unit}".strip()
    if quantity.rule in ("fraction", "ratio"):
        return quantity.noun
    if quantity.dimension in ("money", "index") or not quantity.noun:
        return " per ".join(_UNITS.get(part, part) for part in _named(unit).split(" per "))
    return f"{quantity.noun} {unit}".strip()


def _named(unit: str) -> str:
    code, per, rest = unit.partition(" per ")
    return f"{_CURRENCIES.get(code, code)}{per}{rest}"


_CURRENCIES: dict[str, str] = {}


def _symbol(quantity: Quantity) -> str:
    """A direction told by a verb or a sign; else the bound. "More than" beats a direction, "about" does not."""
    if quantity.rule == "vague":
        return "="
    if quantity.change and quantity.trend in ("verb", "sign") and quantity.bound not in (">", ">="):
        return quantity.change
    return _BOUNDS[quantity.bound]
