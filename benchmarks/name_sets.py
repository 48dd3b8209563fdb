"""The sets on which the rules for names, and for whom names, nouns and pronouns mean, are measured (ablate_names).

Of each article something is found (its names, whom its words mean, all of it), and each thing in its gold is so much
worth: a name a point for its kind and one for its extent; a source a point for the right name, one off for a wrong one
or for one where there is none to give. What is found that is in no gold counts against it, one by one ("extra").
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import names, re3d, worldwide
from benchmarks.gum import GoldDocument, read_gum, score
from benchmarks.sets import ROOT, Nearness, program
from claimx.attributions.discourse import read_discourse
from claimx.errors import InputError
from claimx.mentions.names.finder import find_entities
from claimx.pipeline import Extractor
from claimx.reading import Reading
from claimx.records import Article, Document, Entity, Span, to_dict

#: Of GUM's 250 documents each so-manieth tells whom words mean: there are thousands of them in each.
EVERY = 6
#: Twice twenty articles in the manners of as many countries, their sources marked before the rules saw them.
COUNTRIES = tuple(ROOT / "benchmarks" / f"{name}_names.jsonl" for name in ("fresh", "blind"))
_KINDS = {"person": "P", "organisation": "O", "location": "G", "nationality": "N"}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an article: as it is compared with the gold, and piece by piece, to be shown."""

    whole: Any
    pieces: frozenset[str]


@dataclass(frozen=True, slots=True)
class Item:
    """An article, what is to be found in it, and what tells how near that comes to its gold."""

    article: Article
    find: Callable[[Reading], Found]
    nearness: Callable[[Any], Nearness]


@dataclass(frozen=True, slots=True)
class Set:
    """Articles with gold of one kind."""

    name: str
    items: tuple[Item, ...]


def sets_of_names(shared: Path) -> list[Set]:
    """Where names stand and what they are: re3d, GUM, the marked paragraphs of many countries, our own cases."""
    return [
        Set("re3d", tuple(map(_of_re3d, re3d.read_gold(_there(shared / "data" / "re3d"))))),
        Set("GUM", tuple(_of_gum(read_gum(path)) for path in _gum(shared))),
        Set("worldwide", tuple(map(_worldwide, worldwide.read_marked(ROOT / "benchmarks" / "worldwide.txt")))),
        Set("own cases", tuple(map(_own_names, _lines(ROOT / "tests" / "cases" / "entities.jsonl")))),
    ]


def sets_of_referents(shared: Path) -> list[Set]:
    """Whom names, nouns and pronouns mean: GUM's coreference and our own cases."""
    return [
        Set("GUM", tuple(_whom(read_gum(path)) for path in _gum(shared)[::EVERY])),
        Set("own cases", tuple(_own_referents(ROOT / "tests" / "cases"))),
    ]


def sets_of_sources(shared: Path) -> list[Set]:
    """Whose names sources get: those of PolNeAR's articles marked by hand, of ours of many countries, and the cases."""
    extractor = Extractor()
    scorer, checker = (_there(shared / "score" / name) for name in ("score_names.py", "check_cases.py"))
    polnear = _there(shared / "data" / "polnear")
    golds = _lines(polnear / "names.jsonl")
    texts = ((polnear / "train" / "text" / f"{gold['doc']}.txt").read_text(encoding="utf-8") for gold in golds)
    told, faults = program(scorer), program(checker)
    cases = [case for file in ("sources", "names") for case in _lines(_there(shared / "cases" / f"{file}.jsonl"))]
    return [
        Set("sources", tuple(_sources(gold, text, extractor, told) for gold, text in zip(golds, texts, strict=True))),
        Set("countries", tuple(_sources(g, g["text"], extractor, told) for path in COUNTRIES for g in _lines(path))),
        Set("cases", tuple(_case(case, extractor, faults) for case in cases)),
    ]


