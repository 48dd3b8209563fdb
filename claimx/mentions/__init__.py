"""Step 3: a parsed document to entities, quantities and times."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claimx.mentions.collisions import without_collisions
from claimx.mentions.names.finder import find_entities
from claimx.mentions.quantities.finder import find_quantities
from claimx.mentions.times.finder import find_times
from claimx.network.names import TaggedName, set_entities, tagged_names
from claimx.records import Mentions

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

__all__ = ["TaggedName", "find_mentions", "set_entities", "tagged_names"]


def find_mentions(doc: Parse, text: str, published: date | None) -> Mentions:
    """Everything that is mentioned in one parsed article.

    Args:
        doc: the parsed article, with the names that the network tagged as its entities.
        text: its text, untouched; offsets point into it.
        published: the publication date, which anchors relative dates.
    """
    return without_collisions(
        entities=find_entities(doc, text),
        quantities=find_quantities(doc),
        times=find_times(doc, published),
    )
