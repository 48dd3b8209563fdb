"""What tells that the name of a town is that of its club: it plays, has players and staff, or acts as several do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.words import alternatives, word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_PLAYERS, _PLAYING = word_set("names/matches", "players"), word_set("names/matches", "playing")
_PLAYING_OR_NOT = word_set("names/matches", "playing_or_not")
_AGAINST, _TRANSFERS = word_set("names/matches", "against"), word_set("names/matches", "transfers")
_PLAYING_FOR, _FOR_CLUBS = word_set("names/matches", "playing_for"), word_set("names/matches", "for_clubs")
_STAFF, _SQUADS = word_set("names/matches", "staff"), word_set("names/matches", "squads")
_MOVES, _LOANS = word_set("names/matches", "moves"), word_set("names/matches", "loans")
_TO_AND_FROM = word_set("names/matches", "to_and_from")
_PLURALS = word_set("names/matches", "plural_verbs")
_WHO, _THEIR = word_set("names/matches", "of_several"), word_set("names/matches", "their")
_CLOSES = roles.SUBJECTS | roles.OBJECTS | {roles.PREPOSITION_OBJECT}
_BEHIND = alternatives("names/matches", "behind_scores")
_LEADING_ON = _PLAYING | _PLAYING_OR_NOT | _PLAYING_FOR | _FOR_CLUBS | _LOANS
#: "3-1".
_SCORE = rf"\b\d{{1,3}}[-–]\d{{1,3}}(?=[.,;:)!]|$| (?:{_BEHIND})\b)"
#: A score, and other words that tell of a match.
_SCORES = regex.compile(_SCORE, regex.I)
_SIGN = regex.compile(rf"{_SCORE}|\b(?:{'|'.join(sorted(word_set('names/matches', 'signs')))})\b", regex.I)
#: How many characters before and behind a name are looked at for signs, so that a long sentence takes linear time.
_REACH = 200


def is_club(last: Token) -> bool:
    """Whether a town's name, by its last word, stands for the club of the town."""
    while last.dep == roles.CONJUNCT and last.head.ent_type != "PERSON":
        last = last.head  # "Valencia and **Getafe** drew 1-1"
    if last.dep in (roles.COMPOUND, roles.POSSESSOR):
        return _owns_players(last)
    if last.dep == roles.PREPOSITION_OBJECT:
        return _follows_match(last)
    if last.dep not in roles.SUBJECTS and last.dep not in roles.OBJECTS:
        return False
    verb = last.head
    if verb.lemma in _TRANSFERS and any(child.lemma in _PLAYERS for child in in_role(verb, roles.OBJECT)):
        return True
    moves = last.dep == roles.OBJECT and verb.lemma in _MOVES
    if moves and any(child.lemma in _PLAYERS for child in in_role(verb, roles.SUBJECT)):
        return True
    return (moves and _is_match(last)) or _is_played(verb, last)


def _owns_players(last: Token) -> bool:
    """Whether a name stands before who plays for a club or trains it: "Derby winger …", "Derby's manager Ann Lee"."""
    owned = last.head
    if last.dep == roles.COMPOUND and last.i + 1 != owned.i:
        return False
    if owned.lemma in _PLAYERS or owned.lemma in _SQUADS:
        return True
    after = owned.nbor(1) if owned.i + 1 < len(owned.doc) else None
    names = owned.lemma in _STAFF and after is not None and after.text[:1].isupper() and bool(owned.whitespace)
    return names or (owned.lemma in _STAFF and _is_match(last))


def _follows_match(last: Token) -> bool:
    """Whether a preposition leads from a match, a player or a transfer to a name."""
    preposition, head = last.head, last.head.head
    if preposition.lower == "for" and head.lemma in (_PLAYING_FOR if head.pos in word_classes.VERBS else _FOR_CLUBS):
        return True
    nearest = preposition.nbor(-1) if preposition.i else head  # "at home to Valencia"
    if preposition.lower == "of":
        return (head.lemma in _PLAYERS or head.lemma in _STAFF) and _is_match(last)
    if preposition.lower in _TO_AND_FROM and nearest.lemma in _LOANS:
        return _is_match(last)
    return preposition.lower in _AGAINST and any(_is_played(word, last) for word in (head, nearest))


def _is_played(word: Token, name: Token) -> bool:
    """Whether a word tells what clubs do in a match, and the words round the name that there is one."""
    if word.lemma in _PLAYING_OR_NOT:
        return _is_match(name, _SCORES)
    return word.lemma in _PLAYING and _is_match(name)


def _is_match(name: Token, signs: regex.Pattern[str] = _SIGN) -> bool:
    """Whether the words round a name in its sentence tell of a match."""
    sentence = name.sent
    start, end = max(sentence.start_char, name.idx - _REACH), min(sentence.end_char, name.end + _REACH)
    return signs.search(name.doc.text[start:end]) is not None


def acts_as_several(last: Token) -> bool:
    """Whether the name of one town has a verb, or a "their", of several: "Leeds **have** signed nobody"."""
    before = last.nbor(-1) if last.i else None
    joined = before is not None and before.pos == word_classes.COORDINATOR
    if joined or in_role(last, roles.CONJUNCT) or last.dep not in _CLOSES:
        return False
    # "officials in Leeds, who have met"
    is_inside = last.dep == roles.PREPOSITION_OBJECT and last.head.head.lemma not in _LEADING_ON
    if not is_inside and any(_is_told_of_several(clause) for clause in in_role(last, roles.RELATIVE_CLAUSE)):
        return True
    if last.dep not in roles.SUBJECTS:
        return False
    verb = last.head
    plurals = (t for t in (*verb.children, verb) if t.i > last.i and t.lower in _PLURALS)
    finite = next((t for t in plurals if t.tag != word_classes.BASE), None)  # not "Leeds should **have** been"
    if finite is not None and (finite == verb or finite.dep in roles.AUXILIARIES):
        return not any(child.dep == roles.MARKER for child in verb.children) or finite.tag == word_classes.PRESENT
    behind = (noun for child in in_role(verb, roles.PREPOSITION) for noun in in_role(child, roles.PREPOSITION_OBJECT))
    return any(_is_theirs(noun) for noun in (*in_role(verb, roles.OBJECT), *behind))


def _is_told_of_several(clause: Token) -> bool:
    """Whether a clause tells of a name by "who" and a verb of several: "Leeds, **who are** third, …"."""
    words = (clause, *clause.children)
    return any(child.lower in _WHO for child in clause.children) and any(word.lower in _PLURALS for word in words)


def _is_theirs(noun: Token) -> bool:
    """Whether a noun is one for a club's people, and is told to be "their": "sacked **their manager**"."""
    known = noun.lemma in _PLAYERS or noun.lemma in _STAFF or noun.lemma in _SQUADS
    return known and any(child.lower in _THEIR for child in in_role(noun, roles.POSSESSOR))
