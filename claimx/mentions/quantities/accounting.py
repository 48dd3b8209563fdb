"""Negative amounts in brackets, as accounts write them: "(3.1)%", "($4.7) million"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from claimx.mentions.quantities.lexer import tables
from claimx.mentions.quantities.number import Number
from claimx.mentions.quantities.rates import find_unit

_OPENING = re.compile(r"\([^\s\w()]{0,2}\s?$|\([A-Z]{1,3}[$€£¥]?\s?$")
_SIGNS = tuple("$€£¥")


@cache
def _closing() -> re.Pattern[str]:
    scales = "|".join(word for word, row in tables().words.items() if row.kind == "scale")
    return re.compile(rf"\)(?:\s?({scales})\b|(\s+)per\b)?", re.I)


def bracketed(text: str, number: Number) -> Number | None:
    """The number as a negative one where brackets around it, with a scale or "%" behind them, tell so."""
    closing = _closing().match(text, number.end)
    if closing is None or number.kind != "digits" or not _OPENING.search(text[max(0, number.start - 6) : number.start]):
        return None
    if scale := closing.group(1):
        value = -number.value * tables().values[scale.lower()]
        return replace(number, value=value, end=closing.end(), scaled=True, letter=None)
    if text[number.start - 1] == "(" and text[number.start - 2 : number.start - 1] in _SIGNS:
        return replace(number, value=-number.value, end=closing.end(), letter=None)  # "a loss of $(0.12) was booked"
    if closing.group(2) and not text[number.start - 1].isspace() and text[number.start - 1] != "(":
        return replace(number, value=-number.value, end=closing.start(2), letter=None)  # "($0.12) per share"
    unit = find_unit(text, closing.start() + 1)
    if unit is None or unit.unit.dimension != "ratio":
        return None
    return replace(number, value=-number.value, end=closing.start() + 1, letter=None)
