"""Statements by rules on the parse, beside the model: inserted clauses, "according to", adverbs, clauses of verbs.

The model finds the outermost statements; measured on PolNeAR dev, rules for infinitives, objects and nouns add nothing
to it. What these rules add is what it was not trained for: statements inside of statements, and plain forms elsewhere.
The cue lexicon says which words report and which complements they take. A reporting verb inside a quotation is the
quoted person's: what it reports lies inside of that quotation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimx.articles.quotations import Quotation
from claimx.attributions.rules.conjuncts import goes_on_from
from claimx.attributions.rules.inserted import interrupted_by, reported_before
from claimx.attributions.statement import Statement, merge, subtract
from claimx.lexicons.cues import CueRow, cue_rows
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

#: About how often a rule's statement is right, source and content, on PolNeAR dev.
CONFIDENCE = {
    "verb-clause": 0.78,
    "verb-joined": 0.7,
    "verb-that": 0.7,
    "verb-object": 0.7,
    "verb-parataxis": 0.71,
    "verb-after": 0.7,
    "according-to": 0.83,
    "in-words": 0.8,
    "adverb": 0.2,
}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_POINTING = frozenset({"this", "that", "these", "those", "which", "what", "all"})
_WH_WORDS = frozenset({"WDT", "WP"})
_INSERTING = frozenset({",", "–", "—", "-", "--"})
_CUE_PARTS = {"aux", "auxpass", "neg", "prt"}
_TRIM_LEFT = " \t\r\n\xa0,;:–—-"
_TRIM_RIGHT = " \t\r\n\xa0,;:.–—-"


def find_reports(doc: Parse, text: str, quotations: Sequence[Quotation], bounds: Sequence[Span]) -> list[Statement]:
    """Statements that the rules find in the sentences inside ``bounds`` (the zones that are read), in text order."""
    quoted = _Quoted(quotations)
    found: list[Statement] = []
    zones = iter(bounds)
    zone = next(zones, None)
    for sentence in doc.sents:
        while zone is not None and zone.end <= sentence.start_char:
            zone = next(zones, None)
        if zone is None:
            break
        if sentence.end_char > zone.start:
            found.extend(_of_sentence(sentence, text, quoted))
    return found


class _Quoted:
    """Answers whether an offset lies in a quotation."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.pieces = [piece for quotation in quotations for piece in quotation.pieces]
        self.starts = [piece.start for piece in self.pieces]

    def at(self, offset: int) -> Span | None:
        place = bisect_right(self.starts, offset) - 1
        return self.pieces[place] if place >= 0 and offset < self.pieces[place].end else None

    def within(self, start: int, end: int) -> list[Span]:
        place = max(0, bisect_left(self.starts, start) - 1)
        pieces = []
        while place < len(self.pieces) and self.pieces[place].start < end:
            if self.pieces[place].end > start:
                pieces.append(self.pieces[place])
            place += 1
        return pieces


_NOWHERE = _Quoted(())


def _inside(statement: Statement, piece: Span) -> bool:
    spans = (*statement.source, *statement.cue, *statement.content)
    return bool(statement.source) and all(piece.covers(span) for span in spans)


class _Cue(NamedTuple):
    """A word that may report, its row in the lexicon, and its sentence."""

    token: Token
    row: CueRow
    sentence: Stretch


def _of_sentence(sentence: Stretch, text: str, quoted: _Quoted) -> Iterator[Statement]:
    rows = cue_rows()
    for token in sentence:
        row = _row(token, rows)
        if row is None:
            continue
        piece = quoted.at(token.idx)
        for pos in row.pos:
            finder = _FINDERS.get(pos)
            statement = (
                finder(_Cue(token, row, sentence), text, quoted if piece is None else _NOWHERE) if finder else None
            )
            if statement is not None and statement.content and (piece is None or _inside(statement, piece)):
                yield statement


def _row(token: Token, rows: Mapping[str, CueRow]) -> CueRow | None:
    """The cue that a word stands for, with its particle ("point out"), or None."""
    if token.lower == "according":
        return rows.get("according to")
    if token.lower == "words" and token.dep == "pobj" and token.head.lower == "in":
        return rows.get("in words")
    lemma = token.lemma.lower()
    if token.pos == "VERB":
        phrases = (rows.get(f"{lemma} {c.lower}") for c in token.children if c.dep in ("prt", "advmod"))
        return next((row for row in phrases if row), rows.get(lemma))
    return rows.get(lemma)


# --- verbs ------------------------------------------------------------------


def _verb(cue: _Cue, text: str, quoted: _Quoted) -> Statement | None:
    token = cue.token
    if token.pos not in ("VERB", "AUX"):
        return None
    found = _content_of_verb(cue, text, quoted)
    if found is None:
        return None
    content, rule = found
    if rule == "verb-clause" and goes_on_from(token) is not None:
        rule = "verb-joined"
    elif rule == "verb-clause" and _is_plain(cue):
        rule = "verb-that"
    source, words = _subject(token, text), _cue(token, text)
    content = merge(_without(content, [*source, *words], text), text)
    return Statement(source, words, content, CONFIDENCE[rule], rule)


