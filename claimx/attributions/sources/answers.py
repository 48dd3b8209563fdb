"""Whom the words of a source mean, before it is written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.sources.types import TYPES, is_one_of_a_people
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.records import SourceMention, SourceType

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse

_GOVERNING = word_set("names/generic_bodies", "governments")


@dataclass(slots=True)
class Found:
    """Whom a source's words mean: type, kind of mention, referent, and the rule that found it.

    ``name`` stands where the referent's would not do: a list of several, or a people by the words at hand.
    """

    type: SourceType
    mention: SourceMention
    referent: Referent | None
    rule: str
    name: str | None = None


def named_source(mention: Mention, referent: Referent, discourse: Discourse) -> Found:
    """What a name as source means: itself, a government for its capital, one of a people."""
    roles = discourse.roles
    words = discourse.doc[mention.start : mention.end].text
    written = plain(words)
    country = roles.seats.get(written)
    if referent.kind in ("place", "organization") and country is not None and written not in roles.nations:
        return _metonym(referent, country, discourse)
    if referent.kind == "people" and is_one_of_a_people(mention):
        return Found("person", "nominal", discourse.somebody(mention), "one of a people")
    if referent.kind == "people" and any(
        child.lower in word_set("names/small_words", "partial") for child in mention.head.subtree
    ):
        return Found("group", "nominal", None, "some of a people")
    kind = TYPES[referent.kind]
    if referent.number == "many" and kind == "organization" and not referent.nouns:
        kind = "group"
    name = " ".join(words.split()) if referent.kind == "people" else None
    return Found(kind, "named", referent, "name", name)


def _metonym(referent: Referent, country: str, discourse: Discourse) -> Found:
    """A capital or building that speaks: the government that the article names, else the country, else itself."""
    if referent.kind == "organization":
        return Found("organization", "metonymic", referent, "metonym")
    known = discourse.named.values()
    government = next(
        (r for r in known if r.kind == "organization" and r.nouns & _GOVERNING and country in r.nations), None
    )
    if government is not None:
        return Found("organization", "metonymic", government, "metonym of a government")
    land = next((r for r in known if r.name and discourse.roles.nations.get(plain(r.name)) == country), None)
    if land is not None and land.label == "GPE":
        return Found("place", "metonymic", land, "metonym of a country")
    return Found("place", "metonymic", referent, "metonym")
