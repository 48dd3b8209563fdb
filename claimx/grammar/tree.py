"""Ways through a tree of words: from a word to what hangs on it, to what it hangs on and to what is joined to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from claimx.grammar import roles


class InTree:
    """A word with its place in a tree: its row ``i``, its role ``dep`` under its ``head``, a root under itself."""

    __slots__ = ("children", "dep", "head", "i")

    i: int
    dep: str
    head: Self
    children: list[Self]

    @property
    def lefts(self) -> list[Self]:
        """Its children before it, in text order."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Self]:
        """Its children after it, in text order."""
        return [child for child in self.children if child.i > self.i]

    def child(self, *deps: str) -> Self | None:
        """Its first child that has one of some roles, or null."""
        return next((child for child in self.children if child.dep in deps), None)

    @property
    def subtree(self) -> Iterator[Self]:
        """Itself and all that hangs on it, in the order of the tree: what is left of each, it, what is right."""
        stack: list[tuple[Self, bool]] = [(self, False)]
        while stack:
            token, is_opened = stack.pop()
            if is_opened or not token.children:
                yield token
                continue
            stack += [(child, False) for child in reversed(token.rights)]
            stack.append((token, True))
            stack += [(child, False) for child in reversed(token.lefts)]

    @property
    def ancestors(self) -> Iterator[Self]:
        """Its head, the head of that, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Self, ...]:
        """The tokens that conjunctions join to it, itself left out."""
        first = self
        while first.head is not first and first.dep == roles.CONJUNCT:
            first = first.head
        found = [first]
        for token in found:  # grows as it goes
            found += [child for child in token.rights if child.dep == roles.CONJUNCT]
        return tuple(token for token in found if token is not self)

    def is_ancestor(self, other: Self) -> bool:
        """Whether another token hangs on this one, over any number of heads."""
        return any(token is self for token in other.ancestors)
