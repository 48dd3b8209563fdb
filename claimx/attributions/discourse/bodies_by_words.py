"""Bodies that an article never writes with a capital: "the **district school board** said", then "the board"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.definiteness import is_unrestricted
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.referents import Referent
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
_AUTHORITIES, OF_PERSONS = word_set(_NOUNS, "governments"), word_set(_NOUNS, "of_persons")
_THE = "the"
#: How many words a body's name has at most, and how many tokens before its noun it may begin.
_LONGEST, _REACH = 8, 12
_SINGULAR = frozenset((word_classes.SINGULAR, word_classes.NAME_SINGULAR))
_WITHIN = word_classes.NOUNS | {word_classes.ADJECTIVE}
_NARROWING = roles.CLAUSES_OF_NOUNS | {roles.PREPOSITION}


def name_by_words(head: Token, owner: Referent | None, discourse: Discourse) -> str | None:
    """The words by which the article names a body that has no name in it; null where they would fit several.

    Args:
        head: the noun.
        owner: whose it is, where that is known.
        discourse: the article.
    """
    lemma = head.lemma.lower()
    if lemma in _GENERAL - _AUTHORITIES or (is_trade(lemma) and has_agent_ending(lemma)) or not is_body_noun(lemma):
        return None
    if head.tag not in _SINGULAR or not head.text.islower():
        return None
    if owner is not None and owner.name and owner.kind in ("organization", "place") and lemma not in _GENERAL:
        return _with_owner(head, owner)
    named = _from_a_name(head, discourse)
    if named is not None:
        is_of_person = owner is not None and owner.kind == "person" and owner.name is not None
        return named if not is_of_person or lemma in OF_PERSONS else None
    if lemma in _GENERAL or not is_unrestricted(head):
        return None
    before = _words_before(head)
    if not before or before[0].nbor(-1).lower != _THE:
        return None
    while before and not _tells(before[0]):
        before.pop(0)  # "the **troubled** school board"
    if not before or not all(token.dep in roles.PREMODIFIERS for token in before):
        return None
    return " ".join(token.text for token in (*before, head))


def _from_a_name(head: Token, discourse: Discourse) -> str | None:
    """The words from a name to the noun: "**Little Arden parish council**", "the **Arden public prosecutor's office**".

    Without "the" it is any of its kind where a demonym, a headline or a sentence alone may have made the capital.
    """
    tokens, row = head.doc.tokens, head.i
    while row > head.i - _REACH and row > 0 and not tokens[row].is_sent_start and _may_stand_within(tokens[row - 1]):
        row -= 1
    first = next((token for token in tokens[row : head.i] if token.text[:1].isupper()), None)
    if first is None or any(child.i > head.i and child.dep in _NARROWING for child in head.children):
        return None
    before = {token.lower for token in (*tokens[max(row - 1, 0) : first.i], *head.lefts) if _determines(token)}
    names = [token for token in tokens[first.i : head.i] if token.text[:1].isupper() and token.pos == word_classes.NAME]
    is_name = any(not token.is_sent_start or discourse.named_by(token) is not None for token in names)
    if before - {_THE} or not (before or (is_name and not discourse.is_in_headline(head))):
        return None
    if first.i + 1 == head.i and (not names or head.lemma.lower() in _GENERAL):
        return None  # "the Danish authority"
    words = head.doc.text[first.idx : head.end].split()
    return " ".join(words) if len(words) <= _LONGEST else None


def _determines(token: Token) -> bool:
    """Whether a word tells whether one is meant that is known: "the", "a", "her"."""
    return token.dep == roles.DETERMINER or (token.dep == roles.POSSESSOR and token.pos == word_classes.PRONOUN)


def _may_stand_within(token: Token) -> bool:
    """Whether a word may stand in a body's name, before the noun that tells what it is."""
    if token.pos in _WITHIN or token.tag in (word_classes.POSSESSIVE_MARK, word_classes.GERUND):
        return True
    return token.text == "-"


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
