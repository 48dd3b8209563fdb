"""One label for each name over a whole article.

Every mention votes: the name's own words (gazetteer, head noun, title), spaCy's label, and the words around. The votes
of all mentions of a name are summed, so that a town is not a person in one line and a place in the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimx.mentions.candidate import AMBIGUOUS, NAME_LABELS, Candidate
from claimx.mentions.datelines import Part
from claimx.mentions.gazetteer import Gazetteer, fold, has_article, strip_article
from claimx.name_rows import plain, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Votes = dict[str, float]

#: Weights of the votes, set on the re3d development documents and GUM news.
SPACY, PLACE_PREPOSITION, PLACE_NOUN, SPEAKS, AGE, PART_OF_PERSON, ONE_FIRST_NAME = 1.0, 1.2, 3.0, 0.7, 2.0, 2.0, 1.2
SURNAME, PART_OF_BODY, FIRST_OF_BODY, DESCRIBED, PEOPLE, ARTICLE_SURNAME = 6.5, 0.8, 2.0, 3.0, 1.5, 1.0
LONE_PERSON, ACRONYM, OF_BODY, CREDIT, PLATFORM, EQUATED, PLACE_BEFORE, ARTICLED = (
    0.6,
    1.5,
    1.5,
    6.0,
    2.0,
    4.0,
    2.0,
    2.0,
)
#: spaCy's and other weak votes for one name weigh no more than this together: they repeat their errors.
WEAK_AT_MOST = 2.8

_PLACE_PREPOSITIONS = word_set("place_prepositions")
_PLACE_NOUNS = word_set("place_nouns")
_SPEAKING = word_set("speaking")
_FIRMS = word_set("generic_bodies") | word_set("named_bodies")
_NAMED_BODIES, _VESSELS = word_set("named_bodies"), word_set("vessels")
_ALONG = frozenset(("into", "on", "along", "across", "off", "down", "up", "beyond"))
_LINE_LABELS: Mapping[Part, str] = {"agency": "ORG", "town": "GPE", "author": "PERSON"}
_AFTER = word_set("of_bodies")
_BEFORE = _NAMED_BODIES | _VESSELS
_OFFICES_OF = word_set("offices_of")


def key_of(candidate: Candidate) -> str:
    """What is decided on together: all mentions of a name, whatever its spelling."""
    if candidate.thing is not None:
        return candidate.thing
    name = plain(candidate.text)
    return fold(name) if has_article(name) else name.casefold()


def decide(
    doc: Doc,
    found: Sequence[Candidate],
    gazetteer: Gazetteer,
    *,
    equated: Sequence[tuple[int, int]] = (),
    in_lines: Mapping[int, Part] | None = None,
) -> dict[str, str]:
    """The label of each name, by :func:`key_of`; a name without any evidence gets none and is left out.

    Args:
        doc: the parsed article.
        found: the candidates in text order.
        gazetteer: what is known of names.
        equated: pairs (full name, acronym) of candidates that the article itself equates; both get one label.
        in_lines: the candidates that are parts of datelines and bylines, by their numbers.
    """
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    tagged: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for candidate in found:
        for label, weight in _tagged(doc, candidate):
            tagged[key_of(candidate)][label] += weight
        for label, weight in _votes(doc, candidate, gazetteer):
            votes[key_of(candidate)][label] += weight
    for key, weak in tagged.items():
        share = min(1.0, WEAK_AT_MOST / sum(weak.values()))
        for label, weight in weak.items():
            votes[key][label] += weight * share
    for number, part in (in_lines or {}).items():
        votes[key_of(found[number])][_LINE_LABELS[part]] += CREDIT
    for full, short in equated:
        own = votes.get(key_of(found[full]))
        if own:
            votes[key_of(found[short])][_strongest(own)] += EQUATED
    _share_with_parts(found, votes, gazetteer)
    _share_with_peoples(doc, found, votes)
    return {key: _strongest(v) for key, v in votes.items() if max(v.values(), default=0) > 0}


def _strongest(votes: Mapping[str, float]) -> str:
    return max(sorted(votes), key=lambda label: votes[label])


def _tagged(doc: Doc, candidate: Candidate) -> list[tuple[str, float]]:
    """What spaCy and an ambiguous place name say; of a word alone spaCy says too often that it is a person."""
    labels = {token.ent_type_ for token in doc[candidate.start : candidate.end] if token.ent_type_ in NAME_LABELS}
    alone = candidate.end - candidate.start == 1 and candidate.title is None
    votes = [(label, (LONE_PERSON if alone and label == "PERSON" else SPACY) / len(labels)) for label in labels]
    if labels and candidate.label is None and _is_acronym(candidate.text):
        votes.append(("ORG", ACRONYM))
    if candidate.label is not None and candidate.weight <= AMBIGUOUS:
        votes.append((candidate.label, candidate.weight))
    return votes


def _votes(doc: Doc, candidate: Candidate, gazetteer: Gazetteer) -> list[tuple[str, float]]:
    votes: list[tuple[str, float]] = []
    if candidate.label is not None and candidate.weight > AMBIGUOUS:
        votes.append((candidate.label, candidate.weight))
    if candidate.label is None or candidate.weight < 2:
        votes += _context(doc, candidate)
    if candidate.rule != "gazetteer":
        votes += _described(doc, candidate, gazetteer)
        if candidate.end - candidate.start == 1 and candidate.text in gazetteer.first_names:
            votes.append(("PERSON", ONE_FIRST_NAME))
    return votes


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 3 <= len(name) <= 6


def _context(doc: Doc, candidate: Candidate) -> list[tuple[str, float]]:
    before = doc[candidate.start - 1] if candidate.start else None
    after = doc[candidate.end] if candidate.end < len(doc) else None
    votes = [] if before is None else _before(before, candidate)
    if before is not None and before.lower_ == "the" and candidate.end - candidate.start == 1:
        votes += _after_article(doc[candidate.start], doc[before.i - 1] if before.i else None, after)
    if after is not None and after.lower_ in _PLACE_NOUNS:
        votes.append(("GPE", PLACE_NOUN))
    of_body = after is not None and after.lower_ in _AFTER and after.text.islower()
    if after is not None and of_body and (doc[candidate.end - 1].tag_ in ("NNP", "NNPS") or _is_before_name(after)):
        votes.append(("ORG", OF_BODY))
    last = candidate.text.rpartition(" ")[2].lower()
    if " " in candidate.text and strip_article(last) != last:
        votes.append(("PERSON", ARTICLE_SURNAME))
    head = doc[candidate.end - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in _SPEAKING:
        votes.append(("PERSON", SPEAKS))
    if after is not None and candidate.end + 1 < len(doc) and after.text == ",":
        votes += _apposed(doc[candidate.end + 1])
    return votes


def _before(before: Token, candidate: Candidate) -> list[tuple[str, float]]:
    """What the word before a name tells: "in X", "the town of X", "posted on X", "the besieged X"."""
    votes: list[tuple[str, float]] = []
    word = before.lower_
    if word in _PLACE_PREPOSITIONS:
        votes.append(("GPE", PLACE_PREPOSITION))
    elif word == "on" and candidate.text == "X":
        votes.append(("ORG", PLATFORM))
    elif word == "of" and before.i:
        noun = before.nbor(-1).lower_
        if noun in _PLACE_NOUNS or noun in _OFFICES_OF:
            votes.append(("GPE", PLACE_NOUN if noun in _PLACE_NOUNS else OF_BODY))
    elif word in ("held", "controlled", "besieged"):
        votes.append(("GPE", PLACE_NOUN))
    elif word in ("city", "town", "village") and before.head.i != before.i:
        votes.append(("GPE", 1.0))
    return votes


def _after_article(name: Token, before: Token | None, after: Token | None) -> list[tuple[str, float]]:
    """What "the" before a single word tells: persons have none, but rivers ("on the Chenab"), ships and papers have."""
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text == "-"):
        return []
    if name.ent_type_ not in NAME_LABELS or name.text.endswith("s"):
        return []
    place = before is not None and before.lower_ in _ALONG
    return [("PERSON", -ARTICLED), ("LOC", PLACE_PREPOSITION) if place else ("ORG", PART_OF_BODY)]


def _is_before_name(token: Token) -> bool:
    """Whether a noun stands between two names: "Carrick boss Jill Tranter"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNP" and token.nbor(1).text.istitle()


