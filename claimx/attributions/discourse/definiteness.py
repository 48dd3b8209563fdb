"""What in a noun phrase tells whether it can mean something that the article has spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.callings import PAST_OF_OFFICE
from claimx.attributions.discourse.named import nations_of
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.grammar.nouns import is_parent_of_some
from claimx.lexicons.nouns import is_document_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_OF = "of"
_FIELDS = word_set("names/generic_bodies", "ministry_fields")
_OTHERS = word_set("names/small_words", "telling_another")
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
            and child.lower == _OF
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


def is_another(head: Token) -> bool:
    """Whether a word before a noun tells that somebody else is meant than the known one: "the **previous** witness"."""
    return any(child.lower in _OTHERS for child in head.children)


def belongs_to_a_name(head: Token) -> bool:
    """Whether a noun belongs to another name ("Ruiz's lawyer"), so that it is not the known one."""
    return any(child.dep == roles.POSSESSOR and child.pos == word_classes.NAME for child in head.children)


def nations_before(head: Token) -> set[str]:
    """The countries that words before a noun name."""
    return nations_of(word.text for word in head.lefts)


def is_unrestricted_person(head: Token) -> bool:
    """Whether nothing tells which one is meant: no "**previous** witness", no "man **in the linen suit**"."""
    behind = (child for child in in_role(head, roles.PREPOSITION) if child.i == head.i + 1 and child.lower != _OF)
    objects = (token for preposition in behind for token in in_role(preposition, roles.PREPOSITION_OBJECT))
    is_told = any(t.tag in word_classes.COMMON_NOUN_FORMS and not is_document_noun(t.lemma.lower()) for t in objects)
    return is_unrestricted(head) and not is_told


def is_counted(before: Token) -> bool:
    """Whether a word before a noun but counts or ranks what somebody did: "the three-**term** lawmaker"."""
    return any(child.text == "-" for child in before.children) and any(child.like_num for child in before.children)


def has_field(head: Token) -> bool:
    """Whether a word before a noun tells which one is meant: "the **prison** doctor", "the **finance** secretary"."""
    before = (child for child in head.lefts if child.dep in roles.PREMODIFIERS and child.lower not in PAST_OF_OFFICE)
    fields = (child for child in before if child.tag in word_classes.COMMON_NOUN_FORMS or child.lower in _FIELDS)
    return not all(map(is_counted, fields))
