"""Which of several descriptions tells best what a source is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def without_article(text: str) -> str:
    """Words as they are compared: in small letters, in one line, without a leading article."""
    return _ARTICLE.sub("", " ".join(text.split()).casefold(), count=1)


def best_role(roles: Iterable[str | None]) -> str | None:
    """The role that is told most often; of several the fullest (with most words), then the first.

    Case and a leading article make no difference to how often it is told.
    """
    told = [role for role in roles if role]
    if not told:
        return None
    counts = Counter(map(without_article, told))
    return max(told, key=lambda role: (counts[without_article(role)], len(without_article(role).split())))
