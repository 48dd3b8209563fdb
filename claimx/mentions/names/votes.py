"""One label for each name over a whole article.

Every mention votes: the name's own words (gazetteer, head noun, title), the tagger's label, and the words around. The
votes of all mentions of a name are summed, so that a town is not a person in one line and a place in the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.lexicons.known_names import Gazetteer, fold, has_article, strip_article
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.bodies_of_places import follows_staff, is_edition, is_firm
from claimx.mentions.names.candidates import AMBIGUOUS, NAME_LABELS, Candidate
from claimx.mentions.names.clubs import acts_as_several, is_club
from claimx.mentions.names.context_votes import (
    PART_OF_BODY,
    PEOPLE,
    is_acronym,
    votes_of_context,
    votes_of_descriptions,
)
from claimx.mentions.names.datelines_and_bylines import Part

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

Votes = dict[str, float]
#: What a name, by :func:`key_of`, is told by another: a label and how much it tells.
Share = tuple[str, str, float]

#: Weights of the votes, set on the re3d development documents and GUM news; see also ``label_contexts``.
TAGGED, ACRONYM, ONE_FIRST_NAME, CREDIT, EQUATED = 1.0, 1.5, 1.2, 6.0, 4.0
#: That a town's name is a body's here outweighs what a lexicon and the tagger know.
BODY_OF_TOWN = 7.5
#: That a name ends in a land outweighs the tagger, who takes it for a place, and "in" before it.
EDITION = 3.0
LISTED = 1.5
#: What a surname tells of the longer name that ends in it, which has so many words at most.
SURNAME, _MOST_WORDS_OF_PERSON = 2.0, 3
#: What a part of a longer name weighs where it stands alone, the first that fits; a body's also in its context.
_LAYERS = {"surname": 6.5, "first name": 2.0, "called": 2.0, "firm": 2.0, "town": PART_OF_BODY, "body": PART_OF_BODY}
#: Weak votes for one name, the tagger's among them, weigh no more than this together: they repeat their errors.
WEAK_AT_MOST = 2.8

#: In the names of bodies they tell that the first word is a town.
_OF_TOWNS = word_set("names/name_parts", "bodies_of_towns")
_ENDINGS = word_set("names/name_parts", "endings_of_adjectives_of_lands")
_LINE_LABELS: Mapping[Part, str] = {"agency": "ORG", "town": "GPE", "author": "PERSON"}


def key_of(candidate: Candidate) -> str:
    """What is decided on together: all mentions of a name, whatever its spelling."""
    if candidate.thing is not None:
        return candidate.thing
    name = plain(candidate.text)
    return fold(name) if has_article(name) else name.casefold()


def decide_labels(
    doc: Parse,
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
        if candidate.label is None and plain(candidate.text) in gazetteer.towns:
            votes[key_of(candidate)]["GPE"] += AMBIGUOUS
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
    _add(in_lists(doc, found, votes), votes)
    _add(with_surnames(found, votes), votes)
    _add(with_parts(found, votes, gazetteer), votes)
    _add(with_peoples(doc, found), votes)
    return {key: _strongest(v) for key, v in votes.items() if max(v.values(), default=0) > 0}


def _add(shares: Sequence[Share], votes: Mapping[str, Votes]) -> None:
    for key, label, weight in shares:
        votes[key][label] += weight


def _strongest(votes: Mapping[str, float]) -> str:
    return max(sorted(votes), key=lambda label: votes[label])


def _tagged(doc: Parse, candidate: Candidate) -> list[tuple[str, float]]:
    """What the tagger and an ambiguous place name say."""
    labels = {token.ent_type for token in doc[candidate.start : candidate.end] if token.ent_type in NAME_LABELS}
    votes = [(label, TAGGED / len(labels)) for label in labels]
    if labels and candidate.label is None and is_acronym(candidate.text):
        votes.append(("ORG", ACRONYM))
    if candidate.label is not None and candidate.weight <= AMBIGUOUS:
        votes.append((candidate.label, candidate.weight))
    return votes


def _votes(doc: Parse, candidate: Candidate, gazetteer: Gazetteer) -> list[tuple[str, float]]:
    votes: list[tuple[str, float]] = []
    if candidate.label is not None and candidate.weight > AMBIGUOUS:
        votes.append((candidate.label, candidate.weight))
    if candidate.label is None or candidate.weight < 2:
        votes += votes_of_context(doc, candidate)
    if _is_body(doc, candidate, gazetteer):
        votes.append(("ORG", BODY_OF_TOWN))
    if is_edition(doc, candidate, gazetteer):
        votes.append(("ORG", EDITION))
    if candidate.told_by != "gazetteer":
        votes += votes_of_descriptions(doc, candidate, gazetteer)
        if candidate.end - candidate.start == 1 and candidate.text in gazetteer.first_names:
            votes.append(("PERSON", ONE_FIRST_NAME))
    return votes


def _is_body(doc: Parse, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a town, which is no land or person, is called as a body of it is: a club, a bank, a university."""
    name, last = plain(candidate.text), doc[candidate.end - 1]
    is_unknown = candidate.label is None and (name in gazetteer.towns or last.ent_type == "GPE")
    is_town = candidate.label == "GPE" or is_unknown
    if not is_town or name in gazetteer.lands:
        return False
    if last.ent_type == "PERSON":
        return acts_as_several(last)
    if acts_as_several(last) or is_club(last) or is_firm(last):
        return True
    return candidate.start > 0 and follows_staff(doc[candidate.start - 1], last)


