"""Which place a noun phrase means: "the city", "this country", "the state"."""

from __future__ import annotations

from claimx.attributions.discourse.definiteness import is_unrestricted
from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.salience import most_salient, near, salience_of
from claimx.lexicons.words import word_set

_SPOTS, _STATES = word_set("names/generic_places", "spots"), word_set("names/generic_places", "state_nouns")
#: Nouns that places of many names are called by.
PLACES = word_set("names/generic_places", "lands", "towns", "state_nouns", "spots")
#: How much more salient than the next one a place must be; how salient one that is named anywhere in the article always
#: is, and how much each time that it is named adds.
MARGIN, ANYWHERE, OFTEN = 1.3, 0.06, 0.6
#: How much more a state of a federation is meant by "the state" than what may be a town.
SURELY = 2.0
#: How much oftener than the next one a place must be named that is meant although another is near.
OF_THE_TOPIC = 2.0


def resolve_place(mention: Mention, lemma: str, history: History) -> Referent | None:
    """The named place of the right kind that is the most salient, near or in the whole article; null for several."""
    if mention.number == "many" or not is_unrestricted(mention.head):
        return None
    is_any = lemma in _SPOTS
    if is_any and not any(child.lower == "this" for child in mention.head.children):
        return None

    def fits(place: Referent) -> bool:
        return place.kind == "place" and bool(place.name) and (is_any or lemma in place.nouns)

    salience = salience_of(mention, near(mention, history.mentions), fits)
    if not is_any:
        for place in history.places_called(lemma):
            salience[place] = salience.get(place, 0.0) + ANYWHERE
    weighed = {
        place: weight
        * (1 + OFTEN * place.times_named)
        * (SURELY if lemma in _STATES and "city" not in place.nouns else 1)
        for place, weight in salience.items()
    }
    best = most_salient(weighed, margin=MARGIN)
    return best or most_salient({place: float(place.times_named) for place in salience}, margin=OF_THE_TOPIC)
