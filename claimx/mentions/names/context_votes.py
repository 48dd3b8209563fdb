"""What the words around a name tell of its label: "in X", "broadcaster X", "X, 51,", "X striker Ann Lee", "the X".

Each is a vote: a label and a weight, which may be negative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.words import word_set
from claimx.mentions.names.bodies_of_places import follows_staff
from claimx.mentions.names.candidates import Candidate
from claimx.mentions.names.clubs import is_club
from claimx.mentions.names.skies_and_medicines import is_in_the_sky, is_medicine, is_planet

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

Vote = tuple[str, float]

#: Weights of the votes, set on the re3d development documents and GUM news; PART_OF_BODY also where labels are shared
#: between names.
PLACE_PREPOSITION, PLACE_NOUN, PLACE_BEFORE, SPEAKS = 1.2, 3.0, 2.0, 0.7
DESCRIBED, OF_BODY, PLATFORM = 3.0, 1.5, 2.0
PEOPLE, PART_OF_BODY, TICKER = 1.5, 0.8, 4.0
IN_THE_SKY, MEDICINE = 4.0, 4.5

_PLACE_PREPOSITIONS = word_set("names/kind_nouns", "place_prepositions")
_PLACES = word_set("names/kind_nouns", "places")
_VERBS_OF_PERSONS = word_set("names/kind_nouns", "verbs_of_persons")
_BODIES_BEFORE = word_set("names/kind_nouns", "bodies_before_names")
#: What a noun right before a name tells of it, whatever its words are.
_KINDS_BEFORE = {
    noun: label
    for row, label in (("vessels", "PRODUCT"), ("goods", "PRODUCT"), ("heavenly_bodies", "LOC"), ("storms", "EVENT"))
    for noun in word_set("names/kind_nouns", row)
}
_BODIES = word_set("names/generic_bodies", "any") | _BODIES_BEFORE
_WHICH = word_set("names/reference_words", "relatives_for_things")
_STAKES = word_set("names/kind_nouns", "stakes")
_ROLES_OF_BODIES = word_set("names/kind_nouns", "roles_of_bodies")
_PLANETS = word_set("names/skies_and_medicines", "planets_and_moons")
_PORTIONS = word_set("names/skies_and_medicines", "portions")
_OFFICES_OF_PLACES = word_set("names/kind_nouns", "offices_of_places")
_NOMINAL = word_classes.NOUNS | {word_classes.ADJECTIVE}
_IN_NOUN_PHRASE = _NOMINAL | {word_classes.DETERMINER, word_classes.NUMERAL}


def is_acronym(name: str) -> bool:
    """Whether a name is two to six capitals."""
    return name.isupper() and name.isalpha() and 2 <= len(name) <= 6


def votes_of_context(doc: Parse, candidate: Candidate) -> list[Vote]:
    """What the words before and after a name, and its place in the sentence, tell of its label."""
    before = doc[candidate.start - 1] if candidate.start else None
    after = doc[candidate.end] if candidate.end < len(doc) else None
    votes = [] if before is None else _before(before, doc[candidate.end - 1], candidate)
    if after is not None and opens_ticker(after):
        votes.append(("ORG", TICKER))
    if after is not None and after.lower in _PLACES:
        votes.append(("GPE", PLACE_NOUN))
    head = doc[candidate.end - 1]
    if head.dep == roles.SUBJECT and head.head.lemma in _VERBS_OF_PERSONS and not _is_the_acronym(before, candidate):
        votes.append(("PERSON", SPEAKS))
    if head.dep == roles.SUBJECT and head.ent_type == "PERSON" and _is_which(head):
        votes.append(("ORG", DESCRIBED))
    if head.ent_type != "PERSON" and is_club(head):
        votes.append(("ORG", DESCRIBED))
    if is_in_the_sky(doc, candidate):
        votes.append(("LOC", IN_THE_SKY))
    elif is_planet(candidate):
        votes.append(("LOC", PLATFORM))
    if is_medicine(doc, candidate):
        votes.append(("PRODUCT", MEDICINE))
    return votes


def _is_the_acronym(before: Token | None, candidate: Candidate) -> bool:
    """Whether capitals stand behind "the", as nobody's initials do: "the **NUTW** wants more"."""
    return before is not None and before.lower == "the" and is_acronym(candidate.text)


def _is_which(head: Token) -> bool:
    """Whether a clause tells of a name by "which", as of nobody: "Tarn Haven, **which** runs the ferries, …"."""
    return any(child.lower in _WHICH for clause in in_role(head, roles.RELATIVE_CLAUSE) for child in clause.children)


