"""Part of step 2: parts of speech and lemmas as spaCy's attribute ruler and lemmatizer give them, remembered.

Both components look at a word's tag, form and dependency, and at little of its neighbours; what they say of one
combination they say of it always. So each combination is put to them once, between full stops, and what they say is
kept. The results are theirs; they take a fifth of the parser's time otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

_NO_WORD = (0, 0, 0, 0)
_MOST = 200_000  # combinations kept; an archive's rare words are forgotten all at once

#: Tag, lower form, dependency and form, as hashes of the vocabulary.
_Word = tuple[int, int, int, int]
#: A word between those of its neighbours that may be in one pattern with it.
_Key = tuple[_Word, _Word, _Word]


class _Annotated(NamedTuple):
    """What the components say of a word, as hashes of the vocabulary."""

    pos: int
    morph: int
    lemma: int


class Annotator:
    """Sets ``pos``, ``morph`` and ``lemma`` of tagged and parsed documents."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._ruler = nlp.get_pipe("attribute_ruler")
        self._lemmatizer = nlp.get_pipe("lemmatizer")
        full_stop = nlp.vocab.strings.add(".")
        self._stop: _Word = (full_stop, full_stop, nlp.vocab.strings.add("punct"), full_stop)
        self._known: dict[_Key, _Annotated] = {}
        self._neighbours: dict[tuple[int, int], bool] = {}
        self._new: list[_Key] = []  # of ``_known``: learnt since the last call of ``forget_passing``
        self._forms, self._patterns, self._dependencies = _of_pairs(self._ruler.patterns)  # type: ignore[attr-defined]

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document in place."""
        if not len(doc):
            return doc
        words: list[_Word] = [tuple(row) for row in doc.to_array([TAG, LOWER, DEP, ORTH]).tolist()]
        told = [self._tells(word) for word in words]
        keys = [self._key(words, told, place) for place in range(len(words))]
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        if len(self._known) + len(unknown) > _MOST:
            self._known.clear()
            self._neighbours.clear()
            self._new.clear()
            unknown = list(dict.fromkeys(keys))
        self._ask(unknown)
        found = np.array([self._known[key] for key in keys], dtype=np.uint64)
        doc.from_array([POS, MORPH, LEMMA], found)  # type: ignore[arg-type]
        return doc

    def forget_passing(self) -> None:
        """Forget what was learnt of words that the vocabulary has forgotten, at the end of a memory zone.

        Their hashes would lead nowhere, and an archive has ever new ones.
        """
        strings = self._vocab.strings
        for key in self._new:
            found = self._known[key]
            if not all(value in strings for value in (key[1][3], found.lemma, found.morph)):  # type: ignore[operator]
                del self._known[key]
        self._new.clear()
        for pair in [pair for pair in self._neighbours if pair[0] not in strings]:  # type: ignore[operator]
            del self._neighbours[pair]

    @staticmethod
    def _key(words: list[_Word], told: list[bool], place: int) -> _Key:
        """A word with those neighbours that may be in one pattern with it."""
        if not told[place]:
            return _NO_WORD, words[place], _NO_WORD
        before = words[place - 1] if place and told[place - 1] else _NO_WORD
        after = words[place + 1] if place + 1 < len(words) and told[place + 1] else _NO_WORD
        return before, words[place], after

    def _tells(self, word: _Word) -> bool:
        """Whether a pattern of several words may look at this one."""
        key = word[1], word[2]
        tells = self._neighbours.get(key)
        if tells is None:
            lower = self._vocab.strings[word[1]]
            tells = lower in self._forms or any(p.search(lower) for p in self._patterns)
            tells = tells or self._vocab.strings[word[2]] in self._dependencies
            self._neighbours[key] = tells
        return tells

    def _ask(self, keys: list[_Key]) -> None:
        """Put words between their telling neighbours to the components, all in one document, and keep the answers."""
        if not keys:
            return
        asked: list[_Word] = []
        places = []
        for before, word, after in keys:
            asked += [neighbour for neighbour in (before,) if neighbour != _NO_WORD]
            places.append(len(asked))
            asked += [word, *(neighbour for neighbour in (after,) if neighbour != _NO_WORD), self._stop]
        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[word[3]] for word in asked], spaces=[True] * len(asked))
        doc.from_array([TAG, DEP], np.array([[word[0], word[2]] for word in asked], dtype=np.uint64))  # type: ignore[arg-type]
        doc = self._lemmatizer(self._ruler(doc))
        for key, place in zip(keys, places, strict=True):
            token = doc[place]
            self._new.append(key)
            self._known[key] = _Annotated(token.pos, token.morph.key, token.lemma)  # type: ignore[attr-defined]


def _of_pairs(patterns: list[dict[str, Any]]) -> tuple[set[str], list[re.Pattern[str]], set[str]]:
    """The forms, patterns of forms and dependencies that the ruler's patterns of several words ask for."""
    forms: set[str] = set()
    expressions: list[re.Pattern[str]] = []
    dependencies: set[str] = set()
    several = [pattern for rule in patterns for pattern in rule["patterns"] if len(pattern) > 1]
    for attribute, wanted in (item for pattern in several for token in pattern for item in token.items()):
        if isinstance(wanted, dict) and "REGEX" in wanted:
            expressions.append(re.compile(wanted["REGEX"]))
            continue
        values = wanted["IN"] if isinstance(wanted, dict) else [wanted]
        if attribute == "LOWER":
            forms.update(values)
        elif attribute == "DEP":
            dependencies.update(values)
    return forms, expressions, dependencies
