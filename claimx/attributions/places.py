"""Which place a noun phrase means: "the city", "this country", "the state"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.pronouns import most_salient, salience_of
from claimx.attributions.referents import Mention, Referent
from claimx.attributions.singling import is_plain
from claimx.name_rows import word_set

if TYPE_CHECKING:
    from claimx.attributions.coreference import Discourse

#: Nouns that places of many names are called by.
PLACES = word_set("lands") | word_set("towns") | word_set("state_nouns")
#: How much more salient than the next one a place must be; how salient one that is named anywhere in the article always
#: is, and how much each time that it is named adds.
MARGIN, ANYWHERE, OFTEN = 1.3, 0.06, 0.6


def resolve_place(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """The named place of the right kind that is the most salient, near or in the whole article; null for several."""
    if mention.number == "many" or not is_plain(mention.head):
        return None
    salience = salience_of(mention, history, lambda _, r: r.kind == "place" and bool(r.name) and lemma in r.nouns)
    for referent in discourse.named.values():
        if referent.kind == "place" and lemma in referent.nouns:
            salience[referent] = salience.get(referent, 0.0) + ANYWHERE
    return most_salient({r: s * (1 + OFTEN * r.names) for r, s in salience.items()}, margin=MARGIN)
