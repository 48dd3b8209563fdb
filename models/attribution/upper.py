"""Trains the two upper layers and the heads of statements further; what they share with the names stays as it is.

    python models/attribution/upper.py train POLNEAR WORK [--seed 1]
    python models/attribution/upper.py ship POLNEAR WORK...

``train`` takes the weights that are shipped; WORK takes its checkpoint, and a run that was stopped goes on from there.
``ship`` writes the mean of some runs into ``model.onnx``, whose other weights keep their bytes, so that names come out
the same; it tunes the decoder and calibrates the confidence anew.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import export
import onnx
from data import collate, epoch_examples, groups, read_folder
from mixture import Mixture
from network import LINK_WIDTH, NameBranch, Network, loss
from restore import restored, weights_of
from ship import some_batches, tuned
from train import BATCH, DROPOUT, MASKED, evaluate, rate_at

from claimx.attributions.model.links import RELATIONS
from claimx.models import open_model
from claimx.network.inputs import PieceMaker
from claimx.network.reader import MODEL

FOLDER = Path(__file__).resolve().parent
LAYER_RATE, HEAD_RATE, WEIGHT_DECAY = 1e-4, 6e-4, 0.01
EPOCHS, AVERAGE = 2, 0.99
UPPER = tuple(f"layers.{i}." for i in (4, 5))
HEADS = ("hidden.", "head.")


def with_heads(path: Path) -> Network:
    """The shipped network with the heads of statements, too."""
    network = restored(path)
    found = weights_of(path)
    links = len(RELATIONS) * LINK_WIDTH
    state = network.state_dict()
    for part in ("hidden", "head"):
        state[f"{part}.weight"] = torch.tensor((found[f"{part}.w"] * found[f"{part}.s"]).T.copy())
        state[f"{part}.bias"] = torch.tensor(found[f"{part}.b"].copy())
    for kind in ("weight", "bias"):
        state[f"head.{kind}"][-links:] *= LINK_WIDTH**0.5
    state["bias"] = torch.tensor(open_model(MODEL, path.parent.parent).table["distance_bias"])
    network.load_state_dict(state)
    return network


def is_upper(name: str) -> bool:
    """Whether a weight is one that statements have to themselves."""
    return name.startswith((*UPPER, *HEADS)) or name == "bias"


class Upper(Network):
    """A network whose shared layers are not trained."""

    def encode(self, batch: dict[str, Tensor], layers: int = 6) -> tuple[Tensor, Tensor]:
        """As in the network, without gradients for what is shared."""
        rate = self.dropout if self.training else 0.0
        with torch.no_grad():
            x, mask = super().encode(batch, NameBranch.BELOW)
        for layer in self.layers[NameBranch.BELOW : layers]:
            x = layer(x, mask, rate)
        return x, mask


def train(polnear: Path, work: Path, seed: int) -> None:
    """Train to the end, saving every 25 steps."""
    torch.manual_seed(seed)
    network = with_heads(FOLDER / "model.onnx")
    network.__class__ = Upper
    network.dropout = DROPOUT
    trained = {name: p for name, p in network.named_parameters() if is_upper(name)}
    for name, p in network.named_parameters():
        p.requires_grad_(name in trained)
    rates = [
        {"params": [p for n, p in trained.items() if n.startswith("layers.") == inner], "peak": rate}
        for inner, rate in ((True, LAYER_RATE), (False, HEAD_RATE))
    ]
    optimizer = torch.optim.AdamW(rates, lr=LAYER_RATE, betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY, fused=True)
    average = {name: p.detach().clone() for name, p in trained.items()}
    path = work / "checkpoint.pt"
    at = (0, 0, 0)
    if path.exists():
        state = torch.load(path, weights_only=True)
        network.load_state_dict(state["trained"], strict=False)
        optimizer.load_state_dict(state["optimizer"])
        average, at = state["average"], state["at"]
    maker = PieceMaker(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    articles, dev = read_folder(polnear / "train"), read_folder(polnear / "dev")
    mixture = Mixture(articles, polnear, varied=True)
    network.train()
    epoch, done, step = at
    begun = time.monotonic()
    while epoch < EPOCHS:
        dice = random.Random(f"{seed} {epoch}")
        todo = groups(epoch_examples(mixture.epoch(dice), maker, dice), BATCH, dice)
        for number, group in enumerate(todo[done:], done):
            for rate in optimizer.param_groups:
                rate["lr"] = rate["peak"] * rate_at((epoch + number / len(todo)) / EPOCHS)
            with torch.autocast("cpu", torch.bfloat16):
                total, losses = loss(network, collate(group, step, maker.mask, MASKED))
            optimizer.zero_grad()
            total.backward()
            torch.nn.utils.clip_grad_norm_(list(trained.values()), 1.0)
            optimizer.step()
            step += 1
            keep = min(AVERAGE, (1 + step) / (10 + step))
            for name, p in trained.items():
                average[name].lerp_(p.detach(), 1 - keep)
            if step % 25 == 0:
                shown = {k: round(v, 3) for k, v in losses.items()}
                print(epoch, number, len(todo), f"{time.monotonic() - begun:.0f} s", json.dumps(shown), flush=True)
                _save(path, trained, optimizer, average, (epoch, number + 1, step))
        epoch, done = epoch + 1, 0
        _save(path, trained, optimizer, average, (epoch, done, step))
        averaged = with_heads(FOLDER / "model.onnx")
        averaged.load_state_dict(average, strict=False)
        print(f"epoch {epoch}, dev", json.dumps(evaluate(averaged, dev, maker)), flush=True)


def _save(
    path: Path,
    trained: dict[str, Tensor],
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    at: tuple[int, int, int],
) -> None:
    """Write the checkpoint in one move."""
    state = {"trained": {n: p.detach() for n, p in trained.items()}, "optimizer": optimizer.state_dict()}
    torch.save(state | {"average": average, "at": at}, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def graft(network: Network, path: Path, batches: Iterable[dict[str, Tensor]]) -> None:
    """Put the upper layers and heads of a network into a shipped file in place of those that are there."""
    new = {t.name: t for t in export.build(network, 8, export.input_ranges(network, batches)).graph.initializer}
    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if is_upper(tensor.name):
            tensor.CopyFrom(new[tensor.name])
    path.write_bytes(model.SerializeToString())


def ship(polnear: Path, works: Sequence[Path], folder: Path, rounds: int) -> None:
    """Write the mean of some runs and what is fitted to it."""
    network = with_heads(folder / "model.onnx")
    states = [torch.load(work / "checkpoint.pt", weights_only=True)["average"] for work in works]
    network.load_state_dict({n: torch.stack([s[n] for s in states]).mean(0) for n in states[0]}, strict=False)
    network.eval()
    articles = [read_folder(polnear / part) for part in ("train", "dev")]
    maker = PieceMaker(Tokenizer.from_file(str(folder / "tokenizer.json")))
    graft(network, folder / "model.onnx", some_batches(articles[0], maker))
    tuned(network, *articles, maker, folder, rounds)


def main() -> None:
    """Read the command line, train or ship."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("train", "ship"))
    parser.add_argument("polnear", type=Path, help="folder with train and dev")
    parser.add_argument("work", type=Path, nargs="+", help="folders of the checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of the model")
    parser.add_argument("--rounds", type=int, default=1, help="of the search for the decoder's constants")
    args = parser.parse_args()
    if args.command == "ship":
        ship(args.polnear, args.work, args.out.resolve(), args.rounds)
        return
    args.work[0].mkdir(parents=True, exist_ok=True)
    train(args.polnear, args.work[0], args.seed)


if __name__ == "__main__":
    main()
