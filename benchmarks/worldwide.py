"""Names in news of Africa, Asia, Latin America, the Middle East, Oceania and eastern Europe, against our own marks.

A file of marked paragraphs (``worldwide.txt``, written for this, before anybody looked what claimx makes of them;
people, bodies and most small places are invented). A mark is ``{P Ana Ruiz}``, with P for a person, O an organization,
G a place, N a people or faith, X an event, product, work or law; in ``{P Dr. Ana Ruiz|Ana Ruiz}`` only the words behind
the bar are the name. Odd paragraphs were there to develop on, the even ones are kept for figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import main
from benchmarks.re3d import trimmed
from claimx.errors import InputError
from claimx.evaluation.attributions import Reader
from claimx.evaluation.report import PRF, Report
from claimx.records import Article, Entity, Span

#: What a mark's letter stands for, and the labels of OntoNotes that are right for it.
KINDS: Mapping[str, str] = {"P": "person", "O": "organization", "G": "place", "N": "people", "X": "other"}
LABELS: Mapping[str, str] = {
    **{"PERSON": "P", "ORG": "O", "GPE": "G", "LOC": "G", "FAC": "G", "NORP": "N"},
    **dict.fromkeys(("EVENT", "PRODUCT", "WORK_OF_ART", "LAW"), "X"),
}
_MARK = re.compile(r"\{([POGNX]) ([^{}|]+)(?:\|([^{}]+))?\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph without its marks, and the names that they mark, by letter."""

    text: str
    names: frozenset[tuple[Span, str]]


def evaluate(gold: Path, extractor: Reader) -> Report:
    """Run an extractor over the paragraphs and measure the names that it finds, of the even ones.

    Raises:
        InputError: the file cannot be read or has no marks.
    """
    paragraphs = read_marked(gold)[1::2]
    found = extractor.pipe([Article(one.text, id=str(number)) for number, one in enumerate(paragraphs)])
    return score(paragraphs, [document.entities for document in found])


def read_marked(path: Path) -> list[Marked]:
    """The paragraphs of a file, a line each; lines that begin with "#" are remarks.

    Raises:
        InputError: the file cannot be read or has no marks.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    found = [_marked(line) for line in lines if line.strip() and not line.startswith("#")]
    if not any(one.names for one in found):
        raise InputError(f"{path} has no names marked as {{P Ana Ruiz}}.")
    return found


def _marked(line: str) -> Marked:
    text, at, names = "", 0, set()
    for mark in _MARK.finditer(line):
        letter, words, name = mark.groups()
        text += line[at : mark.start()]
        start = len(text) + words.index(name or words)
        names.add((Span(start, start + len(name or words)), letter))
        text += words
        at = mark.end()
    text += line[at:]
    return Marked(text, frozenset((trimmed(text, span), letter) for span, letter in names))


def score(gold: Sequence[Marked], found: Sequence[Sequence[Entity]]) -> Report:
    """Compare the names of each paragraph with the entities found in it, in the same order.

    Returns:
        Precision, recall and F1 for each kind and for all; a name counts that has its extent and its kind, articles
        before it and a genitive behind it aside.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for paragraph, entities in zip(gold, found, strict=True):
        mine = {(trimmed(paragraph.text, e.span), LABELS[e.label]) for e in entities if e.label in LABELS}
        for what, names in (("gold", paragraph.names), ("system", mine), ("hit", mine & paragraph.names)):
            counts.update((letter, what) for _, letter in names)
    rows = {}
    for row, letters in (*((kind, letter) for letter, kind in KINDS.items()), ("all", "".join(KINDS))):
        hit, system, right = (sum(counts[letter, what] for letter in letters) for what in ("hit", "system", "gold"))
        rows[row] = PRF.of(hit, system, right).columns()
    return Report(f"Names worldwide, {len(gold)} paragraphs", rows)


if __name__ == "__main__":
    main(evaluate, __doc__)