def opens_ticker(bracket: Token) -> bool:
    """Whether a bracket opens an exchange and what a firm's shares are called there: "(LSE: HLDN)"."""
    if bracket.text != "(" or bracket.i + 3 >= len(bracket.doc):
        return False
    return bracket.nbor(1).is_upper and bracket.nbor(2).text == ":" and bracket.nbor(3).is_upper


def _before(before: Token, last: Token, candidate: Candidate) -> list[Vote]:
    """What the word before a name tells: "in X", "the town of X", "posted on X"."""
    votes: list[Vote] = []
    word = before.lower
    is_stake = word == "in" and before.i > 0 and before.nbor(-1).lemma.lower() in _STAKES
    if is_stake or follows_staff(before, last):
        votes.append(("ORG", DESCRIBED))
    elif word in _PLACE_PREPOSITIONS:
        votes.append(("GPE", PLACE_PREPOSITION))
    elif word == "on" and candidate.text == "X":
        votes.append(("ORG", PLATFORM))
    elif word == "of" and before.i:
        noun = before.nbor(-1).lemma.lower()
        if noun in _PLACES or noun in _OFFICES_OF_PLACES:
            votes.append(("GPE", PLACE_NOUN if noun in _PLACES else OF_BODY))
        elif noun in _PLANETS:
            votes.append(("LOC", DESCRIBED))
        elif noun in _ROLES_OF_BODIES:
            votes.append(("ORG", DESCRIBED))
        elif noun in _PORTIONS and (last.ent_type != "PERSON" or before.nbor(-1).tag == word_classes.PLURAL):
            votes.append(("PRODUCT", DESCRIBED))
    return votes


def votes_of_descriptions(doc: Parse, candidate: Candidate, gazetteer: Gazetteer) -> list[Vote]:
    """What the noun before a name, or the one in apposition after it, says: "lawyer X", "X, the capital of Y"."""
    votes: list[Vote] = []
    before = doc[candidate.start - 1] if candidate.start else None
    if before is not None and before.text.islower() and before.tag == word_classes.SINGULAR:
        lemma = before.lemma.lower()
        if lemma in _KINDS_BEFORE:
            votes.append((_KINDS_BEFORE[lemma], DESCRIBED))
        elif lemma in _BODIES_BEFORE:
            votes.append(("ORG", DESCRIBED))
        elif lemma in gazetteer.people:
            votes.append(("PERSON", DESCRIBED))
        elif lemma in _PLACES:
            votes.append(("GPE", PLACE_BEFORE))
    if _is_holder(doc[candidate.end - 1], candidate, gazetteer):
        votes.append(("PERSON", DESCRIBED))
    noun = _apposed_noun(doc, candidate)
    if noun is not None and noun.text.islower():
        lemma = noun.lemma.lower()
        if lemma in gazetteer.people and noun.tag == word_classes.SINGULAR:
            votes.append(("PERSON", DESCRIBED))
        elif lemma in _PLANETS:
            votes.append(("LOC", DESCRIBED))
        elif lemma in _PLACES:
            votes.append(("GPE", DESCRIBED))
        elif lemma in _BODIES:
            votes.append(("ORG", DESCRIBED))
    return votes


def _is_holder(last: Token, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a name of several words is in apposition to an office: "the mayor of Vale, **Artur Seabra**"."""
    words = candidate.text.split()
    if last.dep != roles.APPOSITION or len(words) < 2 or any(gazetteer.head(word) is not None for word in words):
        return False
    noun = last.head.head.head if last.head.dep == roles.PREPOSITION_OBJECT else last.head
    return noun.i < candidate.start and noun.tag == word_classes.SINGULAR and noun.lemma.lower() in gazetteer.people


def _apposed_noun(doc: Parse, candidate: Candidate) -> Token | None:
    """The noun of a phrase in apposition after a name."""
    noun = None
    if candidate.end + 1 < len(doc) and doc[candidate.end].text == ",":
        for token in doc[candidate.end + 1 : candidate.end + 6]:
            inside = token.pos in _IN_NOUN_PHRASE or token.text == "-"
            if not inside or token.lower in ("whose", "which"):
                break
            noun = token if token.pos == word_classes.NOUN else noun
    acts = noun is not None and noun.dep == roles.SUBJECT and noun.head.i == noun.i + 1
    return None if acts else noun  # not in "… in Orsha and Kato, the governor said"
