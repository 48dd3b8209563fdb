"""The sets on which parts of claimx are measured, and for each thing in their gold how near claimx comes to it.

- PolNeAR's development part, our samples and our texts of other kinds (transcripts, interviews, statements, live blogs,
  ways of reporting): attributions marked by hand. How near one is: the F1 of its content's words with what was found
  for it, and a point each for a source that meets the gold's, for three roles that are equal, and for the source's
  name, where the gold has it. What was found for no attribution of the gold counts against it.
- GUM: its discourse relations of attribution, by the measure of ``score_gum.py``: a point each for being found, for an
  exact content, for the right source; one for the right name, and one off for a wrong one.
- Cases: short texts with what must and what must not be found; how near: the number of faults that ``check_cases.py``
  names, counted down.

The last two are measured by the programs that come with the data, which are imported from beside it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from claimx.errors import InputError
from claimx.evaluation.attributions import as_roles
from claimx.evaluation.gold import GoldArticle, read_gold
from claimx.evaluation.matching import pairs
from claimx.records import Article, Claim, Document, to_dict

ROOT = Path(__file__).resolve().parents[1]
#: Our own texts with gold, of kinds that the public sets have none of.
KINDS = tuple(
    Path(__file__).with_name(f"{name}.jsonl")
    for name in ("layout_texts", "fresh_layouts", "fresh_reports", "blind_reports")
)
#: F1 of two contents' words from which one is taken for the other.
_ALIKE = 0.5

#: How near claimx comes to each thing in one article's gold, by a name for the thing; "extra": what nobody marked.
Nearness = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a set, and what tells how near what was found in it comes to its gold."""

    article: Article
    nearness: Callable[[Document], Nearness]


@dataclass(frozen=True, slots=True)
class Set:
    """A set of articles with gold."""

    name: str
    items: tuple[Item, ...]


def read_sets(shared: Path) -> list[Set]:
    """PolNeAR dev, GUM, the cases, the samples and texts of other kinds.

    Args:
        shared: the folder with ``data``, ``cases`` and ``score``.

    Raises:
        InputError: the data or the programs that measure are not there.
    """
    polnear, gum, cases = shared / "data/polnear/dev", shared / "data/gum/attributions.jsonl", shared / "cases"
    relations, faults = shared / "score" / "score_gum.py", shared / "score" / "check_cases.py"
    for place in (polnear, gum, cases, relations, faults):
        if not place.exists():
            raise InputError(
                f"{place} is missing: rules are measured on public data and cases that are not distributed with "
                "claimx; name the folder that has them with --shared."
            )
    return [
        Set("PolNeAR", tuple(_polnear(polnear))),
        Set("GUM", tuple(_gum(gum, program(relations)))),
        Set("cases", tuple(_cases(sorted(cases.glob("*.jsonl")), program(faults)))),
        Set("samples", tuple(_marked(ROOT / "tests" / "samples" / "gold.jsonl"))),
        Set("kinds", tuple(item for path in KINDS for item in _marked(path))),
    ]


def program(path: Path) -> ModuleType:
    """A program imported from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise InputError(f"{path} is no program in Python.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def statements(document: Document) -> list[Claim]:
    """The claims that somebody makes, those reported inside of others left out, as the gold has it."""
    return [claim for claim in document.claims if claim.form != "narrated" and claim.parent is None]


# --- attributions marked by hand --------------------------------------------


def _polnear(folder: Path) -> Iterable[Item]:
    for gold in read_gold(folder):
        yield Item(Article(gold.text, id=gold.id), _to_attributions(gold, [None] * len(gold.attributions)))


def _marked(path: Path) -> Iterable[Item]:
    rows = {row["doc"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for gold in read_gold(path):
        row = rows[gold.id]
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        names = [mark.get("name") for mark in row["attributions"]]
        yield Item(Article(gold.text, id=gold.id, published=published), _to_attributions(gold, names))


def _to_attributions(gold: GoldArticle, names: Sequence[str | None]) -> Callable[[Document], Nearness]:
    """``names`` are whom the sources of the gold resolve to; None where it does not tell."""

    def nearness(document: Document) -> Nearness:
        claims = statements(document)
        near = {f"attribution {number}": 0.0 for number in range(len(gold.attributions))}
        paired = [pair for pair in pairs(gold, [as_roles(claim) for claim in claims]) if pair.f1 >= _ALIKE]
        for pair in paired:
            source = claims[pair.found].source
            is_named = names[pair.gold] is not None and source is not None and source.name == names[pair.gold]
            near[f"attribution {pair.gold}"] = pair.f1 + pair.sources_meet + pair.is_equal + is_named
        return near | {"extra": float(len(paired) - len(claims))}

    return nearness


# --- GUM --------------------------------------------------------------------

_FIGURES = re.compile(
    r"^(?P<number>\d+) +n +1  found +(?P<found>[\d.]+)  exact +(?P<exact>[\d.]+).*?  source right +(?P<source>[\d.]+)"
    r".*?  name right/wrong/none (?P<right>\d)/(?P<wrong>\d)/",
    re.MULTILINE,
)


def _gum(path: Path, program: ModuleType) -> Iterable[Item]:
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        yield Item(Article(gold["text"], id=gold["id"]), _to_relations(gold, program))


def _to_relations(gold: Mapping[str, Any], program: ModuleType) -> Callable[[Document], Nearness]:
    """Its program prints figures by genre; where each attribution is a genre of its own, it prints them for each."""
    alone = [
        {"id": str(number), "genre": str(number), "text": gold["text"], "attributions": [attribution]}
        for number, attribution in enumerate(gold["attributions"])
    ]

    def nearness(document: Document) -> Nearness:
        if not alone:
            return {}
        envelope = to_dict(document)
        found = [{**envelope, "doc": {**envelope["doc"], "id": row["id"]}} for row in alone]
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("gold", "found")]
            for file, rows in zip(paths, (alone, found), strict=True):
                file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                program.score(*paths, None)
        return {f"relation {row['number']}": _points(row) for row in _FIGURES.finditer(printed.getvalue())}

    return nearness


def _points(row: re.Match[str]) -> float:
    shares = sum(float(row[name]) for name in ("found", "exact", "source")) / 100
    return shares + int(row["right"]) - int(row["wrong"])


# --- cases ------------------------------------------------------------------


def _cases(paths: Sequence[Path], program: ModuleType) -> Iterable[Item]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield _case(json.loads(line), program)


def _case(case: Mapping[str, Any], program: ModuleType) -> Item:
    day = case.get("published")
    published = date.fromisoformat(day) if day else None
    article = Article(case["text"], id=case["id"], title=case.get("title"), published=published)

    def nearness(document: Document) -> Nearness:
        envelope = json.loads(json.dumps(to_dict(document)))
        return {"case": -float(len(program.faults(case, envelope)))}

    return Item(article, nearness)
