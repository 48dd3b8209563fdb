"""The office that stands before a name with its place: "**Governor of Tartus** Samir Haddad"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimx.attributions.discourse.kinds import Roles
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.attributions.discourse.referents import Referent
    from claimx.grammar.tokens import Parse, Token

#: How many words may stand between an office and the name of its bearer.
REACH = 16
_LINKS = frozenset(("of", "for", "to", "on", "at", "in"))
_WITHIN = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "PART", "NUM"))
#: Up to how many letters in capitals a word has that stands before nouns like an adjective ("US", "EU").
_LETTERS = 3


def office_before(doc: Parse, start: int, roles: Roles, named: Callable[[Token], Referent | None]) -> Token | None:
    """The noun for an office whose complement ends just before a person's name; null where there is none.

    In "the ambassador to London Saeed Rahimi" the name is the ambassador's, since the complement is complete without
    it. In "a spokesman for Ali Hassan", "an aide to President Ali Hassan", "a fan of the singer Ali Hassan" it is the
    complement's, which nothing else closes.

    Args:
        doc: the parsed article.
        start: the index of the name's first token.
        roles: which nouns are for people.
        named: the named thing that a token is part of the name of.
    """
    last = _before_ranks(doc, start, roles)
    if last < 1 or not _closes(doc, last, start, roles, named):
        return None
    offices: list[Token] = []
    for place in range(last, max(0, last - REACH), -1):
        token, before = doc[place], doc[place - 1]
        inside = token.pos in _WITHIN or token.text == "-" or named(token) is not None or place == last
        if not inside or token.is_sent_start:
            break
        bearer = named(token)
        if bearer is not None and bearer.kind == "person":
            return None
        if place < last and token.lower in _LINKS and _is_office(before, roles):
            offices.append(before)
    # of two ("the aide to the president of Laos …") either may be meant
    return offices[0] if len(offices) == 1 else None


def _before_ranks(doc: Parse, start: int, roles: Roles) -> int:
    """The index of the last token before a name and the ranks that go with it ("Maj. Gen.")."""
    place = start - 1
    while place > 0 and not doc[place + 1].is_sent_start:
        word = doc[place - 1].text if doc[place].text == "." else doc[place].text
        rank = plain(word) in roles.titles and (
            plain(word) in word_set("names/generic_persons", "ranks") or not roles.person(word.lower())
        )
        if not rank:
            break
        place -= 2 if doc[place].text == "." else 1
    return place


def _closes(doc: Parse, last: int, start: int, roles: Roles, named: Callable[[Token], Referent | None]) -> bool:
    """Whether a token can be the last of an office's complement: a place, a body or a thing, but nobody."""
    token = doc[last]
    if doc[last + 1].is_sent_start or token.text.endswith(".") or roles.person(token.lemma.lower()) is not None:
        return False
    what = named(token)
    if what is not None and what.kind not in ("place", "organization"):
        return False
    if last + 1 < start and token.text.isupper() and len(token) <= _LETTERS:
        return doc[last - 1].lower == "the"  # "to the UN Gen. X", but "to US Gen. X"
    return what is not None or (
        token.tag not in ("JJ", "POS", "DT", "IN", "TO", "CC", "CD") and token.text[:1].isalpha()
    )


def _is_office(token: Token, roles: Roles) -> bool:
    lemma = token.lemma.lower()
    if lemma in word_set("names/generic_persons", "kin") or token.tag in ("NNS", "NNPS"):
        return False
    return token.pos in ("NOUN", "PROPN") and roles.person(lemma) is not None
