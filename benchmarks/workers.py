"""Two worker processes against one, on the same articles several times over, and the same bytes from both.

    python -m benchmarks.workers ../shared/data/polnear/dev/text [--times 4] [--jobs 2]

The articles' first word is numbered, so that no two are the same. Both runs are timed from start to end; on a machine
that does other work meanwhile look at the processor time, which tells what the workers themselves cost.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """Print wall-clock and processor seconds of each run, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder, "feed.jsonl")
        feed.write_text("".join(_lines(args.folder, args.times)), encoding="utf-8")
        found = {jobs: _run(feed, jobs) for jobs in (1, args.jobs)}
    (one, one_cpu, digest), (several, several_cpu, other) = found[1], found[args.jobs]
    print(f"ratio of wall-clock time {one / several:.2f}, of processor time {one_cpu / several_cpu:.2f}")
    print("same bytes" if digest == other else "DIFFERENT bytes")


def _lines(folder: Path, times: int) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    return [
        json.dumps({"id": f"{number}-{turn}", "text": f"{turn}{number} {text}"}) + "\n"
        for turn in range(times)
        for number, text in enumerate(texts)
    ]


def _run(feed: Path, jobs: int) -> tuple[float, float, str]:
    output = feed.with_name(f"{jobs}.jsonl")
    command = [sys.executable, "-m", "claimx", "extract", str(feed), "-o", str(output), "--quiet", "--jobs", str(jobs)]
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, check=True)
    wall, after = time.perf_counter() - began, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{jobs} worker{'s' if jobs > 1 else ''}: {wall:6.1f} s, {cpu:6.1f} s of processor time", flush=True)
    return wall, cpu, hashlib.sha256(output.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
