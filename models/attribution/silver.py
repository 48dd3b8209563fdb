"""Writes texts with the names in them, to train the network's name tagger on: gold where there is some, else silver.

    python models/attribution/silver.py SHARED MD out.jsonl

SHARED holds ``polnear/train/text``, ``timebank``, ``gum/dep`` and ``re3d``; MD is the folder of spaCy's en_core_web_md.
Needs claimx and its spaCy model, whose own entity recogniser is one of the taggers. A line is ``{"id", "text", "spans":
[[start, end, [labels]]], "unsure": [[start, end]]}``: one of the labels is right for a span; nothing is learned from
unsure words; all others belong to no name.

- News without gold: what two taggers (en_core_web_sm, en_core_web_md) and claimx's rules say alike.
- GUM: the same, but kinds of names (person, organization, place) are the gold's.
- re3d: the outermost names of the gold; of descriptions and nested names nothing is learned.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import spacy

from benchmarks.gum import GoldMention, read_gum
from benchmarks.re3d import GoldArticle, read_gold, trimmed
from claimx.document import find_parser, parse, shadow
from claimx.mentions.names.finder import find_entities
from claimx.network.names import set_entities
from claimx.records import HeardName, Span, Zone

#: Labels that a gold class allows.
GUM = {"person": {"PERSON", "NORP"}, "organization": {"ORG", "GPE"}, "place": {"GPE", "LOC", "FAC"}}
RE3D = {
    "person": {"PERSON"},
    "organisation": {"ORG", "GPE"},
    "location": {"GPE", "LOC", "FAC"},
    "nationality": {"NORP"},
}
#: OntoNotes labels that are no names; rules of claimx do not give them.
NOT_NAMES = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"}


class Labelled(NamedTuple):
    """Spans with the labels that are right for them, and spans of which nothing is known."""

    spans: list[tuple[Span, set[str]]]
    unsure: list[Span]


def zones(text: str) -> list[Zone]:
    """A zone a line."""
    lines = re.finditer(r"\S(?:[^\n\r]*\S)?", text)
    return [Zone("body", Span(*line.span()), number) for number, line in enumerate(lines)]


def agreed(text: str, taggers: Sequence[Iterable[Any]], rules: Sequence[tuple[Span, str]]) -> Labelled:
    """Spans on which rules and a tagger, or both taggers, agree; what only one of them says is unsure."""
    said: dict[Span, set[tuple[int, str]]] = {}
    for number, entities in enumerate(taggers):
        for entity in entities:
            said.setdefault(trimmed(text, Span(entity.start_char, entity.end_char)), set()).add((number, entity.label_))
    found = Labelled([], [])
    for span, label in rules:
        labels = {one for other, votes in said.items() if other.overlaps(span) for _, one in votes}
        if label in labels:
            found.spans.append((span, {label}))
        else:
            found.unsure.append(span)
    for span, votes in said.items():
        if any(span.overlaps(other) for other, _ in rules):
            continue
        both = {label for _, label in votes}
        if len(votes) == len(taggers) and len(both) == 1:
            found.spans.append((span, both))
        else:
            found.unsure.append(span)
    return found


def with_gum(silver: Labelled, names: Sequence[GoldMention], rules: Sequence[tuple[Span, str]]) -> Labelled:
    """Silver spans under the kinds of the gold's names; names that silver lacks come with the span of the rules."""
    found = Labelled([], list(silver.unsure))
    for span, labels in silver.spans:
        inside = [name for name in names if span.start <= name.head.start < span.end]
        if inside and not labels & NOT_NAMES:
            allowed = GUM[min(inside, key=lambda name: name.span.end - name.span.start).type]
            found.spans.append((span, labels & allowed or allowed))
        else:
            found.spans.append((span, labels))
    for name in names:
        if any(span.start <= name.head.start < span.end for span, _ in found.spans):
            continue
        allowed = GUM[name.type]
        whole = [(span, label) for span, label in rules if span.start <= name.head.start < span.end]
        for span, label in whole:
            found.spans.append((span, {label} & allowed or allowed))
            found.unsure[:] = [other for other in found.unsure if not other.overlaps(span)]
        if not whole:
            found.unsure.append(name.head)
    return found


def of_re3d(article: GoldArticle) -> Labelled:
    """The outermost names of an article."""
    found = Labelled([], [])
    for whole, kind in sorted(article.names, key=lambda name: (name[0].start - name[0].end, name[0].start)):
        span = trimmed(article.text, whole)
        if span.start < span.end and not any(span.overlaps(other) for other, _ in found.spans):
            found.spans.append((span, RE3D[kind]))
    found.unsure.extend(s for s in article.left_out if not any(s.overlaps(other) for other, _ in found.spans))
    return found


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """All texts but those of re3d, by id."""
    for path in sorted((shared / "polnear/train/text").glob("*.txt")):
        yield f"polnear/{path.stem}", path.read_bytes().decode("utf-8")
    for path in sorted((shared / "timebank").rglob("*.tml")):
        body = re.search(r"<TEXT>(.*?)</TEXT>", path.read_text(encoding="utf-8"), re.S)
        if body:
            yield f"timebank/{path.stem}", html.unescape(re.sub(r"<[^>]+>", "", body[1])).strip()


def main() -> None:
    """Read the command line, write the file."""
    shared, md, out = map(Path, sys.argv[1:])
    rest = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    taggers = [spacy.load(folder, disable=rest) for folder in (find_parser().folder, md)]
    gold = {f"gum/{path.stem}": read_gum(path) for path in sorted((shared / "gum/dep").glob("*.conllu"))}
    todo = [*texts(shared), *((name, document.text) for name, document in gold.items())]
    docs = parse((text, zones(text)) for _, text in todo)
    with out.open("w", encoding="utf-8") as lines:
        streams = [tagger.pipe(shadow(text) for _, text in todo) for tagger in taggers]
        for (name, text), doc, *tagged in zip(todo, docs, *streams, strict=True):
            first = [HeardName(Span(e.start_char, e.end_char), e.label_) for e in tagged[0].ents]
            set_entities(doc, first)
            rules = [(entity.span, entity.label) for entity in find_entities(doc, text)]
            labelled = agreed(text, [one.ents for one in tagged], rules)
            if name in gold:
                labelled = with_gum(labelled, [m for m in gold[name].mentions if m.kind == "name"], rules)
            lines.write(line(name, text, labelled))
        for article in read_gold(shared / "re3d"):
            lines.write(line(f"re3d/{article.id}", article.text, of_re3d(article)))


def line(name: str, text: str, labelled: Labelled) -> str:
    """One text as JSON."""
    spans = [[*span, sorted(labels)] for span, labels in sorted(labelled.spans, key=lambda one: one[0])]
    return json.dumps({"id": name, "text": text, "spans": spans, "unsure": sorted(labelled.unsure)}) + "\n"


if __name__ == "__main__":
    main()