def _content_of_verb(cue: _Cue, text: str, quoted: _Quoted) -> tuple[tuple[Span, ...], str] | None:
    token, sentence, frames = cue.token, cue.sentence, cue.row.frames
    clause = next((c for c in token.children if c.dep == "ccomp" and c.pos in ("VERB", "AUX")), None)
    if "clause" in frames and (halves := interrupted_by(token)) is not None:
        return halves, "verb-parataxis"
    if "clause" in frames and (before := reported_before(token)) is not None:
        return (before,), "verb-after"
    if clause is not None and "clause" in frames and _is_finite(clause):
        span = _tokens_span(clause)
        if clause.i < token.i and not quoted.at(clause.idx):  # "X, he said, Y": both halves
            span = Span(span.start, max(span.end, _after(token, sentence)))
        return _whole_quotations(span, text, quoted), "verb-clause"
    if token.dep in ("parataxis", "relcl", "ccomp") and "clause" in frames and _is_inserted(token):
        return tuple(subtract(Span(sentence.start_char, sentence.end_char), [_tokens_span(token)])), "verb-parataxis"
    return _object(cue)


def _object(cue: _Cue) -> tuple[tuple[Span, ...], str] | None:
    """The object of a verb that says it: "forecast rain", and "blamed the crew", joined to "found that it sank"."""
    token, frames = cue.token, cue.row.frames
    thing = next((c for c in token.children if c.dep == "dobj" and c.i > token.i and c.tag not in _WH_WORDS), None)
    if thing is None:
        return None
    span = Span(thing.left_edge.idx, _tokens_span(token).end)
    if goes_on_from(token) is not None:
        return (span,), "verb-joined"
    is_main = token.dep == "ROOT" and any(c.dep == "nsubj" and c.lower not in _POINTING for c in token.children)
    return ((span,), "verb-object") if is_main and "object" in frames else None


def _is_plain(cue: _Cue) -> bool:
    """Whether a sentence's main verb asserts a clause: "The state has always maintained that …".

    Without "that" it must be a verb that takes nothing else, in the perfect: "The heirs have long maintained he fell".
    """
    children = list(cue.token.children)
    subject = next((c for c in children if c.dep == "nsubj"), None)
    clause = next((c for c in children if c.dep == "ccomp"), None)
    is_main = cue.token.dep == "ROOT" and cue.row.act == "assertive"
    is_stated = is_main and subject is not None and subject.lower not in _POINTING
    if not is_stated or clause is None:
        return False
    if any(c.lower == "that" and c.dep == "mark" for c in clause.children):
        return True
    is_perfect = any(c.dep == "aux" and c.lemma == "have" for c in children)
    return is_perfect and clause.i > cue.token.i and cue.row.frames == ("clause",)


def _is_finite(clause: Token) -> bool:
    """Whether a clause has a subject and is no infinitive: "that it rains", not "to rain"."""
    is_infinitive = any(c.dep == "aux" and c.lower == "to" for c in clause.children)
    return not is_infinitive and any(c.dep in _SUBJECTS for c in clause.children)


def _is_inserted(token: Token) -> bool:
    """Whether the verb and its subject stand between commas or dashes: ", the minister said,"."""
    subject = next((c for c in token.children if c.dep in _SUBJECTS), None)
    if subject is None or subject.tag in ("WDT", "WP"):
        return False
    doc, last = token.doc, token.right_edge
    before = doc[subject.left_edge.i - 1].text if subject.left_edge.i else ""
    after = last.text if last.is_punct else doc[last.i + 1].text if last.i + 1 < len(doc) else ""
    return before in _INSERTING and after in _INSERTING


def _after(token: Token, sentence: Stretch) -> int:
    """The end of what follows an inserted reporting clause in its sentence."""
    after = [c for c in token.children if c.i > token.i and c.dep in ("ccomp", "parataxis", "conj", "dep")]
    return max((c.right_edge.idx + len(c.right_edge) for c in after), default=sentence.start_char)


def _subject(token: Token, text: str) -> tuple[Span, ...]:
    """The words of the one who speaks: the verb's subject, or that of the verb it is joined to; "by X" in a passive."""
    verb: Token = token
    for _ in range(4):
        children = list(verb.children)
        if any(c.dep in ("nsubjpass", "auxpass") for c in children):
            agent = next((c for c in children if c.dep == "agent"), None)
            obj = next((c for c in agent.children if c.dep == "pobj"), None) if agent is not None else None
            return (_tokens_span(obj, text),) if obj is not None else ()
        subject = next((c for c in children if c.dep in _SUBJECTS), None)
        if subject is not None:
            return (_tokens_span(subject, text),)
        if verb.dep == "acl" and verb.head.pos in ("NOUN", "PROPN", "PRON"):
            return (Span(verb.head.left_edge.idx, verb.head.idx + len(verb.head)),)
        if verb.dep not in ("conj", "xcomp", "advcl", "aux"):
            break
        verb = goes_on_from(verb) or verb.head
    return ()


