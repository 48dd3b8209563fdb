"""Is it said at all? Claims of texts that are no news, judged by two readers.

    python -m benchmarks.statements GUM [JUDGED]

GUM is the folder of the corpus in CoNLL-U. JUDGED has claims with a source, drawn by seed from written documents with
nothing left out, by where their contents begin and end, and what each reader took them for: S said, M of the mind
(believed, known, wanted), A no statement (an act, an instruction), W another's, or other words. ``fresh_claims.jsonl``
(the default) has 200 from 55 documents, found by the network of 1.3.0, ``fresh_claims_2.jsonl`` 200 from 42 of these,
found by that of 1.4.0; there A holds what is another's, too, and two later readers told it apart (``marks_apart``).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.gum import read_gum
from claimx import Article, Extractor
from claimx.records import Options

JUDGED = Path(__file__).parent / "fresh_claims.jsonl"
#: The labels of two readers each: with what is another's among no statements, and apart.
READERS = ("marks", "marks_apart")
HEADING = "from  kept  no statement, said kept, thought kept (first reader, second reader); no statement by both"
CUTS = (0.0, 0.25, 0.35, 0.45, 0.5)

Judged = tuple[str, str, float]


def confidences(folder: Path, documents: Iterable[str]) -> dict[tuple[str, int, int], float]:
    """How sure each claim with a source is, by its document and where its content begins and ends."""
    extractor = Extractor(Options(min_confidence=0.0))
    found = {}
    for name in documents:
        document = extractor.document(Article(read_gum(folder / f"{name}.conllu").text, id=name))
        for claim in document.claims:
            if claim.source is not None:
                found[name, claim.spans[0].start, claim.spans[-1].end] = claim.confidence
    return found


def line(cut: float, rows: Sequence[Judged]) -> str:
    """How many are kept, and of these and of all that is said or thought, in percent by each reader."""
    kept = [row for row in rows if row[2] >= cut]
    cells = []
    for reader in (0, 1):
        own, every = [row[reader] for row in kept], [row[reader] for row in rows]
        shares = [100 * own.count("A") / len(own), *(100 * own.count(mark) / every.count(mark) for mark in "SM")]
        cells.append("  ".join(f"{share:5.1f}" for share in shares))
    both = 100 * sum(row[:2] == ("A", "A") for row in kept) / len(kept)
    return f"{cut:4.2f}  {len(kept):4}  {'    '.join(cells)}    {both:5.1f}"


def main(folder: Path, file: Path = JUDGED) -> None:
    """Print what is kept at some cuts; claims that are not found any more are told and left out."""
    judged = [json.loads(row) for row in file.read_text(encoding="utf-8").splitlines()]
    sure = confidences(folder, sorted({row["document"] for row in judged}))
    places = [(row["document"], row["start"], row["end"]) for row in judged]
    print(f"{sum(place in sure for place in places)} of {len(places)} claims are found")
    for key in READERS:
        pairs = zip(judged, places, strict=True)
        rows = [(*row[key], sure[place]) for row, place in pairs if key in row and place in sure]
        if rows:
            print(HEADING)
        for cut in CUTS if rows else ():
            print(line(cut, rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
