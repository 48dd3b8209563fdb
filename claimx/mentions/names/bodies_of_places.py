"""What tells that the name of a place is here that of a body.

A town's is its club's, a bank's or a university's; one that ends in a land is of a paper's edition or a firm's branch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import alternatives, word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token
    from claimx.mentions.names.candidates import Candidate

_PLAYERS, _PLAYING = word_set("names/matches", "players"), word_set("names/matches", "playing")
_AGAINST, _TRANSFERS = word_set("names/matches", "against"), word_set("names/matches", "transfers")
_STAFF = word_set("names/kind_nouns", "staff_and_figures")
_PLAYING_FOR, _FOR_CLUBS = word_set("names/matches", "playing_for"), word_set("names/matches", "for_clubs")
_PARTS_OF_LANDS = word_set("names/name_parts", "parts_of_lands") | word_set("names/name_parts", "directions")
_PLACES = word_set("names/kind_nouns", "places")
_OF_PLACES = frozenset(("GPE", "LOC", "NORP"))
_BEHIND = alternatives("names/matches", "behind_scores")
#: "3-1", and other words that tell of a match.
_SIGN = regex.compile(
    rf"\b\d{{1,3}}[-–]\d{{1,3}}(?=[.,;:)!]|$| (?:{_BEHIND})\b)"
    rf"|\b(?:{'|'.join(sorted(word_set('names/matches', 'signs')))})\b",
    regex.I,
)


def follows_staff(preposition: Token) -> bool:
    """Whether "at" leads from who works for a body, or from what it earns, to its name: "an economist **at** X"."""
    return preposition.lower == "at" and not _STAFF.isdisjoint(_nouns_before(preposition))


def _nouns_before(preposition: Token) -> Iterator[str]:
    """The noun that a preposition belongs to, and the two and three words before it: "**head of research** at X"."""
    yield preposition.head.lemma.lower()
    for length in (2, 3):
        yield " ".join(token.lower for token in preposition.doc[max(0, preposition.i - length) : preposition.i])


def is_club(last: Token) -> bool:
    """Whether a town's name, by its last word, stands for the club of the town."""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if after is not None and last.dep == roles.COMPOUND and after == last.head and after.lemma in _PLAYERS:
        return True
    if last.dep == roles.PREPOSITION_OBJECT:
        preposition = last.head
        head = preposition.head
        if preposition.lower == "for" and head.lemma in (
            _PLAYING_FOR if head.pos in word_classes.VERBS else _FOR_CLUBS
        ):
            return True
        nearest = preposition.nbor(-1) if preposition.i else head  # "at home to Valencia"
        is_played = not _PLAYING.isdisjoint((head.lemma, nearest.lemma))
        return preposition.lower in _AGAINST and is_played and _is_match(last)
    if last.dep not in roles.SUBJECTS and last.dep != roles.OBJECT:
        return False
    if last.head.lemma in _TRANSFERS and any(child.lemma in _PLAYERS for child in in_role(last.head, roles.OBJECT)):
        return True
    return last.head.lemma in _PLAYING and _is_match(last)


def _is_match(token: Token) -> bool:
    return _SIGN.search(token.sent.text) is not None


def is_edition(doc: Parse, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a name, a place's to the tagger, ends in a land that it is no part of: "Gloss Mexico"."""
    words = plain(candidate.text).split()
    if candidate.label is not None or len(words) < 2 or doc[candidate.end - 1].ent_type not in _OF_PLACES:
        return False
    first = words[0]
    is_part = (
        first.lower() in _PARTS_OF_LANDS
        or first.lower() in _PLACES
        or first in gazetteer.towns
        or gazetteer.head(first) is not None
        or doc[candidate.start].pos == word_classes.ADJECTIVE
        or ((known := gazetteer.find(first)) is not None and known.label in _OF_PLACES)
    )
    return not is_part and any(_is_land(" ".join(words[-n:]), gazetteer) for n in (1, 2) if n < len(words))


def _is_land(name: str, gazetteer: Gazetteer) -> bool:
    known = gazetteer.names.get(name)
    return name in gazetteer.lands or (known is not None and known.label == "LOC" and known.sure)
