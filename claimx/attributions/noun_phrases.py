"""The words of a noun phrase, from the parse of its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

OF = frozenset(("of",))
_LEFT_OUT = frozenset(("relcl", "acl", "appos", "npadvmod", "punct", "advmod", "prep", "cc", "conj", "parataxis"))


def phrase(head: Token, complements: frozenset[str], *, conjuncts: bool = False) -> Span:
    """The noun phrase of a head: from its first word to the head and those complements that belong to it."""
    first, last = head, head
    for child in head.children:
        if child.i < head.i and child.dep_ not in ("punct", "cc"):
            first = child.left_edge if child.left_edge.i < first.i else first
        elif child.i > head.i and (
            child.dep_ not in _LEFT_OUT
            or (child.dep_ == "prep" and child.lower_ in complements)
            or (conjuncts and child.dep_ == "conj")
        ):
            last = _closed(child) if child.dep_ == "prep" else child.right_edge
    return Span(first.idx, last.idx + len(last))


def _closed(preposition: Token) -> Token:
    """The last word of a prepositional phrase without what hangs on loosely ("with X on Sunday")."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            inner = phrase(child, OF)
            tokens = [t for t in child.subtree if t.idx < inner.end]
            return tokens[-1]
    return preposition
