"""The table of resolvers: what each reads is told where it is defined."""

from __future__ import annotations

from collections.abc import Callable

from claimx.mentions import time_days, time_lengths, time_periods, time_stretches
from claimx.mentions.time_setting import Parts, Reading, Setting

Resolver = Callable[[Parts, Setting], Reading | None]

RESOLVERS: dict[str, Resolver] = {
    name.removeprefix("resolve_"): function
    for module in (time_days, time_stretches, time_periods, time_lengths)
    for name, function in vars(module).items()
    if name.startswith("resolve_")
}
