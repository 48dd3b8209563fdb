"""PolNeAR (or any folder like it: text/*.txt, attributions/*.ann) as batches for the attribution network."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from network import LABELS
from torch import Tensor

from claimx.attributions.model.links import distance_buckets
from claimx.network.inputs import INSIDE, OPENING, IntArray, PieceMaker, Pieces, quote_states
from claimx.network.windows import Window, cut

Ranges = list[tuple[int, int]]
Attribution = dict[str, Ranges]
ROLES = ("source", "cue", "content")
Links = tuple[int, int, dict[str, "IntArray"]]
"""A cue: its first and last word, and for each relation an array that is 1 at the words that it links to."""


@dataclass(frozen=True)
class Article:
    """A text with the attributions of each person who annotated it (the first one's are the gold ones).

    ``inner`` are those that others report, one level deep; None where they are not marked.
    """

    stem: str
    text: str
    annotations: tuple[list[Attribution], ...]
    inner: list[Attribution] | None = None

    @property
    def paragraphs(self) -> Ranges:
        """The lines that are not blank, trimmed of white space."""
        return [m.span() for m in re.finditer(r"\S(?:[^\n\r]*\S)?", self.text)]


def read_annotation(path: Path) -> list[Attribution]:
    """Read the attributions of one brat standoff file; events without any argument are dropped."""
    bounds: dict[str, Ranges] = {}
    events: list[list[str]] = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        field = line.rstrip("\r").split("\t")
        if re.match(r"T\d+$", field[0]) and len(field) >= 3:
            ranges = field[1].partition(" ")[2].split(";")
            bounds[field[0]] = [(int(r.split()[0]), int(r.split()[1])) for r in ranges]
        elif re.match(r"E\d+$", field[0]) and len(field) >= 2:
            events.append(field[1].split())
    found = []
    for kind, *arguments in events:
        attribution: Attribution = {role: [] for role in ROLES}
        for argument in arguments:
            name, _, target = argument.partition(":")
            role = name.rstrip("0123456789").lower()
            if role in attribution:
                attribution[role] += bounds.get(target, [])
        if kind.split(":")[0] in ("Attribution", "Attribution-no-source") and any(attribution.values()):
            found.append({role: sorted(ranges) for role, ranges in attribution.items()})
    return found


def read_folder(folder: Path) -> list[Article]:
    """Read all annotated articles of a folder, in order of their names."""
    annotations: dict[str, list[list[Attribution]]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], []).append(read_annotation(path))
    return [
        Article(path.stem, path.read_bytes().decode("utf-8"), tuple(annotations[path.stem]))
        for path in sorted((folder / "text").glob("*.txt"))
        if path.stem in annotations
    ]


def read_written(path: Path) -> list[Article]:
    """Read texts of our own, a JSON object a line: ``doc``, ``text``, ``attributions``.

    Statements are outermost or one level deep; deeper ones are left out.
    """
    found = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        depths = [_depth(a, row["attributions"]) for a in row["attributions"]]
        outer, inner = (
            [a for a, depth in zip(row["attributions"], depths, strict=True) if depth == level] for level in (0, 1)
        )
        found.append(Article(row["doc"], row["text"], (outer,), inner))
    return found


def _depth(attribution: Attribution, found: Sequence[Attribution]) -> int:
    """How many statements report a statement."""
    return sum(_within(attribution["cue"], other["content"]) for other in found if other is not attribution)


def _within(inner: Ranges, outer: Ranges) -> bool:
    return bool(inner) and all(any(start <= s and e <= end for start, end in outer) for s, e in inner)


# --- labels ------------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    """One window ready for batching: pieces, word indexes into them (row 0 is [CLS]), and what is to be found."""

    pieces: dict[str, IntArray]
    units: IntArray
    paragraph: IntArray
    tags: IntArray
    inner: IntArray
    cues: list[Links]


def units_of(pieces: Pieces, window: Window) -> IntArray:
    """Indexes of the pieces of a window that begin a word."""
    return window.begin + np.flatnonzero(pieces.word[window.begin : window.end])


def make_example(
    maker: PieceMaker,
    pieces: Pieces,
    window: Window,
    gold: Sequence[Attribution],
    inner: Sequence[Attribution] | None = None,
) -> Example:
    """Label a window; what others report has tags of its own, which are -100 where it is not marked."""
    units = units_of(pieces, window)
    starts = pieces.starts[units]
    bounds = starts, np.append(starts[1:], pieces.ends[window.end - 1])
    tags, cues = _labelled(gold, *bounds)
    if inner is None:
        inner_tags = np.full_like(tags, -100)
    else:
        inner_tags, more = _labelled(inner, *bounds)
        cues += more
    inputs = maker.inputs(pieces, window.begin, window.end)
    return Example(inputs, units - window.begin + 1, pieces.paragraph[units], tags, inner_tags, cues)


def _labelled(gold: Sequence[Attribution], starts: IntArray, ends: IntArray) -> tuple[IntArray, list[Links]]:
    """The tags of a window's words, given by where they start and end, and the links of its cues."""
    tags = np.zeros(len(starts) + 1, np.int64)
    cues: list[Links] = []
    for attribution in gold:
        found: dict[str, list[tuple[int, int]]] = {}
        for role in ROLES:
            spans = []
            for s, e in attribution[role]:
                first = int(np.searchsorted(ends, s, side="right"))
                last = int(np.searchsorted(starts, e, side="left")) - 1
                if first <= last:
                    spans.append((first + 1, last + 1))
                    tags[first + 1] = LABELS.index(f"B-{role}")
                    tags[first + 2 : last + 2] = LABELS.index(f"I-{role}")
            found[role] = spans
        if found["cue"]:
            target = {name: np.zeros(len(tags), np.int64) for name in ("in", "first", "last", "source")}
            for first, last in found["content"]:
                target["in"][first : last + 1] = 1
                target["first"][first] = 1
                target["last"][last] = 1
            for first, last in found["source"]:
                target["source"][first : last + 1] = 1
            if not found["source"]:
                target["source"][0] = 1
            cues.append((found["cue"][0][0], found["cue"][-1][1], target))
    return tags, cues


# --- augmentation -------------------------------------------------------------

_STYLES = {  # opening and closing mark by length of the mark to be replaced
    1: (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»")),
    2: (("''", "''"), ("``", "''"), ("‘‘", "’’")),
}
_STYLE_WEIGHTS = {1: (4, 4, 1, 1, 0.5), 2: (3, 1, 1)}


def restyle_quotes(text: str, dice: random.Random) -> str:
    """Write a text's quotation marks in another style without moving a character (corpora use few styles)."""
    double = dice.choices(_STYLES[2], _STYLE_WEIGHTS[2])[0]
    single = dice.choices(_STYLES[1], _STYLE_WEIGHTS[1])[0]
    out = []
    for line in text.split("\n"):
        states = quote_states(line)
        at = 0
        for mark in re.finditer(r"''|``|‘‘|’’|[\"“”]", line):
            state = states[mark.start()]
            style = double if mark.end() - mark.start() == 2 else single
            out.append(line[at : mark.start()])
            out.append(style[0 if state in (OPENING, INSIDE) else 1])
            at = mark.end()
        out += [line[at:], "\n"]
    return "".join(out)[:-1]


# --- batches ------------------------------------------------------------------


def epoch_examples(articles: Sequence[Article], maker: PieceMaker, dice: random.Random) -> list[Example]:
    """Cut all articles anew, with varying window sizes, annotators, quotation marks and capitals."""
    examples = []
    for article in articles:
        text = restyle_quotes(article.text, dice) if dice.random() < 0.3 else article.text
        if dice.random() < 0.05:  # headlines and agencies' copy in capitals, chat in small letters
            text = dice.choice([str.upper, str.lower])(text)
            text = text if len(text) == len(article.text) else article.text
        gold = article.annotations[0] if dice.random() < 0.6 else dice.choice(article.annotations)
        pieces = maker(text, article.paragraphs)
        size = dice.choice([96, 128, 128, 160, 192])
        for window in cut(pieces, size, 256):
            examples.append(make_example(maker, pieces, window, gold, article.inner))
    return examples


def groups(examples: list[Example], size: int, dice: random.Random) -> list[list[Example]]:
    """Shuffle into groups of about ``size`` pieces; windows of like length go together, so little is padding."""
    order = sorted(examples, key=lambda e: len(e.pieces["ids"]) + dice.random() * 8)
    found: list[list[Example]] = [[]]
    for example in order:
        if (len(found[-1]) + 1) * len(example.pieces["ids"]) > size and found[-1]:
            found.append([])
        found[-1].append(example)
    dice.shuffle(found)
    return found


def collate(group: list[Example], noise_seed: int = 0, mask_id: int = 0, mask_rate: float = 0.0) -> dict[str, Tensor]:
    """Pad a group of windows; the batch's keys are those that ``Network.forward`` and ``loss`` read.

    A share ``mask_rate`` of the pieces is replaced by ``mask_id``.
    """
    b, length = len(group), max(len(e.pieces["ids"]) for e in group)
    words = max(len(e.tags) for e in group)
    cues = [(i, cue) for i, e in enumerate(group) for cue in e.cues]
    out = {name: np.zeros((b, length), np.int64) for name in ("ids", "quote", "shape", "start")}
    out |= {"mask": np.zeros((b, length), np.bool_), "units": np.zeros((b, words), np.int64)}
    out |= {"word": np.zeros((b, words), np.bool_), "tags": np.full((b, words), -100)}
    out["inner"] = np.full((b, words), -100)
    out |= {name: np.zeros((len(cues), words), np.float32) for name in ("in", "first", "last", "source", "pool")}
    out |= {"bucket": np.zeros((len(cues), words), np.int64), "cue": np.array([i for i, _ in cues], np.int64)}
    for i, e in enumerate(group):
        for name, values in e.pieces.items():
            out[name][i, : len(values)] = values
        out["mask"][i, : len(e.pieces["ids"])] = True
        n = len(e.tags)
        out["units"][i, 1:n] = e.units
        out["word"][i, 1:n] = True
        out["tags"][i, 1:n] = e.tags[1:]
        out["inner"][i, 1:n] = e.inner[1:]
    if mask_rate:
        noise = np.random.default_rng(noise_seed).random(out["ids"].shape)
        out["ids"][(noise < mask_rate) & out["mask"]] = mask_id
    for c, (i, (first, last, target)) in enumerate(cues):
        n = len(group[i].tags)
        for name, values in target.items():
            out[name][c, :n] = values
        out["pool"][c, first : last + 1] = 1 / (last + 1 - first)
        paragraph = np.concatenate([[-1], group[i].paragraph])
        out["bucket"][c, :n] = distance_buckets(np.array([first]), np.array([last]), paragraph)[0]
    return {name: torch.from_numpy(values) for name, values in out.items()}
