"""Bodies that an article never writes with a capital: "the **district school board** said", then "the board"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.definiteness import is_unrestricted
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.nouns import has_agent_ending, is_body_noun, is_trade, nations
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_NOUNS = "names/generic_bodies"
TIERS = word_set(_NOUNS, "tiers")
#: Words before a noun that tell nothing of which body is meant, and nouns by which none can be told from another.
_UNTELLING = word_set(_NOUNS, "any", "between_name_and_noun", "telling_nothing")
_GENERAL = word_set(_NOUNS, "any", "outlets", "governments", "led", "plural")
_THE = "the"
#: How many words a body's name has at most.
_LONGEST = 8
_SINGULAR = frozenset((word_classes.SINGULAR, word_classes.NAME_SINGULAR))


def name_by_words(mention: Mention, lemma: str, owner: Referent | None) -> str | None:
    """The words by which the article names a body that has no name in it; null where they would fit several.

    Args:
        mention: the noun phrase.
        lemma: of its head.
        owner: whose it is, where that is known.
    """
    head = mention.head
    if lemma in _GENERAL or (is_trade(lemma) and has_agent_ending(lemma)) or not is_body_noun(lemma):
        return None
    if head.tag not in _SINGULAR or not head.text.islower():
        return None
    if owner is not None and owner.name and owner.kind in ("organization", "place"):
        return _with_owner(head, owner)
    if not is_unrestricted(head):
        return None
    before = _words_before(head)
    if not before or before[0].nbor(-1).lower != _THE:
        return None
    while before and not _tells(before[0]):
        before.pop(0)  # "the **troubled** school board"
    if not before or not all(token.dep in roles.PREMODIFIERS for token in before):
        return None
    return " ".join(token.text for token in (*before, head))


def _words_before(head: Token) -> list[Token]:
    """The words right before a noun that tell which one it is, in small letters but for those of lands."""
    found: list[Token] = []
    row = head.i - 1
    tokens = head.doc.tokens
    while row > 0 and tokens[row].pos in word_classes.NOUNS | {word_classes.ADJECTIVE}:
        token = tokens[row]
        if not token.text.islower() and token.text not in nations():
            return []
        found.insert(0, token)
        row -= 1
    return found


def _tells(token: Token) -> bool:
    if token.pos == word_classes.ADJECTIVE:
        return token.lower in TIERS or token.text in nations()
    return token.lower not in _UNTELLING and token.tag != word_classes.GERUND


def _with_owner(head: Token, owner: Referent) -> str | None:
    """A body's words with whose it is, by name: "**Channel Five's editorial board**", "the bank's board"."""
    child = next((child for child in in_role(head, roles.POSSESSOR) if child.pos in word_classes.NOUNS), None)
    if child is None:
        return None
    first = child.left_edge.i + (child.left_edge.lower == _THE) if child.pos == word_classes.NAME else child.i + 1
    words = head.doc.tokens[first : head.i + 1]
    written = head.doc.text[words[0].idx : words[-1].end]
    return (written if child.pos == word_classes.NAME else f"{owner.name}{written}") if len(words) <= _LONGEST else None
