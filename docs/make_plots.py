"""Draws accuracy.svg, genres.svg and said_by_genre.svg in docs/pictures: ``python docs/make_plots.py``.

The first is of the table in README.md, the others are of times and statements by genre in docs/benchmarks.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PICTURE, GENRES, SAID = (
    ROOT / "docs" / "pictures" / name for name in ("accuracy.svg", "genres.svg", "said_by_genre.svg")
)
#: Sizes in pixels: the labels' column, a bar of 100, a row, and between rows.
LABELS, FULL, HEIGHT, GAP = 220, 400, 16, 26
#: Each bar's colour; both stand out from white and from black (contrast of 3 and more).
OURS, PEERS, PEOPLE = "#2a7f8e", "#8a8a8a", "#b5651d"


class Row(NamedTuple):
    """A benchmark with three figures, of 100; what was not measured is None."""

    name: str
    ours: float
    peer: float | None
    peer_name: str
    people: float | None


def rows(readme: str) -> list[Row]:
    """The README's accuracies; of two figures in a cell the last, which asks for more."""
    [table] = re.findall(r"(?ms)^\| public benchmark .*?(?=^\n)", readme)
    found = []
    for line in table.splitlines()[2:]:
        name, ours, peer, people = (cell.strip() for cell in line.strip("|").split("|"))
        if "×" in ours:
            continue
        peer_name = next(iter(re.findall(r"\(([^)]+)\)", peer)), "best peer")
        figure = _last(ours)
        assert figure is not None
        found.append(Row(name, figure, _last(peer), peer_name, _last(people)))
    return found


def _last(cell: str) -> float | None:
    figures = re.findall(r"\d+\.\d+", cell)
    return float(figures[-1]) if figures else None


def render(readme: str) -> str:
    """The picture: three bars for each benchmark."""
    lines, top = [], 10
    for row in rows(readme):
        lines.append(f'<text x="0" y="{top + 12}" font-weight="600">{row.name}</text>')
        top += 22
        bars = [("claimx", row.ours, OURS), (row.peer_name, row.peer, PEERS), ("two people", row.people, PEOPLE)]
        for name, figure, colour in bars:
            if figure is None:
                continue
            width = round(FULL * figure / 100)
            lines += [
                f'<text x="{LABELS - 10}" y="{top + 12}" text-anchor="end">{name}</text>',
                f'<rect x="{LABELS}" y="{top}" width="{width}" height="{HEIGHT}" fill="{colour}"/>',
                f'<text x="{LABELS + width + 6}" y="{top + 12}">{figure}</text>',
            ]
            top += HEIGHT + 4
        top += GAP - HEIGHT
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LABELS + FULL + 60} {top}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13" fill="#777">'
        "<title>Accuracy on public benchmarks, F1 of 100</title>"
    )
    return "\n".join([head, *lines, "</svg>"]) + "\n"


def render_genres(benchmarks: str) -> str:
    """Value F1 of times by genre, a bar each; the peer stands below ours where there is one."""
    [section] = re.findall(r"(?ms)^## Times$.*?(?=^## )", benchmarks)
    cells = re.findall(r"(?m)^\| (.+?), ([^|]+?) \|(?: [^|]+\|){2} \**([\d.]+)\** \|", section)
    bars = [
        (genre, figure, OURS) if name.strip("*") == "claimx" else ("best open Python route", figure, PEERS)
        for name, genre, figure in cells
    ]
    return _bars("Times by genre, F1 of their values of 100", bars)


def render_said(benchmarks: str) -> str:
    """How many of 100 statements are found by genre, a bar each."""
    [table] = re.findall(r"(?ms)^\| genre \| statements .*?(?=^\n)", benchmarks)
    cells = re.findall(r"(?m)^\| ([^|]+?) \| (\d+) \| ([\d.]+) \|", table)
    return _bars("Statements found by genre, of 100", [(f"{genre} ({n})", figure, OURS) for genre, n, figure in cells])


def _bars(title: str, bars: list[tuple[str, str, str]]) -> str:
    """A picture of bars, each with its label, its figure and its colour."""
    lines, top = [], 10
    for label, figure, colour in bars:
        width = round(FULL * float(figure) / 100)
        lines += [
            f'<text x="{LABELS - 10}" y="{top + 12}" text-anchor="end">{label}</text>',
            f'<rect x="{LABELS}" y="{top}" width="{width}" height="{HEIGHT}" fill="{colour}"/>',
            f'<text x="{LABELS + width + 6}" y="{top + 12}">{figure}</text>',
        ]
        top += HEIGHT + 6
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LABELS + FULL + 60} {top}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13" fill="#777">'
        f"<title>{title}</title>"
    )
    return "\n".join([head, *lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    FIGURES = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    GENRES.write_text(render_genres(FIGURES), encoding="utf-8")
    SAID.write_text(render_said(FIGURES), encoding="utf-8")
    PICTURE.write_text(render((ROOT / "README.md").read_text(encoding="utf-8")), encoding="utf-8")
