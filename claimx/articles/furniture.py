"""The rules that know a paragraph beside the article's text, from ``page/furniture.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from claimx.errors import LexiconError
from claimx.lexicons import loader as lexicon
from claimx.records import ZoneKind

#: How far into a paragraph's end a glued leftover ("… of the city.Back to top button") is looked for.
LONGEST_GLUED = 100
#: How long the line behind a byline may be that names the author's paper.
LONGEST_AFFILIATION = 60

_LEADING_MARKS = regex.compile(r"^(?:[\"'*•·»›>▶►■▪●→↑↓|–—-]\s*)+")
_TRAILING_MARKS = regex.compile(r"[\s\"'.:!…»›>→▶▼▾↓|*-]+$")
_SPACES = regex.compile(r"\s+")
_PART = regex.compile(r"\{([a-z-]+)\}")


@dataclass(frozen=True)
class Part:
    """A row of ``furniture_parts.toml``: alternatives that patterns use by the row's name."""

    key: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class ParagraphRule:
    """A row of ``furniture.toml``; the file's head says what the keys mean."""

    key: str
    patterns: tuple[str, ...]
    kind: ZoneKind = "furniture"
    place: Literal["any", "head", "tail"] = "any"
    opens: Literal["nothing", "links", "section"] = "nothing"
    longest: int = 200
    glued: bool = False


@cache
def _parts() -> dict[str, str]:
    parts: dict[str, str] = {}
    for key, part in lexicon.load("page/furniture_parts", Part).items():
        parts[key] = _union(_filled(words, parts) for words in part.words)
    return parts


def _union(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _filled(pattern: str, parts: dict[str, str]) -> str:
    def fill(match: regex.Match[str]) -> str:
        """The alternatives of one part."""
        if match[1] not in parts:
            raise LexiconError(f"furniture: {match[0]} in {pattern!r} is no row of furniture_parts.toml above it")
        return parts[match[1]]

    return str(_PART.sub(fill, pattern))


#: How a sentence begins that a bar of links is glued to: "Share Save Print The dam is …".
_SENTENCE = r"(?=[\"“'‘]?\p{Lu}[\p{L}'’-]*[ ,])"
#: Where something may be glued to the end of a sentence.
_BEHIND_A_SENTENCE = regex.compile(r"(?<=[.!?…][\"')\]]*)\s*+(?=\p{Lu})")


def _pattern(rule: ParagraphRule) -> str:
    return _union(_filled(pattern, _parts()) for pattern in rule.patterns)


class Rules:
    """All rows as one pattern for whole paragraphs, those for anywhere first, and one for glued leftovers."""

    def __init__(self, rows: dict[str, ParagraphRule]) -> None:
        self._rows = sorted(rows.values(), key=lambda row: row.place != "any")
        self._longest = max(row.longest for row in self._rows)
        groups = [(row, f"(?P<r{number}>{_pattern(row)})") for number, row in enumerate(self._rows)]
        anywhere = "|".join(group for row, group in groups if row.place != "tail")
        self._paragraph = re.compile(anywhere, re.IGNORECASE)  # a third of regex's time to compile
        self._tail = re.compile(
            "|".join(group for row, group in groups if row.place == "tail") or r"(?!)", re.IGNORECASE
        )
        glued = _union(_pattern(row) for row in self._rows if row.glued)
        self._dated = re.compile(_filled("{dated}", _parts()) + "$", re.IGNORECASE)
        self._names = re.compile(_filled("{names}", _parts()))
        tool = _filled("{tool}", _parts())  # once in its pattern, for it takes long to compile
        self._toolbar = regex.compile(rf"(?=\p{{L}})(?>(?i:{tool})[ |/·•]+){{3,16}}{_SENTENCE}")
        self._glued = re.compile(rf"(?:{glued})[.!>»→ ]*$", re.IGNORECASE)

    def match(self, paragraph: str, *, head: bool, tail: bool = False) -> ParagraphRule | None:
        """The rule that knows this paragraph; ``head`` and ``tail``: no paragraph of the body comes before or after."""
        if len(paragraph) > self._longest:
            return None
        words = _SPACES.sub(" ", paragraph)
        words = _TRAILING_MARKS.sub("", _LEADING_MARKS.sub("", words))
        pattern = self._tail if tail else self._paragraph
        row = self._row(pattern.fullmatch(words))
        if row is None and (undated := self._dated.sub("", words)) != words:  # "By Ann Lee | Updated: 5 March 2024"
            row = self._row(pattern.fullmatch(undated))
            row = row if row is not None and row.kind == "byline" else None
        return row if row is not None and len(words) <= row.longest and (head or row.place != "head") else None

    def _row(self, match: re.Match[str] | None) -> ParagraphRule | None:
        return self._rows[int(match.lastgroup[1:])] if match is not None and match.lastgroup is not None else None

    def opens(self, key: str) -> str:
        """What the paragraph of a rule opens: "links", "section" or "nothing"; the key need not be a rule's."""
        return next((row.opens for row in self._rows if row.key == key), "nothing")

    def find_glued(self, paragraph: str) -> int | None:
        """Offset in the paragraph at which a leftover begins that stands behind the last sentence."""
        shift = max(0, len(paragraph) - LONGEST_GLUED)
        behind = _BEHIND_A_SENTENCE.finditer(paragraph[shift:])
        return next((shift + m.start() for m in behind if self._glued.match(paragraph, shift + m.end())), None)

    def find_toolbar(self, paragraph: str) -> int:
        """Offset in the paragraph at which its first sentence begins behind a bar of links; 0 if there is none."""
        bar = self._toolbar.match(paragraph)
        return bar.end() if bar else 0

    def find_author(self, byline: str) -> str:
        """The names in a byline, without "By" and what the people are."""
        undated = self._dated.sub("", _SPACES.sub(" ", byline))
        match = _byline().fullmatch(undated)
        return match[1] if match else undated

    def is_affiliation(self, paragraph: str) -> bool:
        """Whether a paragraph behind a byline is but a name: that of the author's paper or office."""
        return len(paragraph) <= LONGEST_AFFILIATION and self._names.fullmatch(_SPACES.sub(" ", paragraph)) is not None


@cache
def _byline() -> regex.Pattern[str]:
    by, role, names = (_filled(f"{{{part}}}", _parts()) for part in ("by", "role", "names"))
    return regex.compile(rf"(?:{by} )?(.+?)(?i: ?[,|–—-] ?(?:the )?{role}\b.*| (?:in|for) {names})?")


@cache
def paragraph_rules() -> Rules:
    """The rules, read once."""
    return Rules(lexicon.load("page/furniture", ParagraphRule))
