"""What the rules for names, and for whom names, nouns and pronouns mean, are worth.

    python -m benchmarks.ablate_names [--shared FOLDER] [--only TEXT …] [--rows] [--show] [--cache FOLDER]
                                      [--page FILE]

Each part is switched off alone (:mod:`benchmarks.name_parts`), and what is found then is compared with what is found
with it, on the sets of :mod:`benchmarks.name_sets`. Texts are parsed and read by the network once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.ablate import Worth, table, write_into
from benchmarks.kept import Kept
from benchmarks.name_parts import parts_of_names, parts_of_referents, rows_of_names
from benchmarks.name_sets import Found, Item, Set, sets_of_names, sets_of_referents, sets_of_sources
from benchmarks.sets import ROOT, Nearness
from benchmarks.switches import Part, Rows, swapped, watched
from claimx.errors import ClaimxError
from claimx.mentions import find_mentions
from claimx.mentions.names.finder import find_entities

MARKS = {
    kind: tuple(
        f"<!-- {edge} table of {kind}, by python -m benchmarks.ablate_names --page docs/rules.md -->\n"
        for edge in ("the", "end of the")
    )
    for kind in ("names", "referents")
}


class Ablation:
    """Finds what is found with everything, and what is found without one part.

    ``names_stay``: no part can change what is named, so that names are found once.
    """

    def __init__(self, sets: Sequence[Set], parts: Sequence[Part | Rows], kept: Kept, *, names_stay: bool) -> None:
        self._sets, self._parts, self._kept, self._names_stay = sets, parts, kept, names_stay
        self._fired: dict[Part, set[str]] = {part: set() for part in parts if isinstance(part, Part)}
        self._whole: dict[str, tuple[Found, Nearness]] = {}
        self._noted: dict[tuple[str, str], Any] = {}
        with self._noting(), watched([*self._fired], self._note):
            for each in sets:
                for number, item in enumerate(each.items):
                    self._now = f"{each.name} {number}"
                    found = item.find(kept.reading(item.article))
                    self._whole[self._now] = found, item.nearness(found.whole)

    def _note(self, part: Part) -> None:
        self._fired[part].add(self._now)

    def worth(self, part: Part | Rows) -> list[Worth]:
        """What a part is worth on each set; articles in which it does nothing are not read again."""
        found = []
        with part.off(), self._noting():
            for each in self._sets:
                worth = Worth()
                for number, item in enumerate(each.items):
                    self._now = f"{each.name} {number}"
                    if not isinstance(part, Part) or self._now in self._fired[part]:
                        self._compare(worth, item)
                found.append(worth)
        return found

    def _compare(self, worth: Worth, item: Item) -> None:
        whole, nearness = self._whole[self._now]
        without = item.find(self._kept.reading(item.article))
        if without.pieces == whole.pieces:
            return
        lost, won = whole.pieces - without.pieces, without.pieces - whole.pieces
        worth.changed += max(len(lost), len(won))
        before = item.nearness(without.whole)
        worth.add(before, nearness)
        for sign, pieces in (("with   ", lost), ("without", won)):
            worth.shown += [f"{self._now} {_told(before, nearness)}: {sign} {piece}" for piece in sorted(pieces)]

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Find mentions once for each article, if no part can change them."""
        with ExitStack() as stack:
            if self._names_stay:
                stack.enter_context(swapped([(f, self._once(f)) for f in (find_mentions, find_entities)]))
            yield

    def _once(self, function: Any) -> Any:  # noqa: ANN401 - either of the two
        def once(*given: Any) -> Any:  # noqa: ANN401
            key = function.__name__, self._now
            if key not in self._noted:
                self._noted[key] = function(*given)
            return self._noted[key]

        return once


def _told(before: Nearness, after: Nearness) -> str:
    gain = sum(after.values()) - sum(before.values())
    return f"[{gain:+.0f}]" if gain else "[0]"


def main() -> None:
    """Print the tables, or write them into a page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder with data/ and cases/")
    parser.add_argument("--only", nargs="*", default=(), metavar="TEXT", help="parts whose group or name holds a text")
    parser.add_argument("--rows", action="store_true", help="also rows of lexicons, each with all texts read anew")
    parser.add_argument("--show", action="store_true", help="print what each part changes")
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="keep what is parsed and read for the next time")
    parser.add_argument("--page", type=Path, metavar="FILE", help="a page to write the tables into")
    args = parser.parse_args()
    rules: list[Part | Rows] = [*parts_of_names(), *(rows_of_names() if args.rows else ())]
    try:
        sources = sets_of_sources(args.shared)
        tables = (
            ("names", [*sets_of_names(args.shared), *sources], rules),
            ("referents", [*sets_of_referents(args.shared), *sources], parts_of_referents()),
        )
    except ClaimxError as error:
        sys.exit(str(error))
    kept = Kept(args.cache)
    for kind, sets, every in tables:
        parts = [part for part in every if not args.only or any(t in f"{part.group} {part.name}" for t in args.only)]
        if not parts:
            continue
        kept.prepare([item.article for each in sets for item in each.items])
        ablation, worths = Ablation(sets, parts, kept, names_stay=kind == "referents"), {}
        for part in parts:
            if args.show:
                print(f"--- {part.group} {part.name}", flush=True)
            worths[part] = worth = ablation.worth(part)
            print(f"{part.group:22} {part.name:30}", *(f"{w!s:>14}" for w in worth), file=sys.stderr, flush=True)
            if args.show:
                print(*(line for w in worth for line in w.shown), sep="\n")
        made = table(worths, [each.name for each in sets])
        if args.page:
            write_into(args.page, made, *MARKS[kind])
        else:
            print(made)


if __name__ == "__main__":
    main()
