"""The person whose name closes a source's words: "TV doctor **Susan Blake**", "his deputy, **Omid Nazari**"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse
    from claimx.attributions.discourse.referents import Referent
    from claimx.grammar.tokens import Token

_TITLE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "NUM"))


def closing_person(tokens: Sequence[Token], head: Token, discourse: Discourse) -> Referent | None:
    """The person in whose name a source's words end, if these are his title or what he stands in apposition to.

    Args:
        tokens: the source's words, in text order.
        head: of them, whatever the parse makes of it.
        discourse: the article.
    """
    words = [token for token in tokens if token.pos not in ("PUNCT", "SPACE") or token.text == ","]
    while words and words[-1].text == ",":
        words.pop()
    named = discourse.at(words[-1]) if words else None
    if named is None or named.kind != "name" or named.referent is None or named.referent.kind != "person":
        return None
    if words[-1].i != named.end - 1:
        return None
    before = [token for token in words if token.i < named.start]
    commas = [place for place, token in enumerate(before) if token.text == ","]
    title = before[commas[-1] + 1 :] if commas else before
    if not all(token.pos in _TITLE and token.tag != "POS" for token in title):
        return None
    return named.referent if not commas or _is_one(head, before[: commas[-1]], discourse) else None


def _is_one(head: Token, before: Sequence[Token], discourse: Discourse) -> bool:
    """Whether words before a comma are for one person, who can be named after it."""
    if head not in before or head.tag in ("NNS", "NNPS") or discourse.roles.person(head.lemma.lower()) is None:
        return False
    return not any(token.dep == "conj" and token.head.i == head.i for token in before)