def _there(place: Path) -> Path:
    """A place in the folder of public data.

    Raises:
        InputError: it is not there.
    """
    if not place.exists():
        raise InputError(f"{place} is missing: name the folder that has the public data with --shared.")
    return place


def _gum(shared: Path) -> list[Path]:
    return sorted(_there(shared / "data" / "gum" / "dep").glob("*.conllu"))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


# --- where names stand and what they are ------------------------------------


def names_in(reading: Reading) -> Found:
    """The names in an article."""
    entities = find_entities(reading.doc, reading.text)
    return Found(entities, frozenset(f"{e.span.start} {e.text} {e.label} = {e.name}" for e in entities))


def _spans(
    text: str, gold: Iterable[tuple[Span, str]], ignored: Sequence[Span]
) -> Callable[[Sequence[Entity]], Nearness]:
    """Two points for a name with its extent and kind, one for its kind; ``ignored`` may be found or not."""
    wanted = [(re3d.trimmed(text, span), letter) for span, letter in gold]

    def nearness(entities: Sequence[Entity]) -> Nearness:
        mine = [(re3d.trimmed(text, e.span), _letter(e.label)) for e in entities if _letter(e.label)]
        near, used = dict[str, float](), set[Span]()
        for span, letter in wanted:
            fitting = [
                s for s, found in mine if s.overlaps(span) and (found == letter or (found, letter) == ("G", "O"))
            ]
            near[f"{span.start} {span.end}"] = float(bool(fitting)) + (span in fitting)
            used.update(fitting)
        extra = [s for s, _ in mine if s not in used and not any(s.overlaps(other) for other in ignored)]
        return near | {"extra": -float(len(extra))}

    return nearness


def _letter(label: str) -> str | None:
    return worldwide.LABELS.get(label)


def _of_re3d(gold: re3d.GoldArticle) -> Item:
    kinds = [(span, _KINDS[kind]) for span, kind in gold.names]
    return Item(Article(gold.text, id=gold.id), names_in, _spans(gold.text, kinds, gold.left_out))


def _worldwide(gold: worldwide.Marked) -> Item:
    return Item(Article(gold.text), names_in, _spans(gold.text, gold.names, ()))


def _of_gum(gold: GoldDocument) -> Item:
    def nearness(entities: Sequence[Entity]) -> Nearness:
        points = {"right": 1.0, "wrong": -1.0, "missed": 0.0}
        named = names.names_of(gold)
        return {str(m.head.start): points[names.outcome(m, entities)] for m in named}

    return Item(Article(gold.text, id=gold.id), names_in, nearness)


def _own_names(case: Mapping[str, Any]) -> Item:
    wanted = [tuple(row) for row in case["entities"]]

    def nearness(entities: Sequence[Entity]) -> Nearness:
        mine = [(e.text, e.label, e.name) for e in entities]
        return {"case": float(mine == wanted)}

    return Item(Article(case["text"]), names_in, nearness)


# --- whom words mean --------------------------------------------------------


def names_meant(reading: Reading) -> dict[int, str | None]:
    """The name, or none, of whom each word is taken to mean, by where it begins."""
    discourse = read_discourse(reading, find_entities(reading.doc, reading.text))
    meant = ((token.idx, discourse.meant_by(token)) for token in reading.doc)
    return {at: referent.name for at, referent in meant if referent is not None}


def _meant(reading: Reading) -> Found:
    whole = names_meant(reading)
    pieces = (f"{at} {reading.text[at : at + 12]!r} = {name}" for at, name in whole.items())
    return Found(whole, frozenset(pieces))


def _whom(gold: GoldDocument) -> Item:
    def nearness(meant: Mapping[int, str | None]) -> Nearness:
        near: dict[str, float] = {}
        for kind, figures in score([gold], [meant]).items():
            if kind != "all":
                near |= {f"{kind} right": float(figures.right), f"{kind} wrong": -float(figures.wrong)}
        return near

    return Item(Article(gold.text, id=gold.id), _meant, nearness)


