"""House numbers in addresses ("4120 W. River Road"), which are neither quantities nor years."""

from __future__ import annotations

import re
from functools import cache

from claimx.lexicons.words import alternatives
from claimx.mentions.quantities.context_words import any_of


@cache
def _address() -> re.Pattern[str]:
    side = r"(?:\s+[NSEW]{1,2}\b\.?)?"
    th = f"(?:{alternatives('grammar/function_words', 'ordinal_endings')})"
    name = rf"(?:(?:[A-Z][\w'’.]{{0,20}}|\d{{1,3}}{th})\s+){{1,3}}?"
    return re.compile(rf"(\d{{1,5}}(?:[-–]\d{{1,5}}|[A-Za-z])?{side})\s+{name}{any_of('streets')}\b")


def house_number(text: str, at: int) -> int | None:
    """Where the house number ends that begins at ``at``, with "W." behind it, before the name of a street; or null."""
    match = _address().match(text, at)
    return match.end(1) if match else None
