"""Makes the shipped weights from the data, by one command, in the order in which the parts need one another.

    python models/attribution/recipe.py DATA BASE MD WORK [--processes 2]

DATA holds ``polnear``, ``gum``, ``re3d``, ``timebank`` and ``basil``; BASE is the unpacked all-MiniLM-L6-v2, MD the
folder of spaCy's en_core_web_md. WORK takes checkpoints and what is done: a run that was stopped goes on from there.

1. the network: who says what (train.py), without names and without a say in what is no statement;
2. silver labels of names (silver.py), and the branch for names on the network, in rounds with new texts (names.py);
3. what the words say of a statement, and the weights behind its confidence (models/credence/train.py).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
#: Rounds of the branch for names by their seeds, each on other made-up texts and names; later ones read more of GUM.
FIRST_ROUNDS, LATER_ROUNDS = range(1, 6), range(21, 26)
#: The last ones read most, and more made-up news; shipped is the mean of the last two.
WIDE_ROUNDS, WIDE_PIECES = range(41, 44), 1_500_000

Stage = tuple[str, Sequence[str]]


def stages(data: Path, base: Path, md: Path, work: Path, processes: int) -> Iterator[Stage]:
    """What is to be done: a name, and the command's arguments behind ``python``."""
    several = ("-m", "torch.distributed.run", "--nproc-per-node", str(processes)) if processes > 1 else ()
    labelled, weights = str(work / "labelled.jsonl"), str(work / "names.pt")
    yield "network", (*several, str(HERE / "train.py"), "all", str(data / "polnear"), str(base), str(work))
    yield "silver", (str(HERE / "silver.py"), str(data), str(md), labelled)
    for seed in (*FIRST_ROUNDS, *LATER_ROUNDS):
        begin = ("--anew",) if seed == FIRST_ROUNDS[0] else ("--later",) if seed in LATER_ROUNDS else ()
        yield f"names {seed}", (str(HERE / "names.py"), "train", labelled, weights, "--seed", str(seed), *begin)
        yield f"names {seed} shipped", (str(HERE / "names.py"), "ship", labelled, weights)
    wide = {seed: str(work / f"names-{seed}.pt") for seed in WIDE_ROUNDS}
    for seed, own in wide.items():
        how = ("--wide", "--pieces", str(WIDE_PIECES), "--seed", str(seed))
        yield f"names {seed}", (str(HERE / "names.py"), "train", labelled, own, *how)
        yield f"names {seed} shipped", (str(HERE / "names.py"), "ship", labelled, own)
    yield "names shipped", (str(HERE / "names.py"), "ship", labelled, *list(wide.values())[-2:])
    yield "credence", (str(HERE.parent / "credence" / "train.py"), str(data))


def main() -> None:
    """Do what is not done yet."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("data", "base", "md", "work"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--processes", type=int, default=1, help="that train the network, one a processor")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    done = args.work / "done.txt"
    finished = done.read_text(encoding="utf-8").splitlines() if done.exists() else []
    for name, command in stages(args.data, args.base, args.md, args.work, args.processes):
        if name not in finished:
            print(f"== {name}", flush=True)
            subprocess.run([sys.executable, *command], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
            with done.open("a", encoding="utf-8") as file:
                file.write(f"{name}\n")


if __name__ == "__main__":
    main()
