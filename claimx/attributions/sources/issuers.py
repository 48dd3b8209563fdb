"""Who issued a document that speaks: "The ministry, in two letters, …" makes "the letters" the ministry's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.referents import Referent, is_definite
from claimx.lexicons.words import word_set
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse
    from claimx.grammar.tokens import Token

_BEARS = frozenset(("in", "through", "via", "with", "by"))
_ISSUERS = frozenset(("person", "organization", "place"))


class Issuers:
    """The issuers of an article's documents, by the lemma of the noun, as far as has been read."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.known: list[tuple[int, str, Referent]] = []
        documents = discourse.roles.documents
        for token in discourse.doc:
            if token.pos in ("NOUN", "PROPN") and token.lemma.lower() in documents:
                issuer = self._told(token)
                if issuer is not None:
                    self.known.append((token.i, token.lemma.lower(), issuer))

    def note(self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span], issuer: Referent) -> None:
        """Remember the documents that a statement's reporting clause names as their source's."""
        doc, documents = self.discourse.doc, self.discourse.roles.documents
        spans = [*source, *cue]
        if not spans or issuer.kind not in _ISSUERS:
            return
        whole = doc.char_span(min(spans).start, max(span.end for span in spans), alignment_mode="expand")
        if whole is None:
            return
        for token in whole.sent if whole.sent.start <= whole.start else whole:
            lemma = token.lemma.lower()
            outside = not any(start <= token.idx < end for start, end in content)
            if outside and lemma in documents and token.dep == "pobj" and token.head.lower in _BEARS:
                self.known.append((token.i, lemma, issuer))
        self.known.sort(key=lambda row: row[0])

    def issuer(self, head: Token, source: Sequence[Span]) -> Referent | None:
        """Who issued the document that ``head`` names, where the article says so."""
        told = self._told(head)
        if told is not None:
            return told
        lemma = head.lemma.lower()
        if not is_definite(head):
            return None
        before = [issuer for i, noun, issuer in self.known if noun == lemma and i < head.i]
        return before[-1] if before else None

    def _told(self, noun: Token) -> Referent | None:
        """The issuer in the phrase or clause of a document: its possessor, "by" or "from" whom, or who issued it."""
        for child in noun.children:
            if child.dep in ("poss", "compound", "nmod"):
                referent = self._referent(child)
                if referent is not None and (child.dep == "poss" or referent.kind == "organization"):
                    return referent
            if child.dep == "prep" and child.lower in ("by", "from"):
                for inner in child.children:
                    if inner.dep == "pobj" and (referent := self._referent(inner)) is not None:
                        return referent
            if child.dep in ("acl", "relcl") and child.lemma in word_set("reporting/speaking", "issuing", "conducting"):
                agent = self._agent(child)
                if agent is not None:
                    return agent
        verb = noun.head
        if noun.dep == "dobj" and verb.lemma in word_set("reporting/speaking", "issuing"):
            return self._subject(verb)
        if noun.dep == "nsubjpass" and verb.lemma in word_set("reporting/speaking", "issuing"):
            return self._agent(verb)
        if noun.dep == "pobj" and verb.lower in _BEARS and verb.head.pos == "VERB":
            return self._subject(verb.head)
        return None

    def _subject(self, verb: Token) -> Referent | None:
        subject = next((child for child in verb.children if child.dep == "nsubj"), None)
        return self._referent(subject) if subject is not None else None

    def _agent(self, verb: Token) -> Referent | None:
        for child in verb.children:
            if child.dep == "agent":
                return next((r for inner in child.children if (r := self._referent(inner)) is not None), None)
        return None

    def _referent(self, token: Token) -> Referent | None:
        mention = self.discourse.at(token)
        referent = mention.referent if mention else None
        if referent is None or referent.kind not in _ISSUERS:
            return None
        return referent if referent.kind != "place" or referent.label == "GPE" else None
