"""The re3d benchmark (Dstl, "Relationship and Entity Extraction Evaluation Dataset"): named entities against gold.

A folder holds sources, each with ``documents.json`` and ``entities.json`` in JSON Lines. The gold marks names and plain
descriptions; only names, with a capitalised word beside determiners, are compared, in four classes. A GPE matches an
organisation, too, since OntoNotes labels a country that acts GPE. What lies on gold of another class, or on a
description, counts for nothing.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import main
from claimx.errors import InputError
from claimx.evaluation.attributions import Reader
from claimx.evaluation.report import PRF, Report
from claimx.records import Article, Entity, Span

CLASSES: Mapping[str, str] = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "location",
    "Nationality": "nationality",
}
#: OntoNotes label to class.
LABELS: Mapping[str, str] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "location",
    "LOC": "location",
    "FAC": "location",
    "NORP": "nationality",
}
_DETERMINERS = frozenset(
    (
        *("The", "A", "An", "This", "These", "Those", "Some", "Our", "His", "Her", "Their", "Its"),
        *("I", "We", "It", "He", "She", "They", "You"),
    )
)
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.I)
_GENITIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A document with its gold: names by class, and what lies beside the comparison."""

    id: str
    text: str
    names: tuple[tuple[Span, str], ...]
    left_out: tuple[Span, ...]


def evaluate(gold: Path, extractor: Reader) -> Report:
    """Run an extractor over the benchmark's documents and measure the names that it finds.

    Raises:
        InputError: the folder is not in re3d's layout.
    """
    articles = read_gold(gold)
    found = extractor.pipe([Article(article.text, id=article.id) for article in articles])
    return score(articles, [document.entities for document in found])


def read_gold(folder: Path) -> list[GoldArticle]:
    """The documents of all sources in a folder, in the order of their names.

    Raises:
        InputError: the folder is not in re3d's layout.
    """
    found: list[GoldArticle] = []
    inside = folder.iterdir() if folder.is_dir() else ()
    for source in sorted(path for path in inside if (path / "documents.json").exists()):
        try:
            entities = [json.loads(line) for line in _lines(source / "entities.json")]
            for line in _lines(source / "documents.json"):
                document = json.loads(line)
                mine = [entity for entity in entities if entity["documentId"] == document["_id"]]
                found.append(_article(document["_id"], document["text"], mine))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
            raise InputError(f"{source} is not in the layout of re3d ({type(error).__name__}: {error}).") from error
    if not found:
        raise InputError(
            f"{folder} is no folder in re3d's layout: no folder with documents.json and entities.json in it."
        )
    return found


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _article(name: str, text: str, entities: Sequence[Mapping[str, object]]) -> GoldArticle:
    names, left_out = [], []
    marked = {(Span(int(str(e["begin"])), int(str(e["end"]))), str(e["type"])) for e in entities}
    for span, kind in sorted(marked):
        if kind in CLASSES and is_name(text[span.start : span.end]):
            names.append((span, CLASSES[kind]))
        else:
            left_out.append(span)
    return GoldArticle(name, text, tuple(names), tuple(left_out))


def is_name(words: str) -> bool:
    """Whether there is a capitalised word that is no determiner or pronoun."""
    return any(word[0].isupper() and word not in _DETERMINERS for word in _WORD.findall(words))


def trimmed(text: str, span: Span) -> Span:
    """A span without a leading article and a closing genitive."""
    start, end = span
    if match := _ARTICLE.match(text, start, end):
        start = match.end()
    if match := _GENITIVE.search(text[start:end]):
        end -= len(match.group())
    return Span(start, end)


def score(gold: Sequence[GoldArticle], found: Sequence[Sequence[Entity]]) -> Report:
    """Score the entities that were found in each gold document, in the same order.

    Returns:
        A row for each class and for all; ``typed`` are overlapping spans of one class, ``exact`` equal ones.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for article, entities in zip(gold, found, strict=True):
        _count(article, [entity for entity in entities if entity.label in LABELS], counts)
    rows = {}
    for row in (*CLASSES.values(), "all"):
        kinds = [kind for kind in CLASSES.values() if row in (kind, "all")]
        total = {what: sum(counts[kind, what] for kind in kinds) for what in ("gold", "system", "typed", "exact")}
        figures = {what: PRF.of(total[what], total["system"], total["gold"]) for what in ("typed", "exact")}
        rows[row] = {f"{what} {name}": value for what, prf in figures.items() for name, value in prf.columns().items()}
    return Report("Entities (re3d)", rows)


def _count(article: GoldArticle, left: list[Entity], counts: Counter[tuple[str, str]]) -> None:
    for span, kind in article.names:
        counts[kind, "gold"] += 1
        fitting = [e for e in left if _fits(e, kind) and e.span.overlaps(span)]
        if not fitting:
            continue
        best = max(fitting, key=lambda e: min(e.span.end, span.end) - max(e.span.start, span.start))
        left.remove(best)
        counts[kind, "system"] += 1
        counts[kind, "typed"] += 1
        counts[kind, "exact"] += trimmed(article.text, best.span) == trimmed(article.text, span)
    for entity in left:
        if not any(entity.span.overlaps(span) for span in article.left_out):
            counts[LABELS[entity.label], "system"] += 1


def _fits(entity: Entity, kind: str) -> bool:
    return LABELS[entity.label] == kind or (entity.label == "GPE" and kind == "organisation")


if __name__ == "__main__":
    main(evaluate, __doc__)
