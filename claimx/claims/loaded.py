"""Distancing and loaded wording (``wording/loaded.toml``), and scare quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from claimx.lexicons.loader import load
from claimx.lexicons.phrases import Found, Phrases
from claimx.records import Entity, Loaded, LoadedKind, Span
from claimx.text.spans import SpanIndex, index_mentions

_SHORT = r"[^\W\d][\w'’-]*(?:\s[\w'’-]+){0,2}"
_QUOTED = regex.compile(
    rf"“(?P<a>{_SHORT})[,.]?”|(?<![\w\"])\"(?P<b>{_SHORT})[,.]?\"(?!\w)|(?<!['\w])''(?P<c>{_SHORT})[,.]?''(?!\w)"
    rf"|‘(?P<d>{_SHORT})[,.]?’(?!\w)|(?<!['\w])'(?P<e>{_SHORT})[,.]?'(?!['\w])|«(?P<f>{_SHORT})»"
)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class LoadedRow:
    """Loaded wording.

    It counts only beside a word of ``only_after`` or ``only_before``, if there are any, never beside one of the others.
    """

    key: str
    kind: LoadedKind
    forms: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BeforeMarkRow:
    """Words before a quoted one: "naming" it ("a dog called 'Rex'"), or "doubting" it whoever said it ("so-called")."""

    key: str
    kind: Literal["naming", "doubting"]


def find_loaded(text: str, entities: Sequence[Entity]) -> list[Found[LoadedRow]]:
    """All loaded wording of an article's text, in its order; words that are part of a proper name are none."""
    names = index_mentions(entity for entity in entities if entity.label != "NORP")
    found = [phrase for phrase in _phrases().find(text) if _fits(phrase)]
    return [phrase for phrase in found if not (text[phrase.span.start].isupper() and _is_part(phrase.span, names))]


def find_scare_quotes(text: str, spans: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Loaded]:
    """Quoted stretches of one to three words inside spans that are nobody's quotation.

    Args:
        text: the article's text.
        spans: where to look.
        quoted: real quotations; marks nested inside one are looked at, its own marks are not.
    """
    outer = {(stretch.start, stretch.end) for stretch in quoted}
    for span in spans:
        for match in _QUOTED.finditer(text, span.start, span.end):
            words = next(group for group in match.groups() if group)
            place = Span(match.start(), match.end())
            is_quotation = place in outer or any(q.start >= place.start and q.overlaps(place) for q in quoted)
            before = _kind_before(text, match.start())
            if is_quotation and before != "doubting":
                continue
            if not all(word[0].isupper() for word in words.split()) and before != "naming":
                yield Loaded(match.group(), place, "scare_quotes")


def as_loaded(text: str, found: Sequence[Found[LoadedRow]]) -> list[Loaded]:
    """Found phrases as records."""
    return [Loaded(text[p.span.start : p.span.end], p.span, p.row.kind) for p in found]


def _kind_before(text: str, start: int) -> str:
    """What the words before a mark make of the quoted ones: "naming", "doubting" or nothing."""
    before = text[max(0, start - _LOOK_BACK) : start].lower().rstrip(" :,\n\t")
    found = [row for row in load("reporting/before_marks", BeforeMarkRow).values() if before.endswith(row.key)]
    longest = max(found, key=lambda row: len(row.key), default=None)
    is_whole = longest is not None and not before[: -len(longest.key)][-1:].isalnum()
    return str(longest.kind) if longest is not None and is_whole else ""


def _fits(phrase: Found[LoadedRow]) -> bool:
    row = phrase.row
    if phrase.before in row.not_after or phrase.after in row.not_before:
        return False
    return not (row.only_after or row.only_before) or phrase.before in row.only_after or phrase.after in row.only_before


def _is_part(span: Span, names: SpanIndex[Entity]) -> bool:
    return any(name.span != span for name in names.covering(span))


@cache
def _phrases() -> Phrases[LoadedRow]:
    return Phrases(load("wording/loaded", LoadedRow).values())
