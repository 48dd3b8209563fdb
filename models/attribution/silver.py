"""Writes texts with the names in them, to train the network's name tagger on: gold where there is some, else silver.

    python models/attribution/silver.py SHARED MD out.jsonl

SHARED holds ``polnear/train/text``, ``gum/dep`` and ``re3d``; MD is the folder of spaCy's en_core_web_md. Needs claimx
and its spaCy model, whose own entity recogniser is one of the taggers; no rule of claimx has a say, so that its errors
are not learned. A line is ``{"id", "text", "spans": [[start, end, [labels]]], "unsure": [[start, end]]}``: one of the
labels is right for a span; nothing is learned from unsure words; all others belong to no name.

- News without gold: what two taggers (en_core_web_sm, en_core_web_md) say alike; what only one says is unsure.
- GUM: the gold's persons, organizations and places where they are capitalised words; other capitals are unsure.
- re3d: the outermost names of the gold; of descriptions and nested names nothing is learned.
- Our own texts (written.jsonl): the names marked in them; times and numbers as in news without gold.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import spacy

from benchmarks.gum import GoldDocument, read_gum
from benchmarks.re3d import GoldArticle, read_gold, trimmed
from claimx.document import find_parser, shadow
from claimx.lexicons.known_names import gazetteer
from claimx.lexicons.names import plain
from claimx.records import Span

OWN = Path(__file__).with_name("written.jsonl")
#: Labels that a gold class allows.
GUM = {"person": {"PERSON", "NORP"}, "organization": {"ORG", "GPE"}, "place": {"GPE", "LOC", "FAC"}}
RE3D = {
    "person": {"PERSON"},
    "organisation": {"ORG", "GPE"},
    "location": {"GPE", "LOC", "FAC"},
    "nationality": {"NORP"},
}
#: Kinds of names in our own texts; "?" is unsure.
WRITTEN = {
    "P": {"PERSON"},
    "O": {"ORG"},
    "G": {"GPE", "LOC", "FAC"},
    "N": {"NORP"},
    "X": {"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"},
}
NAMES = frozenset().union(*WRITTEN.values())
#: Which of the texts without gold are taken: every third is as much as a run of names.py reads.
EVERY = 3
#: Small words inside of names.
SMALL = ("of", "the", "and", "for", "de", "la", "al", "bin", "van", "von", "der", "del", "&")


class Labelled(NamedTuple):
    """Spans with the labels that are right for them, and spans of which nothing is known."""

    spans: list[tuple[Span, set[str]]]
    unsure: list[Span]


def agreed(text: str, taggers: Sequence[Iterable[Any]]) -> Labelled:
    """Spans that all taggers find under one label; what only one of them says so is unsure."""
    said: dict[Span, list[str]] = {}
    for entities in taggers:
        for entity in entities:
            said.setdefault(trimmed(text, Span(entity.start_char, entity.end_char)), []).append(entity.label_)
    found = Labelled([], [])
    for span, labels in said.items():
        if len(labels) == len(taggers) and len(set(labels)) == 1:
            found.spans.append((span, set(labels)))
        else:
            found.unsure.append(span)
    return found


def of_gum(document: GoldDocument) -> Labelled:
    """The gold's names that are but capitalised words, without titles; other capitals and figures are unsure."""
    text, found = document.text, Labelled([], [])
    names = [mention for mention in document.mentions if mention.kind == "name" and mention.type in GUM]
    for name in sorted(names, key=lambda one: one.span.end - one.span.start, reverse=True):
        span = trimmed(text, name.span)
        words = list(re.finditer(r"\S+", text[span.start : span.end]))
        while len(words) > 1 and plain(words[0].group()) in gazetteer().titles:
            span = Span(span.start + words[1].start(), span.end)
            words = list(re.finditer(r"\S+", text[span.start : span.end]))
        capitals = all(word.group()[0].isupper() or word.group() in SMALL for word in words)
        if name.type == "person" and any(plain(word.group()) in gazetteer().titles for word in words[1:]):
            capitals = False  # "US President Ada Ruiz"
        if words and capitals and not any(span.overlaps(other) for other, _ in found.spans):
            found.spans.append((span, {"PERSON"} if name.type == "person" and len(words) > 1 else GUM[name.type]))
    for word in re.finditer(r"\w+", text):
        span = Span(*word.span())
        if not word.group().islower() and not any(span.overlaps(other) for other, _ in found.spans):
            found.unsure.append(span)
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


def of_written(row: Mapping[str, Any], taggers: Sequence[Iterable[Any]]) -> Labelled:
    """The names marked in a text of our own, and times and numbers that all taggers find."""
    found = Labelled([], [])
    for start, end, kind in row["names"]:
        if kind in WRITTEN:
            found.spans.append((Span(start, end), WRITTEN[kind]))
        else:
            found.unsure.append(Span(start, end))
    marked = [*(span for span, _ in found.spans), *found.unsure]
    numbers = agreed(row["text"], [[e for e in entities if e.label_ not in NAMES] for entities in taggers])
    found.spans.extend((s, labels) for s, labels in numbers.spans if not any(s.overlaps(other) for other in marked))
    found.unsure.extend(s for s in numbers.unsure if not any(s.overlaps(other) for other in marked))
    return found


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """News without gold, by id."""
    for path in sorted((shared / "polnear/train/text").glob("*.txt"))[::EVERY]:
        yield f"polnear/{path.stem}", path.read_bytes().decode("utf-8")


def main() -> None:
    """Read the command line, write the file."""
    shared, md, out = map(Path, sys.argv[1:])
    rest = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    taggers = [spacy.load(folder, disable=rest) for folder in (find_parser().folder, md)]
    with out.open("w", encoding="utf-8") as lines:
        for name, text in texts(shared):
            lines.write(line(name, text, agreed(text, [tagger(shadow(text)).ents for tagger in taggers])))
        for path in sorted((shared / "gum/dep").glob("*.conllu")):
            document = read_gum(path)
            lines.write(line(f"gum/{path.stem}", document.text, of_gum(document)))
        for article in read_gold(shared / "re3d"):
            lines.write(line(f"re3d/{article.id}", article.text, of_re3d(article)))
        for row in map(json.loads, OWN.read_text(encoding="utf-8").splitlines()):
            found = of_written(row, [tagger(shadow(row["text"])).ents for tagger in taggers])
            lines.write(line(f"written/{row['doc']}", row["text"], found))


def line(name: str, text: str, labelled: Labelled) -> str:
    """One text as JSON."""
    spans = [[*span, sorted(labels)] for span, labels in sorted(labelled.spans, key=lambda one: one[0])]
    return json.dumps({"id": name, "text": text, "spans": spans, "unsure": sorted(labelled.unsure)}) + "\n"


if __name__ == "__main__":
    main()
