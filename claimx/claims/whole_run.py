"""What is chosen among the claims of all articles of a run: the first of each key, the most check-worthy."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from claimx.records import Claim
from claimx.records.from_json import from_dict
from claimx.records.repeats import DistinctClaim

Json = dict[str, Any]


def rows_of_run(lines: BinaryIO, *, distinct: bool, top: int | None) -> Iterator[Claim]:
    """Choose among the claims of a run.

    Args:
        lines: JSON Lines of claims, in the order of the run; read twice for ``distinct``.
        distinct: of claims with one key give only the first, as a :class:`DistinctClaim`.
        top: give only so many, the most check-worthy, that first; of equal ones the earlier. None: all, in their order.
    """
    rows: Iterable[Json] = map(json.loads, lines)
    if distinct:
        rows = _distinct(lines)
    if top is not None:
        rows = heapq.nsmallest(top, rows, key=lambda row: -float(row["checkworthiness"]))
    return (from_dict(DistinctClaim if distinct else Claim, row) for row in rows)


def _distinct(lines: BinaryIO) -> Iterator[Json]:
    places: dict[str, list[tuple[str, str]]] = {}
    begin = lines.tell()
    for row in map(json.loads, lines):
        places.setdefault(row["key"], []).append((row["doc"]["id"], row["id"]))
    lines.seek(begin)
    for row in map(json.loads, lines):
        found = places.pop(row["key"], None)
        if found is not None:
            elsewhere = [{"doc": doc, "id": id} for doc, id in found[1:]]
            yield {**row, "occurrences": len(found), "elsewhere": elsewhere}
