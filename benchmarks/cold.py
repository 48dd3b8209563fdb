"""One article cold, against importing spaCy, loading its model and parsing the same article.

    python -m benchmarks.cold ARTICLE

The sides take turns, each in a process of its own; the fastest of the rounds stands for each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

BARE = """
import sys, spacy
from claimx.document import find_parser
spacy.load(find_parser().folder)(open(sys.argv[1], encoding="utf-8").read())
"""


def main() -> None:
    """Print CPU and wall seconds of each side and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("article", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    sides = {
        "bare": [sys.executable, "-c", BARE, str(args.article)],
        "whole": [sys.executable, "-m", "claimx", "extract", str(args.article)],
    }
    best: dict[str, tuple[float, float]] = {}
    for _ in range(args.rounds):
        for side, command in sides.items():
            before, began = os.times(), time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            after = os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            best[side] = min((cpu, time.perf_counter() - began), best.get(side, (cpu, 1e9)))
    for side, (cpu, wall) in best.items():
        print(f"{side:6} {cpu:5.2f} s CPU  {wall:5.2f} s")
    print(f"ratio  {best['whole'][0] / best['bare'][0]:.2f}")


if __name__ == "__main__":
    main()
