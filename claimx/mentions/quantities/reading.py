"""How a number was read: the rules by which it got its unit, and what follows from each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to read a number with what stands beside it; ``name`` is for ``claimx explain``.

    What follows from it:
        bare: it has no unit, and may yet get one.
        lends: numbers before it in a row may share its unit.
        leads: its unit may stand before the first of two numbers alone ("$40-50").
        joins: it may be the first of a range.
        hyphens: with a hyphen before it, it is a part of a name ("the A-10 mile"), with one behind it of an adjective
            ("a five-year deal").
        occasions: it counts occasions.
        dimension: what it is of where it has no unit.
        owned: it is somebody's, whatever the verb ("she turned 40").
        counts: it counts things, though it has a unit ("one in five pupils").
    """

    name: str
    bare: bool = False
    lends: bool = False
    leads: bool = False
    joins: bool = True
    hyphens: bool = False
    occasions: bool = False
    dimension: str = "count"
    owned: bool = False
    counts: bool = False


COUNT = Rule("count", bare=True, hyphens=True)
VAGUE = Rule("vague")
FRACTION = Rule("fraction", dimension="ratio")
RATIO = Rule("ratio", dimension="ratio", counts=True)
MONEY = Rule("money", lends=True, leads=True)
PERCENT = Rule("percent", lends=True)
UNIT = Rule("unit", lends=True, hyphens=True)
AGE = Rule("age", leads=True, owned=True)
TIMES = Rule("times", joins=False, occasions=True)
HYPHENED = "hyphened"
