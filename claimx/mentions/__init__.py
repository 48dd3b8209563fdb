"""Step 3: what is mentioned in an article: entities, quantities and times. Face: ``find_mentions``."""

from __future__ import annotations

from claimx.mentions.collisions import without_collisions
from claimx.mentions.names.finder import find_entities
from claimx.mentions.quantities import find_quantities
from claimx.mentions.times import find_times
from claimx.reading import Reading
from claimx.records import Mentions

__all__ = ["find_mentions"]


def find_mentions(reading: Reading) -> Mentions:
    """Everything that is mentioned in one article, offsets into its text, in text order.

    Args:
        reading: the article, parsed and with the names that were heard; its publication date anchors relative dates.
    """
    doc, text = reading.doc, reading.text
    return without_collisions(
        entities=find_entities(doc, text),
        quantities=find_quantities(doc),
        times=find_times(doc, reading.article.published),
    )
