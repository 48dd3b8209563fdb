"""Who a source is that is a noun: "the mayor", "the union's report", "his words", "our tests"."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Mention, Referent
from claimx.attributions.sources.answers import TYPES, Answer, closing_person, type_of_noun
from claimx.attributions.sources.by_noun import (
    Saying,
    has_name_in,
    is_but_described,
    meant_by_noun,
    meant_by_stray_noun,
    name_inside,
    own_name,
    stray_noun,
)
from claimx.attributions.sources.headlines import called_below
from claimx.attributions.sources.heads import words_of
from claimx.attributions.sources.issuers import Issuers
from claimx.attributions.sources.lists import authors
from claimx.attributions.sources.names_in_words import closing_body, closing_issuer, led_by, own_words
from claimx.attributions.sources.own_voices import DEFENDANTS, defendant, own_findings, own_writer, owner_of_findings
from claimx.attributions.sources.together import apposed_person
from claimx.attributions.statement import Statement
from claimx.grammar import roles
from claimx.grammar.dependents import in_role
from claimx.lexicons.nouns import is_document_noun, is_plural_body
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_WORDS_OF_SOMEBODY = word_set("names/reference_words", "words_of_somebody")


@dataclass(frozen=True, slots=True)
class NounSource:
    """A statement whose source is a noun, and what can be asked where it stands.

    ``mention`` is the noun's, null where the article has none there; ``around`` tells whom the source of the statement
    around it means, ``speaking`` whom a word such as "our" does.
    """

    head: Token
    mention: Mention | None
    statement: Statement
    saying: Saying
    issuers: Issuers
    around: Callable[[], Answer | None]
    speaking: Callable[[Token], Answer]

    @property
    def discourse(self) -> Discourse:
        """The article."""
        return self.saying.discourse

    @property
    def words(self) -> list[Token]:
        """The words by which the statement names its source."""
        return words_of(self.statement, self.discourse)


def answer_of_noun(source: NounSource) -> Answer:
    """Who a source is that is a noun."""
    own = own_writer(source.head, source.words, source.discourse) or _findings(source) or _words_of_somebody(source)
    if own is not None:
        return own
    if is_document_noun(source.head.lemma.lower()):
        return _document(source)
    return _somebody(source)


def _findings(source: NounSource) -> Answer | None:
    """Whose findings speak that are told to be the speaker's: "**our** tests show"."""
    owner = owner_of_findings(source.head)
    return own_findings(source.speaking(owner), owner, source.head) if owner is not None else None


def _words_of_somebody(source: NounSource) -> Answer | None:
    """Whose words speak, if he has a name: "**Holm's** remarks suggest"."""
    if source.head.lemma.lower() not in _WORDS_OF_SOMEBODY:
        return None
    owners = map(source.discourse.meant_by, in_role(source.head, roles.POSSESSOR))
    owner = next(filter(None, owners), None)
    return Answer("document", "nominal", owner, "words of somebody") if owner is not None and owner.name else None


def _document(source: NounSource) -> Answer:
    """A document with whoever wrote or issued it, where the article tells."""
    head, mention, words, discourse = source.head, source.mention, source.words, source.discourse
    if (several := authors(head, source.statement, discourse)) is not None:
        return several
    issuer = source.issuers.issuer(head)
    if issuer is None or not issuer.name:
        issuer = closing_issuer(words, head, discourse) or issuer
    if issuer is not None and is_but_described(issuer, words):
        issuer = None
    if issuer is None and mention is not None and mention.referent is not None and mention.referent.name:
        return Answer(TYPES[mention.referent.kind], "nominal", mention.referent, "noun")  # a newspaper
    return Answer("document", "nominal", issuer, "issuer of a document")


def _somebody(source: NounSource) -> Answer:
    """A person, a body or several whom a noun means, by name where the article or the source's words tell it."""
    head, words, discourse = source.head, source.words, source.discourse
    referent = _meant(source)
    if referent is None or referent.name is None:
        own = own_name(head, words, discourse) or own_words(words, discourse)
        if own is not None:
            return own
        referent = called_below(head, discourse) or referent
    if referent is None or referent.kind == "thing" or _is_of_speaker(source, referent):
        return Answer(type_of_noun(head), "nominal", None, "noun")
    if is_but_described(referent, words):
        referent = dataclasses.replace(referent, name=None)
    kind = TYPES[referent.kind]
    is_many = referent.number == "many" and (referent.kind == "person" or referent.name is None)
    if is_many and kind in ("person", "organization") and not is_plural_body(head.lower):
        kind = "group"
    return Answer(kind, "named" if has_name_in(words, referent, discourse) else "nominal", referent, "noun")


def _meant(source: NounSource) -> Referent | None:
    """Whom a noun means by a name beside it, by what else the article calls so, or by who spoke before."""
    head, words, discourse = source.head, source.words, source.discourse
    referent = (
        name_inside(head, words, discourse)
        or closing_person(words, head, discourse)
        or apposed_person(words, head, discourse)
        or closing_body(words, head, discourse)
        or led_by(words, head, discourse)
    )
    if referent is None and source.mention is None and head.lower in DEFENDANTS:  # a participle, by the parse
        referent = defendant(discourse)
    if referent is not None:
        return referent
    if source.mention is not None:
        return meant_by_noun(source.mention, words, source.saying)
    noun = stray_noun(head, words)
    return meant_by_stray_noun(noun, words, source.saying) if noun is not None else None


def _is_of_speaker(source: NounSource, person: Referent) -> bool:
    """Whether a noun would mean the person who says it, who is "I" there: "“The **captain** told us,” he said"."""
    around = source.around() if person.kind == "person" else None
    is_named = has_name_in(source.words, person, source.discourse)
    return around is not None and around.referent is person and not is_named