def _cue(token: Token, text: str) -> tuple[Span, ...]:
    """The verb group: auxiliaries, negation, particle and adverbs that stand together with the verb."""
    first = last = token.i
    parts = {c.i for c in token.children if c.dep in _CUE_PARTS or (c.dep == "advmod" and c.pos == "ADV")}
    while first - 1 in parts:
        first -= 1
    while last + 1 in parts:
        last += 1
    doc = token.doc
    return merge([Span(doc[first].idx, doc[last].idx + len(doc[last]))], text)


# --- the other kinds --------------------------------------------------------


def _according_to(cue: _Cue, text: str, quoted: _Quoted) -> Statement | None:
    token, sentence = cue.token, cue.sentence
    if cue.row.key == "in words":
        return _in_words(token, sentence, text)
    to = next((c for c in token.children if c.lower == "to"), None)
    if to is None and token.i + 1 < sentence.end and token.nbor().lower == "to":
        to = token.nbor()
    source = next((c for c in to.children if c.dep in ("pobj", "pcomp")), None) if to is not None else None
    if to is None or source is None:
        return None
    source_span = _tokens_span(source, text)
    words = Span(token.idx, to.idx + len(to))
    content = subtract(Span(sentence.start_char, sentence.end_char), [Span(words.start, source_span.end)])
    return Statement((source_span,), (words,), _trimmed(content, text), CONFIDENCE["according-to"], "according-to")


def _in_words(token: Token, sentence: Stretch, text: str) -> Statement | None:
    """What is put "in her words", "in the words of the mayor", set off by commas."""
    speaker = next((c for c in token.children if c.dep == "poss"), None)
    of = next((c for c in token.children if c.lower == "of"), None)
    if speaker is None and of is not None:
        speaker = next((c for c in of.children if c.dep == "pobj"), None)
    before, last = token.head, of.right_edge if of is not None else token
    is_set_off = before.i == sentence.start or before.nbor(-1).is_punct
    if speaker is None or not is_set_off or last.i + 1 >= len(token.doc) or not last.nbor().is_punct:
        return None
    content = subtract(Span(sentence.start_char, sentence.end_char), [Span(before.idx, last.idx + len(last))])
    words = tuple(Span(part.idx, part.idx + len(part)) for part in (before, token))
    source = _tokens_span(speaker, text)
    return Statement((source,), words, _trimmed(content, text), CONFIDENCE["in-words"], "in-words")


def _adverb(cue: _Cue, text: str, quoted: _Quoted) -> Statement | None:
    token = cue.token
    if token.pos != "ADV" or token.head is token:
        return None
    word = Span(token.idx, token.idx + len(token))
    content = _without([_tokens_span(token.head)], [word], text)
    return Statement((), (word,), content, CONFIDENCE["adverb"], "adverb")


_FINDERS: dict[str, Callable[[_Cue, str, _Quoted], Statement | None]] = {
    "verb": _verb,
    "adposition": _according_to,
    "adverb": _adverb,
}


# --- spans ------------------------------------------------------------------


def _tokens_span(head: Token, text: str | None = None) -> Span:
    """The words of a subtree; with ``text`` given (a source), without a possessive ending and outer commas."""
    first, last = head.left_edge, head.right_edge
    span = Span(first.idx, last.idx + len(last))
    if text is not None:
        pieces = _trimmed([span], text)
        span = pieces[0] if pieces else span
        if text[span.start : span.end].endswith(("'s", "’s")):
            span = Span(span.start, span.end - 2)
    return span


def _whole_quotations(span: Span, text: str, quoted: _Quoted) -> tuple[Span, ...]:
    pieces = [p for p in quoted.within(span.start, span.end) if p.end - p.start <= 2 * (span.end - span.start) + 40]
    return merge([span, *pieces], text)


def _without(content: Sequence[Span], holes: Sequence[Span], text: str) -> tuple[Span, ...]:
    left = [piece for span in content for piece in subtract(span, holes)]
    return _trimmed(left, text)


def _trimmed(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Spans without outer white space, commas and the final full stop; those without a word are left out."""
    kept = (_trim(span, text) for span in spans)
    return tuple(span for span in kept if any(c.isalnum() for c in text[span.start : span.end]))


def _trim(span: Span, text: str) -> Span:
    start, end = span
    while start < end and text[start] in _TRIM_LEFT:
        start += 1
    while end > start and text[end - 1] in _TRIM_RIGHT:
        end -= 1
    return Span(start, end)
