"""A run that is killed again and again, workers and all, and ends with the bytes of an undisturbed one.

    python -m benchmarks.kills [--kills 50] [--seed 1]

Half of the kills (SIGKILL) hit a worker, which the run survives; the others the run itself, which then goes on with
``--resume``. They come at random moments, from the first second on. Processes are found in /proc, so on Linux.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"


def main() -> None:
    """Kill, and print how often what was killed, and whether the output is what it should be; exit 1 if not."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=int, default=20, help="so many articles of each sample")
    args = parser.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make_articles(folder / "news", args.copies)
        killed = {"a worker": 0, "the run": 0}
        done = False
        while not done:
            run = _start(folder, "killed.jsonl")
            done = _wait_and_kill(run, chance, killed, args.kills)
        undisturbed = _start(folder, "undisturbed.jsonl")
        status = undisturbed.wait()
        same = (folder / "killed.jsonl").read_bytes() == (folder / "undisturbed.jsonl").read_bytes()
        left = sorted(path.name for path in folder.iterdir() if ".part" in path.name)
    print(", ".join(f"{what} killed {count} times" for what, count in killed.items()))
    print(f"exit status {status}; {'the same bytes' if same else 'DIFFERENT bytes'}; left behind: {left or 'nothing'}")
    sys.exit(0 if same and not left and not status else 1)


def _make_articles(folder: Path, copies: int) -> None:
    folder.mkdir()
    for path in sorted(SAMPLES.glob("*.txt")):
        for copy in range(copies):
            (folder / f"{path.stem}_{copy:03}.txt").write_bytes(path.read_bytes() + f"\nEdition {copy}.\n".encode())


def _start(folder: Path, output: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "claimx", "extract", "news", "-o", output, "--jobs", "2", "--quiet", "--resume"]
    return subprocess.Popen(command, cwd=folder)


def _wait_and_kill(run: subprocess.Popen[bytes], chance: random.Random, killed: dict[str, int], most: int) -> bool:
    """Kill until the run itself is killed, or has ended, which is told."""
    while sum(killed.values()) < most:
        time.sleep(chance.uniform(0.5, 12))
        if run.poll() is not None:
            return True
        workers = _workers(run.pid)
        if workers and chance.random() < 0.5:
            killed["a worker"] += 1
            os.kill(chance.choice(workers), signal.SIGKILL)
        else:
            killed["the run"] += 1
            run.kill()
            run.wait()
            return False
    run.wait()
    return True


def _workers(parent: int) -> list[int]:
    children = [child for task in Path(f"/proc/{parent}/task").iterdir() for child in _read(task / "children").split()]
    return [int(child) for child in children if "spawn_main" in _read(Path(f"/proc/{child}/cmdline"))]


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""


if __name__ == "__main__":
    main()
