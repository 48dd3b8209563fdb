"""Coreference gold of GUM (Zeldes, "The GUM Corpus", LRE 51, 2017): whom pronouns and nouns mean.

The corpus stands in CoNLL-U with bridging and coreference in ``Entity=`` of the MISC column; the order of its fields is
told by the line ``# global.Entity``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from claimx.errors import InputError
from claimx.records import Span

MentionKind = Literal["name", "noun", "pronoun"]

_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<single>\))?|(?P<close>[^()]+)\)")
#: How many columns CoNLL-U has (https://universaldependencies.org/format.html).
COLUMNS = 10
_KINDS = frozenset(("person", "organization", "place"))
_WORD = re.compile(r"\w+")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_PARTS = re.compile(r",? and |, ")
_SMALL = frozenset(("the", "a", "an", "s", "of", "both"))


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention with the group of mentions of the same thing; ``head`` is where its head word stands."""

    span: Span
    head: Span
    group: str
    kind: MentionKind
    type: str
    definite: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document rebuilt from its tokens: paragraphs by lines, and all mentions of persons, bodies and places."""

    id: str
    text: str
    mentions: tuple[GoldMention, ...]

    def names(self) -> dict[str, list[str]]:
        """The names by which each named thing is mentioned, by group."""
        found: dict[str, list[str]] = {}
        for mention in self.mentions:
            if mention.kind == "name":
                found.setdefault(mention.group, []).append(self.text[mention.span.start : mention.span.end])
        return found


@dataclass(frozen=True, slots=True)
class Figures:
    """Of ``gold`` mentions of named things: how many got a right and how many a wrong name, the rest none."""

    gold: int
    right: int
    wrong: int

    def __str__(self) -> str:
        """One line: counts and shares in percent."""
        whole = max(self.gold, 1)
        return f"{self.gold} gold, right {100 * self.right / whole:.1f} %, wrong {100 * self.wrong / whole:.1f} %"


@dataclass(frozen=True, slots=True)
class _Token:
    """A word with its place in the tree: the number of its sentence, its own number there and that of its head."""

    form: str
    upos: str
    xpos: str
    span: Span
    sentence: int
    id: int
    head: int
    deprel: str


def read_gum(path: Path) -> GoldDocument:
    """Read one document; the words of a multiword token ("NASA's") stand together, as they did in its text.

    Raises:
        InputError: the file is no CoNLL-U with GUM's entities.
    """
    try:
        fields, text, tokens, entities = _read(path.read_bytes().decode("utf-8").splitlines())
    except (OSError, ValueError) as error:
        raise InputError(f"{path} is no CoNLL-U with GUM's entities ({error}).") from error
    if not fields:
        raise InputError(f"{path} is no CoNLL-U with GUM's entities: no line '# global.Entity'.")
    return GoldDocument(path.stem, text, tuple(_mentions(tokens, entities, fields)))


def _read(lines: Iterable[str]) -> tuple[list[str], str, list[_Token], list[str]]:
    """The names of an entity's fields, the text, and the tokens, each with what it says of entities."""
    fields: list[str] = []
    pieces: list[str] = []
    length = sentence = 0
    whole: tuple[int, str] = (0, "")  # the last word of a multiword token, and what follows that
    tokens: list[_Token] = []
    entities: list[str] = []
    for line in lines:
        if line.startswith("# global.Entity = "):
            fields = line.split(" = ", 1)[1].split("-")
        elif line.startswith("# newpar") and "_block" not in line and length:
            pieces.append("\n")
            length += 1
        elif not line:
            sentence, whole = sentence + 1, (0, "")
        elif not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != COLUMNS:
                raise ValueError(f"a line has not {COLUMNS} columns: {line[:40]!r}")
            form, misc = columns[1], columns[9].split("|")
            blank = "" if "SpaceAfter=No" in misc else " "
            first, _, last = columns[0].partition("-")
            if last:
                whole = (int(last), blank)
            if not columns[0].isdigit():
                continue
            if int(first) <= whole[0]:
                blank = whole[1] if int(first) == whole[0] else ""
            tree = (sentence, int(first), int(columns[6]), columns[7])
            tokens.append(_Token(form, columns[3], columns[4], Span(length, length + len(form)), *tree))
            entities.append(next((f[7:] for f in misc if f.startswith("Entity=")), ""))
            pieces.append(form + blank)
            length += len(form) + len(blank)
    return fields, "".join(pieces), tokens, entities


