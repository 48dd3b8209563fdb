"""The table of resolvers: what each reads is told where it is defined."""

from __future__ import annotations

from collections.abc import Callable

from claimx.timex import days, lengths, periods, stretches
from claimx.timex.setting import Parts, Reading, Setting

Resolver = Callable[[Parts, Setting], Reading | None]

RESOLVERS: dict[str, Resolver] = {
    name.removeprefix("resolve_"): function
    for module in (days, stretches, periods, lengths)
    for name, function in vars(module).items()
    if name.startswith("resolve_")
}
