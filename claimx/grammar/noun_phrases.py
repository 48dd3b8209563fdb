"""The words of a noun phrase, from the parse of its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

OF = frozenset(("of",))
_LEFT_OUT = frozenset(("relcl", "acl", "appos", "npadvmod", "punct", "advmod", "prep", "cc", "conj", "parataxis"))


def phrase(head: Token, complements: frozenset[str], *, conjuncts: bool = False) -> Span:
    """The noun phrase of a head: from its first word to the head and those complements that belong to it."""
    first = min((child.left_edge for child in head.lefts if child.dep not in ("punct", "cc")), default=head, key=_place)
    last = _last(head, complements, conjuncts=conjuncts)
    return Span(min(first, head, key=_place).idx, last.idx + len(last))


def _place(token: Token) -> int:
    return token.i


def _last(head: Token, complements: frozenset[str], *, conjuncts: bool) -> Token:
    """The last word of a noun phrase, without what hangs on its complements loosely ("with X on Sunday").

    A loop, since complements may hang on complements without end.
    """
    while True:
        inside = [
            child
            for child in head.rights
            if child.dep not in _LEFT_OUT
            or (child.dep == "prep" and child.lower in complements)
            or (conjuncts and child.dep == "conj")
        ]
        if not inside:
            return head
        if inside[-1].dep != "prep":
            return inside[-1].right_edge
        within = next((child for child in inside[-1].children if child.dep == "pobj"), None)
        if within is None:
            return inside[-1]
        head, complements, conjuncts = within, OF, False
