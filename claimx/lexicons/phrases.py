"""Finds the words and phrases of a lexicon in a text, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

import regex

from claimx.records import Span

_RUN = regex.compile(r"[^\W_]+")
_GAP = regex.compile(r"[\s\-‐‑'’.,]{1,3}")


class PhraseRow(Protocol):
    """A row that is found by its forms, or by its key where it has none."""

    @property
    def key(self) -> str:
        """The row's key."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms it is found by."""


Row = TypeVar("Row", bound=PhraseRow)


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """A phrase in a text: its row, where it stands, and the word before and after it (lower-cased, or empty)."""

    row: Row
    span: Span
    before: str
    after: str


class Phrases(Generic[Row]):
    """An index of phrases: runs of words, with white space, hyphens and apostrophes between them counting alike."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Index rows under their forms; an earlier row has a form that two rows share."""
        self._phrases: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
        for row in rows:
            for form in row.forms or (row.key,):
                words = tuple(_RUN.findall(form.lower()))
                self._phrases.setdefault(words[0], []).append((words, row))
        for found in self._phrases.values():
            found.sort(key=lambda phrase: -len(phrase[0]))

    def find(self, text: str) -> list[Found[Row]]:
        """All phrases in a text in its order, the longest first where several begin at one word; none overlap."""
        runs = list(_RUN.finditer(text))
        words = [run.group().lower() for run in runs]
        found: list[Found[Row]] = []
        free = 0
        openings = self._phrases
        for i in [i for i, word in enumerate(words) if word in openings]:
            for phrase, row in openings[words[i]] if i >= free else ():
                end = i + len(phrase)
                if tuple(words[i:end]) == phrase and _is_joined(text, runs[i:end]):
                    span = Span(runs[i].start(), runs[end - 1].end())
                    after = words[end] if end < len(words) else ""
                    found.append(Found(row, span, words[i - 1] if i else "", after))
                    free = end
                    break
        return found


def _is_joined(text: str, runs: Sequence[regex.Match[str]]) -> bool:
    return all(_GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(runs))


def lookup(rows: Mapping[str, Row]) -> dict[str, Row]:
    """Rows under each of their forms; an earlier row has a form that two rows share."""
    found: dict[str, Row] = {}
    for row in rows.values():
        for form in row.forms or (row.key,):
            found.setdefault(form, row)
    return found
