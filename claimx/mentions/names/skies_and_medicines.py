"""What tells that a name is a planet's, a moon's or a medicine's: the nouns beside it, and lists of the best known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.names import plain
from claimx.lexicons.words import alternatives, word_set
from claimx.mentions.names.candidates import Candidate

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_PLANETS = word_set("names/skies_and_medicines", "planets_and_moons")
_BY_NAME = word_set("names/skies_and_medicines", "known_planets") | word_set("names/skies_and_medicines", "known_moons")
_ONLY_PLANETS = word_set("names/skies_and_medicines", "only_planets")
_SKY = regex.compile(rf"\b(?:{alternatives('names/skies_and_medicines', 'signs_of_the_sky')})\b", regex.I)
_MEDICINES, _KNOWN = (word_set("names/skies_and_medicines", row) for row in ("medicines", "known_medicines"))
_AILMENTS, _SELLERS = (word_set("names/skies_and_medicines", row) for row in ("ailments", "sellers"))
_PORTIONS, _GIVING = (word_set("names/skies_and_medicines", row) for row in ("portions", "giving"))
_GENERIC = word_set("names/skies_and_medicines", "copies")
_ENDINGS = tuple(word_set("names/skies_and_medicines", "endings"))
_SHORTEST = 8
_VERBS_OF_PERSONS = word_set("names/kind_nouns", "verbs_of_persons")
#: How many characters before and behind a name are looked at for signs, so that a long sentence takes linear time.
_REACH = 200


def is_in_the_sky(doc: Parse, candidate: Candidate) -> bool:
    """Whether a name is told to be a planet's or moon's: "X is the largest **moon**", "**rings** of Saturn"."""
    head, is_known = doc[candidate.end - 1], plain(candidate.text) in _BY_NAME
    if is_known and not _speaks(head) and _is_told_of_the_sky(head):
        return True
    if head.dep == roles.POSSESSOR:
        if not is_known:
            return False
        owned = head.head
        return any(noun.lemma in _PLANETS for noun in (owned, *in_role(owned, roles.COMPOUND)))
    return head.dep == roles.SUBJECT and any(noun.lemma in _PLANETS for noun in in_role(head.head, roles.ATTRIBUTE))


def _speaks(head: Token) -> bool:
    """Whether a name is the subject of a verb that only persons and bodies have: "**Mars** said"."""
    return head.dep in roles.SUBJECTS and head.head.lemma in _VERBS_OF_PERSONS


def _is_told_of_the_sky(head: Token) -> bool:
    """Whether the words round a name in its sentence tell of the sky."""
    sentence = head.sent
    start, end = max(sentence.start_char, head.idx - _REACH), min(sentence.end_char, head.end + _REACH)
    return _SKY.search(head.doc.text[start:end]) is not None


def is_planet(candidate: Candidate) -> bool:
    """Whether a name is one of the few that planets alone have."""
    return plain(candidate.text) in _ONLY_PLANETS


def is_medicine(doc: Parse, candidate: Candidate) -> bool:
    """Whether a name is told to be a medicine's, or well known as one."""
    if plain(candidate.text) in _KNOWN:
        return True
    first, last = doc[candidate.start], doc[candidate.end - 1]
    before = first.nbor(-1) if first.i else None
    after = last.nbor(1) if last.i + 1 < len(doc) else None
    if " " not in candidate.text and len(candidate.text) >= _SHORTEST and candidate.text.lower().endswith(_ENDINGS):
        return True
    if before is not None and before.text.islower() and _tells(before, first):
        return True
    if after is not None and after.lemma.lower() in _PORTIONS and last.dep == roles.COMPOUND and after == last.head:
        return True
    apposed = (noun for noun in in_role(last, roles.APPOSITION) if noun.text.islower())
    if any(_is_of_medicine(noun) or noun.lemma in _PORTIONS for noun in apposed):
        return True
    if after is not None and after.pos in (word_classes.NUMERAL, word_classes.DETERMINER):
        return False  # "prescribed Ann five years"
    return last.dep == roles.OBJECT and last.head.lemma in _GIVING


def _tells(before: Token, first: Token) -> bool:
    """Whether the word before a name tells that it is a medicine's: "blood-pressure **pill** X", "doses **of** X"."""
    if before.lower != "of":
        return before.pos not in word_classes.VERBS and before.tag != word_classes.PLURAL and _is_of_medicine(before)
    noun = before.head
    if first.ent_type == "PERSON" and noun.tag != word_classes.PLURAL:
        return False  # "a dose of Shakespeare"
    is_copy = noun.lemma in _GENERIC and any(child.lower in _GENERIC for child in in_role(noun, roles.ADJECTIVE))
    return first.dep in (roles.PREPOSITION_OBJECT, roles.COMPOUND) and (noun.lemma in _PORTIONS or is_copy)


def _is_of_medicine(noun: Token) -> bool:
    """Whether a noun is one for a medicine, or behind an ailment one for what sells: "blood-pressure **fighter**"."""
    if noun.lemma in _MEDICINES or noun.lower in _MEDICINES:
        return True
    words = noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    return (noun.lemma in _SELLERS or noun.lower in _SELLERS) and any(
        word.lemma.lower() in _AILMENTS or word.lower in _AILMENTS for word in words
    )
