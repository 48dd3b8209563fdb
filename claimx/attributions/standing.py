"""Who says a quotation that no verb reports: a line below it, or the sentence before it, names the speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import regex

from claimx.attributions.places import fills_paragraphs, quotations_near
from claimx.attributions.rules.constructions import speaker_span
from claimx.attributions.rules.nouns import owner_of
from claimx.attributions.statement import Rule, Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Stretch, Token
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.nouns import is_document_noun, third_person_pronouns
from claimx.lexicons.words import word_set
from claimx.reading import Reading
from claimx.records import Quotation, Span
from claimx.text.spans import SpanIndex, length

BELOW = Rule("line-below", "“The map was wrong.” Hal Brandt, letter, 1916", 0.75)
LEAD_IN = Rule("lead-in", "Zoe <answered> him: Your readers are cruel.", 0.7)
#: Of whom the sentence before reports something, or tells something.
TOLD_OF = Rule("told-of-before", "Ada Noll lost her house. “They took all of it.”", 0.55)

#: Lines with a name below a quotation are at most this long, and the name begins within so many code points.
_LONGEST_LINE, _BEFORE_NAME = 100, 40
_DASH = regex.compile(r"[—–-]{1,2}\s*")
_AFTER_NAME = regex.compile(r"\s*(?:[,(–—|/-]|$)")
_WORD = regex.compile(r"\p{L}[\p{L}'’]*")
_PERSON = "PERSON"


def speaker_beside(
    quotation: Quotation, by_source: SpanIndex[Statement], reading: Reading, body: Sequence[Span]
) -> Statement | None:
    """A quotation as a statement of whoever the line below it or the sentence before it names, or None.

    Args:
        quotation: one that is no statement's content.
        by_source: the statements that were found, by where their sources stand.
        reading: the article.
        body: the paragraphs that are read, in text order.
    """
    fills = fills_paragraphs(quotation, body)
    below = _line_below(quotation, reading, body) if fills else None
    return below or _lead_in(quotation, reading) or _told_of(quotation, by_source, reading, fills=fills)


def _line_below(quotation: Quotation, reading: Reading, body: Sequence[Span]) -> Statement | None:
    place = bisect_left(body, quotation.end, key=lambda span: span.start)
    if place == len(body) or length([body[place]]) > _LONGEST_LINE or reading.text[body[place].end - 1] in ".?!:":
        return None
    start, stop = body[place]
    if dash := _DASH.match(reading.text, start, stop):
        start = dash.end()
    line = reading.doc.within(Span(start, stop))
    people = [token for token in line if token.ent_type == _PERSON]
    if not people or people[0].idx > start + _BEFORE_NAME or any(token.tag in word_classes.FINITE for token in line):
        return None
    end = _last_of_name(people[0]).end
    if not _AFTER_NAME.match(reading.text, end, stop):
        return None
    return Statement((Span(start, end),), (), quotation.pieces, BELOW.confidence, BELOW)


def _lead_in(quotation: Quotation, reading: Reading) -> Statement | None:
    """The subject of the sentence that ends in a colon before the quotation, or the person that it names."""
    colon = reading.doc.before(quotation.start)
    if colon is None or colon.text != ":":
        return None
    verb = colon.sent.root
    if (issuer := _issuer(verb, colon)) is not None:
        source = speaker_span(issuer, reading.text)
        return Statement((source,), (), quotation.pieces, LEAD_IN.confidence, LEAD_IN)
    subject = verb.child(*roles.SUBJECTS)
    act = verb.child(roles.OPEN_COMPLEMENT)  # "had this **to say** in her letter:"
    has_words = act is not None and act.tag == word_classes.BASE and _speaks(act) and not _speaks(verb)
    if subject is not None and (has_words or _speaks(verb)):
        if subject.lower in word_set("reporting/words", "pointing_subjects", "impersonal_subjects"):
            return None
        source, cue = Span(subject.left_edge.idx, subject.right_edge.end), Span(verb.idx, verb.end)
        return Statement((source,), () if has_words else (cue,), quotation.pieces, LEAD_IN.confidence, LEAD_IN)
    person = next((token for token in colon.sent if token.ent_type == _PERSON), None)
    if person is None or any(token.tag in word_classes.FINITE for token in colon.sent):
        return None
    source = Span(person.idx, _last_of_name(person).end)
    return Statement((source,), (), quotation.pieces, LEAD_IN.confidence, LEAD_IN)


def _issuer(verb: Token, colon: Token) -> Token | None:
    """Whose document a sentence announces in the passive: "The letter was released by **the palace**:".

    Or without a verb for that: "Below is the text of a statement issued by **the union**:".
    """
    subject = verb.child(roles.PASSIVE_SUBJECT)
    if subject is not None and is_document_noun(subject.lemma.lower()):
        agent = verb.child(roles.AGENT)
        return agent.child(roles.PREPOSITION_OBJECT) if agent is not None else None
    if _speaks(verb):
        return None
    documents = (token for token in colon.sent if token.i < colon.i and is_document_noun(token.lemma.lower()))
    return next((owner for token in documents if (owner := owner_of(token)) is not None), None)


def _speaks(verb: Token) -> bool:
    """Whether a verb before a colon gives its subject's words: "answered", "issued", but not "received"."""
    is_cue = verb.lemma.lower() in cue_rows() or verb.lower in word_set("page/set_off", "giving", "speaking")
    return verb.pos == word_classes.VERB and is_cue


