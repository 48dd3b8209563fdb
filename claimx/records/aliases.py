"""What a user calls people, bodies and places, the same in all articles of a run (``--aliases``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AliasKind = Literal["person", "organization", "place"]


@dataclass(frozen=True, slots=True)
class Alias:
    """Somebody or something with the name to give, other names that articles use, its kind and an id of the user's."""

    name: str
    other_names: tuple[str, ...] = ()
    kind: AliasKind | None = None
    id: str | None = None
