"""Change: whether a quantity is the amount by which something rose or fell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimx.grammar import roles, word_classes
from claimx.grammar.clauses import governor, verb_of
from claimx.grammar.nouns import counts_plural
from claimx.lexicons.loader import load
from claimx.mentions.quantities.context_words import any_of, words
from claimx.records import Change

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.quantities.measures import Measure


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A row of changes.toml, under the verb's lemma.

    ``only``: it tells a change with "measures" (per cent, points, money) alone, or with "ratios" (per cent, points).
    ``level``: with "to" it tells what is reached ("rose to $5", but not "lost to 3 teams").
    """

    key: str
    change: Change
    only: Literal["measures", "ratios", ""] = ""
    level: bool = True


@dataclass(frozen=True, slots=True)
class ChangeNoun:
    """A row of change_nouns.toml: a noun, in singular, whose amount is a change ("a rise of 5 per cent").

    ``counts``: behind "a", a number of things is a change, too ("a drop of 38").
    """

    key: str
    change: Change
    counts: bool = False


class Trend(NamedTuple):
    """A change, and what told it: a verb or particle before the quantity, a noun or comparative beside it, a sign.

    "level": a verb, of which the quantity is what is reached ("rose to $5").
    """

    change: Change
    by: Literal["verb", "noun", "sign", "level"]


_PARTICLE = re.compile(
    rf"(?<![\w-])({any_of('particles_of_change')})\s+(?:by\s+)?(?:a\s+further\s+|another\s+|an?\s+)?$", re.I
)
_ENDS_EARLIER = rf"(?:{any_of('ends_of_earlier_times')}|in\s+\d{{4}})\b"
_EARLIER = rf"(?:{any_of('earlier_times')}\b|in\s+\d{{4}}\b|(?:[\w'’]+\s+){{1,5}}?{_ENDS_EARLIER})"
_COMPARATIVE = re.compile(
    rf"\s+({any_of('comparatives_of_change')})\b(?!\s+than\b(?!\s+{_EARLIER}))"
    rf"|\s+({any_of('comparatives_beside_earlier_times')})\s+(?:than\s+)?{_EARLIER}",
    re.I,
)
_DOWNWARD = words("downward")
_PHRASAL = words("phrasal_verbs")
_SKIPPED = words("between_change_and_amount")
_INDEFINITE = words("articles_of_any")
_ATTRIBUTIVE = word_classes.NOUNS | {word_classes.ADJECTIVE}
_LEVEL_BETWEEN = re.compile(r"[,;:]\s|\bto\b")
_CLAUSE_BETWEEN = re.compile(r"[,;:]\s")
_MEASURES = frozenset({"ratio", "index", "money"})
_RATIOS = frozenset({"ratio", "index"})


@cache
def _rows() -> dict[str, ChangeRow]:
    return load("quantities/changes", ChangeRow)


def change_verbs(*, intransitive: bool = False) -> Iterable[str]:
    """The lemmas of the verbs of change; ``intransitive``: those whose object is an amount, not what is changed."""
    return [lemma for lemma, row in _rows().items() if not (intransitive and row.only)]


def is_transitive(lemma: str) -> bool:
    """Whether it is a verb of change of which money is an object, no change: "raised $5 million"."""
    row = _rows().get(lemma)
    return row is not None and row.only == "ratios"


def find_change(doc: Parse, measure: Measure, start: int) -> Trend | None:
    """The change of the quantity whose words begin at ``start``; null where it is a level or nothing tells."""
    text = doc.text
    measured = measure.unit is not None and measure.unit.dimension in _MEASURES
    if trend := _by_particle(doc, measure, start, measured=measured):
        return trend
    if trend := _by_verb(doc, measure, start) or _by_head(doc, measure):
        return trend
    if not measured:
        is_bare = measure.unit is None and not counts_plural(doc.token_at(measure.number.start))
        return _by_noun_of(doc, start, counts=True) if is_bare else None
    if text[measure.number.start] in "-−–+":
        return Trend("up" if text[measure.number.start] == "+" else "down", "sign")
    if match := _COMPARATIVE.match(text, measure.end):
        return Trend(_direction(match.group(1) or match.group(2)), "noun")
    return _by_noun(doc, measure, start)


def _by_particle(doc: Parse, measure: Measure, start: int, *, measured: bool) -> Trend | None:
    """Read "up 4 per cent", "was down $3"; not "set up three camps"."""
    match = _PARTICLE.search(doc.text[max(0, start - 24) : start])
    if match is None:
        return None
    word = match.group(1).lower()
    token = doc.token_at(start - len(match.group()))
    before = token.nbor(-1) if token.i else None
    leading = before is None or before.is_punct or before.lemma == "be"
    by = match.group().rstrip().lower().endswith("by")
    if word == "off" and (measure.unit is None or measure.unit.dimension != "ratio"):
        return None
    phrasal = token.dep == roles.PARTICLE and token.head.lemma in _PHRASAL
    if not by and (phrasal or not (measured or leading)):
        return None
    return Trend(_direction(word), "verb")