def _told_of(
    quotation: Quotation, by_source: SpanIndex[Statement], reading: Reading, *, fills: bool
) -> Statement | None:
    """Who speaks in the sentence before, or is its subject, where that is a person.

    In another paragraph the quotation must say "I" or "we", unless somebody speaks there.
    """
    last = reading.doc.before(quotation.start)
    if last is None:
        return None
    is_near = "\n" not in reading.text[last.end : quotation.start]
    before = Span(last.sent.start_char, last.sent.end_char)
    others = quotations_near(reading.layout.quotations, *before)
    if not (is_near or fills) or any(other is not quotation for other in others):
        return None
    speaking = [s.source for s in by_source.overlapping(before) if before.covers(s.source[0])]
    if speaking:
        return Statement(speaking[-1], (), quotation.pieces, TOLD_OF.confidence, TOLD_OF, implicit=True)
    words = {m.group() for piece in quotation.pieces for m in _WORD.finditer(reading.text, *piece)}
    speaks = not words.isdisjoint(word_set("reporting/words", "first_persons"))
    source = _only_person(last.sent) if is_near or speaks else None
    source = source or (_one_of_whom_it_tells(last.sent) if is_near and speaks else None)
    return Statement((source,), (), quotation.pieces, TOLD_OF.confidence, TOLD_OF, implicit=True) if source else None


def _one_of_whom_it_tells(sentence: Stretch) -> Span | None:
    """The one person that a sentence names, behind a "for" that opens it: "For **Ada Noll**, the war meant debts."."""
    people = [token for token in sentence if token.ent_type == _PERSON]
    first = next(iter(people), None)
    if first is None or [t.i for t in people] != list(range(first.i, first.i + len(people))) or not first.i:
        return None
    link = people[-1].head
    is_told = link.i == sentence[0].i and link.lower in word_set("page/set_off", "before_whom_it_is_told")
    return Span(first.idx, people[-1].end) if is_told else None


def _only_person(sentence: Stretch) -> Span | None:
    """The subject of a sentence in the active, where it is the one person in it."""
    verb = sentence.root
    subject = verb.child(roles.SUBJECT)
    if subject is None or verb.pos not in word_classes.VERBS:
        return None
    others = [t for t in sentence if t.ent_type == _PERSON and not subject.left_edge.i <= t.i <= subject.right_edge.i]
    if others or not (subject.ent_type == _PERSON or subject.lower in third_person_pronouns()):
        return None
    first = subject
    while first.i > sentence[0].i and first.nbor(-1).ent_type == _PERSON:
        first = first.nbor(-1)
    return Span(first.idx, _last_of_name(subject).end)


def _last_of_name(token: Token) -> Token:
    while token.ent_type and token.i + 1 < len(token.doc) and token.nbor().ent_type == token.ent_type:
        token = token.nbor()
    return token
