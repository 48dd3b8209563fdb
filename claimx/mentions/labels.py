"""One label for each name over a whole article.

Every mention votes: the name's own words (gazetteer, head noun, title), spaCy's label, and the words around. The votes
of all mentions of a name are summed, so that a town is not a person in one line and a place in the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimx.mentions.candidate import NAME_LABELS, Candidate
from claimx.mentions.gazetteer import Gazetteer, fold, has_article, strip_article
from claimx.name_rows import plain, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Votes = dict[str, float]

#: Weights of the votes, set on the re3d development documents and GUM news.
SPACY, PLACE_PREPOSITION, PLACE_NOUN, SPEAKS, AGE, PART_OF_PERSON, ONE_FIRST_NAME = 1.0, 1.2, 3.0, 0.7, 2.0, 2.0, 1.2
SURNAME, PART_OF_BODY, FIRST_OF_BODY, DESCRIBED, PEOPLE, ARTICLE_SURNAME = 6.5, 0.8, 2.0, 3.0, 1.5, 1.0

_PLACE_PREPOSITIONS = word_set("place_prepositions")
_PLACE_NOUNS = word_set("place_nouns")
_SPEAKING = word_set("speaking")
_FIRMS = word_set("generic_bodies")


def key_of(candidate: Candidate) -> str:
    """What is decided on together: all mentions of a name, whatever its spelling."""
    if candidate.thing is not None:
        return candidate.thing
    name = plain(candidate.text)
    return fold(name) if has_article(name) else name.casefold()


def decide(doc: Doc, found: Sequence[Candidate], gazetteer: Gazetteer) -> dict[str, str]:
    """The label of each name, by :func:`key_of`; a name without any evidence gets none and is left out."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for candidate in found:
        for label, weight in _votes(doc, candidate, gazetteer):
            votes[key_of(candidate)][label] += weight
    _share_with_parts(found, votes, gazetteer)
    _share_with_peoples(doc, found, votes)
    return {
        key: max(sorted(v), key=lambda label: v[label]) for key, v in votes.items() if max(v.values(), default=0) > 0
    }


def _votes(doc: Doc, candidate: Candidate, gazetteer: Gazetteer) -> list[tuple[str, float]]:
    votes: list[tuple[str, float]] = []
    if candidate.label is not None:
        votes.append((candidate.label, candidate.weight))
    tokens = doc[candidate.start : candidate.end]
    labels = {token.ent_type_ for token in tokens if token.ent_type_ in NAME_LABELS}
    votes += [(label, SPACY / len(labels)) for label in labels]
    if candidate.label is None or candidate.weight < 2:
        votes += _context(doc, candidate)
    if candidate.rule != "gazetteer":
        votes += _described(doc, candidate, gazetteer)
        if candidate.end - candidate.start == 1 and candidate.text in gazetteer.first_names:
            votes.append(("PERSON", ONE_FIRST_NAME))
    return votes


