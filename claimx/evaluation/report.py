"""Figures of an evaluation: precision, recall, F1, and a table to print them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def ratio(part: float, whole: float) -> float:
    """A share; 0 of nothing is 0."""
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class PRF:
    """Precision and recall, 0 to 1, and their harmonic mean."""

    precision: float
    recall: float

    @classmethod
    def of(cls, right: float, system: float, gold: float) -> PRF:
        """From how many are right, how many the system gave and how many there are."""
        return cls(ratio(right, system), ratio(right, gold))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return ratio(2 * self.precision * self.recall, self.precision + self.recall)

    def columns(self) -> dict[str, float]:
        """The three figures under their usual names."""
        return {"P": self.precision, "R": self.recall, "F1": self.f1}


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an evaluation: rows of figures, each a share under its column's name.

    ``str(report)`` is a table in percent; ``report["who-said-what"]["F1"]`` is one figure, 0 to 1.
    """

    title: str
    rows: Mapping[str, Mapping[str, float]]
    notes: tuple[str, ...] = field(default=())

    def __getitem__(self, row: str) -> Mapping[str, float]:
        """The figures of one row, by column."""
        return self.rows[row]

    def __str__(self) -> str:
        columns = list(dict.fromkeys(column for row in self.rows.values() for column in row))
        width = max((len(name) for name in self.rows), default=0)
        widths = {column: max(7, len(column) + 2) for column in columns}
        lines = [self.title, *self.notes, ""]
        lines.append(" " * width + "".join(f"{column:>{widths[column]}}" for column in columns))
        for name, row in self.rows.items():
            cells = (f"{100 * row[c]:{widths[c]}.1f}" if c in row else " " * widths[c] for c in columns)
            lines.append(f"{name:{width}}" + "".join(cells).rstrip())
        return "\n".join(lines)
