"""The training articles in other layouts: made while training, never kept.

The corpus is news of seven outlets in one clean layout. ``disturbed`` gives an article as others would print it: other
names, marks lost, a sentence a paragraph, headlines, datelines, lines of one width.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from data import ROLES, Article
from world_names import people

Edit = tuple[int, int, str]
_MARK = re.compile(r"''|``|‘‘|’’|[\"“”]")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9\])][.!?]) +(?=[A-Z“\"])|(?<=[.!?][”\"]) +(?=[A-Z“\"])")
FULL_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-zA-Z’'-]+")
WORD = re.compile(r"[A-Za-z][\w’']*")
_SMALL = frozenset(("a", "an", "the", "of", "in", "on", "to", "and", "or", "for", "at", "by", "with", "as", "from"))
#: How many of the articles an epoch are disturbed in each way, independently.
WITHOUT_MARKS, LOST_MARKS, SPLIT, JOINED, WRAPPED, NAMES, HEADLINE, DATELINE = (
    *(0.05, 0.05, 0.08, 0.08, 0.02, 0.3, 0.15, 0.1),
)
_LOST = 0.15  # of the marks of an article that loses some


def edited(article: Article, edits: Iterable[Edit]) -> Article:
    """An article with some ranges replaced; annotations move along, and lose what is deleted."""
    starts: list[int] = []
    pieces: list[str] = []
    moved: list[int] = []  # by old position: the new one
    at = 0
    length = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        pieces += [article.text[at:start], new]
        moved += range(length, length + start - at)
        length += start - at
        moved += [min(length + i, length + len(new)) if len(new) >= end - start else length for i in range(end - start)]
        length += len(new)
        at = end
        starts.append(start)
    pieces.append(article.text[at:])
    moved += range(length, length + len(article.text) - at + 1)

    def ranges(old: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(moved[s], moved[e]) for s, e in old if moved[s] < moved[e]]

    annotations = tuple([{role: ranges(a[role]) for role in ROLES} for a in row] for row in article.annotations)
    return Article(article.stem, "".join(pieces), annotations)


def disturbed(article: Article, dice: random.Random) -> Article:
    """An article as another outlet might print it, or as a page's text may be left."""
    for share, change in (
        (NAMES, _other_names),
        (WITHOUT_MARKS, _without_marks),
        (LOST_MARKS, _lost_marks),
        (SPLIT, _split),
        (JOINED, _joined),
        (HEADLINE, _headline),
        (DATELINE, _dateline),
        (WRAPPED, _wrapped),
    ):
        if dice.random() < share:
            article = edited(article, change(article, dice))
    return article


def _other_names(article: Article, dice: random.Random) -> list[Edit]:
    """Other people: each full name of a source becomes another throughout, and its surname with it."""
    locale = dice.choice(sorted(people()))
    own = people()[locale]
    names = {article.text[s:e] for row in article.annotations for a in row for s, e in a["source"]}
    full = {name for text in names for name in FULL_NAME.findall(text)}
    given: dict[str, str] = {}
    for name in sorted(full):
        first, last = name.split()[0], name.split()[-1]
        given.setdefault(last, dice.choice(own.last))
        given[name] = f"{dice.choice(own.first)} {given[last]}"
        given.setdefault(first, first)
    if not given:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(given, key=len, reverse=True))) + r")\b")
    return [(m.start(), m.end(), given[m.group()]) for m in pattern.finditer(article.text)]


def _without_marks(article: Article, dice: random.Random) -> list[Edit]:
    """Copies of pages lose their marks, or write one sign for all of them."""
    sign = dice.choice(("", "", "\ufffd"))
    return [(m.start(), m.end(), sign) for m in _MARK.finditer(article.text)]


def _lost_marks(article: Article, dice: random.Random) -> list[Edit]:
    return [(m.start(), m.end(), "") for m in _MARK.finditer(article.text) if dice.random() < _LOST]


def _split(article: Article, dice: random.Random) -> list[Edit]:
    """A sentence a paragraph."""
    return [(m.start(), m.end(), "\n\n") for m in _SENTENCE_END.finditer(article.text) if dice.random() < 0.9]


def _joined(article: Article, dice: random.Random) -> list[Edit]:
    """Long paragraphs, or none at all."""
    share = dice.choice((0.5, 0.8, 0.97))
    return [(m.start(), m.end(), " ") for m in re.finditer(r"\s*\n\s*", article.text) if dice.random() < share]


def _headline(article: Article, dice: random.Random) -> list[Edit]:
    """The first paragraphs in capitals, or each word with one."""
    capitals = dice.random() < 0.3
    edits: list[Edit] = []
    for start, end in article.paragraphs[: dice.randint(1, 3)]:
        line = article.text[start:end]
        new = line.upper() if capitals else WORD.sub(lambda m: titled(m.group()), line)
        if len(new) == len(line):
            edits += [(start + i, start + i + 1, b) for i, (a, b) in enumerate(zip(line, new, strict=True)) if a != b]
    return edits


def titled(word: str) -> str:
    """A word as titles write it."""
    return word if word in _SMALL else word[0].upper() + word[1:]


def _dateline(article: Article, dice: random.Random) -> list[Edit]:
    """Place, date and agency before the first words."""
    names = _places(dice)
    day = f"{dice.choice(MONTHS)} {dice.randint(1, 28)}"
    agency = dice.choice(("AP", "Reuters", "AFP", "TASS", "UNB", "BNS"))
    form = dice.choice(("{0}, {1} ({2}) - ", "{0} ({2}) — ", "{0}: ", "{0} — ", "{0}, {1}. /{2}/. ", "{3}: "))
    start = article.paragraphs[0][0] if article.paragraphs else 0
    return [(start, start, form.format(names.upper(), day, agency, names))]


def _wrapped(article: Article, dice: random.Random) -> list[Edit]:
    """Lines of one width, as mail and old agencies have them."""
    width = dice.randint(40, 80)
    edits, begin, last = [], 0, 0
    for m in re.finditer(r"[ \n]", article.text):
        if m.group() == "\n":
            begin = last = m.start()
            continue
        if m.start() - begin > width and last > begin:
            edits.append((last, last + 1, "\n"))
            begin = last
        last = m.start()
    return edits


MONTHS = ("January", "March", "May", "June", "August", "October", "December", "Feb.", "Sept.", "Nov.")
_PLACES = (
    *("Nairobi", "New Delhi", "Kyiv", "Moscow", "London", "Dhaka", "Lagos", "Tirana", "Lima", "Jakarta", "Tokyo"),
    *("Geneva", "Brussels", "Beirut", "Tbilisi", "Harare", "Seoul", "Hanoi", "Quito", "Warsaw", "Oslo", "Denver"),
)


def _places(dice: random.Random) -> str:
    return dice.choice(_PLACES)