def _context(doc: Doc, candidate: Candidate) -> list[tuple[str, float]]:
    votes: list[tuple[str, float]] = []
    before = doc[candidate.start - 1] if candidate.start else None
    before2 = doc[candidate.start - 2] if candidate.start > 1 else None
    after = doc[candidate.end] if candidate.end < len(doc) else None
    if before is not None and before.lower_ in _PLACE_PREPOSITIONS:
        votes.append(("GPE", PLACE_PREPOSITION))
    if before is not None and before2 is not None and before.lower_ == "of" and before2.lower_ in _PLACE_NOUNS:
        votes.append(("GPE", PLACE_NOUN))
    if after is not None and after.lower_ in _PLACE_NOUNS:
        votes.append(("GPE", PLACE_NOUN))
    if before is not None and before.lower_ in ("held", "controlled", "besieged"):
        votes.append(("GPE", PLACE_NOUN))
    if before is not None and before.lower_ in ("city", "town", "village") and before.head.i != before.i:
        votes.append(("GPE", 1.0))
    last = candidate.text.rpartition(" ")[2].lower()
    if " " in candidate.text and strip_article(last) != last:
        votes.append(("PERSON", ARTICLE_SURNAME))
    head = doc[candidate.end - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in _SPEAKING:
        votes.append(("PERSON", SPEAKS))
    if after is not None and candidate.end + 1 < len(doc) and after.text == ",":
        votes += _apposed(doc[candidate.end + 1])
    return votes


def _described(doc: Doc, candidate: Candidate, gazetteer: Gazetteer) -> list[tuple[str, float]]:
    """What the noun before a name, or the one in apposition after it, says: "lawyer X", "X, the capital of Y"."""
    nouns = [doc[candidate.start - 1]] if candidate.start else []
    if candidate.end + 1 < len(doc) and doc[candidate.end].text == ",":
        for token in doc[candidate.end + 1 : candidate.end + 6]:
            if token.pos_ == "NOUN":
                nouns.append(token)
            if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and token.text != "-":
                break
    votes: list[tuple[str, float]] = []
    for noun in nouns:
        lemma = noun.lemma_.lower()
        if noun.text.islower() and lemma in gazetteer.people and noun.tag_ == "NN":
            votes.append(("PERSON", DESCRIBED))
        elif noun.text.islower() and lemma in _PLACE_NOUNS and noun is not doc[candidate.start - 1]:
            votes.append(("GPE", DESCRIBED))
        elif noun.text.islower() and lemma in _FIRMS and noun.i >= candidate.end:
            votes.append(("ORG", DESCRIBED))
    return votes


def _apposed(token: Token) -> list[tuple[str, float]]:
    if token.text.isdigit() and len(token.text) == 2:
        return [("PERSON", AGE)]
    if token.lower_ in ("who", "whose"):
        return [("PERSON", AGE)]
    return []


def _share_with_peoples(doc: Doc, found: Sequence[Candidate], votes: Mapping[str, Votes]) -> None:
    """A capitalised adjective before a noun is a people ("Ostravian"), and what it is made of a land ("Ostravia")."""
    peoples: set[str] = set()
    for candidate in found:
        last = doc[candidate.end - 1]
        if candidate.rule == "capitals" and " " not in candidate.text and last.tag_ == "JJ" and last.dep_ == "amod":
            votes[key_of(candidate)]["NORP"] += PEOPLE
            peoples.add(plain(candidate.text).casefold())
        elif candidate.rule == "head" and " " in candidate.text:
            peoples.add(plain(candidate.text).casefold().split()[0])
    lands = {people.removesuffix(ending) for people in peoples for ending in ("n", "an", "ian", "ese", "i", "ish")}
    for candidate in found:
        if candidate.rule == "capitals" and plain(candidate.text).casefold() in lands - peoples:
            votes[key_of(candidate)]["GPE"] += PEOPLE


def _share_with_parts(found: Sequence[Candidate], votes: Mapping[str, Votes], gazetteer: Gazetteer) -> None:
    """A word that closes or opens a person's full name is that person where it stands alone.

    A surname outvotes a town of that name, but no country or capital.
    """
    surnames: set[str] = set()
    bodies: set[str] = set()
    first_words: set[str] = set()
    first_names: set[str] = set()
    for candidate in found:
        own = votes.get(key_of(candidate), {})
        words = plain(candidate.text).casefold().split()
        if len(words) > 1 and own and max(sorted(own), key=lambda label: own[label]) == "PERSON":
            surnames |= {words[-1], strip_article(words[-1]), " ".join(words[-2:])}
            first_names.add(words[0])
        elif len(words) > 1 and own and max(sorted(own), key=lambda label: own[label]) == "ORG":
            bodies |= set(words[1:])
            if gazetteer.can_be_cut(words[-1]):
                first_words.add(words[0])
    for candidate in found:
        word = strip_article(plain(candidate.text).casefold())
        if " " in candidate.text or candidate.thing in gazetteer.states:
            continue
        if word in surnames:
            votes[key_of(candidate)]["PERSON"] += SURNAME
        elif word in first_names:
            votes[key_of(candidate)]["PERSON"] += PART_OF_PERSON
        elif word in first_words:
            votes[key_of(candidate)]["ORG"] += FIRST_OF_BODY
        elif word in bodies:
            votes[key_of(candidate)]["ORG"] += PART_OF_BODY
