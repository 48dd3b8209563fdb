"""Trains the name tagger: two layers and a head of its own on the attribution network's fourth layer.

    python models/attribution/names.py train LABELLED.jsonl BASE WORK [--leave-out PREFIX …]
    python models/attribution/names.py ship POLNEAR BASE WORK

LABELLED comes from silver.py, POLNEAR and BASE are as for train.py, WORK holds its ``network.pt`` and takes
``names.pt``. The shared layers stay as they are, so that who said what comes out the same.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data import read_folder
from network import NAME_TAGS, NameBranch, Network
from ship import ship_names
from strange_names import Swapper

from claimx.network.inputs import IntArray, PieceMaker
from claimx.network.windows import cut

BATCH = 3072  # pieces
RATE, HEAD_RATE, WEIGHT_DECAY, WARM_UP = 3e-4, 2e-3, 0.01, 0.06
EPOCHS, MASKED, DROPOUT = 2, 0.05, 0.1
#: How often a text comes in an epoch; gold is worth more than silver.
TIMES = {"polnear": 1, "timebank": 1, "gum": 2, "re3d": 3}
SWAPPED = 0.35  # of the texts, with other names in them
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


def epoch_of(texts: Sequence[Text], maker: PieceMaker, swapper: Swapper, dice: random.Random) -> list[Example]:
    """All texts anew, in windows of varying size, some with other names, in capitals or in small letters."""
    found = []
    for text in texts:
        for _ in range(TIMES[text.id.partition("/")[0]]):
            one = text
            if dice.random() < SWAPPED:
                one = Text(text.id, *swapper(text.text, text.spans, text.unsure, dice))
            if dice.random() < 0.04 and len(one.text.upper()) == len(one.text):
                one = Text(one.id, one.text.upper(), one.spans, one.unsure)
            found += examples(one, maker, dice.choice([96, 128, 128, 160, 192]))
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


def train(network: Network, texts: Sequence[Text], maker: PieceMaker, epochs: int, seed: int) -> NameBranch:
    """Train a branch on a network that stays as it is."""
    torch.manual_seed(seed)
    branch = NameBranch(network, DROPOUT)
    layers = [{"params": list(branch.layers.parameters()), "peak": RATE}]
    heads = [{"params": [*branch.hidden.parameters(), *branch.head.parameters()], "peak": HEAD_RATE}]
    optimizer = torch.optim.AdamW([*layers, *heads], lr=RATE, betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY, fused=True)
    dice, noise = random.Random(seed), np.random.default_rng(seed)
    swapper = Swapper()
    begun, step = time.monotonic(), 0
    mask_id = maker.mask
    for epoch in range(epochs):
        todo = groups(epoch_of(texts, maker, swapper, dice), dice)
        for number, group in enumerate(todo):
            progress = (epoch + number / len(todo)) / epochs
            share = progress / WARM_UP if progress < WARM_UP else 0.5 + 0.5 * np.cos(np.pi * progress)
            for parameters in optimizer.param_groups:
                parameters["lr"] = parameters["peak"] * share
            batch = collate(group)
            masked = torch.from_numpy(noise.random(batch["ids"].shape) < MASKED) & batch["mask"]
            batch["ids"][masked] = mask_id
            with torch.autocast("cpu", torch.bfloat16):
                with torch.no_grad():
                    below, mask = network.encode(batch, NameBranch.BELOW)
                value = loss(branch(below, mask, batch["units"]), batch["right"])
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                print(f"{progress:.3f} {value.item():.3f} {time.monotonic() - begun:.0f} s", flush=True)
    return branch.eval()


def main() -> None:
    """Read the command line, train or ship."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("train", "ship"))
    parser.add_argument("data", type=Path, help="what silver.py wrote, or the folder with PolNeAR's train")
    parser.add_argument("base", type=Path, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("work", type=Path, help="folder of the weights")
    parser.add_argument("--leave-out", nargs="*", default=(), help="texts by the beginning of their ids, for measuring")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weights", default="names.pt", help="name of the branch's file in WORK")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder of the model")
    args = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(args.work / "network.pt", weights_only=True))
    network.eval()
    if args.command == "ship":
        network.names = NameBranch(network)
        network.names.load_state_dict(torch.load(args.work / args.weights, weights_only=True))
        ship_names(network.eval(), args.base, read_folder(args.data / "train"), args.out.resolve())
        return
    texts = [text for text in read_texts(args.data) if not text.id.startswith(tuple(args.leave_out))]
    maker = PieceMaker(Tokenizer.from_file(str(args.base / "tokenizer.json")))
    print(f"{len(texts)} texts", flush=True)
    branch = train(network, texts, maker, args.epochs, args.seed)
    torch.save(branch.state_dict(), args.work / args.weights)


if __name__ == "__main__":
    main()
