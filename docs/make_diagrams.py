"""Draws docs/pictures/flow.svg and claim.svg, how claimx works: ``python docs/make_diagrams.py``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

FOLDER = Path(__file__).with_name("pictures")
#: The steps of an article: the room that it is in, what comes out of it, and which rooms it needs.
STEPS = (
    ("articles", "bytes to text, title, zones, quotations", ()),
    ("document", "words, heads, labels", ("articles",)),
    ("network", "names; source, cue and content", ("articles",)),
    ("mentions", "names, quantities, times", ("document", "network")),
    ("attributions", "who says what, nested", ("document", "network", "mentions")),
    ("claims", "act, stance, certainty, ids", ("attributions", "mentions")),
    ("writers, report", "JSON Lines, tables, a page", ("claims",)),
)
#: The sentence of the second picture, cut into the parts of its claim; a part without a name is of none.
SENTENCE = (
    ("The mayor", "source"),
    ("denied", "cue"),
    ("on Monday", "made"),
    ("that", ""),
    ("more than 300", "quantity"),
    ("homes", "of"),
    ("had been lost", ""),
)
#: What the claim tells beside its words.
TOLD = ("form: indirect", "act: assertive", "stance: refute", "bound: >", "value: 300", "made: 2024-03-04")
#: Colours that stand out from white and from black (contrast of 3 and more); text on them is white.
INK, BOX, LINE = "#777777", "#2a7f8e", "#8a8a8a"
COLOURS = {"source": "#2a7f8e", "cue": "#b5651d", "made": "#6a5acd", "quantity": "#a8476b", "of": "#a8476b"}
#: Sizes in pixels: a box, the gap below it, a letter's width, the room around a picture.
WIDE, HIGH, GAP, LETTER, EDGE = 150, 34, 22, 8.4, 10


class Place(NamedTuple):
    """Where a box stands."""

    x: float
    y: float


def flow() -> str:
    """The way of an article: a box for each step, lines from what it needs."""
    places = {name: Place(EDGE, EDGE + row * (HIGH + GAP)) for row, (name, _, _) in enumerate(STEPS)}
    lanes = {name: lane for lane, (name, _, _) in enumerate(STEPS)}
    lines = []
    for name, result, needs in STEPS:
        place = places[name]
        middle = place.y + HIGH / 2
        for need in needs:
            start, x = places[need], EDGE + 30
            if start.y + HIGH + GAP == place.y:
                path = f"M{x} {start.y + HIGH}V{place.y}"
            else:  # around the boxes between, in a lane for all that needs the same
                out, height = 12 + 10 * lanes[need], 4 * lanes[need] - 8
                path = f"M{EDGE + WIDE} {start.y + HIGH / 2 + height}h{out}V{middle + height}h-{out}"
            lines.append(f'<path d="{path}" stroke="{LINE}" stroke-width="2" fill="none"/>')
        lines += [
            f'<rect x="{place.x}" y="{place.y}" width="{WIDE}" height="{HIGH}" rx="5" fill="{BOX}"/>',
            f'<text x="{place.x + WIDE / 2}" y="{middle + 5}" text-anchor="middle" fill="#fff">{name}</text>',
            f'<text x="{place.x + WIDE + 60}" y="{middle + 5}">{escape(result)}</text>',
        ]
    return _svg("The way of an article through claimx", 560, EDGE * 2 + len(STEPS) * (HIGH + GAP) - GAP, lines)


def claim() -> str:
    """A sentence and, under its words, which parts of the claim they are."""
    lines, x, spoken = [], float(EDGE), 0.0
    for words, name in SENTENCE:
        width = LETTER * len(words)
        lines.append(
            f'<text x="{x}" y="34" textLength="{width}" fill="{COLOURS.get(name, INK)}">{escape(words)}</text>'
        )
        if name:
            lines += [
                f'<path d="M{x} 42h{width}" stroke="{COLOURS[name]}" stroke-width="3"/>',
                f'<text x="{x + width / 2}" y="60" text-anchor="middle" fill="{COLOURS[name]}">{name}</text>',
            ]
        spoken = x + width + LETTER if words == "that" else spoken
        x += width + LETTER
    end = x - LETTER
    lines += [
        f'<path d="M{spoken} 72v8H{end}v-8" stroke="{LINE}" stroke-width="2" fill="none"/>',
        f'<text x="{(spoken + end) / 2}" y="98" text-anchor="middle">content</text>',
        f'<text x="{EDGE}" y="130">{escape(" · ".join(TOLD))}</text>',
    ]
    return _svg("The parts of a claim", round(max(end, LETTER * len(" · ".join(TOLD)))) + 2 * EDGE, 146, lines)


def _svg(title: str, width: float, height: float, lines: list[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="14" fill="{INK}">\n<title>{title}</title>'
    )
    return "\n".join([head, *lines, "</svg>"]) + "\n"


PICTURES = {"flow.svg": flow, "claim.svg": claim}

if __name__ == "__main__":
    for name, draw in PICTURES.items():
        (FOLDER / name).write_text(draw(), encoding="utf-8")
