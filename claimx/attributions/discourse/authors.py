"""Who writes an article that says "I": its one author."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.attributions.discourse.referents import Mention, Referent
from claimx.reading import Reading

#: What joins the names of several authors.
_JOINING = (" and ", ",", "&")


def author_of(reading: Reading, mentions: Sequence[Mention]) -> Referent | None:
    """The one author of an article, as far as it tells.

    Args:
        reading: the article.
        mentions: its mentions, names with whom they name.
    """
    name = reading.article.author
    if name is None or any(word in name for word in _JOINING):
        return None
    known = (m.referent for m in mentions if m.kind == "name" and m.referent is not None and m.referent.name == name)
    return next(known, None) or Referent("person", name)
