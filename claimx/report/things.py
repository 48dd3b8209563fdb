"""What the figures of an article are figures of, so that a page can put those for one thing side by side.

Told from the words alone, since a page is made of what a run wrote: there is no parse any more. What is counted in many
words ("14 people died", "the death toll at 21", "17 dead") is one thing by the rows of ``kinds_of_counts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from claimx.lexicons.loader import load
from claimx.lexicons.nouns import may_be_person_noun
from claimx.lexicons.words import alternatives, word_list, word_set

Json = Mapping[str, Any]

_FILE = "quantities/beside_figures"
#: Characters beside a number in which it is told what it counts.
_WINDOW = 90
#: Words behind a number in which a verb tells what happened to those whom it counts; before one that counts nothing, or
#: no more than "people", those in which a noun tells it.
_AFTER, _BEFORE, _BEFORE_PEOPLE = 8, 6, 3
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
#: Where it is over what is said of a number: at a mark, at another number.
_STOP = re.compile(r"[.,;:!?()\[\]“”\"\n\d]")
_MEASURING = word_set(_FILE, "measuring_nouns")
_OF_ANYTHING = word_set(_FILE, "of_anything")
_BEHIND = re.compile(rf"\b(?:{alternatives(_FILE, 'behind_nouns')})\b", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(rf"\b(?:{alternatives(_FILE, 'next_clauses')})\b", re.IGNORECASE)
_OF_WHOLE = re.compile(rf"(?:\s+\w+){{0,2}}\s+(?:{alternatives(_FILE, 'of_wholes')})\s+", re.IGNORECASE)
_REACHED = re.compile(
    rf"\b(?:{alternatives(_FILE, 'reaching')})(?:\s+(?:{alternatives(_FILE, 'before_levels')}))*\s+$", re.IGNORECASE
)
#: What several nouns are called by: "house" for "home".
_PERSON, *_ = word_list(_FILE, "persons")
_CALLED = {noun: row[0] for row in (word_list(_FILE, "persons"), word_list(_FILE, "houses")) for noun in row}
#: Ends of nouns behind which the plural has two letters, and ends of nouns in singular.
_HISSING, _NO_PLURAL = (word_list(_FILE, row) for row in ("hissing_plurals", "singulars_in_s"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of ``kinds_of_counts.toml``, which says what its fields are."""

    key: str
    nouns: tuple[str, ...]
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    money: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure is of.

    Attributes:
        key: the same for figures that may stand side by side; empty where nothing tells what it is.
        name: the thing in words, as the article has it or as all articles call it.
        is_level: it is what something rose or fell to, not the amount by which it did.
    """

    key: str
    name: str
    is_level: bool


def things_of(envelope: Json) -> dict[str, Json]:
    """What the figures of a document's envelope are of, by the offsets where they begin, where something is known."""
    text, quantities = envelope["doc"]["text"], envelope["quantities"]
    spans = [tuple(quantity["span"]) for quantity in quantities]
    told: dict[str, Json] = {}
    for quantity in quantities:
        thing = thing_of(quantity, text, spans)
        if thing.key or thing.is_level:
            told[str(quantity["span"][0])] = asdict(thing)
    return told


def thing_of(quantity: Json, text: str, spans: Sequence[tuple[int, int]] = ()) -> Thing:
    """What a figure is of.

    Args:
        quantity: as plain JSON.
        text: the article.
        spans: where the article's figures stand.
    """
    begin, end = quantity["span"]
    before = text[max(0, begin - _WINDOW) : begin]
    after = text[end : min([end + _WINDOW, *(start for start, _ in spans if start > end)])]
    is_level = quantity["change"] is not None and bool(_REACHED.search(before))
    of = " ".join((quantity["of"] or {"text": ""})["text"].split())
    kind = _kind(quantity, of, before, after)
    name, noun = (kind, kind) if kind else _noun_of(of)
    if not noun:
        return Thing("", "", is_level)
    parts = [noun]
    if quantity["change"] is not None and not is_level:
        parts.append("change")
    if any(stop < begin and _OF_WHOLE.fullmatch(text, stop, begin) for _, stop in spans):
        parts.append("whole")  # "15 of its 120 shops": what is said of the 15 is not said of the 120
    return Thing("|".join(parts), name, is_level)


