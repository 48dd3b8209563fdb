"""Single nouns: their number, their singular, the parts of one with hyphens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import word_classes

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_INFLECTED = word_classes.PLURALS | {word_classes.COMPARATIVE, word_classes.SUPERLATIVE}
_SUPERLATIVE_ENDING, _SHORTEST_SUPERLATIVE = "est", 6
#: Parts that a word with hyphens may have after its first.
_PARTS = 3


def is_noun(token: Token) -> bool:
    """Whether a word is a noun or a name."""
    return token.pos in word_classes.NOUNS


def is_plural(token: Token) -> bool:
    """Whether a word is a noun or a name in the plural."""
    return token.tag in word_classes.PLURALS


def singular(token: Token) -> str:
    """A noun in the singular, an adjective in its plain degree; other words as they stand."""
    lemma = token.lemma
    if token.tag == word_classes.SUPERLATIVE and lemma.lower() == token.lower and len(lemma) >= _SHORTEST_SUPERLATIVE:
        return lemma.removesuffix(_SUPERLATIVE_ENDING)
    return lemma if token.tag in _INFLECTED else token.text


def last_part(noun: Token) -> Token:
    """The last noun of a word with hyphens that the tokeniser cut ("e-mails")."""
    for _ in range(_PARTS):
        if noun.whitespace or noun.i + 2 >= len(noun.doc):
            break
        hyphen, rest = noun.nbor(), noun.nbor(2)
        if hyphen.text != "-" or hyphen.whitespace or not is_noun(rest):
            break
        noun = rest
    return noun
