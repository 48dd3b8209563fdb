"""Whose surname a name is that stands alone in one article, where another article of a run has the full name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from claimx.lexicons.words import word_set

_PARTICLES = word_set("names/small_words", "particles")
_SUFFIXES = word_set("names/name_parts", "generational_suffixes")

#: A name as it is compared: its words in small letters, without "Jr.".
Words = tuple[str, ...]


class Surnames:
    """Collects the people of a run article by article, and tells then who is called by the surname alone.

    A surname is somebody's if one full name of the run, of whatever articles, ends with it, and if nothing speaks
    against it: no article that tells the two apart, no other pronouns. Two full names are never one person's.
    """

    def __init__(self) -> None:
        self._full: defaultdict[Words, set[Words]] = defaultdict(set)
        self._alone: set[str] = set()
        self._apart: set[Words] = set()
        self._pronouns: defaultdict[Words, set[str]] = defaultdict(set)
        self._written: dict[Words, str] = {}

    def add(self, speakers: Iterable[tuple[str, str | None]], others: Iterable[str] = ()) -> None:
        """Count the people of one article.

        Args:
            speakers: those who speak, by their fullest names in it, each with its pronoun, if that is known.
            others: the fullest names of all people in it; those who speak may be among them.
        """
        told = [(name, pronouns) for name, pronouns in speakers if _words(name)]
        here = {_words(name) for name in others} | {_words(name) for name, _ in told}
        for words in here:
            if surname := _surname(words):
                self._full[surname].add(words)
        for name, pronouns in told:
            words = _words(name)
            self._written.setdefault(words, name)
            if pronouns is not None:
                self._pronouns[words].add(pronouns)
            if _surname(words) is None:
                self._alone.add(name)
        self._apart |= here & {surname for words in here if (surname := _surname(words))}

    def add_envelope(self, envelope: Mapping[str, Any]) -> None:
        """Count the people of a document's envelope, as plain JSON."""
        sources = [claim["source"] for claim in envelope["claims"] if claim["source"]]
        speakers = [(each["name"], each["pronouns"]) for each in sources if each["name"] and each["type"] == "person"]
        persons = (entity["name"] for entity in envelope["entities"] if entity["label"] == "PERSON")
        self.add(dict.fromkeys(speakers), persons)

    def full_names(self) -> Mapping[str, str]:
        """Names that stand alone, as they are written, each with the full name of who speaks elsewhere by it."""
        return {name: full for name in sorted(self._alone) if (full := self._full_name(_words(name)))}

    def _full_name(self, words: Words) -> str | None:
        candidates = self._full.get(words, set())
        if len(candidates) != 1 or words in self._apart:
            return None
        [full] = candidates
        if len(self._pronouns[words] | self._pronouns[full]) > 1:
            return None
        return self._written.get(full)


def _words(name: str) -> Words:
    words = tuple(name.casefold().split())
    return words[:-1] if len(words) > 1 and words[-1] in _SUFFIXES else words


def _surname(words: Words) -> Words | None:
    """The surname of a full name, particles with it ("van Dorn"); None where the name is no more than a surname."""
    begin = len(words) - 1
    while begin > 0 and words[begin - 1] in _PARTICLES:
        begin -= 1
    return words[begin:] if begin > 0 else None