def in_lists(doc: Parse, found: Sequence[Candidate], votes: Mapping[str, Votes]) -> list[Share]:
    """Names in one list are of one kind: what is known of one that no lexicon knows counts, in part, for the others."""
    shares: list[Share] = []
    for row in _lists(doc, found):
        told = {key_of(c): _strongest(votes[key_of(c)]) for c in row if votes.get(key_of(c))}
        best = max(told, key=lambda key: max(votes[key].values()), default=None)
        if best is not None:
            others = (c for c in row if key_of(c) != best and c.told_by in ("capitals", "tagged"))
            shares += [(key_of(c), told[best], LISTED) for c in others]
    return shares


def _lists(doc: Parse, found: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Runs of names with but commas between them and "and" or "or" before the last."""
    row: list[Candidate] = []
    closed = False
    for before, candidate in pairwise(found):
        between = [token.lower for token in doc[before.end : candidate.start]]
        joins = between in ([","], ["and"], ["or"], [",", "and"], [",", "or"]) and not closed
        row = [*(row or [before]), candidate] if joins else []
        closed = joins and between != [","]
        if closed:
            yield row
            row, closed = [], False


def with_peoples(doc: Parse, found: Sequence[Candidate]) -> list[Share]:
    """A capitalised adjective before a noun is a people ("Ostravian"), and what it is made of a land ("Ostravia")."""
    peoples: set[str] = set()
    shares: list[Share] = []
    for candidate in found:
        last = doc[candidate.end - 1]
        if candidate.told_by == "capitals" and " " not in candidate.text and _is_attributive(last):
            shares.append((key_of(candidate), "NORP", PEOPLE))
            peoples.add(plain(candidate.text).casefold())
        elif candidate.told_by == "head" and " " in candidate.text:
            peoples.add(plain(candidate.text).casefold().split()[0])
    lands = {people.removesuffix(ending) for people in peoples for ending in _ENDINGS} - peoples
    of_lands = (c for c in found if c.told_by == "capitals" and plain(c.text).casefold() in lands)
    return [*shares, *((key_of(candidate), "GPE", PEOPLE) for candidate in of_lands)]


def _is_attributive(token: Token) -> bool:
    """Whether a token is an adjective before a noun."""
    return token.tag == word_classes.PLAIN_ADJECTIVE and token.dep == roles.ADJECTIVE


def _names_last(label: str, first: str, gazetteer: Gazetteer) -> bool:
    """Whether the last word alone can stand for a longer name: "Estrella" for "MV Estrella", "Anse": "River Anse"."""
    return label == "PRODUCT" or (label == "LOC" and gazetteer.head(first) is not None)


def with_surnames(found: Sequence[Candidate], votes: Mapping[str, Votes]) -> list[Share]:
    """A name of two or three words is a person's whose last word alone is one: "Katja Brehm", where "Brehm said"."""
    persons = {key for key, own in votes.items() if own and _strongest(own) == "PERSON"}
    return [
        (key_of(candidate), "PERSON", SURNAME)
        for candidate in found
        if candidate.told_by in ("capitals", "tagged") and 1 < len(candidate.text.split()) <= _MOST_WORDS_OF_PERSON
        if plain(candidate.text).casefold().split()[-1] in persons
    ]


def with_parts(found: Sequence[Candidate], votes: Mapping[str, Votes], gazetteer: Gazetteer) -> list[Share]:
    """A word of a longer name is what that tells where it stands alone: a surname, the short name of a firm, a town.

    A surname outvotes a town of that name, but no country or capital.
    """
    layers: dict[str, dict[str, tuple[str, float]]] = {kind: {} for kind in _LAYERS}
    for candidate in found:
        own = votes.get(key_of(candidate), {})
        words = plain(candidate.text).casefold().split()
        if len(words) > 1 and own:
            for kind, word, label in _parts_of(words, _strongest(own), gazetteer):
                layers[kind][word] = (label, _LAYERS[kind])
    shares: list[Share] = []
    for candidate in found:
        word = strip_article(plain(candidate.text).casefold())
        if " " in candidate.text or candidate.thing in gazetteer.states:
            continue
        told = next((layer[word] for layer in layers.values() if word in layer), None)
        if told is not None:
            shares.append((key_of(candidate), *told))
    return shares


def _parts_of(words: Sequence[str], label: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str, str]]:
    """What the words of a name tell where they stand alone: (kind, word, label)."""
    first, last = words[0], words[-1]
    if label == "PERSON":
        for word in (last, strip_article(last), " ".join(words[-2:])):
            yield "surname", word, label
        yield "first name", first, label
    elif _names_last(label, first, gazetteer):
        yield "called", last, label
    elif label == "ORG":
        if gazetteer.can_be_cut(last):
            yield "firm", first, label
        elif not _OF_TOWNS.isdisjoint(words):
            yield "town", first, "GPE"
        else:
            yield "body", first, label
        for word in words[1:]:
            yield "body", word, label
    elif label in ("FAC", "GPE") and gazetteer.head(first) is None:
        yield "town", first, "GPE"  # "Fenwold airfield"
