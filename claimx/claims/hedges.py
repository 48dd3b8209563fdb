"""Hedges: the words behind a claim's certainty (``wording/hedges.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.lexicons.loader import load
from claimx.lexicons.phrases import Found, Phrases, lookup
from claimx.records import Certainty, Event, Hedge, Span

#: FactBank's scale from full to no commitment; two hedges leave the lower degree.
SCALE: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


_LONGEST_BEFORE = 20  # code points in which the word before a phrase stands


@dataclass(frozen=True, slots=True)
class HedgeRow:
    """A hedge: the degree of certainty that it leaves.

    ``scope``: "event" words count at the main event only, "local" phrases colour the part of a content that they stand
    in, "anywhere" do either. ``negative``: it also turns the polarity ("unlikely"). ``not_before``: words before which
    a phrase is no hedge, ``not_after`` words behind which it is none ("less likely" compares). ``ability``: what is
    denied with it is denied outright ("cannot pay"). ``not_with``: verbs that it but measures ("nearly doubled").
    """

    key: str
    certainty: Certainty
    scope: Literal["event", "local", "anywhere"]
    negative: bool = False
    not_with: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    ability: bool = False


def weaker(first: Certainty, second: Certainty) -> Certainty:
    """The lower of two degrees of certainty."""
    return max(first, second, key=SCALE.index)


def event_hedges(event: Event | None) -> list[tuple[HedgeRow, Hedge]]:
    """The hedges among the main event's own words, in text order."""
    rows = _event_rows()
    words = event.words if event else ()
    found = [(rows[key], Hedge(word.text, word.span)) for word in words if (key := word.text.lower()) in rows]
    return [(row, hedge) for row, hedge in found if event is None or event.lemma not in row.not_with]


def find_hedges(text: str) -> list[Found[HedgeRow]]:
    """All hedging phrases in an article's text, in its order."""
    found = (phrase for phrase in _phrases().find(text) if phrase.after not in phrase.row.not_before)
    return [
        phrase for phrase in found if not phrase.row.not_after or _before(text, phrase.span) not in phrase.row.not_after
    ]


def _before(text: str, span: Span) -> str:
    """The word before a phrase, in small letters."""
    words = text[max(0, span.start - _LONGEST_BEFORE) : span.start].split()
    return words[-1].lower() if words else ""


def as_hedges(text: str, found: Sequence[Found[HedgeRow]]) -> list[Hedge]:
    """Found phrases as records."""
    return [Hedge(text[phrase.span.start : phrase.span.end], phrase.span) for phrase in found]


def merge(hedges: Sequence[Hedge]) -> tuple[Hedge, ...]:
    """Hedges in text order, each place once: a longer phrase goes before a word of it."""
    kept: list[Hedge] = []
    last = Span(-1, -1)
    for hedge in sorted(hedges, key=lambda h: (h.span.start, -h.span.end)):
        if hedge.span.start >= last.end:
            kept.append(hedge)
            last = hedge.span
    return tuple(kept)


@cache
def _event_rows() -> dict[str, HedgeRow]:
    return lookup({key: row for key, row in load("wording/hedges", HedgeRow).items() if row.scope != "local"})


@cache
def _phrases() -> Phrases[HedgeRow]:
    return Phrases(row for row in load("wording/hedges", HedgeRow).values() if row.scope != "event")
