"""What the article asserts itself: sentences, and parts of sentences, that nobody else is said to say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.rules.conjuncts import opening, subject_of
from claimx.attributions.rules.headlines import label_end
from claimx.attributions.statement import Statement, length, overlap
from claimx.grammar import events
from claimx.records import Sentence, Span, Zone

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

#: A sentence of which reported contents cover this share is not the article's own assertion.
REPORTED = 0.4
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VERB", "AUX"})
_LONGEST = 5  # verbs in one row
_TRIM = " \t\r\n\xa0,;:–—-"


def find_narrated(doc: Parse, text: str, zones: Sequence[Zone], statements: Sequence[Statement]) -> list[Sentence]:
    """The article's own assertions, in text order.

    A sentence whose main verb neither reports nor is reported is one. Where the main verb reports, what it is joined to
    is one, with the subject that they share: "The firm was accused of fraud and | was fined $2m".
    """
    roles = _Roles(statements)
    read = [zone for zone in zones if zone.is_read]
    found = []
    for index, sentence in enumerate(doc.sents):
        zone = _zone_of(read, sentence.start_char, sentence.end_char)
        if zone is None:
            continue
        bounds = Span(max(sentence.start_char, label_end(text, zone)), min(sentence.end_char, zone.span.end))
        span = _trimmed(text, bounds)
        if span.start >= span.end:
            continue
        root = sentence.root
        if roles.share_reported(span) < REPORTED and not roles.takes(root):
            found.append(Sentence(span, index, zone.index, events.sentence_event(sentence), zone.kind))
        elif roles.cues(root):
            found += [
                Sentence(span, index, zone.index, events.clause_event(verb), zone.kind, pieces)
                for verb, pieces in _conjuncts(sentence, text, roles)
            ]
    return found


class _Roles:
    """Where the statements' cues and contents stand."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._cues = sorted(span for s in statements for span in s.cue)
        self._contents = sorted(span for s in statements for span in s.content)

    def share_reported(self, span: Span) -> float:
        """Which share of a span reported contents cover; those of outermost statements do not overlap each other."""
        return overlap([span], _near(self._contents, span)) / max(1, length([span]))

    def cues(self, token: Token) -> bool:
        """Whether a word is part of a cue."""
        return self._holds(self._cues, token)

    def takes(self, token: Token) -> bool:
        """Whether a word is part of a cue or of a content."""
        return self.cues(token) or self._holds(self._contents, token)

    @staticmethod
    def _holds(spans: Sequence[Span], token: Token) -> bool:
        word = Span(token.idx, token.idx + len(token))
        return bool(overlap([word], _near(spans, word)))


def _conjuncts(sentence: Stretch, text: str, roles: _Roles) -> Iterator[tuple[Token, tuple[Span, ...]]]:
    """The finite verbs that a sentence's main verb is joined to and that are nobody's words, with their clauses.

    A verb without a subject has that of the main verb.
    """
    subject = subject_of(sentence.root)
    for verb in _joined(sentence.root, roles):
        own = subject_of(verb)
        shared = own or subject
        if shared is None or not _is_finite(verb):
            continue
        first, last = opening(verb), verb.right_edge
        while first.i < verb.i and first.dep in ("cc", "punct"):
            first = first.nbor()
        clause = _trimmed(text, Span(first.idx, last.idx + len(last)), _TRIM)
        if roles.share_reported(clause) >= REPORTED:
            continue
        named = Span(shared.left_edge.idx, shared.right_edge.idx + len(shared.right_edge))
        pieces = (clause,) if own is not None else (_trimmed(text, named, _TRIM), clause)
        if pieces[0].end <= pieces[-1].start or len(pieces) == 1:
            yield verb, pieces


def _joined(verb: Token, roles: _Roles) -> Iterator[Token]:
    """The verbs that one is joined to, in text order; where one of them is part of a statement, what follows on it."""
    row = [verb]
    for _ in range(_LONGEST):
        after = [c for word in row for c in word.children if c.dep == "conj" and c.pos in _VERBAL and c.i > word.i]
        yield from (word for word in after if not roles.takes(word))
        row = [word for word in after if roles.takes(word)]


def _is_finite(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    return any(word.tag in _FINITE or word.tag == "MD" for word in (verb, *helpers))


def _zone_of(zones: Sequence[Zone], start: int, end: int) -> Zone | None:
    place = bisect_left(zones, start + 1, key=lambda zone: zone.span.end)
    return zones[place] if place < len(zones) and zones[place].span.start < end else None


def _near(spans: Sequence[Span], span: Span) -> list[Span]:
    """Those of sorted spans that may overlap ``span``."""
    place = max(0, bisect_left(spans, span) - 1)
    found = []
    while place < len(spans) and spans[place].start < span.end:
        found.append(spans[place])
        place += 1
    return found


def _trimmed(text: str, span: Span, signs: str = "") -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in signs):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in signs):
        end -= 1
    return Span(start, end)
