"""Step 3: what an article mentions: entities, quantities and times. Face: ``find_mentions``, ``read_aliases``."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.mentions.aliases import read_aliases, with_aliases
from claimx.mentions.collisions import without_collisions
from claimx.mentions.names.finder import find_entities
from claimx.mentions.quantities import find_quantities
from claimx.mentions.times import find_times
from claimx.reading import Reading
from claimx.records import Alias, Mentions

__all__ = ["find_mentions", "read_aliases"]


def find_mentions(reading: Reading, aliases: Sequence[Alias] = ()) -> Mentions:
    """Everything that is mentioned in one article, offsets into its text, in text order.

    What a page's leftovers count ("4 min read", "Photo 3 of 17", a table of shares) is no quantity of the article.

    Args:
        reading: the article, parsed and with the names that were heard; its publication date anchors relative dates.
        aliases: names of the caller's own.
    """
    doc, text = reading.doc, reading.text
    beside = [zone.span for zone in reading.layout.zones if zone.kind == "furniture"]
    return without_collisions(
        entities=with_aliases(find_entities(doc, text), aliases),
        quantities=[q for q in find_quantities(doc) if not any(q.span.overlaps(span) for span in beside)],
        times=find_times(doc, reading.article.published),
    )
