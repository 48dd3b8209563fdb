"""Change: whether a quantity is the amount by which something rose or fell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimx import lexicon
from claimx.records import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimx.mentions.measures import Measure
    from claimx.mentions.view import View


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A row of changes.toml, under the verb's lemma."""

    key: str
    change: Change
    measured: bool = False


class Trend(NamedTuple):
    """A change, and what told it: a verb or particle before the quantity, or a noun or comparative after it."""

    change: Change
    by: Literal["verb", "noun", "sign"]


_PARTICLE = re.compile(r"(?<![\w-])(up|down|off)\s+(?:by\s+)?(?:a\s+further\s+|another\s+|an?\s+)?$", re.I)
_COMPARATIVE = re.compile(r"\s+(higher|lower|up|down)\b(?!\s+than)", re.I)
_DIRECTION = {"up": "up", "higher": "up", "down": "down", "off": "down", "lower": "down"}
_SKIPPED = frozenset(
    {"by", "a", "an", "another", "further", "the", "only", "just", "even", "between", "as", "much", "its", "to-"}
)


@cache
def _rows() -> dict[str, ChangeRow]:
    return lexicon.load("changes", ChangeRow)


def verbs() -> Iterable[str]:
    """The lemmas of the verbs of change."""
    return _rows()


def find_change(view: View, measure: Measure, start: int) -> Trend | None:
    """The change of the quantity whose words begin at ``start``; null where it is a level or nothing tells."""
    text = view.text
    money_or_ratio = measure.unit is not None and measure.unit.dimension in ("ratio", "money", "index")
    if match := _PARTICLE.search(text[max(0, start - 24) : start]):
        word = match.group(1).lower()
        if word != "off" or measure.rule == "percent":
            return Trend(_DIRECTION[word], "verb")  # type: ignore[arg-type]
    if trend := _by_verb(view, measure, start, money_or_ratio=money_or_ratio):
        return trend
    if money_or_ratio and text[measure.number.start] in "-−–+":
        return Trend("up" if text[measure.number.start] == "+" else "down", "sign")
    if money_or_ratio and (match := _COMPARATIVE.match(text, measure.end)):
        return Trend(_DIRECTION[match.group(1).lower()], "noun")  # type: ignore[arg-type]
    return _by_noun(view, measure) if money_or_ratio else None


def _row_of(token: Token) -> ChangeRow | None:
    return _rows().get(token.lemma_.lower())


def _by_verb(view: View, measure: Measure, start: int, *, money_or_ratio: bool) -> Trend | None:
    """A verb of change that the quantity directly follows, or that governs it alone or with "by"."""
    token = view.before(start)
    seen_by = False
    for _ in range(5):
        if token is None:
            break
        if row := _row_of(token):
            if (token.pos_ == "VERB" or token.tag_.startswith("VB") or seen_by) and (
                money_or_ratio or not row.measured
            ):
                return Trend(row.change, "verb")
            break
        if token.lower_ not in _SKIPPED and token.pos_ != "ADV":
            break
        seen_by = seen_by or token.lower_ == "by"
        token = token.nbor(-1) if token.i else None
    return _by_head(view, measure, money_or_ratio=money_or_ratio)


def _by_head(view: View, measure: Measure, *, money_or_ratio: bool) -> Trend | None:
    token = view.token_at(measure.end - 1)
    low = view.index_at(measure.start)
    for _ in range(4):
        if not low <= token.i <= view.index_at(measure.end - 1):
            break
        if token.head == token:
            return None
        token = token.head
    if token.dep_ == "prep" and token.lower_ in ("by", "between", "from"):
        if token.lower_ == "from" and measure.high is None:
            return None
        token = token.head
    row = _row_of(token)
    if row is None or token.pos_ != "VERB" or not (money_or_ratio or not row.measured):
        return None
    between = view.text[token.idx + len(token) : measure.start]
    if (
        token.i >= low
        or re.search(r"[,;:]|\bto\b", between)
        or (measure.high is not None and not money_or_ratio and not _from(between))
    ):
        return None
    return Trend(row.change, "verb")


def _from(between: str) -> bool:
    return re.search(r"\bfrom\b|\bby\b", between) is not None


def _by_noun(view: View, measure: Measure) -> Trend | None:
    """ "A 4.2 per cent drop", "an increase of 5 per cent"."""
    token = view.after(measure.end)
    for _ in range(3):
        if token is None or token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
        if (row := _row_of(token)) and token.pos_ == "NOUN" and not row.measured:
            return Trend(row.change, "noun")
        token = token.nbor() if token.i + 1 < len(token.doc) else None
    before = view.before(measure.start)
    if before is not None and before.lower_ == "of" and before.i:
        noun = before.nbor(-1)
        if noun.pos_ == "NOUN" and (row := _row_of(noun)) and not row.measured:
            return Trend(row.change, "noun")
    return None