def _own_referents(folder: Path) -> Iterable[Item]:
    extractor = Extractor()
    for case in _lines(folder / "coreference.jsonl"):
        yield Item(Article(case["text"]), _meant, _word_means(case))
    for case in _lines(folder / "sources.jsonl"):
        yield Item(Article(case["text"]), _all_of(extractor), _source_is(case))


def _word_means(case: Mapping[str, Any]) -> Callable[[Mapping[int, str | None]], Nearness]:
    at = [n for n in range(len(case["text"])) if case["text"].startswith(case["word"], n)]
    return lambda meant: {"case": float(any(meant.get(n) == case["name"] for n in at))}


def _source_is(case: Mapping[str, Any]) -> Callable[[Document], Nearness]:
    def nearness(document: Document) -> Nearness:
        sources = [claim.source for claim in document.claims if claim.source is not None]
        mine = [(s.name, s.type, s.mention) for s in sources if s.text == case["source"]]
        return {"case": float((case["name"], case["type"], case["mention"]) in mine)}

    return nearness


# --- whose names sources get ------------------------------------------------


def _all_of(extractor: Extractor) -> Callable[[Reading], Found]:
    def find(reading: Reading) -> Found:
        document = extractor.interpret(reading)
        sources = (claim.source for claim in document.claims if claim.source is not None)
        told = (f"{s.spans[0].start} {s.text} = {s.name} ({s.role.text if s.role else ''})" for s in sources)
        named = (f"{e.span.start} {e.text} {e.label} = {e.name}" for e in document.entities)
        return Found(document, frozenset((*told, *named)))

    return find


def _sources(gold: Mapping[str, Any], text: str, extractor: Extractor, scorer: ModuleType) -> Item:
    def nearness(document: Document) -> Nearness:
        near: dict[str, float] = {}
        sources = [claim.source for claim in document.claims if claim.source is not None]
        ids = {entity.id: entity.name for entity in document.entities}
        for number, wanted in enumerate(gold["sources"]):
            best = max(sources, key=lambda source: _shared(source.spans, wanted["source"]), default=None)
            if best is None or not _shared(best.spans, wanted["source"]):
                continue
            near[f"name {number}"] = _points(best.name, best.text, wanted, scorer)
            if wanted["role"]:
                role = best.role.text if best.role is not None else None
                near[f"role {number}"] = float(bool(scorer.telling(role) & scorer.telling(wanted["role"])))
            if wanted["several"]:
                have = scorer.telling(" ".join((best.name or "", *(ids.get(one, "") for one in best.entities))))
                near[f"several {number}"] = float(sum(scorer.telling(name) <= have for name in wanted["several"]))
        return near

    return Item(Article(text, id=gold["doc"]), _all_of(extractor), nearness)


def _shared(spans: Sequence[Span], others: Sequence[Sequence[int]]) -> int:
    """How many characters some spans share with others."""
    return sum(max(0, min(a.end, end) - max(a.start, start)) for a in spans for start, end in others)


def _points(name: str | None, text: str, wanted: Mapping[str, Any], scorer: ModuleType) -> float:
    """What a source's name is worth: 1 where it is right, −1 where it is wrong or there is none to give."""
    if not name:
        return 0.0
    if wanted["names"]:
        return 1.0 if scorer.same(name, [*wanted["names"], *wanted["several"]]) else -1.0
    return 0.0 if scorer.telling(name) <= scorer.telling(text) else -1.0


def _case(case: Mapping[str, Any], extractor: Extractor, checker: ModuleType) -> Item:
    day = case.get("published")
    published = date.fromisoformat(day) if day else None
    article = Article(case["text"], id=case["id"], title=case.get("title"), published=published)

    def nearness(document: Document) -> Nearness:
        return {"case": -float(len(checker.faults(case, json.loads(json.dumps(to_dict(document))))))}

    return Item(article, _all_of(extractor), nearness)