def _mentions(tokens: Sequence[_Token], entities: Sequence[str], fields: Sequence[str]) -> list[GoldMention]:
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    found: list[GoldMention] = []
    for i, written in enumerate(entities):
        for bracket in _BRACKET.finditer(written):
            if bracket["open"]:
                values = bracket["open"].split("-", len(fields) - 1)
                opened.setdefault(values[0], []).append((i, values))
            group = (bracket["open"] or bracket["close"]).split("-")[0]
            if (bracket["single"] or bracket["close"]) and opened.get(group):
                start, values = opened[group].pop()
                mention = _mention(tokens[start : i + 1], dict(zip(fields, values, strict=False)))
                if mention is not None:
                    found.append(mention)
    return sorted(found, key=lambda m: m.span)


def _mention(tokens: Sequence[_Token], values: Mapping[str, str]) -> GoldMention | None:
    if values.get("etype") not in _KINDS:
        return None
    head = _head(tokens)
    kind: MentionKind = "noun"
    if head.upos == "PRON" or (len(tokens) == 1 and tokens[0].xpos == "PRP$"):
        kind = "pronoun"
    elif head.upos == "PROPN" or any(_names(token, head) for token in tokens):
        kind = "name"
    first = tokens[0].form.lower()
    definite = first in ("the", "this", "that", "these", "those") or tokens[0].xpos in ("PRP$",)
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return GoldMention(span, head.span, values["GRP"], kind, values["etype"], definite)


def _head(tokens: Sequence[_Token]) -> _Token:
    """The word that the others hang on.

    GUM's own minimal spans are no help here: they hold every proper noun inside ("a detective for the Sheriff").
    """
    inside = {(token.sentence, token.id) for token in tokens}
    tops = [token for token in tokens if (token.sentence, token.head) not in inside]
    return next((token for token in tops if token.upos in _NOMINAL), tops[0] if tops else tokens[0])


def _names(token: _Token, head: _Token) -> bool:
    """Whether a word belongs to the name of what a common noun calls it: "the physician Yang", "a friend, Kaho"."""
    beside = token.deprel.split(":")[0] in ("flat", "appos") and token.head == head.id
    return beside and token.sentence == head.sentence and token.upos == "PROPN"


def score(documents: Sequence[GoldDocument], named: Sequence[Mapping[int, str | None]]) -> dict[str, Figures]:
    """Compare names with the gold.

    Args:
        documents: the gold.
        named: for each document the name (or null) that was found for the mention whose head word stands at an offset.

    Returns:
        Figures for third-person "pronoun", definite "noun", and "all" of them.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for document, found in zip(documents, named, strict=True):
        names = document.names()
        for mention in document.mentions:
            if mention.group not in names or not _counts(document, mention):
                continue
            name = next((found[i] for i in range(mention.head.start, mention.head.end) if found.get(i)), None)
            counts[mention.kind, "gold"] += 1
            if name is not None:
                right = any(same_name(name, other) for other in names[mention.group])
                counts[mention.kind, "right" if right else "wrong"] += 1
    figures = {
        kind: Figures(*(counts[kind, what] for what in ("gold", "right", "wrong"))) for kind in ("pronoun", "noun")
    }
    total = [sum(counts[kind, what] for kind in ("pronoun", "noun")) for what in ("gold", "right", "wrong")]
    return {**figures, "all": Figures(*total)}


def _counts(document: GoldDocument, mention: GoldMention) -> bool:
    if mention.kind == "pronoun":
        return document.text[mention.span.start : mention.span.end].lower() in _THIRD_PERSON
    return mention.kind == "noun" and mention.definite


_THIRD_PERSON = frozenset(
    (
        *("he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself"),
        *("they", "them", "their", "theirs", "themselves"),
    )
)


def same_name(name: str, other: str) -> bool:
    """Whether two names share all content words of the shorter one.

    A name of several persons may also be the other one person by person ("Chao and Yang Buwei" is "Both Chao and
    Yang"), or their family's ("Ada Sam and Karl Sam" are "the Sams").
    """
    if _subset(_content(name), _content(other)):
        return True
    parts, others = ([_content(part) for part in _PARTS.split(text)] for text in (name, other))
    if len(parts) < 2:
        return False
    if len(others) == 1:
        return others[0] in [{word + "s"} for word in set.intersection(*parts)]
    pairs = [(part, own) for part in parts for own in others if _subset(part, own)]
    return all(part in [pair[0] for pair in pairs] for part in parts) and len(parts) == len(others)


def _content(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if word not in _SMALL}


def _subset(mine: set[str], its: set[str]) -> bool:
    return bool(mine & its) and (mine <= its or its <= mine)
