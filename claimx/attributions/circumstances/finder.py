"""To whom, in what and when something is said: addressee, medium and time of saying, from the reporting clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimx.attributions.circumstances.addressees import (
    OBJECTS,
    asked,
    both,
    entity_at,
    is_animate,
    is_told,
    with_the_second,
)
from claimx.attributions.sources.resolver import SourceQuery
from claimx.grammar.noun_phrases import OF, phrase
from claimx.lexicons.loader import load
from claimx.lexicons.names import AddressingVerb, DocumentNoun, Medium
from claimx.lexicons.words import word_set
from claimx.records import Addressee, Entity, Span, Time, Words

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_MEDIUM_PREPOSITIONS = frozenset(("in", "on", "via", "through", "by", "during", "at", "over"))
#: What a sentence opens with that tells its medium: "In a letter, …", "Addressing the press conference, …".
_OPENINGS = _MEDIUM_PREPOSITIONS | {"addressing"}
_TO = frozenset(("to",))
#: What may follow a medium's noun and still belong to it: "an interview with X", "a report of Y".
_MEDIUM_COMPLEMENTS = frozenset(("with", "of"))
_PREPOSITIONAL = frozenset(("prep", "dative", "agent"))
#: How many tokens from the cue, and how many steps up the tree, a part of the reporting clause may lie.
_REACH, _MAX_CLIMB = 80, 25


#: A word of one letter with a full stop, at the end.
_LETTER = re.compile(r"(?<!\w)\w\.$")


class Frame(NamedTuple):
    """What a reporting clause says beside who and what; each null where it says nothing."""

    addressee: Addressee | None = None
    medium: Words | None = None
    made: Time | None = None


def find_frame(
    doc: Parse,
    text: str,
    query: SourceQuery,
    times: Sequence[Time],
    entities: Sequence[Entity] = (),
    *,
    issuer: str | None = None,
) -> Frame:
    """Find addressee, medium and time of a statement in its reporting clause.

    All stand outside of the content, but for the one who is asked to do something ("urged **drivers** to stay").

    Args:
        doc: the parsed article.
        text: its text, untouched.
        query: the statement's spans; an addressee found before stands.
        times: the article's time expressions, in text order.
        entities: what the article names, for the addressee's full name.
        issuer: the full name of whoever issued the document that is the source; such a document is the medium, too.
    """
    clause = _Clause(doc, text, query)
    if not clause.heads:  # no cue, or a bare mark
        return Frame()
    medium = clause.medium()
    return Frame(
        clause.spoken_to(medium, entities),
        _words(text, _without_stop(text, phrase(medium, _MEDIUM_COMPLEMENTS)))
        if medium is not None
        else clause.source_document(issuer),
        clause.made(times),
    )


def _words(text: str, span: Span) -> Words:
    return Words(" ".join(text[span.start : span.end].split()), (span,))


def _without_stop(text: str, span: Span) -> Span:
    """A phrase without the full stop that the parser takes for a part of its last letter ("X.")."""
    is_letter = _LETTER.search(text, span.start, span.end) is not None
    return Span(span.start, span.end - 1) if is_letter else span


class _Clause:
    """The reporting clause of one statement: its cue, and the tokens outside of the content."""

    def __init__(self, doc: Parse, text: str, query: SourceQuery) -> None:
        self.doc, self.text, self.query = doc, text, query
        self.cue = [token for span in query.cue for token in _tokens(doc, span)]
        self.cue_indices = {token.i for token in self.cue}
        self.verbs = [token for token in self.cue if token.pos in ("VERB", "AUX")]
        self.heads = self.verbs or [token for token in self.cue if token.head.i not in self.cue_indices]
        self.core = _core(doc, query.source)
        self._near: list[Token] | None = None

    def is_outside(self, token: Token) -> bool:
        """Whether a token is no part of content or speaker; what hangs on the source is part of the clause."""
        return not any(start <= token.idx < end for start, end in (*self.query.content, *self.core))

    def spoken_to(self, medium: Token | None, entities: Sequence[Entity]) -> Addressee | None:
        """The addressee, with the full name of what its head word names."""
        spans = self.query.addressee
        head: Token | None = None
        if spans:
            tokens = _tokens(self.doc, spans[-1])
            head = next((t for t in tokens if not spans[-1].start <= t.head.idx < spans[-1].end), None)
        else:
            head = self.addressee(medium)
            if head is None:
                return None
            spans = (with_the_second(phrase(head, OF, conjuncts=True), self.doc),)
        name = self._name(head, spans, entities)
        words = " ".join(" ".join(self.text[start:end].split()) for start, end in spans)
        return Addressee(words, spans, name)

    def _name(self, head: Token | None, spans: Sequence[Span], entities: Sequence[Entity]) -> str | None:
        """The full name of what a head word names; of two who are joined, both, or none where one has none."""
        if head is None:
            return None
        heads = [head, *both(self.doc, head, spans[-1])]
        names = [entity_at(entities, token.idx) for token in heads]
        known = [name for name in names if name is not None]
        return "; ".join(known) if len(known) == len(names) else None

    def addressee(self, medium: Token | None) -> Token | None:
        """The head word of the one spoken to."""
        for verb in self.verbs:
            for child in verb.children:
                spoken_to = child.dep in OBJECTS and verb.lemma in load("reporting/addressed", AddressingVerb)
                if spoken_to and self.is_outside(child) and (is_animate(child) or is_told(verb, child)):
                    return child
            if (one := asked(verb)) is not None:
                return one
        for token in (*self._prepositions(_TO), *self._speaking()):
            if is_animate(token):
                return token
        return next(self._addressed(medium), None)

    def _speaking(self) -> Iterator[Token]:
        """Whom a participle beside the cue addresses: "Speaking to reporters, …", "addressing the crowd"."""
        for verb in self.verbs:
            for child in verb.children:
                if child.dep == "advcl" and child.tag == "VBG" and self.is_outside(child):
                    for inner in child.children:
                        if inner.dep == "dobj" and child.lemma in (
                            "address",
                            *load("reporting/addressed", AddressingVerb),
                        ):
                            yield inner
                        elif inner.dep == "prep" and inner.lower in ("to", "with"):
                            yield from (token for token in inner.children if token.dep == "pobj")

    def _addressed(self, medium: Token | None) -> Iterator[Token]:
        """Whom a medium is addressed to: "in a letter to the council", "letters addressed to …"."""
        if medium is None:
            return
        for child in medium.children:
            if child.dep == "acl" or (child.dep in ("prep", "dative") and child.lower == "to"):
                places = [child] if child.dep != "acl" else [c for c in child.children if c.lower == "to"]
                for place in places:
                    yield from (token for token in place.children if token.dep == "pobj" and self.is_outside(token))

    def medium(self) -> Token | None:
        """The head noun of the medium."""
        for token in self._prepositions(_MEDIUM_PREPOSITIONS):
            lemma = token.lemma.lower().rstrip(".")  # "said on X." is one token to the parser
            if lemma in load("names/documents", DocumentNoun) or lemma in load("names/media", Medium):
                return token
        return self._opening_medium()

    def _opening_medium(self) -> Token | None:
        """The medium that a sentence opens with, whatever the parse hangs it on: "In a note read out in Bonn, X …".

        The cue's verb is the sentence's, or joined to it, and its subject stands after a comma.
        """
        verb = self.heads[0]
        main = verb.head if verb.dep == "conj" else verb
        first = verb.sent[0]
        subject = next((c for c in main.children if c.dep in ("nsubj", "nsubjpass")), None)
        if main.dep != "ROOT" or subject is None or first.lower not in _OPENINGS:
            return None
        noun = next((c for c in first.children if c.dep in ("pobj", "dobj") and self.is_outside(c)), None)
        if noun is None or subject.left_edge.i < noun.i + 2 or subject.left_edge.nbor(-1).text != ",":
            return None
        lemma = noun.lemma.lower()
        is_medium = lemma in load("names/documents", DocumentNoun) or lemma in load("names/media", Medium)
        return noun if is_medium else None

    def source_document(self, issuer: str | None) -> Words | None:
        """A document that is itself the source ("The letters added …") is the medium of whoever issued it."""
        if issuer is None:
            return None
        for span in self.query.source[:1]:
            tokens = [t for t in _tokens(self.doc, span) if t.lemma.lower() in load("names/documents", DocumentNoun)]
            roots = [
                token for token in tokens if not span.start <= token.head.idx < span.end or token.head.i == token.i
            ]
            if roots:
                return _words(self.text, Span(span.start, span.end))
        return None

    def _prepositions(self, words: frozenset[str]) -> Iterator[Token]:
        """The objects of prepositions that hang on the cue, outside of the content, nearest to the cue first."""
        anchor = self.heads[-1].i
        near = [token for token in self._near_prepositions() if token.lower in words and self._reaches(token)]
        for token in sorted(near, key=lambda t: abs(t.i - anchor)):
            yield from (child for child in token.children if child.dep == "pobj" and self.is_outside(child))

    def _near_prepositions(self) -> list[Token]:
        """The prepositions of the cue's sentences outside of content and speaker."""
        if self._near is None:
            anchor = self.heads[-1].i
            sentences = {token.sent.start: token.sent for token in self.heads}
            self._near = [
                token
                for start in sorted(sentences)
                for token in sentences[start]
                if token.dep in _PREPOSITIONAL and abs(token.i - anchor) < _REACH and self.is_outside(token)
            ]
        return self._near

    def _reaches(self, token: Token) -> bool:
        """Whether a token hangs on the cue with no other clause between."""
        if token.i in self.cue_indices:
            return True
        for _ in range(_MAX_CLIMB):
            if token.head.i == token.i:
                return False
            issued = token.dep == "acl" and token.lemma in word_set("reporting/speaking", "issuing")
            speaking = (
                token.dep == "advcl"
                and token.tag == "VBG"
                and token.lemma in word_set("reporting/speaking", "speaking_publicly")
            )
            if token.pos in ("VERB", "AUX") and not issued and not speaking:
                return False
            token = token.head
            if token.i in self.cue_indices:
                return True
            if any(start <= token.idx < end for start, end in self.query.content):
                return False
        return False

    def made(self, times: Sequence[Time]) -> Time | None:
        """The time expression that says when the statement was made."""
        options = []
        lower = min(token.sent.start_char for token in self.heads)
        upper = max(token.sent.end_char for token in self.heads)
        anchor = self.heads[-1].idx
        first, last = (bisect_left(times, bound, key=lambda time: time.span.start) for bound in (lower, upper))
        for time in (times[place] for place in range(first, last)):
            if time.span.end > upper or time.type not in ("date", "time"):
                continue
            tokens = _tokens(self.doc, time.span)
            if (time.value or "").endswith("_REF"):
                continue
            if not tokens or not self.is_outside(tokens[0]):
                continue
            root = next((token for token in tokens if not time.span.start <= token.head.idx < time.span.end), tokens[0])
            if self._reaches(root):
                options.append((abs(time.span.start - anchor), time.span.start, time))
        return min(options, key=lambda option: option[:2])[2] if options else None


def _tokens(doc: Parse, span: Span) -> list[Token]:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(found) if found is not None else []


def _core(doc: Parse, source: Sequence[Span]) -> list[Span]:
    """The words of a source that tell who speaks, without the phrases that hang loosely on it ("in two letters")."""
    found = []
    for span in source:
        tokens = _tokens(doc, span)
        roots = [t for t in tokens if t.head.i == t.i or not span.start <= t.head.idx < span.end]
        stop = roots[0] if roots else None
        if stop is None or stop.pos not in ("NOUN", "PROPN", "PRON"):
            found.append(span)
            continue
        whole = phrase(stop, frozenset(("of", "for")), conjuncts=True)
        found.append(Span(span.start, min(span.end, whole.end)))
    return found
