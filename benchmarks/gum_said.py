"""Who says what by genre: GUM's discourse relations of attribution, in percent.

    python -m benchmarks.gum_said attributions.jsonl [--misses FILE]

The gold is a line of JSON for each document, made of GUM's relations "attribution" and its coreference (Zeldes, "The
GUM Corpus", LRE 51, 2017): ``id``, ``genre``, ``text`` and ``attributions``, each with spans of ``content``, ``clause``
(that of the source and its cue) and ``source``, the ``names`` of the source, its ``kind`` ("none" where it is not
told), whether it is ``first`` person or "you", ``nested``, and whether its clause has a ``verb``.

Counted are those of third persons in a clause with a verb, not nested; "she knew", "suppose" and "make sure" are among
them, which are no statements. What claimx finds beside them is not counted as wrong: GUM marks many statements by other
relations.

- found: at least half of the words of the content stand in one claim of a source, whose cue stands in the clause, or
  whose source shares a word with the gold's;
- exact: the words of the two agree at F1 0.8 or more;
- source: of those found, the source shares a word with the gold's, or its name one that is written with a capital.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from claimx.evaluation.matching import ENOUGH
from claimx.evaluation.report import ratio
from claimx.pipeline import Extractor
from claimx.records import Article, Claim

Json = Mapping[str, Any]
Words = frozenset[int]

#: Genres with fewer statements stand together.
LEAST = 10
HALF = 0.5
OTHERS = "others"
_WORD = re.compile(r"\w+")


@dataclass
class Figures:
    """What was found of the statements of a genre."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    sources: int = 0
    misses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """The shares, in percent."""
        shares = (ratio(self.found, self.gold), ratio(self.exact, self.gold), ratio(self.sources, self.found))
        return "".join(f"{100 * share:8.1f}" for share in shares)


def main() -> None:
    """Print the figures by genre, those found most often first."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "--misses", type=argparse.FileType("w", encoding="utf-8"), help="where to write what is not found"
    )
    args = parser.parse_args()
    figures = measure(map(json.loads, args.gold.read_text(encoding="utf-8").splitlines()))
    print(f"{'':16}{'n':>5}{'found':>8}{'exact':>8}{'source':>8}")
    for genre, row in figures.items():
        print(f"{genre:16}{row.gold:5}{row}")
    if args.misses:
        _write_misses(figures, args.misses)


def measure(gold: Iterable[Json]) -> dict[str, Figures]:
    """The figures of each genre with enough statements, best first, then of the others and of all."""
    rows = [row for row in gold if any(_counts(mark) for mark in row["attributions"])]
    documents = Extractor().pipe(Article(text=row["text"], id=row["id"]) for row in rows)
    genres: dict[str, Figures] = {}
    for row, document in zip(rows, documents, strict=True):
        claims = [claim for claim in document.claims if claim.form != "narrated"]
        compare(row, claims, genres.setdefault(row["genre"], Figures()))
    large = {genre: row for genre, row in genres.items() if row.gold >= LEAST}
    order = sorted(large, key=lambda genre: -ratio(large[genre].found, large[genre].gold))
    return {
        **{genre: large[genre] for genre in order},
        OTHERS: _together(row for genre, row in genres.items() if genre not in large),
        "all": _together(genres.values()),
    }


def compare(row: Json, claims: Sequence[Claim], figures: Figures) -> None:
    """Count the statements of a document."""
    words = [match.span() for match in _WORD.finditer(row["text"])]
    candidates = [_Candidate(claim, words) for claim in claims]
    for mark in filter(_counts, row["attributions"]):
        wanted = {role: _inside(words, mark[role]) for role in ("content", "clause", "source")}
        linked = [each for each in candidates if each.is_linked(wanted)]
        best = max(linked, key=lambda each: each.f1(wanted["content"]), default=None)
        figures.gold += 1
        if best is None:
            figures.misses.append(f"{_text(row, 'clause', mark)} | {_text(row, 'content', mark)}")
            continue
        figures.found += 1
        figures.exact += best.f1(wanted["content"]) >= ENOUGH
        figures.sources += bool(best.source & wanted["source"]) or bool(best.name & _capitals(*mark["names"]))


class _Candidate:
    """A claim as sets of words of its text."""

    def __init__(self, claim: Claim, words: Sequence[tuple[int, int]]) -> None:
        self.content = _inside(words, claim.spans)
        self.source = _inside(words, claim.source.spans if claim.source else ())
        self.cue = _inside(words, claim.cue.spans if claim.cue else ())
        self.name = _capitals((claim.source and claim.source.name) or "")

    def is_linked(self, wanted: Mapping[str, Words]) -> bool:
        """Whether it holds half of a content, and is told by its clause or by its source."""
        is_told = bool(self.cue & wanted["clause"]) or bool(self.source & wanted["source"])
        return is_told and len(self.content & wanted["content"]) >= HALF * len(wanted["content"])

    def f1(self, content: Words) -> float:
        """How well its content agrees."""
        return ratio(2 * len(self.content & content), len(self.content) + len(content))


def _counts(mark: Json) -> bool:
    is_told = mark["kind"] != "none" and mark["verb"] and bool(mark["content"])
    return is_told and not mark["first"] and not mark["nested"]


def _inside(words: Sequence[tuple[int, int]], spans: Iterable[Iterable[int]]) -> Words:
    """The words that spans touch, by where they begin."""
    ranges = [tuple(span) for span in spans]
    return frozenset(begin for begin, end in words if any(begin < stop and end > start for start, stop in ranges))


def _capitals(*names: str) -> set[str]:
    return {word for name in names for word in _WORD.findall(name) if word[0].isupper() and len(word) > 1}


def _text(row: Json, role: str, mark: Json) -> str:
    spans = mark[role]
    return " ".join(row["text"][spans[0][0] : spans[-1][1]].split()) if spans else ""


def _together(rows: Iterable[Figures]) -> Figures:
    whole = Figures()
    for row in rows:
        for name in ("gold", "found", "exact", "sources"):
            setattr(whole, name, getattr(whole, name) + getattr(row, name))
    return whole


def _write_misses(figures: Mapping[str, Figures], out: TextIO) -> None:
    for line in _lines(figures):
        out.write(f"{line}\n")


def _lines(figures: Mapping[str, Figures]) -> Iterator[str]:
    for genre, row in figures.items():
        for miss in row.misses:
            yield f"{genre}: {miss}"


if __name__ == "__main__":
    main()
