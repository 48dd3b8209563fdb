"""What a cluster costs beside worker processes: two workers of Ray against one, and against one without Ray.

    python -m benchmarks.cluster ../shared/data/polnear/dev/text [--articles 84]

Each is run over one article, which tells what the start takes, and over all; the difference is what reading takes.
Results are compared as sets. Beside wall-clock time, which tells little on a machine that does other work meanwhile,
the processor time of all processes is told (as Linux has it, twice a second), and the memory of a worker: of the
process that reads, and of Ray's around it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
#: How the command lines of processes begin, or what stands in them, that are told apart.
READER, ACTOR = "multiprocessing.spawn", "ray::Map"
#: A process of a cluster descends from the command in so many steps at most.
DEEPEST = 6
#: What is compared.
RUNS = {
    "one machine, 1 worker": ("--jobs", "1"),
    "Ray, 1 worker": ("--engine", "ray", "--jobs", "1"),
    "Ray, 2 workers": ("--engine", "ray", "--jobs", "2"),
}


@dataclass
class Watch:
    """What is seen of a process and all that come of it."""

    root: int
    seconds: dict[int, float] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    is_over: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look twice a second, until it is over."""
        while not self.is_over.wait(0.5):
            seen = {process.pid: process for process in _processes()}
            ours = {self.root}
            for _ in range(DEEPEST):
                ours |= {pid for pid, process in seen.items() if process.parent in ours}
            for process in (seen[pid] for pid in ours & seen.keys()):
                self.seconds[process.pid] = process.seconds
                kind = next((kind for kind in (READER, ACTOR) if kind in process.command), None)
                if kind is not None:
                    self.memory[kind] = max(self.memory.get(kind, 0), process.resident)


class Process(NamedTuple):
    """A process: its number, its parent's, its processor seconds, its resident bytes, its command line."""

    pid: int
    parent: int
    seconds: float
    resident: int
    command: str


def _processes() -> Iterator[Process]:
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:  # it is over
            continue
        seconds = (int(fields[11]) + int(fields[12])) / TICK
        yield Process(int(entry.name), int(fields[1]), seconds, int(fields[21]) * PAGE, command)


@dataclass(frozen=True)
class Run:
    """What a run took, and its claims."""

    wall: float
    processor: float
    memory: dict[str, int]
    claims: frozenset[str]


def _run(feed: Path, *options: str) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "claims")
        output.mkdir()
        where = str(output) if "ray" in options else str(output / "claims.jsonl")
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "claimx", "extract", str(feed), "-o", where, "--quiet", *options]
        )
        watch = Watch(process.pid)
        looking = threading.Thread(target=watch.look)
        looking.start()
        if process.wait():
            raise SystemExit(f"claimx ended with status {process.returncode}")
        wall = time.perf_counter() - began
        watch.is_over.set()
        looking.join()
        lines = {line for path in output.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()}
    return Run(wall, sum(watch.seconds.values()), watch.memory, frozenset(lines))


def main() -> None:
    """Print seconds and memory of each run, and how they compare."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=84)
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))[: args.articles]]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words:,} words", flush=True)
    claims = set()
    with tempfile.TemporaryDirectory() as folder:
        first, feed = Path(folder, "first.jsonl"), Path(folder, "feed.jsonl")
        rows = [json.dumps({"id": f"{number}", "text": text}) for number, text in enumerate(texts)]
        first.write_text(rows[0], encoding="utf-8")
        feed.write_text("\n".join(rows), encoding="utf-8")
        for name, options in RUNS.items():
            start, run = _run(first, *options), _run(feed, *options)
            claims.add(run.claims)
            wall, processor = run.wall - start.wall, run.processor - start.processor
            memory = ", ".join(f"{kind} {size / 1e6:.0f} MB" for kind, size in run.memory.items())
            print(
                f"{name:22} start {start.wall:5.1f} s ({start.processor:5.1f} s of processor time), then {wall:6.1f} s "
                f"({processor:6.1f} s: {processor / words * 1e6 / 3600:.2f} core hours a million words); {memory}",
                flush=True,
            )
    print("same claims" if len(claims) == 1 else "DIFFERENT claims")


if __name__ == "__main__":
    main()
