"""Who speaks in transcripts, interviews, block quotations and live blogs, in percent, in texts of our own.

    python -m benchmarks.turns [layout_texts.jsonl] [--misses]

The texts of ``layout_texts.jsonl`` were written with their gold before the rules that they measure. One half
("develop") was looked at while the rules were made, the other ("kept") was not; "fresh" and "fresh-2" came after
the rules and after those for "fresh", and looked at when they had been measured once. Three figures:

- paragraphs: the F1 of all paragraphs of contents, paired one to one where 0.8 of their words agree and the sources
  share a word, or there is none on either side;
- turns: the same of whole contents;
- names: of the turns so found whose name the gold judges (null: the source has none), how many have that name;
  capitals do not count, nor, where the gold has but a surname, what stands before it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimx.evaluation.attributions import as_roles
from claimx.evaluation.gold import ROLES, GoldArticle, Roles
from claimx.evaluation.matching import ENOUGH, pairs
from claimx.evaluation.report import PRF
from claimx.pipeline import Extractor
from claimx.records import Article, Claim, Span

TEXTS = Path(__file__).with_name("layout_texts.jsonl")
HALVES = ("develop", "kept", "fresh", "fresh-2")


def main() -> None:
    """Print the figures of each half."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("texts", type=Path, nargs="?", default=TEXTS)
    parser.add_argument("--misses", action="store_true", help="print what is wrong in the texts that may be looked at")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.texts.read_text(encoding="utf-8").splitlines()]
    documents = Extractor().pipe(Article(text=row["text"], id=row["doc"]) for row in rows)
    found = [[c for c in document.claims if c.form != "narrated" and c.parent is None] for document in documents]
    for half in HALVES:
        figures = _Figures()
        for row, claims in zip(rows, found, strict=True):
            if row["half"] == half:
                misses = figures.add(row, claims)
                if args.misses and half != HALVES[1]:
                    print(row["doc"], *misses, sep="\n    ")
        print(f"{half:8} {figures}", flush=True)


class _Figures:
    """Counts of one half."""

    def __init__(self) -> None:
        self.texts = self.named = self.judged = 0
        self.counts = {unit: [0, 0, 0] for unit in ("paragraphs", "turns")}

    def add(self, row: dict[str, Any], claims: Sequence[Claim]) -> list[str]:
        """Count one text; what is wrong in it, in words."""
        self.texts += 1
        text, marks = row["text"], row["attributions"]
        gold = [Roles(*(tuple(Span(*span) for span in mark[role]) for role in ROLES)) for mark in marks]
        roles = [as_roles(claim) for claim in claims]
        self._count("paragraphs", text, [*_paragraphs(text, gold)], [*_paragraphs(text, roles)])
        right = self._count("turns", text, gold, roles)
        missed = [f"missed  {_words(text, gold[n])}" for n in range(len(gold)) if n not in right]
        extra = [f"extra   {_words(text, roles[n])}" for n in range(len(roles)) if n not in right.values()]
        misnamed = []
        for place, other in right.items():
            if "name" in marks[place]:
                source = claims[other].source
                name, wanted = source.name if source else None, marks[place]["name"]
                is_right = _is_name(name, wanted)
                self.judged += 1
                self.named += is_right
                misnamed += [] if is_right else [f"named   {name!r}, not {wanted!r}: {_words(text, gold[place])}"]
        return [*missed, *extra, *misnamed]

    def _count(self, unit: str, text: str, gold: Sequence[Roles], found: Sequence[Roles]) -> dict[int, int]:
        paired = pairs(GoldArticle("", text, tuple(gold)), found)
        right = {pair.gold: pair.found for pair in paired if pair.f1 >= ENOUGH and pair.sources_meet}
        counts = self.counts[unit]
        for place, number in enumerate((len(right), len(found), len(gold))):
            counts[place] += number
        return right

    def __str__(self) -> str:
        """One line: the texts, both F1 and the share of right names."""
        scores = []
        for unit, (right, found, wanted) in self.counts.items():
            prf = PRF.of(right, found, wanted)
            scores.append(f"{unit} {prf.f1:.1%} ({prf.precision:.1%} / {prf.recall:.1%} of {wanted})")
        names = f"names {self.named / max(self.judged, 1):.1%} ({self.named} of {self.judged})"
        return ", ".join([f"{self.texts} texts", *scores, names])


def _paragraphs(text: str, statements: Sequence[Roles]) -> Iterator[Roles]:
    """Each paragraph of each statement's content as a statement of its own."""
    for statement in statements:
        lines: list[list[Span]] = []
        for span in statement.content:
            if lines and "\n" not in text[lines[-1][-1].end : span.start]:
                lines[-1].append(span)
            else:
                lines.append([span])
        yield from (Roles(statement.source, statement.cue, tuple(line)) for line in lines)


def _is_name(name: str | None, wanted: str | None) -> bool:
    """Whether a name is the one that is wanted; labels in capitals name the same person."""
    if not name or not wanted:
        return name == wanted
    words, of_gold = name.casefold().split(), wanted.casefold().split()
    return words[-len(of_gold) :] == of_gold and (len(of_gold) == 1 or len(words) == len(of_gold))


def _words(text: str, roles: Roles) -> str:
    source, content = (" … ".join(text[a:b] for a, b in spans) for spans in (roles.source, roles.content))
    return f"{source!r}: {content!r}"


if __name__ == "__main__":
    main()
