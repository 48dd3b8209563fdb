"""The parts of the attribution step that :mod:`benchmarks.ablate` switches off, one at a time."""

from __future__ import annotations

from benchmarks.switches import Part, Rows, find, same

#: Tables of functions, each a part: where the table stands, the group they make, what they answer when they are off.
TABLES = (("claimx.attributions.corrections.contents:_RULES", "correction", same),)


def all_parts() -> list[Part | Rows]:
    """Every part, group by group."""
    found: list[Part | Rows] = []
    for place, group, neutral in TABLES:
        found += [Part(group, function.__name__, function, neutral) for function in find(place)]
    return found
