"""Trains the attribution network on PolNeAR and texts of ours, from a MiniLM encoder to the files in claimx.

    python models/attribution/train.py all POLNEAR BASE WORK
    python models/attribution/train.py evaluate POLNEAR/dev predictions.jsonl

POLNEAR holds ``train`` and ``dev`` (each ``text/*.txt`` and ``attributions/*.ann``), BASE is the unpacked
all-MiniLM-L6-v2 (``model.safetensors``, ``tokenizer.json``), WORK takes the checkpoint; a run that was stopped goes on
from there.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data import Article, collate, epoch_examples, groups, make_example, read_folder, read_written
from network import LABELS, Network, load_encoder, loss
from parallel import Gradients, Place, begin, wait
from ship import ship, write_predictions
from synthetic import QUOTE_LISTS, WRAPPED, quote_lists, wrapped

from claimx.network.inputs import PieceMaker
from claimx.network.windows import cut

BATCH = 3072  # pieces
ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 2.5e-4, 2.5e-3, 0.9, 0.01
#: Second runs go on from the first one, each for itself, at a third of its rates, and read our own texts, too; the
#: network is their mean.
EPOCHS, SECOND_RUNS, SECOND_EPOCHS, SECOND_SHARE = 5, 2, 2, 0.35
WRITTEN, WRITTEN_TIMES = Path(__file__).with_name("written.jsonl"), 2  # each of our texts so often an epoch
WARM_UP, MASKED, DROPOUT, AVERAGE = 0.06, 0.05, 0.1, 0.99


def optimizer_of(network: Network, share: float) -> torch.optim.AdamW:
    """AdamW at a share of the usual rates, which fall layer by layer; heads and added embeddings learn faster."""
    groups = []
    encoder: set[int] = set()
    for depth, parameters in enumerate(reversed(network.encoder_parameters())):
        encoder |= {id(p) for p in parameters}
        groups.append({"params": parameters, "lr": ENCODER_RATE * LAYER_DECAY**depth})
    rest = [p for p in network.parameters() if p.requires_grad and id(p) not in encoder]
    groups.append({"params": rest, "lr": HEAD_RATE})
    for group in groups:
        group["peak"] = group["lr"] = share * group["lr"]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY, fused=True)


def rate_at(progress: float) -> float:
    """Share of the peak rate: a linear warm-up, then half a cosine to nought."""
    if progress < WARM_UP:
        return progress / WARM_UP
    return 0.5 + 0.5 * math.cos(math.pi * (progress - WARM_UP) / (1 - WARM_UP))


@torch.no_grad()
def evaluate(network: Network, articles: list[Article], maker: PieceMaker) -> dict[str, float]:
    """Mean losses and the share of right tags on undisturbed windows."""
    network.eval()
    examples = []
    for article in articles:
        pieces = maker(article.text, article.paragraphs)
        for window in cut(pieces, 128, 256):
            examples.append(make_example(maker, pieces, window, article.annotations[0], article.inner))
    sums: dict[str, float] = {}
    count = 0
    for group in groups(examples, BATCH, random.Random(0)):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            _, parts = loss(network, batch)
        count += 1
        for name, value in parts.items():
            sums[name] = sums.get(name, 0.0) + value
    network.train()
    return {name: round(value / count, 4) for name, value in sums.items()}


class Run:
    """One training run: network, running average of its weights, optimizer, and how far it has come."""

    def __init__(self, work: Path, base: Path, seed: int, place: Place, after: Run | None = None) -> None:
        """Take up the checkpoint in ``work``, or begin from the encoder in ``base``, or gently from another run."""
        torch.manual_seed(seed)
        self.place = place
        self.path = work / "checkpoint.pt"
        self.network = Network(DROPOUT)
        load_encoder(self.network, base / "model.safetensors")
        if after:
            self.network.load_state_dict(after.averaged().state_dict())
        self.optimizer = optimizer_of(self.network, SECOND_SHARE if after else 1.0)
        self.gradients = Gradients([p for _, p in self._trained()])
        self.average = {name: p.detach().clone() for name, p in self._trained()}
        self.epoch = self.batch = self.step = 0
        self.seconds = 0.0
        if self.path.exists():
            state = torch.load(self.path, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.average = state["average"]
            self.epoch, self.batch, self.step, self.seconds = state["at"]
        torch.manual_seed(seed + 100 * place.rank + self.step)  # each process drops other features

    def _trained(self) -> list[tuple[str, Tensor]]:
        return [(name, p) for name, p in self.network.named_parameters() if p.requires_grad]

    def save(self) -> None:
        """Write the checkpoint, the first process alone, in one move so that a stop cannot leave half of one."""
        if not self.place.first:
            return
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}
        state |= {"average": self.average, "at": (self.epoch, self.batch, self.step, self.seconds)}
        torch.save(state, self.path.with_suffix(".new"))
        self.path.with_suffix(".new").replace(self.path)

    def learn(self, batch: dict[str, Tensor], progress: float) -> dict[str, float]:
        """Take one step; returns the parts of the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rate_at(progress)
        with torch.autocast("cpu", torch.bfloat16):
            total, parts = loss(self.network, batch)
        self.optimizer.zero_grad()
        total.backward()
        self.gradients.share()
        torch.nn.utils.clip_grad_norm_([p for _, p in self._trained()], 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
        for name, p in self._trained():
            self.average[name].lerp_(p.detach(), 1 - keep)
        return parts

    def averaged(self) -> Network:
        """The network with the running average of the weights."""
        network = Network()
        network.load_state_dict(self.network.state_dict() | self.average)
        return network.eval()


@dataclass
class Clock:
    """How far a run has come, from 0 to 1: by steps, or by time where the time is shorter (it may be shared)."""

    minutes: float
    begun: float = field(default_factory=time.monotonic)
    first: float | None = None

    def progress(self, by_steps: float) -> float:
        """Take the share of the steps done; what was left of them at the start is spread over the minutes."""
        if self.first is None:
            self.first = by_steps
        by_time = (time.monotonic() - self.begun) / 60 / self.minutes
        return max(by_steps, self.first + (1 - self.first) * by_time)


class Texts(NamedTuple):
    """What is trained on, the corpus and texts of our own (each as often as in an epoch), and what is tried.

    Without our own texts nothing is learned of what others report.
    """

    corpus: list[Article]
    written: list[Article]
    dev: list[Article]


def train(run: Run, texts: Texts, maker: PieceMaker, epochs: int, seed: int, minutes: float) -> None:
    """Train to the end of the epochs or of the time, saving every 25 steps."""
    run.network.train()
    place = run.place
    print(f"{len(LABELS)} labels, process {place.rank} of {place.size}, from step {run.step}", flush=True)
    clock = Clock(minutes)
    progress = 0.0
    while run.epoch < epochs and progress < 1:
        dice = random.Random(f"{seed} {run.epoch}")
        made = quote_lists(texts.corpus, QUOTE_LISTS, dice)
        made += wrapped(texts.corpus, WRAPPED, dice) if texts.written else []
        examples = epoch_examples([*texts.corpus, *texts.written, *made], maker, dice)
        todo = place.own(groups(examples, BATCH // place.size, dice))
        begun = time.monotonic()
        for number, group in enumerate(todo):
            if number < run.batch:
                continue
            batch = collate(group, run.step * place.size + place.rank, maker.mask, MASKED)
            progress = clock.progress((run.epoch + number / len(todo)) / epochs)
            if progress >= 1:
                break
            losses = run.learn(batch, progress)
            run.batch = number + 1
            if run.step % 20 == 0 and place.first:
                log = {name: round(value, 3) for name, value in losses.items()}
                print(f"{progress:.3f}", run.epoch, number, len(todo), json.dumps(log), flush=True)
            if run.step % 25 == 0:
                run.save()
        run.seconds += time.monotonic() - begun
        if progress < 1:
            run.epoch, run.batch = run.epoch + 1, 0
        run.save()
        if place.first:
            print(f"epoch {run.epoch}, dev", json.dumps(evaluate(run.averaged(), texts.dev, maker)), flush=True)
        wait()


def mean_of(runs: Sequence[Run]) -> Network:
    """The network in the middle of some runs that have a beginning in common, steadier than any of them."""
    network = runs[0].averaged()
    states = [run.averaged().state_dict() for run in runs]
    network.load_state_dict({n: torch.stack([s[n] for s in states]).mean(0) for n in states[0]})
    return network.eval()


def main() -> None:
    """Read the command line and train, ship or evaluate."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_text in (("all", "train, then ship"), ("ship", "write the model from a checkpoint")):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("polnear", type=Path, help="folder with train and dev")
        command.add_argument("base", type=Path, help="folder of all-MiniLM-L6-v2")
        command.add_argument("work", type=Path, help="folder of the checkpoint")
        command.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder of the model")
        command.add_argument("--epochs", type=int, default=EPOCHS)
        command.add_argument("--minutes", type=float, default=1e6, help="end each run earlier, rates falling with time")
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--rounds", type=int, default=2, help="of the search for the decoder's constants")
    command = commands.add_parser("evaluate", help="write a model's predictions as JSON Lines")
    command.add_argument("polnear", type=Path, help="folder with text and attributions")
    command.add_argument("predictions", type=Path)
    command.add_argument("--model", type=Path, default=Path(__file__).parent)
    args = parser.parse_args()
    if args.command == "evaluate":
        print(
            json.dumps(write_predictions(args.model.resolve(), read_folder(args.polnear), args.predictions), indent=1)
        )
        return
    place = begin()
    corpus, dev = (read_folder(args.polnear / part) for part in ("train", "dev"))
    texts = Texts(corpus, [article for article in read_written(WRITTEN) for _ in range(WRITTEN_TIMES)], dev)
    maker = PieceMaker(Tokenizer.from_file(str(args.base / "tokenizer.json")))
    runs: list[Run] = []
    for number in range(1 + SECOND_RUNS):
        path, seed = args.work / (f"second{number}" if runs else "first"), args.seed + number
        path.mkdir(parents=True, exist_ok=True)
        runs.append(Run(path, args.base, seed, place, runs[0] if runs else None))
        if args.command == "all":
            epochs = SECOND_EPOCHS if number else args.epochs
            read = texts if number else texts._replace(written=[])
            train(runs[-1], read, maker, epochs, seed, args.minutes)
    if not place.first:
        return
    network = mean_of(runs[1:])
    torch.save(network.state_dict(), args.work / "network.pt")  # names.py goes on from it
    ship(network, args.base, corpus, dev, args.out.resolve(), args.rounds)
    print(f"trained in {sum(run.seconds for run in runs) / 60:.0f} minutes, {sum(run.step for run in runs)} steps")


if __name__ == "__main__":
    main()
