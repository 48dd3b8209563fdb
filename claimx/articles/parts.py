"""Texts that are longer than any article, such as a book or the minutes of a session, in parts that fit in memory.

What is read of a text takes about a thousand bytes of memory for each of its characters: an object for each word with
its place in the tree, and the names that are followed through the whole.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from claimx.records import Article

#: A text with more characters is read in parts, each with less.
LONGEST_PART = 200_000
#: Where a text is cut, the best first: between paragraphs, between lines, behind a sentence, at a blank.
_CUTS = tuple(re.compile(pattern) for pattern in (r"\n[^\S\n]*\n\s*", r"\n\s*", r"[.!?][\"'”’»)\]]*\s+", r"\s+"))
#: The share of a part in which the best cut is looked for, from its end.
_SEARCHED = 0.2


def parts_of(article: Article) -> Iterator[Article]:
    """The article itself, or its parts ``ID#1``, ``ID#2`` …, each an article of its own that says where it begins.

    No character is lost: the parts' texts put together are the article's. Names are followed within a part.
    """
    if len(article.text) <= LONGEST_PART:
        yield article
        return
    starts = [0]
    while len(article.text) - starts[-1] > LONGEST_PART:
        starts.append(_cut(article.text, starts[-1]))
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True), start=1):
        warning = f"part: {number} of {len(starts)}, from character {start:,}"
        yield dataclasses.replace(
            article,
            id=f"{article.id}#{number}",
            text=article.text[start:end],
            warnings=(*article.warnings, warning),
        )


def _cut(text: str, start: int) -> int:
    """Where the part that begins at ``start`` ends: behind the last cut of the best kind near its longest end."""
    end = start + LONGEST_PART
    begin = end - int(LONGEST_PART * _SEARCHED)
    for pattern in _CUTS:
        cuts = [match.end() for match in pattern.finditer(text, begin, end)]
        if cuts:
            return cuts[-1]
    return end