def _direction(word: str) -> Change:
    return "down" if word.lower() in _DOWNWARD else "up"


def _row_of(token: Token) -> ChangeRow | None:
    return _rows().get(token.lemma.lower())


def _tells(row: ChangeRow, measure: Measure, *, by: bool) -> bool:
    """Whether the verb tells a change with such a measure: "lost 3 points", not "lost 3 games"."""
    dimension = measure.unit.dimension if measure.unit is not None else "count"
    if dimension == "time" and not by:
        return False
    if not row.only:
        return True
    if by and (measure.unit is not None or measure.number.kind == "fraction"):
        return True  # "the budget is cut by a tenth"
    return dimension in (_MEASURES if row.only == "measures" else _RATIOS)


def _by_verb(doc: Parse, measure: Measure, start: int) -> Trend | None:
    """A verb of change that the quantity directly follows, but for adverbs and "by"."""
    token = doc.before(start)
    by = False
    for _ in range(5):
        if token is None:
            return None
        if row := _row_of(token):
            is_verb = token.pos == word_classes.VERB or token.tag in word_classes.VERB_FORMS or by
            return Trend(row.change, "verb") if is_verb and _tells(row, measure, by=by) else None
        if token.lower not in _SKIPPED and token.pos != word_classes.ADVERB:
            return None
        by = by or token.lower == "by"
        token = token.nbor(-1) if token.i else None
    return None


def _by_head(doc: Parse, measure: Measure) -> Trend | None:
    """A verb of change that governs the quantity, alone or with "by", "between" or "from … to"."""
    low, last = doc.index_at(measure.start), doc.index_at(measure.end - 1)
    token = governor(doc.tokens[last], low, last)
    if token.dep == roles.PREPOSITION and token.lower == "to" and token.i < low:
        return _level(doc, token, measure)
    by = token.dep == roles.PREPOSITION and (
        token.lower in ("by", "between") or (token.lower == "from" and measure.high is not None)
    )
    token = token.head if by else token
    if by and token.pos in word_classes.NOUNS:
        token = verb_of(token) or token  # "lowered the risk of a stroke by 5 per cent"
    row = _row_of(token)
    if row is None or token.pos != word_classes.VERB or token.i >= low or not _tells(row, measure, by=by):
        return None
    between = doc.text[token.end : measure.start]
    return None if _LEVEL_BETWEEN.search(between) else Trend(row.change, "verb")


def _level(doc: Parse, to: Token, measure: Measure) -> Trend | None:
    """Read "rose to $5", "raise the pension to 900 euros"."""
    row, verb = _row_of(to.head), to.head
    if row is None or not row.level or verb.pos != word_classes.VERB or verb.i > to.i or _is_time(measure):
        return None
    return None if _CLAUSE_BETWEEN.search(doc.text, verb.end, measure.start) else Trend(row.change, "level")


def _is_time(measure: Measure) -> bool:
    return measure.unit is not None and measure.unit.dimension == "time"


def _by_noun(doc: Parse, measure: Measure, start: int) -> Trend | None:
    """Read "a 4.2 per cent drop" and "an increase of just 5 per cent"."""
    token = doc.after(measure.end)
    for _ in range(3):
        if token is None or token.pos not in _ATTRIBUTIVE:
            break
        if (change := _noun_of_change(token)) is not None:
            return Trend(change, "noun")
        token = token.nbor() if token.i + 1 < len(token.doc) else None
    return _by_noun_of(doc, start)


def _by_noun_of(doc: Parse, start: int, *, counts: bool = False) -> Trend | None:
    """Read "an increase of just 5 per cent"; ``counts``: of things, "a drop of 38", not "the fall of two"."""
    before = doc.before(start)
    while before is not None and before.i and (before.lower in _SKIPPED or before.pos == word_classes.ADVERB):
        if before.lower == "of":
            change = _noun_of_change(before.nbor(-1), counts=counts)
            return Trend(change, "noun") if change is not None else None
        before = before.nbor(-1)
    return None


def _noun_of_change(token: Token, *, counts: bool = False) -> Change | None:
    row = load("quantities/change_nouns", ChangeNoun).get(token.lemma.lower())
    if row is None or token.pos != word_classes.NOUN:
        return None
    is_any = row.counts and any(child.lower in _INDEFINITE for child in token.children)
    return row.change if is_any or not counts else None
