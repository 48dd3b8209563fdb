"""How much of the processor's time each step takes.

    python -m benchmarks.cost FOLDER_OR_FILE …

Each text is read twice, and the second time counts, so that nothing is opened in it. Times are the process's own, which
other programs do not lengthen.
"""

from __future__ import annotations

import argparse
import functools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.switches import find, swapped
from claimx.pipeline import Extractor
from claimx.records import Article

READING = "parse, network"
#: The other steps that are timed; what a step does inside of another counts for it alone.
STEPS = {
    "names": ("claimx.mentions.names.finder:find_entities",),
    "quantities, times": ("claimx.mentions.quantities:find_quantities", "claimx.mentions.times:find_times"),
    "who is meant": ("claimx.attributions.discourse:read_discourse",),
    "sources": ("claimx.attributions.sources:resolve_sources",),
    "references": ("claimx.attributions.references:find_references",),
}


class Stopwatch:
    """The time that each step takes, without the steps inside of it."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function whose time counts for a step."""

        @functools.wraps(function)
        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - any step's
            begin = time.process_time()
            self._inside.append(0.0)
            try:
                answer = function(*given, **named)
                return list(answer) if isinstance(answer, Iterator) else answer
            finally:
                took = time.process_time() - begin
                self.spent[step] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return run

    @contextmanager
    def running(self) -> Iterator[None]:
        """Time the steps for a while."""
        pairs = [(f, self.timed(step, f)) for step, places in STEPS.items() for f in map(find, places)]
        with swapped(pairs):
            yield


def main() -> None:
    """Print milliseconds for 1,000 words, and shares of the whole."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", nargs="+", type=Path, help="files of plain text, or folders of them")
    args = parser.parse_args()
    paths = [path for place in args.texts for path in (sorted(place.glob("*.txt")) if place.is_dir() else [place])]
    articles = [Article(path.read_text(encoding="utf-8"), id=path.name) for path in paths]
    words = sum(len(article.text.split()) for article in articles)
    extractor, watch = Extractor(), Stopwatch()
    read = watch.timed(READING, extractor.read)
    for article in articles:
        extractor.document(article)
    with watch.running():
        begin = time.process_time()
        for article in articles:
            extractor.interpret(read(article))
        whole = time.process_time() - begin
    watch.spent["the rest"] = whole - sum(watch.spent.values())
    print(f"{len(articles)} texts, {words} words: {1e6 * whole / words:.0f} ms for 1,000 words")
    for step in (READING, *STEPS, "the rest"):
        took = watch.spent[step]
        print(f"{step:18} {1e6 * took / words:6.1f} ms {100 * took / whole:5.1f} %")


if __name__ == "__main__":
    main()
