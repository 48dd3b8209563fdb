"""What the article asserts itself: sentences, and parts of sentences, that nobody else is said to say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimx.attributions.statement import Statement
from claimx.grammar import events, roles, word_classes
from claimx.grammar.tokens import Stretch, Token
from claimx.reading import Reading
from claimx.records import Sentence, Span, Zone
from claimx.text.spans import index_spans, length, overlap, trim

#: A sentence of which reported contents cover this share is not the article's own assertion.
REPORTED = 0.4
_LONGEST = 5  # verbs in one row
#: Clauses that hang on a main clause.
_HANGING = frozenset((roles.ADVERBIAL_CLAUSE, roles.PREPOSITION, roles.OPEN_COMPLEMENT))
_TRIM = ",;:–—-"


def find_narrated(reading: Reading, statements: Sequence[Statement]) -> list[Sentence]:
    """The article's own assertions, in text order.

    A sentence whose main verb neither reports nor is reported is one, or only its main clause, where most of it is what
    others say ("The firm cut its forecast | , blaming rain"). Where the main verb reports, what it is joined to is one,
    with the subject that they share: "The firm was accused of fraud and | was fined $2m".
    """
    told = _Told(statements)
    text, read = reading.text, reading.layout.read
    labels = {label.start: label.end for label in reading.layout.labels}
    found = []
    for index, sentence in enumerate(reading.doc.sents):
        zone = _zone_of(read, sentence.start_char, sentence.end_char)
        if zone is None:
            continue
        begin = labels.get(zone.span.start, zone.span.start)
        span = trim(Span(max(sentence.start_char, begin), min(sentence.end_char, zone.span.end)), text)
        if span.start >= span.end:
            continue
        root = sentence.root
        if not told.takes(root):
            if told.share_reported(span) < REPORTED:
                found.append(Sentence(span, index, zone.index, events.sentence_event(sentence), zone.kind))
            elif (clause := _main_clause(sentence, span, text, told)) is not None:
                found.append(Sentence(clause, index, zone.index, events.clause_event(root), zone.kind))
        elif told.cues(root):
            found += [
                Sentence(span, index, zone.index, events.clause_event(verb), zone.kind, pieces)
                for verb, pieces in _conjuncts(sentence, text, told)
            ]
    return found


def _main_clause(sentence: Stretch, span: Span, text: str, told: _Told) -> Span | None:
    """A sentence's main clause, where what others say hangs on it behind: "The firm cut its forecast | , blaming rain".

    It has a subject and a finite verb, and nothing in it is part of a statement.
    """
    root = sentence.root
    subject = root.child(*roles.ALL_SUBJECTS)
    behind = (c for c in root.rights if c.dep in _HANGING and any(told.takes(word) for word in c.subtree))
    reporting = next(behind, None)
    if reporting is None or subject is None or not _is_finite(root):
        return None
    clause = trim(Span(span.start, reporting.left_edge.idx), text, _TRIM)
    is_whole = clause.start <= subject.idx and root.end <= clause.end
    return clause if is_whole and not told.share_reported(clause) and not told.cues_in(clause) else None


class _Told:
    """Where the statements' cues and contents stand."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._cues = index_spans(span for s in statements for span in s.cue)
        self._contents = index_spans(span for s in statements if s.parent is None for span in s.content)

    def share_reported(self, span: Span) -> float:
        """Which share of a span reported contents cover; those of outermost statements do not overlap each other."""
        return overlap([span], self._contents.overlapping(span)) / max(1, length([span]))

    def cues(self, token: Token) -> bool:
        """Whether a word is part of a cue."""
        return bool(self._cues.overlapping(Span(token.idx, token.end)))

    def cues_in(self, span: Span) -> bool:
        """Whether a cue stands in a span."""
        return bool(self._cues.overlapping(span))

    def takes(self, token: Token) -> bool:
        """Whether a word is part of a cue or of a content."""
        return self.cues(token) or self.share_reported(Span(token.idx, token.end)) > 0


def _conjuncts(sentence: Stretch, text: str, told: _Told) -> Iterator[tuple[Token, tuple[Span, ...]]]:
    """The finite verbs that a sentence's main verb is joined to and that are nobody's words, with their clauses.

    A verb without a subject has that of the main verb.
    """
    subject = sentence.root.child(*roles.ALL_SUBJECTS)
    for verb in _joined(sentence.root, told):
        own = verb.child(*roles.ALL_SUBJECTS)
        shared = own or subject
        if shared is None or not _is_finite(verb):
            continue
        before = (child.left_edge for child in verb.lefts if child.dep not in roles.JOINTS)
        first, last = min([verb, *before], key=lambda token: token.i), verb.right_edge
        while first.i < verb.i and first.dep in roles.JOINTS:
            first = first.nbor()
        clause = trim(Span(first.idx, last.end), text, _TRIM)
        if told.share_reported(clause) >= REPORTED:
            continue
        named = Span(shared.left_edge.idx, shared.right_edge.end)
        pieces = (clause,) if own is not None else (trim(named, text, _TRIM), clause)
        if pieces[0].end <= pieces[-1].start or len(pieces) == 1:
            yield verb, pieces


def _joined(verb: Token, told: _Told) -> Iterator[Token]:
    """The verbs that one is joined to, in text order; where one of them is part of a statement, what follows on it."""
    row = [verb]
    for _ in range(_LONGEST):
        after = [c for word in row for c in word.rights if c.dep == roles.CONJUNCT and c.pos in word_classes.VERBS]
        yield from (word for word in after if not told.takes(word))
        row = [word for word in after if told.takes(word)]


def _is_finite(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep in roles.AUXILIARIES]
    return any(word.tag in word_classes.FINITE for word in (verb, *helpers))


def _zone_of(zones: Sequence[Zone], start: int, end: int) -> Zone | None:
    place = bisect_left(zones, start + 1, key=lambda zone: zone.span.end)
    return zones[place] if place < len(zones) and zones[place].span.start < end else None
