"""The kinds of names on GUM: is what the gold calls a person, an organization or a place found as one?

Each name whose head word stands at a place of its own counts once. Labels are right that OntoNotes would give such a
thing: a nationality stands for a person, too, and a country for an organization. Spans are not compared, since GUM's
hold titles, articles and clauses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.command import main
from benchmarks.gum import GoldDocument, GoldMention, read_gum
from claimx.errors import InputError
from claimx.evaluation.attributions import Reader
from claimx.evaluation.report import Report, ratio
from claimx.records import Article, Entity

#: Labels that are right for a kind.
RIGHT: Mapping[str, frozenset[str]] = {
    "person": frozenset(("PERSON", "NORP")),
    "organization": frozenset(("ORG", "GPE", "NORP")),
    "place": frozenset(("GPE", "LOC", "FAC")),
}


def evaluate(gold: Path, extractor: Reader) -> Report:
    """Run an extractor over a document or a folder of documents and measure the kinds of the names that it finds.

    Raises:
        InputError: there are no documents in GUM's CoNLL-U.
    """
    paths = sorted(gold.glob("*.conllu")) if gold.is_dir() else [gold]
    if not paths:
        raise InputError(f"{gold} holds no file in CoNLL-U (GUM, *.conllu).")
    documents = [read_gum(path) for path in paths]
    found = extractor.pipe([Article(document.text, id=document.id) for document in documents])
    return score(documents, [document.entities for document in found])


def score(gold: Sequence[GoldDocument], found: Sequence[Sequence[Entity]]) -> Report:
    """Compare the names of each gold document with the entities found in it, in the same order.

    Returns:
        For each kind and for all the shares of names that are found as such ("right"), as something else ("wrong") and
        not at all ("missed").
    """
    counts: Counter[tuple[str, str]] = Counter()
    for document, entities in zip(gold, found, strict=True):
        for mention in names_of(document):
            counts[mention.type, outcome(mention, entities)] += 1
    outcomes = ("right", "wrong", "missed")
    rows = {}
    for row in (*RIGHT, "all"):
        total = {o: sum(counts[kind, o] for kind in RIGHT if row in (kind, "all")) for o in outcomes}
        rows[row] = {what: ratio(count, sum(total.values())) for what, count in total.items()}
    return Report(f"Names (GUM), {len(gold)} documents, {sum(counts.values())} names", rows)


def names_of(document: GoldDocument) -> list[GoldMention]:
    """The names, the shortest of those with one head word."""
    names = [mention for mention in document.mentions if mention.kind == "name"]
    shortest = sorted(names, key=lambda m: (m.head.start, m.span.end - m.span.start))
    return list({mention.head.start: mention for mention in reversed(shortest)}.values())


def outcome(mention: GoldMention, entities: Sequence[Entity]) -> str:
    """Whether a name is found as what it is ("right"), as something else ("wrong"), or not at all ("missed")."""
    label = next((e.label for e in entities if e.span.start <= mention.head.start < e.span.end), None)
    if label is None:
        return "missed"
    return "right" if label in RIGHT[mention.type] else "wrong"


if __name__ == "__main__":
    main(evaluate, __doc__)
