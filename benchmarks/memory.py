"""A worker's memory over many short articles of ever new words: it stays what it is.

    python -m benchmarks.memory [--articles 20000]

Runs ``claimx extract --jobs 1`` on JSON Lines that are made as they are read, and looks at the resident memory of the
worker process (from /proc, so on Linux) after every tenth of the articles.
"""

from __future__ import annotations

import argparse
import json
import random
import string
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import BinaryIO

#: A short article, most of whose words are made up anew for each.
TEMPLATE = "“The {0} of {1} has {2} the {3},” {4} {5} told reporters in {6}. The {7} was closed."


def main() -> None:
    """Print the worker's memory in MB after each tenth, and the growth from the second to the last."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    args = parser.parse_args()
    command = [sys.executable, "-m", "claimx", "extract", "-", "--jobs", "1", "--quiet", "-f", "json", "--any-language"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdin is not None and run.stdout is not None  # both are pipes
        threading.Thread(target=_write, args=(run.stdin, args.articles), daemon=True).start()
        sizes = []
        began = time.monotonic()
        for number, _ in enumerate(run.stdout, start=1):
            if number % max(args.articles // 10, 1) == 0:
                sizes.append(_worker_memory(run.pid))
                print(f"{number:7,} articles  {sizes[-1]:6.1f} MB  {time.monotonic() - began:6.0f} s", flush=True)
    print(f"growth from the second tenth to the last: {sizes[-1] - sizes[1]:+.1f} MB")


def _write(stream: BinaryIO, count: int) -> None:
    chance = random.Random(20)
    with stream:
        for number in range(count):
            words = ["".join(chance.choices(string.ascii_lowercase, k=9)).capitalize() for _ in range(8)]
            text = TEMPLATE.format(*words)
            stream.write(json.dumps({"id": str(number), "text": text}).encode() + b"\n")


def _worker_memory(parent: int) -> float:
    """Resident memory of the largest child of a process, in MB."""
    children = [child for task in Path(f"/proc/{parent}/task").iterdir() for child in _children(task)]
    return max((_resident(child) for child in children), default=0.0)


def _children(task: Path) -> list[str]:
    return (task / "children").read_text().split()


def _resident(process: str) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
