"""Who is meant from where somebody speaks: "our correspondent", "our tests", and whom a judge calls "you"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Referent
from claimx.attributions.sources.answers import Answer
from claimx.grammar import roles
from claimx.grammar.dependents import in_role
from claimx.lexicons.nouns import is_document_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

DEFENDANTS = word_set("names/trials", "defendants")
_JUDGES = word_set("names/trials", "judges")
_WRITERS = word_set("names/letters", "own_writers")
_BEFORE_WRITERS = word_set("names/letters", "before_own_writers")
_FINDINGS = word_set("names/letters", "findings")
_STUDIES = word_set("names/reference_words", "studies")
_FIRST_PERSON = word_set("names/reference_words", "first_person")
_PLURAL = word_set("names/reference_words", "first_person_plural")


def own_writer(head: Token, words: Sequence[Token], discourse: Discourse) -> Answer | None:
    """The author whom an article calls "our **correspondent**", "this **writer**"; None where that is not told.

    Args:
        head: of the source's words.
        words: the source's.
        discourse: the article.
    """
    before = [token for token in words if token.i < head.i]
    if head.lower not in _WRITERS or not before or before[-1].lower not in _BEFORE_WRITERS:
        return None
    writer = discourse.writer(head)
    return Answer("person", "nominal", writer, "author") if writer is not None else None


def owner_of_findings(head: Token) -> Token | None:
    """The word for whoever speaks, before what he has written or found out: "**our** own tests"."""
    lemma = head.lemma.lower()
    if not (is_document_noun(lemma) or lemma in _FINDINGS):
        return None
    return next((token for token in in_role(head, roles.POSSESSOR) if token.lower in _FIRST_PERSON), None)


def own_findings(speaker: Answer, owner: Token, head: Token) -> Answer | None:
    """Whose "our report" is: the body's that speaks, or whose person does; a study is of whoever speaks of it."""
    issuer = speaker.referent
    if issuer is not None and issuer.kind == "person" and owner.lower in _PLURAL and head.lemma.lower() not in _STUDIES:
        issuer = next(iter(issuer.affiliations), None)
    return Answer("document", "nominal", issuer, "own findings") if issuer is not None else None


def defendant(discourse: Discourse) -> Referent | None:
    """The one person of an article who is on trial."""
    tried = [one for one in discourse.named.values() if one.nouns >= DEFENDANTS]
    return tried[0] if len(tried) == 1 else None


def tried_by(speaker: Referent, discourse: Discourse) -> Referent | None:
    """Whom a judge speaks to as "you"; None where somebody else speaks."""
    return defendant(discourse) if speaker.nouns & _JUDGES else None
