"""To whom, in what and when something is said: addressee, medium and time of saying, from the reporting clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimx.attributions.circumstances.addressees import (
    addressee,
    asked_to_act,
    can_address,
    is_animate,
    is_hearer,
    paper_behind,
)
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role, objects_of_prepositions
from claimx.grammar.noun_phrases import phrase
from claimx.lexicons.loader import load
from claimx.lexicons.names import Medium
from claimx.lexicons.nouns import is_document_noun
from claimx.lexicons.words import word_set
from claimx.records import Addressee, Entity, Span, Time, Words
from claimx.text.passages import passage
from claimx.timex.calendar import grain_of

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_BEFORE_MEDIUM = word_set("reporting/circumstance_words", "before_medium")
#: What a sentence opens with that tells its medium: "In a letter, …", "Addressing the press conference, …".
_OPENINGS = _BEFORE_MEDIUM | {"addressing"}
#: What may follow a medium's noun and still belong to it: "an interview with X", "a report of Y".
_OF_MEDIUM = frozenset(("with", "of"))
_OF_SPEAKER = frozenset(("of", "for"))
_TO = frozenset(("to",))
_TO_HEARER = ("to", "with")
_ISSUING, _SPEAKING = word_set("reporting/speaking", "issuing"), word_set("reporting/speaking", "speaking_publicly")
_PREPOSITIONS = frozenset((roles.PREPOSITION, roles.INDIRECT_OBJECT, roles.AGENT))
_ADDRESSING = frozenset((roles.PREPOSITION, roles.INDIRECT_OBJECT))
_OPENING_OBJECTS = frozenset((roles.PREPOSITION_OBJECT, roles.OBJECT))
#: How many tokens from the cue, and how many steps up the tree, a part of the reporting clause may lie.
_REACH, _MAX_CLIMB = 80, 25
#: A word of one letter with a full stop, at the end.
_LETTER = re.compile(r"(?<!\w)\w\.$")


class Circumstances(NamedTuple):
    """What a reporting clause says beside who and what; each null where it says nothing."""

    addressee: Addressee | None = None
    medium: Words | None = None
    made: Time | None = None


def find_circumstances(
    doc: Parse,
    statement: Statement,
    times: Sequence[Time],
    entities: Sequence[Entity] = (),
    *,
    issuer: str | None = None,
) -> Circumstances:
    """Find addressee, medium and time of a statement in its reporting clause.

    All stand outside of the content, but for the one who is asked to do something ("urged **drivers** to stay").

    Args:
        doc: the parsed article.
        statement: the statement.
        times: the article's time expressions, in text order.
        entities: what the article names, for the addressee's full name.
        issuer: the full name of whoever issued the document that is the source; such a document is the medium, too.
    """
    clause = _ReportingClause(doc, statement)
    if not clause.heads:  # no cue, or a bare mark
        return Circumstances()
    medium = clause.medium()
    hearer = clause.hearer(medium)
    return Circumstances(
        addressee(doc, hearer, entities) if hearer is not None else clause.paper(),
        _medium(doc, medium) if medium is not None else clause.source_document(issuer),
        clause.made(times),
    )


def _medium(doc: Parse, head: Token) -> Words:
    """The phrase of a medium without the full stop that the parser takes for a part of its last letter ("X.")."""
    start, end = phrase(head, _OF_MEDIUM)
    span = Span(start, end - 1) if _LETTER.search(doc.text, start, end) is not None else Span(start, end)
    return Words(passage(doc.text, (span,)), (span,))


def _is_medium(noun: Token) -> bool:
    lemma = noun.lemma.lower().rstrip(".")  # "said on X." is one token to the parser
    return is_document_noun(lemma) or lemma in load("names/media", Medium)


class _ReportingClause:
    """The reporting clause of one statement: its cue, and the tokens outside of the content."""

    def __init__(self, doc: Parse, statement: Statement) -> None:
        self.doc, self.statement = doc, statement
        cue = [token for span in statement.cue for token in doc.within(span)]
        self.cue_rows = {token.i for token in cue}
        self.verbs = [token for token in cue if token.pos in word_classes.VERBS]
        self.heads = self.verbs or [token for token in cue if token.head.i not in self.cue_rows]
        self.reported = (*statement.content, *_core(doc, statement.source))
        self._near: list[Token] | None = None

    def is_outside(self, token: Token) -> bool:
        """Whether a token is no part of content or speaker; what hangs on the source is part of the clause."""
        return not any(start <= token.idx < end for start, end in self.reported)

    def hearer(self, medium: Token | None) -> Token | None:
        """The head word of the one spoken to."""
        for verb in self.verbs:
            if can_address(verb.lemma):
                for child in verb.children:
                    if child.dep in roles.OBJECTS and self.is_outside(child) and is_hearer(verb, child):
                        return child
            if (asked := asked_to_act(verb)) is not None:
                return asked
        for token in (*self._prepositions(_TO), *self._spoken_to_meanwhile()):
            if is_animate(token):
                return token
        return next(self._addressed(medium), None) if medium is not None else None

    def paper(self) -> Addressee | None:
        """The paper that is told, where the parse knows nothing of its name: "told **The Northern** it rains"."""
        spans = (span for verb in self.verbs if (span := paper_behind(verb)) is not None)
        free = (span for span in spans if not any(span.overlaps(other) for other in self.statement.content))
        return next((Addressee(passage(self.doc.text, (span,)), (span,), None) for span in free), None)

    def _spoken_to_meanwhile(self) -> Iterator[Token]:
        """Whom a participle beside the cue addresses: "Speaking to reporters, …", "addressing the crowd"."""
        for verb in self.verbs:
            for clause in in_role(verb, roles.ADVERBIAL_CLAUSE):
                if clause.tag != word_classes.GERUND or not self.is_outside(clause):
                    continue
                if clause.lemma == "address" or can_address(clause.lemma):
                    yield from in_role(clause, roles.OBJECT)
                yield from objects_of_prepositions(clause, _TO_HEARER)

    def _addressed(self, medium: Token) -> Iterator[Token]:
        """Whom a medium is addressed to: "in a letter to the council", "letters addressed to …"."""
        for child in medium.children:
            places: list[Token] = []
            if child.dep == roles.NOUN_CLAUSE:
                places = [inner for inner in child.children if inner.lower == "to"]
            elif child.dep in _ADDRESSING and child.lower == "to":
                places = [child]
            for place in places:
                yield from (token for token in in_role(place, roles.PREPOSITION_OBJECT) if self.is_outside(token))

    def medium(self) -> Token | None:
        """The head noun of the medium."""
        media = (token for token in self._prepositions(_BEFORE_MEDIUM) if _is_medium(token))
        return next(media, None) or self._opening_medium()

    def _opening_medium(self) -> Token | None:
        """The medium that a sentence opens with, whatever the parse hangs it on: "In a note read out in Bonn, X …".

        The cue's verb is the sentence's, or joined to it, and its subject stands after a comma.
        """
        verb = self.heads[0]
        main = verb.head if verb.dep == roles.CONJUNCT else verb
        first = verb.sent[0]
        subject = main.child(*roles.SUBJECTS)
        if main.dep != roles.ROOT or subject is None or first.lower not in _OPENINGS:
            return None
        noun = next((c for c in first.children if c.dep in _OPENING_OBJECTS and self.is_outside(c)), None)
        if noun is None or subject.left_edge.i < noun.i + 2 or subject.left_edge.nbor(-1).text != ",":
            return None
        return noun if _is_medium(noun) else None

    def source_document(self, issuer: str | None) -> Words | None:
        """A document that is itself the source ("The letters added …") is the medium of whoever issued it."""
        if issuer is None:
            return None
        span = self.statement.source[0]
        heads = [t for t in self.doc.within(span) if t.head is t or not span.start <= t.head.idx < span.end]
        if not any(is_document_noun(head.lemma.lower()) for head in heads):
            return None
        return Words(passage(self.doc.text, (span,)), (span,))

    def _prepositions(self, wanted: frozenset[str]) -> Iterator[Token]:
        """The objects of prepositions that hang on the cue, outside of the content, nearest to the cue first."""
        anchor = self.heads[-1].i
        near = [token for token in self._near_prepositions() if token.lower in wanted and self._reaches(token)]
        for token in sorted(near, key=lambda t: abs(t.i - anchor)):
            yield from (child for child in in_role(token, roles.PREPOSITION_OBJECT) if self.is_outside(child))

    def _near_prepositions(self) -> list[Token]:
        """The prepositions of the cue's sentences outside of content and speaker."""
        if self._near is None:
            anchor = self.heads[-1].i
            sentences = {token.sent.start: token.sent for token in self.heads}
            self._near = [
                token
                for start in sorted(sentences)
                for token in self.doc.tokens[
                    max(start, anchor - _REACH + 1) : min(sentences[start].end, anchor + _REACH)
                ]
                if token.dep in _PREPOSITIONS and self.is_outside(token)
            ]
        return self._near

    def _reaches(self, token: Token) -> bool:
        """Whether a token hangs on the cue with no other clause between."""
        for _ in range(_MAX_CLIMB):
            if token.i in self.cue_rows:
                return True
            if token.head is token or (token.pos in word_classes.VERBS and not _only_carries(token)):
                return False
            token = token.head
            if token.i not in self.cue_rows and any(s <= token.idx < e for s, e in self.statement.content):
                return False
        return token.i in self.cue_rows

    def made(self, times: Sequence[Time]) -> Time | None:
        """The time expression that says when the statement was made: of several the nearest to the cue."""
        lower = min(token.sent.start_char for token in self.heads)
        upper = max(token.sent.end_char for token in self.heads)
        anchor = self.heads[-1].idx
        first, last = (bisect_left(times, bound, key=lambda time: time.span.start) for bound in (lower, upper))
        options = [time for time in times[first:last] if time.span.end <= upper and self._says_when(time)]
        return min(options, key=lambda time: (abs(time.span.start - anchor), time.span.start), default=None)

    def _says_when(self, time: Time) -> bool:
        """Whether a time expression is a day or hour that hangs on the cue."""
        if time.type not in ("date", "time") or (time.value or "").endswith("_REF"):
            return False
        tokens = self.doc.within(time.span)
        if not tokens or not self.is_outside(tokens[0]) or self._is_of_a_work(time.span):
            return False
        said = self.statement.cue[-1].end
        if said <= time.span.start and not self.doc.text[said : time.span.start].strip():
            return True  # "said Monday two dams were full", whatever the parse hangs the day on
        inside = range(time.span.start, time.span.end)
        token = next((token for token in tokens if token.head.idx not in inside), tokens[0])
        is_of_speaker = grain_of(time.value or "") == "Y" and self._tells_who(token)
        return not is_of_speaker and self._reaches(token)

    def _tells_who(self, year: Token) -> bool:
        """Whether a year belongs to what is said of the speaker: "said Ada Quill, a nurse **since 1999**"."""
        word = year
        for _ in range(_MAX_CLIMB):
            word = word.head
            told = [noun for noun in (word, *word.children) if noun.dep == roles.APPOSITION and noun.i < year.i]
            if any("," not in self.doc.text[noun.end : year.idx] for noun in told):
                return True
            if word.head is word or word.pos in word_classes.VERBS:
                break
        return False

    def _is_of_a_work(self, span: Span) -> bool:
        """Whether a date is all that stands in brackets: "who directed “The Blue Stair” (1991), said"."""
        return self.doc.text[span.start - 1 : span.start] == "(" and self.doc.text[span.end : span.end + 1] == ")"


def _only_carries(verb: Token) -> bool:
    """Whether a verb but carries what the cue reports: "a letter **issued** on Monday", "**speaking** on Monday, …"."""
    if verb.dep == roles.NOUN_CLAUSE:
        return verb.lemma in _ISSUING
    return verb.dep == roles.ADVERBIAL_CLAUSE and verb.tag == word_classes.GERUND and verb.lemma in _SPEAKING


def _core(doc: Parse, source: Sequence[Span]) -> list[Span]:
    """The words of a source that tell who speaks, without the phrases that hang loosely on it ("in two letters")."""
    found = []
    for span in source:
        inside = range(span.start, span.end)
        head = next((t for t in doc.within(span) if t.head is t or t.head.idx not in inside), None)
        if head is None or head.pos not in word_classes.NOMINALS:
            found.append(span)
        else:
            found.append(Span(span.start, min(span.end, phrase(head, _OF_SPEAKER, conjuncts=True).end)))
    return found
