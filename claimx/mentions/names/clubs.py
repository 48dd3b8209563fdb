"""What tells that the name of a town is that of its club: it has players and staff, and trades them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import roles
from claimx.grammar.dependents import in_role
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_PLAYERS, _TRANSFERS = word_set("names/matches", "players"), word_set("names/matches", "transfers")
_STAFF, _SQUADS = word_set("names/matches", "staff"), word_set("names/matches", "squads")
_MOVES = word_set("names/matches", "moves")


def is_club(last: Token) -> bool:
    """Whether a town's name, by its last word, stands for the club of the town."""
    while last.dep == roles.CONJUNCT and last.head.ent_type != "PERSON":
        last = last.head  # "Valencia and **Getafe** sold their strikers"
    if last.dep in (roles.COMPOUND, roles.POSSESSOR):
        return _owns_players(last)
    if last.dep not in roles.SUBJECTS and last.dep not in roles.OBJECTS:
        return False
    verb = last.head
    if verb.lemma in _TRANSFERS and any(child.lemma in _PLAYERS for child in in_role(verb, roles.OBJECT)):
        return True
    moves = last.dep == roles.OBJECT and verb.lemma in _MOVES
    return moves and any(child.lemma in _PLAYERS for child in in_role(verb, roles.SUBJECT))


def _owns_players(last: Token) -> bool:
    """Whether a name stands before who plays for a club or trains it: "Derby winger …", "Derby's manager Ann Lee"."""
    owned = last.head
    if last.dep == roles.COMPOUND and last.i + 1 != owned.i:
        return False
    if owned.lemma in _PLAYERS or owned.lemma in _SQUADS:
        return True
    after = owned.nbor(1) if owned.i + 1 < len(owned.doc) else None
    return owned.lemma in _STAFF and after is not None and after.text[:1].isupper() and bool(owned.whitespace)
