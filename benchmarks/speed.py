"""CPU time of a whole extraction against bare spaCy over the same texts, one thread, in one run.

    python -m benchmarks.speed FOLDER

Both sides read the same .txt files; the ratio is what counts, since machines differ. The sides take turns, and the
fastest of the rounds stands for each.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"


def main() -> None:
    """Print words, CPU seconds of each side and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]

    import spacy

    from claimx.document import find_parser
    from claimx.pipeline import Extractor
    from claimx.records import Article, to_dict

    nlp = spacy.load(find_parser().folder)  # as it comes: tagger, parser, attribute ruler, lemmatizer, ner
    extractor = Extractor()
    extractor.extract("“It rains,” said Ann Lee on Monday.")  # opens the models

    def bare() -> None:
        for _ in nlp.pipe(texts, batch_size=32):
            pass

    def whole() -> None:
        for document in extractor.pipe(Article(text) for text in texts):
            to_dict(document)

    best: dict[str, float] = {}
    for _ in range(args.rounds):
        for side in (bare, whole):
            began = time.process_time()
            side()
            spent = time.process_time() - began
            best[side.__name__] = min(spent, best.get(side.__name__, spent))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words} words")
    for name, spent in best.items():
        print(f"{name:6} {spent:7.2f} s CPU  {words / spent:8.0f} words/s")
    print(f"ratio  {best['whole'] / best['bare']:.2f}")


if __name__ == "__main__":
    main()
