"""A parsed document with a way from offsets to tokens."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from spacy.attrs import IDX  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class View:
    """The document ``doc`` over ``text``; tokens are found by the offset of any of their letters."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc = doc
        self.text = text
        self._starts: list[int] = doc.to_array([IDX]).tolist()

    def index_at(self, offset: int) -> int:
        """The index of the token at ``offset``, or of the last one before it (0 before the first)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def token_at(self, offset: int) -> Token:
        """The token at ``offset``, or the last one before it."""
        return self.doc[self.index_at(offset)]

    def before(self, offset: int) -> Token | None:
        """The last token that ends at or before ``offset`` and is no blank, or null."""
        i = self.index_at(offset - 1) if offset > 0 else -1
        while i >= 0:
            token = self.doc[i]
            if not token.is_space and token.idx + len(token) <= offset:
                return token
            i -= 1
        return None

    def after(self, offset: int) -> Token | None:
        """The first token that begins at or after ``offset`` and is no blank, or null."""
        i = self.index_at(offset)
        while i < len(self.doc):
            token = self.doc[i]
            if not token.is_space and token.idx >= offset:
                return token
            i += 1
        return None
