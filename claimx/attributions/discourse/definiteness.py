"""What in a noun phrase tells whether it can mean something that the article has spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.nouns import is_parent_of_some
from claimx.lexicons.nouns import nations
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_DISTINGUISHING = word_set("names/small_words", "distinguishing")


def is_unrestricted(head: Token) -> bool:
    """Whether a noun has nothing that would single out another thing: "the only man who …", "the group of …"."""
    return not any(
        (child.dep in roles.CLAUSES_OF_NOUNS and not _is_nonrestrictive(child))
        or child.tag == word_classes.SUPERLATIVE
        or child.lower in _DISTINGUISHING
        or (child.dep == roles.POSSESSOR and child.pos != word_classes.PRONOUN)
        or (
            child.dep == roles.PREPOSITION
            and child.lower == "of"
            and not _is_nonrestrictive(child)
            and not (_counts(child) or is_parent_of_some(head))
        )
        for child in head.children
    )


def _counts(preposition: Token) -> bool:
    """Whether "of" but counts: "the father of **three**"."""
    return any(
        child.pos == word_classes.NUMERAL and all(mark.dep == roles.PUNCTUATION for mark in child.children)
        for child in preposition.children
    )


def _is_nonrestrictive(behind: Token) -> bool:
    """Whether what hangs on a noun only adds something: it stands behind a comma ("the boy, **who is nine**, …")."""
    first = behind.left_edge.i
    return first > 0 and behind.doc.tokens[first - 1].text == ","


def is_distinguished(head: Token) -> bool:
    """Whether a word before a noun tells it from the known one: "their **second** son"."""
    return any(child.lower in _DISTINGUISHING for child in head.children)


def belongs_to_a_name(head: Token) -> bool:
    """Whether a noun belongs to another name ("Ruiz's lawyer"), so that it is not the known one."""
    return any(child.dep == roles.POSSESSOR and child.pos == word_classes.NAME for child in head.children)


def nations_before(head: Token) -> set[str]:
    """The countries that words before a noun name."""
    known = nations()
    return {known[word.text] for word in head.lefts if word.text in known}
