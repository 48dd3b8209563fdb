"""A document as the guards and the resolvers of time look at it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimx.mentions.time_lexer import Lexeme
from claimx.mentions.time_patterns import Match

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Labels of spaCy that are names of things, not of times.
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC", "NORP", "LAW"})
#: Kinds of prepositions that stand before dates.
BEFORE_DATE = frozenset(
    ["in", "on", "since", "until", "by", "during", "before", "after", "between", "through", "from", "of", "to"]
)


class View:
    """A document with its lexemes: what guards and resolvers look at."""

    def __init__(self, doc: Doc, text: str, lexemes: list[Lexeme]) -> None:
        self.doc = doc
        self.text = text
        self.lexemes = lexemes
        self._starts, begins = doc.to_array(["IDX", "SENT_START"]).T.tolist() if len(doc) else ([], [])
        self._sentences = [start for start, begin in zip(self._starts, begins, strict=True) if begin == 1]

    def token(self, place: int) -> Token:
        """The spaCy token that a lexeme stands in."""
        start = self.lexemes[place].start
        return self.doc[max(bisect_right(self._starts, start) - 1, 0)]

    def sentence(self, place: int) -> int:
        """The number of the sentence that a lexeme stands in."""
        return bisect_right(self._sentences, self.lexemes[place].start)

    def kind(self, place: int) -> str:
        """The kind of a lexeme, "gap" outside of the text."""
        return self.lexemes[place].kind if 0 <= place < len(self.lexemes) else "gap"

    def word(self, place: int) -> str:
        """A lexeme's characters, empty outside of the text."""
        if not 0 <= place < len(self.lexemes):
            return ""
        return self.text[self.lexemes[place].start : self.lexemes[place].end]

    def is_named(self, place: int) -> bool:
        """Whether spaCy takes the word as a part of a name."""
        return self.token(place).ent_type_ in _NAMES

    def counts_things(self, place: int) -> bool:
        """Whether a number stands before the plural noun that it counts ("In March 20 people ...")."""
        token = self.token(place)
        return token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")

    def place(self, match: Match, *kinds: str) -> int:
        """The place of the first lexeme of such a kind in a match, -1 if there is none."""
        return next((i for i in range(match.first, match.last) if self.kind(i) in kinds), -1)
