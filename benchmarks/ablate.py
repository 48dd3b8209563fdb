"""What each rule, correction, step and group of lexicon rows of the attribution step is worth, on five sets.

    python -m benchmarks.ablate [--shared FOLDER] [--only TEXT …] [--show] [--workers N] [--cache FOLDER]
                              [--page FILE]

Each part is switched off alone, and what is found then is compared with what is found with it, on PolNeAR's development
part, GUM, the cases, our samples and our texts of other kinds (:mod:`benchmarks.sets`). Texts are parsed and read by
the network once.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.kept import Kept
from benchmarks.parts import all_parts
from benchmarks.sets import ROOT, Item, Nearness, Set, read_sets
from benchmarks.switches import Part, Rows, swapped, watched
from claimx.errors import ClaimxError
from claimx.mentions import find_mentions
from claimx.records import Article, Claim, Document, Mentions

BEGIN, END = (
    "<!-- the table, by python -m benchmarks.ablate --page docs/rules.md -->\n",
    "<!-- end of the table -->\n",
)
_LEAST = 0.01  # a difference in nearness that counts


@dataclass(slots=True)
class Worth:
    """What a part does to one set.

    ``changed`` statements are others with it than without it; of the things in the gold, ``nearer`` ones are come
    nearer to with it, ``farther`` ones less near. ``shown`` are the statements, for people to look at.
    """

    changed: int = 0
    nearer: int = 0
    farther: int = 0
    shown: list[str] = field(default_factory=list)

    def add(self, before: Nearness, after: Nearness) -> None:
        """Count the gold of one article: ``before`` without the part, ``after`` with it."""
        for name, value in after.items():
            gain = value - before.get(name, 0.0)
            steps = max(1, round(abs(gain))) if name == "extra" else 1
            self.nearer += steps * (gain > _LEAST)
            self.farther += steps * (gain < -_LEAST)

    def __str__(self) -> str:
        """``changed +nearer −farther``, or a dash where nothing changes."""
        gold = [f"+{self.nearer}"] * (self.nearer > 0) + [f"−{self.farther}"] * (self.farther > 0)
        return " ".join([str(self.changed), *gold]) if self.changed or gold else "–"


class Ablation:
    """Finds what is found with everything, and what is found without one part."""

    def __init__(self, sets: Sequence[Set], parts: Sequence[Part | Rows], folder: Path | None = None) -> None:
        self._sets, self._parts, self._kept = sets, parts, Kept(folder)
        self._fired: dict[Part, set[str]] = {part: set() for part in parts if isinstance(part, Part)}
        self._whole: dict[str, tuple[Document, Nearness]] = {}
        self._mentions: dict[str, Mentions] = {}
        self._kept.prepare([item.article for each in sets for item in each.items])
        with swapped([(find_mentions, self._noting_mentions)]), watched([*self._fired], self._note):
            for each in sets:
                for item in each.items:
                    self._now = key = _key(each, item)
                    document = self._kept.again(item.article)
                    self._whole[key] = document, item.nearness(document)

    def _note(self, part: Part) -> None:
        self._fired[part].add(self._now)

    def worth(self, number: int) -> list[Worth]:
        """What a part, by its number, is worth on each set; articles in which it does nothing are not read again."""
        part, found = self._parts[number], list[Worth]()
        with part.off(), self._with_mentions(part):
            for each in self._sets:
                worth = Worth()
                for item in each.items:
                    key = _key(each, item)
                    if isinstance(part, Part) and key not in self._fired[part]:
                        continue
                    self._compare(part, worth, item, key)
                found.append(worth)
        return found

    @contextmanager
    def _with_mentions(self, part: Part | Rows) -> Iterator[None]:
        """Let mentions be as they were: only lexicons can change them."""
        if isinstance(part, Rows):
            yield
            return
        with swapped([(find_mentions, lambda *_: self._mentions[self._now])]):
            yield

    def _noting_mentions(self, *given: Any) -> Mentions:  # noqa: ANN401
        self._mentions[self._now] = found = find_mentions(*given)
        return found

    def _may_matter(self, rows: Rows, article: Article) -> bool:
        if rows.is_of_the_page:
            return not self._kept.is_laid_out_as_before(article)
        return rows.may_matter(self._kept.words(article))

    def _compare(self, part: Part | Rows, worth: Worth, item: Item, key: str) -> None:
        if isinstance(part, Rows) and not self._may_matter(part, item.article):
            return
        self._now = key
        document, nearness = self._whole[key]
        without = self._kept.again(item.article)
        if without.claims == document.claims:
            if without != document:
                worth.add(item.nearness(without), nearness)
            return
        lost, won = _difference(document, without), _difference(without, document)
        worth.changed += max(len(lost), len(won))
        worth.add(item.nearness(without), nearness)
        worth.shown += [f"{key}: with    {claim}" for claim in lost]
        worth.shown += [f"{key}: without {claim}" for claim in won]


def _key(each: Set, item: Item) -> str:
    return f"{each.name} {item.article.id}"


def _difference(document: Document, other: Document) -> list[str]:
    """The statements of a document that another one has not, each in a line."""
    theirs = {_line(claim) for claim in other.claims if claim.form != "narrated"}
    mine = [_line(claim) for claim in document.claims if claim.form != "narrated"]
    return [line for line in mine if line not in theirs]


def _line(claim: Claim) -> str:
    source = f"{claim.source.text} = {claim.source.name} ({claim.source.mention})" if claim.source else "nobody"
    to = " | ".join(part.text for part in (claim.addressee, claim.medium, claim.made) if part)
    kind = f"{claim.form}{' inside of another' if claim.parent else ''}, {claim.act}, {claim.certainty}"
    return f"[{kind}] {source} | {claim.cue.text if claim.cue else '-'} | {to} | {claim.text}"


# --- the table --------------------------------------------------------------


def table(worths: Mapping[Any, Sequence[Worth]], names: Sequence[str]) -> str:
    """A Markdown table with a row for each part, those of a group together."""
    lines = [f"| | part | {' | '.join(names)} | |", "| --- | --- |" + " --- |" * len(names) + " --- |"]
    for part, worth in worths.items():
        about = part.about.replace("|", "\\|").replace("<", "&lt;")
        lines.append(f"| {part.group} | {part.name} | {' | '.join(map(str, worth))} | {about} |")
    return "\n".join(lines) + "\n"


def write_into(page: Path, made: str, begins: str = BEGIN, ends: str = END) -> None:
    """Put the table where the page says that it belongs: between two lines.

    Raises:
        ValueError: the page has no such place.
    """
    before, begin, rest = page.read_text(encoding="utf-8").partition(begins)
    _, end, after = rest.partition(ends)
    if not begin or not end:
        raise ValueError(f"{page} has no lines {begins.strip()} and {ends.strip()}")
    page.write_text(before + begin + made + end + after, encoding="utf-8")


_ablation: Ablation  # what the worker processes share, as it was before they were forked


def _worth(number: int) -> list[Worth]:
    return _ablation.worth(number)


def measured(ablation: Ablation, count: int, workers: int) -> Iterator[list[Worth]]:
    """What each of ``count`` parts is worth, in order.

    Processes are forked, since they must share the parsed texts; where the system cannot, one does all.
    """
    if workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(ablation.worth, range(count))
        return
    global _ablation  # noqa: PLW0603 - documents cannot be sent to another process, only inherited
    _ablation = ablation
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield from pool.imap(_worth, range(count))


def main() -> None:
    """Print the table, or write it into a page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="data, cases and programs")
    parser.add_argument("--only", nargs="+", default=[], metavar="TEXT", help="parts whose group or name holds a text")
    parser.add_argument("--show", action="store_true", help="show the statements that change")
    parser.add_argument("--workers", type=int, default=1, help="processes that measure side by side")
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="keep parses and what the network heard there")
    parser.add_argument("--page", type=Path, help="a page to write the table into")
    args = parser.parse_args()
    parts = [p for p in all_parts() if not args.only or any(text in f"{p.group} {p.name}" for text in args.only)]
    try:
        sets = read_sets(args.shared)
    except ClaimxError as error:
        sys.exit(str(error))
    ablation = Ablation(sets, parts, args.cache)
    worths = {}
    for part, worth in zip(parts, measured(ablation, len(parts), args.workers), strict=True):
        worths[part] = worth
        print(f"{part.group:12} {part.name:40}", *(f"{w!s:>14}" for w in worth), file=sys.stderr, flush=True)
        if args.show:
            print(*(line for w in worth for line in w.shown), sep="\n")
    made = table(worths, [each.name for each in sets])
    if args.page:
        write_into(args.page, made)
    else:
        print(made, end="")


if __name__ == "__main__":
    main()
