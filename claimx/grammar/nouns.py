"""Single nouns: number and what counts them, singular, definiteness, parts of one with hyphens, first of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_INFLECTED = word_classes.PLURALS | {word_classes.COMPARATIVE, word_classes.SUPERLATIVE}
_SUPERLATIVE_ENDING, _SHORTEST_SUPERLATIVE = "est", 6
#: Parts that a word with hyphens may have after its first.
_PARTS = 3
_OF = "of"
_INDEFINITE = word_set("names/small_words", "indefinite")
_ALIKE = word_set("grammar/function_words", "nouns_alike_in_plural")
#: What determines which one a noun means.
_DETERMINERS = frozenset((roles.DETERMINER, roles.POSSESSOR, roles.NUMBER, roles.QUANTIFIER))
#: Those of them that may hang on a word before it; a number there counts something else: "the **three**-term mayor".
_OWNING = frozenset((roles.DETERMINER, roles.POSSESSOR))
_LISTED = frozenset((roles.CONJUNCT, roles.APPOSITION))
#: How many steps up the tree the first of a list is looked for.
_MAX_CLIMB = 25


def is_noun(token: Token) -> bool:
    """Whether a word is a noun or a name."""
    return token.pos in word_classes.NOUNS


def is_plural(token: Token) -> bool:
    """Whether a word is a noun or a name in the plural."""
    return token.tag in word_classes.PLURALS


def counts_plural(number: Token) -> bool:
    """Whether a number stands before the plural noun that it counts ("In March 20 people …")."""
    return number.dep == roles.NUMBER and number.head.i > number.i and is_plural(number.head)


def singular(token: Token) -> str:
    """A noun in the singular, an adjective in its plain degree; other words as they stand."""
    lemma = token.lemma
    if token.lower in _ALIKE:
        return token.text
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


def is_definite(head: Token) -> bool:
    """Whether a noun is one that the article has spoken of: "the", "this", a possessive before it.

    What is of something new is new, too: "**a** drivers' union".
    """
    own = parts_of_word(head)  # "the ex-governor"
    before = [child for part in own for child in part.children if child.dep == roles.COMPOUND]
    words = [child.lower for part in own for child in part.children if child.dep in _DETERMINERS]
    words += [child.lower for part in before for child in part.children if child.dep in _OWNING]  # "the St Ives native"
    owners = (child for part in own for child in part.children if child.dep == roles.POSSESSOR)
    of_owners = (child.lower for owner in owners for child in owner.children if child.dep == roles.DETERMINER)
    return bool(words) and _INDEFINITE.isdisjoint(words) and _INDEFINITE.isdisjoint(of_owners)


def parts_of_word(head: Token) -> list[Token]:
    """The nouns of a hyphenated word, which the parser takes for a word each, the last first: "co-author"."""
    found = [head]
    while is_later_part(found[-1]):
        found.append(found[-1].nbor(-2))
    return found


def is_later_part(token: Token) -> bool:
    """Whether a token stands behind the hyphen of a word."""
    return token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace


def is_part_of_word(token: Token) -> bool:
    """Whether a token is but the first part of a hyphenated word, or the hyphen."""
    tokens, after = token.doc.tokens, token.i + 1
    return token.text == "-" or (not token.whitespace and after + 1 < len(tokens) and tokens[after].text == "-")


def is_parent_of_some(token: Token) -> bool:
    """Whether a token is the noun of a word such as "mother-of-two", which tells of her, not of the two."""
    behind = token.doc.tokens[token.i + 1 : token.i + 4]
    return [one.lower for one in behind[:3]] == ["-", _OF, "-"] and not token.whitespace


def first_of_list(token: Token) -> Token:
    """The noun whose place in the sentence a conjunct or an apposition shares; of endless lists one of the first."""
    for _ in range(_MAX_CLIMB):
        if token.dep not in _LISTED or token.head is token:
            break
        token = token.head
    return token


def is_run_on(name: Token, noun: Token) -> bool:
    """Whether the parse hangs on a noun what belongs to its complement: "a friend **of** pop star **Dina Blake**"."""
    first = name.left_edge.i
    if first <= noun.i + 1 or name.doc.tokens[first - 1].pos not in word_classes.NOUNS | {word_classes.ADJECTIVE}:
        return False
    return any(child.dep == roles.PREPOSITION and noun.i < child.i < first for child in noun.children)
