"""A parsed text cut into lexemes, as the guards of time look at it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.grammar.nouns import counts_plural
from claimx.mentions.times.context_words import words
from claimx.mentions.times.lexer import Lexeme
from claimx.mentions.times.patterns import Match
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: Labels of names of things; the others are of times and numbers.
_NAMES_OF_THINGS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC", "NORP", "LAW"})
#: Kinds of prepositions that stand before dates.
BEFORE_DATE = words("before_dates")


class View:
    """A parsed text cut into lexemes: what guards look at. A place is the index of a lexeme."""

    def __init__(self, doc: Parse, lexemes: Sequence[Lexeme]) -> None:
        self.doc = doc
        self.text = doc.text
        self.lexemes = lexemes

    def token(self, place: int) -> Token:
        """The parser's token that a lexeme stands in."""
        return self.doc.token_at(self.lexemes[place].start)

    def sentence(self, place: int) -> int:
        """The row in which the sentence of a lexeme begins."""
        return self.token(place).sent.start

    def kind(self, place: int) -> str:
        """The kind of a lexeme, "gap" outside of the text."""
        return self.lexemes[place].kind if 0 <= place < len(self.lexemes) else "gap"

    def word(self, place: int) -> str:
        """A lexeme's characters, empty outside of the text."""
        if not 0 <= place < len(self.lexemes):
            return ""
        return self.text[self.lexemes[place].start : self.lexemes[place].end]

    def is_named(self, place: int) -> bool:
        """Whether the tagger takes the word as a part of a name."""
        return self.token(place).ent_type in _NAMES_OF_THINGS

    def name_at(self, place: int) -> Span:
        """The stretch of the tagger's name that a lexeme stands in, empty where it stands in none."""
        at = self.lexemes[place].start
        number = bisect_right(self._names, at, key=lambda name: name.start) - 1
        name = self._names[number] if number >= 0 else Span(at, at)
        return name if at < name.end else Span(at, at)

    @cached_property
    def _names(self) -> list[Span]:
        return [Span(name.start_char, name.end_char) for name in self.doc.ents]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the longer names of people, in lower case."""
        return frozenset(name[-1].lower for name in self.doc.ents if name.label == "PERSON" and len(name) > 1)

    def counts_things(self, place: int) -> bool:
        """Whether a number stands before the plural noun that it counts ("In March 20 people ...")."""
        return counts_plural(self.token(place))

    def place(self, match: Match, kinds: Collection[str]) -> int:
        """The place of the first lexeme of one of these kinds in a match, -1 if there is none."""
        return next((i for i in range(match.first, match.last) if self.kind(i) in kinds), -1)
