"""Names of firms and papers that begin or end with a land or people: "Canadian Pacific", "CNN Brasil"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer, Known
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.words import Word

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

_WITH_BRANCHES = word_set("names/kind_nouns", "bodies_with_branches")
_OWN_NAMES = word_set("names/kind_nouns", "own_names_of_lands")
_BODIES_BEFORE = word_set("names/kind_nouns", "bodies_before_names")
_RAILWAYS = word_set("names/kind_nouns", "closing_railways")
_OF_LANDS = frozenset(("GPE", "LOC", "NORP"))


def branch_end(chunk: Sequence[Word], i: int, stop: int, gazetteer: Gazetteer) -> int:
    """Where the name of a body ends that its branch in a land bears: "CNN | Brasil"; else ``stop``."""
    name = " ".join(word.text for word in chunk[i:stop])
    if plain(name) not in _WITH_BRANCHES:
        return stop
    for end in range(min(len(chunk), stop + 2), stop, -1):
        words = chunk[stop:end]
        if not all(word.capitalised and word.adjacent for word in words):
            continue
        land = plain(" ".join(word.text for word in words))
        known = gazetteer.names.get(land)
        is_region = known is not None and known.sure and known.label == "LOC"
        if land in _OWN_NAMES or land in gazetteer.lands or is_region:
            return end
    return stop


def goes_on_as_firm(chunk: Sequence[Word], i: int, stop: int, known: Known, doc: Parse, gazetteer: Gazetteer) -> bool:
    """Whether a firm's name begins with a land, town or people, and goes on: "Canadian | Pacific".

    The noun before tells it ("the rail operator **Canadian Pacific**"), a direction behind a town ("Norfolk Southern"),
    or the tagger, who takes all for one body.
    """
    if known.label not in _OF_LANDS or stop >= len(chunk) or not (chunk[stop].capitalised and chunk[stop].adjacent):
        return False
    rest = gazetteer.names.get(plain(" ".join(word.text for word in chunk[stop:] if word.capitalised)))
    is_person = doc[chunk[i].start].ent_type == "PERSON" or plain(chunk[i].text) in gazetteer.first_names
    if is_person or (rest is not None and rest.label == "NORP") or plain(chunk[stop].text) in gazetteer.first_names:
        return False
    if known.label == "GPE" and chunk[stop].text.lower() in _RAILWAYS:
        return stop + 1 == len(chunk) or not chunk[stop + 1].capitalised
    before = doc[chunk[i].start - 1] if chunk[i].start else None
    is_noun = before is not None and before.text.islower() and before.tag == word_classes.SINGULAR
    if before is not None and is_noun and before.lemma.lower() in _BODIES_BEFORE:
        return True
    if known.label != "NORP" and stop - i == 1:
        return False
    tokens = list(doc[chunk[i].start : chunk[stop].end])
    one = all(token.ent_type == "ORG" for token in tokens) and all(token.ent_iob == "I" for token in tokens[1:])
    return one and rest is None
