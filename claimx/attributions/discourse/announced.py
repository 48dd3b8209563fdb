"""Whom a bare noun announces of whom the article tells later: "…, **mayor** says", then "the mayor, Ada Holm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.callings import calling
from claimx.attributions.discourse.definiteness import nations_before
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.person_kinds import is_of_kind
from claimx.attributions.discourse.referents import Referent
from claimx.attributions.discourse.told import (
    agrees,
    goes_with,
    goes_with_any,
    is_called,
    is_surely,
    told_of_him,
    words_before,
)
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role
from claimx.lexicons.nouns import gender_of_noun

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token


def may_announce(head: Token, discourse: Discourse) -> bool:
    """Whether a noun may mean somebody of whom the article tells later: in headlines, and without an article."""
    is_title = discourse.is_in_headline(head)
    is_noun = head.tag == word_classes.SINGULAR or (head.pos == word_classes.NAME and head.text.islower())
    if not is_title and not (is_noun and head.dep == roles.SUBJECT):
        return False
    return not has_role(head, roles.DETERMINER) and (is_title or not has_role(head, roles.POSSESSOR))


def announced(head: Token, lemma: str, discourse: Discourse) -> Referent | None:
    """Whom a headline means by a bare noun ("…, mayor says"): the only one whom the article then calls so."""
    gender, nations, words = gender_of_noun(lemma), nations_before(head), words_before(head, None)
    called = calling(head)
    known = [
        r
        for r in discourse.named.values()
        if r.kind == "person" and (is_called(r, called) or is_of_kind(r, lemma))
        if agrees(r, gender, nations) and goes_with(r, called, words)
        if not words or nations or is_surely(r, called, words)
    ]
    return known[0] if len(known) == 1 else None


def is_called_alike(referent: Referent, head: Token) -> bool:
    """Whether an article calls somebody so, and tells nothing else than the words before a noun.

    Args:
        referent: who may be meant.
        head: the noun, which may mean him wherever it stands.
    """
    lemma, called = head.lemma.lower(), calling(head)
    words, told = words_before(head, None), told_of_him(referent)
    is_such = is_called(referent, called) or is_of_kind(referent, lemma)
    return (
        is_such
        and agrees(referent, gender_of_noun(lemma), nations_before(head))
        and (not words or not told or goes_with_any(referent, words))
    )
