"""A thing that mentions name, and its fullest name in the article."""

from __future__ import annotations

from typing import NamedTuple

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.words import word_set
from claimx.mentions.names.name_forms import WORD, is_formal, neutral_name

_PARTICLES = word_set("names/small_words", "particles")


class NamedMention(NamedTuple):
    """A mention ready to be grouped: its written name, label and the gazetteer's key, if it has one.

    ``aside``: it is the agency of a dateline, which no "the agency" means.
    """

    text: str
    label: str
    thing: str | None
    title: str | None = None
    aside: bool = False


class Thing:
    """One real-world thing and its mentions, by their numbers in text order."""

    def __init__(self, label: str, words: frozenset[str], heads: frozenset[str], gazetteer: Gazetteer) -> None:
        self.label = label
        self.gazetteer = gazetteer
        self.words = words
        self.heads = heads
        self.aside = False
        self.mentions: list[int] = []
        self.texts: list[str] = []
        self.things: set[str] = set()
        self.titles: set[str] = set()
        self.country: str | None = None

    def add(self, number: int, mention: NamedMention) -> None:
        """Count a mention of this thing."""
        self.mentions.append(number)
        self.texts.append(mention.text)
        if mention.thing is not None:
            self.things.add(mention.thing)
        if mention.title is not None:
            self.titles.add(mention.title)

    @property
    def name(self) -> str:
        """The fullest of the names that it is mentioned by; of equally full ones the most frequent, then the first.

        What but adds a word before another full name ("Crooked Hillary Clinton") is a nickname, and fuller than none.
        A country has its common name, where it is called by it or else only by formal and loaded ones; a "regime" is
        called a government.
        """
        texts = list(dict.fromkeys(self.texts))
        if self.country is not None:
            texts = [text for text in texts if not is_formal(text, self.country)] or [self.country]
            if self.country in texts:
                return self.country
        if self.label == "PERSON":
            full = {text for text in texts if " " in text and self._has_first_name(text)}
            texts = [text for text in texts if text.partition(" ")[2] not in full]
        best = max(texts, key=lambda text: (self._fullness(text), self.texts.count(text)))
        if self.label in ("GPE", "LOC") and best.isupper() and len(best) > 4:
            return best.title()
        return neutral_name(best, texts) if self.label == "ORG" else best

    def _has_first_name(self, text: str) -> bool:
        first = text.partition(" ")[0]
        return first.casefold() not in _PARTICLES and self.gazetteer.gender_of_name(first) is not None

    def _fullness(self, text: str) -> float:
        """How full a name is: its number of words, less for "MOSCOW"; an acronym of a land, "Agency" by "IAEA" none."""
        if self.label == "NORP" or (len(self.heads) > 1 and text.casefold() in self.heads and not text.isupper()):
            return 0
        words = sum(1 for word in WORD.findall(text) if not (self.label == "GPE" and len(word) < 5 and word.isupper()))
        return words - 0.5 if self.label in ("GPE", "LOC", "PERSON") and text.isupper() else words
