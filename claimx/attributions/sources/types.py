"""Which type of source words name when nothing but the words tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.kinds import AGENTS
from claimx.lexicons.words import word_set
from claimx.records import SourceType

if TYPE_CHECKING:
    from claimx.attributions.discourse.referents import Mention
    from claimx.grammar.tokens import Token

#: The kind of a referent to the type of a source.
TYPES: dict[str, SourceType] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "people": "group",
    "document": "document",
    "thing": "unknown",
}


def is_one_of_a_people(mention: Mention) -> bool:
    """Whether "the Republican" is meant, not "Republicans" or "the French"."""
    singular = mention.head.tag in ("NN", "NNP", "JJ") and not mention.head.lower.endswith(("s", "sh", "ch", "se"))
    return singular and any(child.dep == "det" for child in mention.head.children)


def type_of_noun(head: Token) -> SourceType:
    """The kind of source that a noun without a referent names, by its number and its ending."""
    lemma = head.lemma.lower()
    if not {lemma, head.lower}.isdisjoint(word_set("names/generic_persons", "crowds")):
        return "group"
    if head.lower in ("one", "old"):
        return "person"
    if lemma.endswith(AGENTS):
        return "group" if head.tag == "NNS" else "person"
    return "unknown"
