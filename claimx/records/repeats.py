"""A claim that stands in several places, and where (``--distinct``)."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.records.claims import Claim


@dataclass(frozen=True, slots=True)
class Repeat:
    """Where a claim stands once more: the document, by its id, and the claim there, by its own."""

    doc: str
    id: str


@dataclass(frozen=True, slots=True)
class DistinctClaim(Claim):
    """The first of all claims of a run that have one key; how often it stands in all, and where else."""

    occurrences: int = 1
    elsewhere: tuple[Repeat, ...] = ()