def _described(doc: Doc, candidate: Candidate, gazetteer: Gazetteer) -> list[tuple[str, float]]:
    """What the noun before a name, or the one in apposition after it, says: "lawyer X", "X, the capital of Y"."""
    votes: list[tuple[str, float]] = []
    before = doc[candidate.start - 1] if candidate.start else None
    if before is not None and before.text.islower() and before.tag_ == "NN":
        lemma = before.lemma_.lower()
        if lemma in _BEFORE and _names_body(doc, candidate, lemma, gazetteer):
            votes.append(("PRODUCT" if lemma in _VESSELS else "ORG", DESCRIBED))
        elif lemma in gazetteer.people:
            votes.append(("PERSON", DESCRIBED))
        elif lemma in _PLACE_NOUNS:
            votes.append(("GPE", PLACE_BEFORE))
    noun = _apposed_noun(doc, candidate)
    if noun is not None and noun.text.islower():
        lemma = noun.lemma_.lower()
        if lemma in gazetteer.people and noun.tag_ == "NN":
            votes.append(("PERSON", DESCRIBED))
        elif lemma in _PLACE_NOUNS:
            votes.append(("GPE", DESCRIBED))
        elif lemma in _FIRMS:
            votes.append(("ORG", DESCRIBED))
    return votes