# --- what is counted in many words ---


@cache
def _kinds() -> Mapping[str, Kind]:
    return load("quantities/kinds_of_counts", Kind)


def _kind(quantity: Json, of: str, before: str, after: str) -> str:
    """The kind of what is counted, or nothing: what happened to those who are counted tells before what they are."""
    is_count = quantity["dimension"] == "count" and quantity["unit"] is None
    if not (is_count or quantity["dimension"] == "money"):
        return ""
    head = _singular(_head(of)[1])
    clause = _words(_clause(after))[:_AFTER]
    if is_count:
        preceding = _words(_STOP.split(before)[-1])[-2:]
        for kind in _kinds().values():
            counts = not of or _is_person(head) or head in kind.of
            if counts and (_ends(preceding, kind.before) or any(_has(clause, each) for each in kind.after)):
                return kind.key
    for words in (_words(_head(of)[0]), *_beside(of, head, before, clause)):
        for kind in _kinds().values():
            if is_count != kind.money and _tells(kind, _singulars(words)):
                return kind.key
    return ""


def _tells(kind: Kind, words: list[str]) -> bool:
    """Whether words, in singular, have a noun of a kind among them."""
    return any(_has(words, noun) for noun in kind.nouns) or (len(words) == 1 and words[0] in kind.alone)


def _beside(of: str, head: str, before: str, clause: list[str]) -> Iterator[list[str]]:
    """Words beside a number that may tell what it counts, where the noun does not: "the crowd at 900 people"."""
    preceding = _words(_STOP.split(before)[-1])
    if not of:
        yield clause[:2]
        yield preceding[-_BEFORE:]
    elif head in _OF_ANYTHING:
        yield preceding[-(_BEFORE_PEOPLE if head == _PERSON else _BEFORE) :]


def _clause(after: str) -> str:
    """What follows a number up to the end of its clause; what is counted may be told of in another way before it."""
    return _NEXT_CLAUSE.split(_STOP.split(after)[0])[0]


def _is_person(noun: str) -> bool:
    return noun == _PERSON or may_be_person_noun(noun)


def _has(words: list[str], expression: str) -> bool:
    """Whether words in a row are those of an expression."""
    wanted = expression.split()
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _ends(words: list[str], expressions: Iterable[str]) -> bool:
    return any(words[-len(each.split()) :] == each.split() for each in expressions)


# --- the noun ---


def _noun_of(of: str) -> tuple[str, str]:
    """The words that tell a thing, and the noun by which it is compared: its modifiers with it where it says little."""
    name, head = _head(of)
    words = _singulars(_words(name))
    # "unemployment rate", "retail price index"; "young people"
    measured = next((n for n, word in enumerate(reversed(words)) if word not in _MEASURING), len(words))
    if all(word in _OF_ANYTHING for word in words):
        return name, ""
    if measured or words[-1] in _OF_ANYTHING:
        return name, " ".join(words[-max(2, measured + 1) :])
    return name, _singular(head)


def _head(of: str) -> tuple[str, str]:
    """The noun phrase up to its head, and the head: "members" of "members of a board", "shops" of "number of shops"."""
    words = re.sub(r"^[\d.,\s]+", "", of)
    parts = _BEHIND.split(words, maxsplit=1)
    first = _words(parts[0])
    if len(parts) > 1 and first and _singular(first[-1]) in _MEASURING:
        return _head(parts[1])
    name = parts[0].strip()
    return name, first[-1] if first else ""


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _singulars(words: Iterable[str]) -> list[str]:
    return [_singular(word) for word in words]


def _singular(noun: str) -> str:
    """A noun as it is compared: without the end of a plural, by the one of its synonyms that stands for all."""
    word = noun.lower()
    if word.endswith("ies") and len(word) > len("ties"):
        word = word.removesuffix("ies") + "y"
    elif word.endswith("men"):
        word = word.removesuffix("men") + "man"
    elif word.endswith(_HISSING):
        word = word.removesuffix("es")
    elif word.endswith("s") and not word.endswith(_NO_PLURAL) and len(word) > len("yes"):
        word = word.removesuffix("s")
    return _CALLED.get(word, word)
