"""Weights of logistic regressions, which are lexicons, too: ``[rows] intercept = { weight = -2.5 }``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimx.lexicons.loader import load


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of one feature in the log-odds."""

    key: str
    weight: float


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weights of a lexicon by the names of the features."""
    return {name: row.weight for name, row in load(table, Weight).items()}
