"""What in a noun phrase tells whether it can mean something that the article has spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.kinds import Roles
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse
    from claimx.grammar.tokens import Token

_SINGLING = word_set("names/small_words", "distinguishing")


def is_plain(head: Token) -> bool:
    """Whether a noun has nothing that would single out another thing: "the only man who …", "the group of …"."""
    return not any(
        (child.dep in ("relcl", "acl") and not _is_aside(child))
        or child.tag == "JJS"
        or child.lower in _SINGLING
        or (child.dep == "poss" and child.pos != "PRON")
        or (child.dep == "prep" and child.lower == "of")
        for child in head.children
    )


def _is_aside(clause: Token) -> bool:
    """Whether a clause only adds something to what is known: it stands behind a comma ("the boy, who is nine, …")."""
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].text == ","


def is_singled(head: Token) -> bool:
    """Whether a word before a noun tells it from the known one: "their **second** son"."""
    return any(child.lower in _SINGLING for child in head.children)


def belongs_elsewhere(head: Token) -> bool:
    """Whether a noun belongs to another name ("Ruiz's lawyer"), so that it is not the known one."""
    return any(child.dep == "poss" and child.pos == "PROPN" for child in head.children)


def nations_of(head: Token, roles: Roles) -> set[str]:
    """The countries that words before a noun name."""
    return {roles.nations[word.text] for word in head.lefts if word.text in roles.nations}


def recent(history: Sequence[Mention], discourse: Discourse) -> Iterator[Referent]:
    """Referents by their last mention, then named ones that the article has yet to mention."""
    seen: set[Referent] = set()
    for referent in recent_seen(history):
        seen.add(referent)
        yield referent
    yield from (referent for referent in discourse.named.values() if referent not in seen)


def recent_seen(history: Sequence[Mention]) -> Iterator[Referent]:
    """Referents by their last mention."""
    seen: set[Referent] = set()
    for mention in reversed(history):
        if mention.referent is not None and mention.referent not in seen:
            seen.add(mention.referent)
            yield mention.referent