def _apposed_noun(doc: Doc, candidate: Candidate) -> Token | None:
    """The noun of a phrase in apposition after a name."""
    noun = None
    if candidate.end + 1 < len(doc) and doc[candidate.end].text == ",":
        for token in doc[candidate.end + 1 : candidate.end + 6]:
            inside = token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or token.text == "-"
            if not inside or token.lower_ in ("whose", "which"):
                break
            noun = token if token.pos_ == "NOUN" else noun
    return noun


def _names_body(doc: Doc, candidate: Candidate, noun: str, gazetteer: Gazetteer) -> bool:
    """Whether the noun before a name is one for its kind: "broadcaster ALR", but not "the party Ann Lee left"."""
    if noun in _VESSELS:
        return True
    first = doc[candidate.start]
    if first.text in gazetteer.first_names or candidate.title is not None:
        return False
    long = candidate.end - candidate.start > 1
    return not (noun in gazetteer.people and long and first.ent_type_ == "PERSON")


def _apposed(token: Token) -> list[tuple[str, float]]:
    if token.text.isdigit() and len(token.text) == 2:
        return [("PERSON", AGE)]
    if token.lower_ in ("who", "whose"):
        return [("PERSON", AGE)]
    if token.lower_ == "which":
        return [("PERSON", -ARTICLED), ("ORG", PART_OF_BODY)]
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


def _names_last(label: str, first: str, gazetteer: Gazetteer) -> bool:
    """Whether the last word alone can stand for a longer name: "Upendo" for "MV Upendo", "Anse" for "River Anse"."""
    return label == "PRODUCT" or (label == "LOC" and gazetteer.head(first) is not None)


def _share_with_parts(found: Sequence[Candidate], votes: Mapping[str, Votes], gazetteer: Gazetteer) -> None:
    """A word that closes or opens a person's full name is that person where it stands alone.

    A surname outvotes a town of that name, but no country or capital.
    """
    surnames: set[str] = set()
    bodies: set[str] = set()
    called: dict[str, str] = {}
    first_words: set[str] = set()
    first_names: set[str] = set()
    for candidate in found:
        own = votes.get(key_of(candidate), {})
        words = plain(candidate.text).casefold().split()
        if len(words) > 1 and own and _strongest(own) == "PERSON":
            surnames |= {words[-1], strip_article(words[-1]), " ".join(words[-2:])}
            first_names.add(words[0])
        elif len(words) > 1 and own and _names_last(_strongest(own), words[0], gazetteer):
            called[words[-1]] = _strongest(own)
        elif len(words) > 1 and own and _strongest(own) == "ORG":
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
        elif word in called:
            votes[key_of(candidate)][called[word]] += PART_OF_PERSON
        elif word in first_words:
            votes[key_of(candidate)]["ORG"] += FIRST_OF_BODY
        elif word in bodies:
            votes[key_of(candidate)]["ORG"] += PART_OF_BODY
