"""Mends the model's statements where the parse knows better: a table of small rules, each for one kind of mistake."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.corrections.cutting import cut, end_of, verbs_of
from claimx.attributions.corrections.extents import EXTENTS
from claimx.attributions.rules.conjuncts import joined_to, opening
from claimx.attributions.statement import Statement, merge, overlap, subtract, without_marks
from claimx.lexicons.cues import cue_rows, said_in_vain
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: Adverbs that say that others say so.
HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_WHEREABOUTS = frozenset({"in", "at", "on", "during", "through", "via"})
_OBJECTS = frozenset({"pobj", "dobj", "conj", "appos"})
_CLAUSES = frozenset({"acl", "relcl"})
_PRONOUNS_OF_CLAUSES = frozenset({"WDT", "WP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_VERB_GROUP = frozenset({"aux", "auxpass", "neg"})
_QUOTES = frozenset('"“”„«»')
_QUOTING = frozenset({"quote", "cite"})
_REACH = 25  # words from a verb that quotes to "as saying"
_DEEPEST = 30  # steps from a word up to its verb; a longer way is a broken parse


def mend(statement: Statement, doc: Parse, text: str) -> Statement:
    """Apply each rule in turn; a rule that would leave no content changes nothing."""
    for rule in _RULES:
        mended = rule(statement, doc, text)
        if mended.content and not overlap(mended.content, (*mended.cue, *mended.source)):
            statement = mended
    return statement


def with_subject(statement: Statement, doc: Parse, text: str) -> Statement:
    """Give a statement the subject of its verb for source, where the source is an object in a phrase between them.

    "The ministry, in letters addressed to the envoy on Monday, stated that …": the envoy is no speaker.
    """
    verb = next(verbs_of(doc, statement.cue), None)
    speaker = _head(doc, statement.source)
    if verb is None or speaker is None or speaker.dep not in _OBJECTS:
        return statement
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.tag not in _PRONOUNS_OF_CLAUSES), None)
    way = list(_way_up(speaker, verb))
    if subject is None or not way or not any(token.dep in _CLAUSES or _is_set_off(token) for token in way):
        return statement
    end = end_of(subject.right_edge)
    if subject.left_edge.idx < speaker.idx < end:  # the clause hangs on the subject: the subject ends before it
        branch = next((token for token in way if token.head.i == subject.i), way[-1])
        end = branch.left_edge.idx
    source = without_marks([Span(subject.left_edge.idx, end)], text)
    return dataclasses.replace(statement, source=source)


def with_its_own_subject(statement: Statement, doc: Parse, text: str) -> Statement:
    """Give a statement the subject of its verb for source, where the source stands in another sentence.

    "… according to the office. “It will rain,” said Dana Ruiz, a pilot.": the office has had its say.
    """
    verb = next(verbs_of(doc, statement.cue), None)
    if verb is None or not statement.source:
        return statement
    sentence = Span(verb.sent.start_char, verb.sent.end_char)
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.tag not in _PRONOUNS_OF_CLAUSES), None)
    if subject is None or subject.pos not in _NOMINAL or overlap(statement.source, [sentence]):
        return statement
    source = without_marks([Span(subject.left_edge.idx, end_of(subject.right_edge))], text)
    return dataclasses.replace(statement, source=source)


def without_set_off_phrase(statement: Statement, doc: Parse, text: str) -> Statement:
    """End a source before a phrase that is set off and tells where or in what: "The ministry | , in two letters …"."""
    head = _head(doc, statement.source)
    words = doc.char_span(*statement.source[0], alignment_mode="expand") if head is not None else None
    above = (head, head.head) if head is not None else ()
    phrase = next((t for t in words or () if _is_set_off(t) and t.lower in _WHEREABOUTS and t.head in above), None)
    if head is None or phrase is None or phrase.i < head.i:
        return statement
    source = [piece for span in statement.source for piece in subtract(span, [Span(phrase.idx, span.end)])]
    stripped = [Span(start, start + len(text[start:end].rstrip())) for start, end in source]
    return dataclasses.replace(statement, source=without_marks(stripped, text))


def within_the_noun_clause(statement: Statement, doc: Parse, text: str) -> Statement:
    """End a content before the verb whose subject its noun is: "The claim that it rains | was met with laughter"."""
    noun = _head(doc, statement.cue)
    if noun is None or noun.pos != "NOUN" or noun.dep not in ("nsubj", "nsubjpass"):
        return statement
    verb = noun.head
    first = min((c.idx for c in verb.children if c.dep in _VERB_GROUP and c.i < verb.i), default=verb.idx)
    if first < noun.idx or not any(start < first < end for start, end in statement.content):
        return statement
    return cut(statement, Span(first, statement.end), text)


def without_addressee(statement: Statement, doc: Parse, text: str) -> Statement:
    """Begin a content after the one who is told: "told | the meeting | the council had no choice"."""
    verb = next(verbs_of(doc, statement.cue), None)
    if verb is None or "addressee" not in getattr(cue_rows().get(verb.lemma.lower()), "frames", ()):
        return statement
    told = next((c for c in verb.children if c.dep in ("dobj", "dative") and c.pos in _NOMINAL), None)
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i), None)
    if told is None or clause is None or told.left_edge.idx != statement.start or clause.left_edge.i <= told.i:
        return statement
    return cut(statement, Span(statement.start, clause.left_edge.idx), text)


def with_the_accused(statement: Statement, doc: Parse, text: str) -> Statement:
    """Take in the subject of a passive without a source: "The firm | has been accused of | shelling villages"."""
    verb = next(verbs_of(doc, statement.cue), None)
    if verb is None or statement.source:
        return statement
    accused = next((c for c in verb.children if c.dep == "nsubjpass" and c.tag not in _PRONOUNS_OF_CLAUSES), None)
    charge = any(c.dep == "prep" and c.lower in ("of", "for", "with") for c in verb.children)
    if accused is None or not charge:
        return statement
    subject = without_marks([Span(accused.left_edge.idx, end_of(accused.right_edge))], text)
    return dataclasses.replace(statement, content=merge([*subject, *statement.content], text))


def before_the_as_of_headlines(statement: Statement, doc: Parse, text: str) -> Statement:
    """End a content before a clause that only says what goes on meanwhile: "fears floods | as council backs homes"."""
    verb = next(verbs_of(doc, statement.cue), None)
    clause = next((c for c in verb.children if c.dep == "advcl" and c.i > verb.i), None) if verb is not None else None
    if clause is None or clause.left_edge.lower != "as" or not any(c.dep == "nsubj" for c in clause.children):
        return statement
    if clause.left_edge.idx <= statement.start or end_of(clause.right_edge) < statement.end:
        return statement
    return cut(statement, Span(clause.left_edge.idx, statement.end), text)


def as_hearsay(statement: Statement, doc: Parse, text: str) -> Statement:
    """Let "reportedly" and its like be the cue alone where its verb reports nothing: "X has reportedly offered Y"."""
    verb = next(verbs_of(doc, statement.cue), None)
    adverb = next((c for c in verb.children if c.lower in HEARSAY), None) if verb is not None else None
    if verb is None or adverb is None or any(c.dep == "ccomp" for c in verb.children):
        return statement
    cue = Span(adverb.idx, end_of(adverb))
    if not any(span.covers(cue) for span in statement.cue):
        return statement
    subject = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass")), verb)
    clause = Span(min(subject.left_edge.idx, statement.start), max(statement.end, end_of(verb)))
    return dataclasses.replace(cut(dataclasses.replace(statement, content=(clause,)), cue, text), source=(), cue=(cue,))


def with_the_verb_of_saying(statement: Statement, doc: Parse, text: str) -> Statement:
    """Take the verb of saying that is declined into the cue: "declined | to comment on | the report".

    Where nothing comes after it, it stays the content: "declined to comment".
    """
    verb = next(verbs_of(doc, statement.cue), None)
    said = next((c for c in verb.children if c.dep == "xcomp" and c.i > verb.i), None) if verb is not None else None
    if verb is None or said is None or said_in_vain(verb.lemma.lower(), said.lemma.lower()) is None:
        return statement
    first = min((c for c in said.children if c.dep == "aux"), key=lambda c: c.i, default=said)
    last = next((c for c in said.children if c.dep in ("prep", "prt") and c.i == said.i + 1), said)
    group = Span(first.idx, end_of(last))
    if statement.start != group.start or statement.content[0].end <= group.end:
        return statement
    return dataclasses.replace(cut(statement, group, text), cue=merge([*statement.cue, group], text))


def before_what_goes_on(statement: Statement, doc: Parse, text: str) -> Statement:
    """End a content before a verb that the cue is joined to: "conceded that X | but denied that Y"."""
    cues = {verb.i for verb in verbs_of(doc, statement.cue)}
    for span in statement.content:
        for token in doc.char_span(*span, alignment_mode="expand") or () if cues else ():
            if token.dep != "conj" or token.pos != "VERB":
                continue
            before = joined_to(token)
            is_unquoted = not _QUOTES.intersection(text[statement.start : token.idx])
            if before is not None and before.i in cues and token.i > before.i and is_unquoted:
                return cut(statement, Span(opening(token).idx, max(statement.end, end_of(token))), text)
    return statement


def with_the_quoted_speaker(statement: Statement, doc: Parse, text: str) -> Statement:
    """Give a statement the one who is quoted for source: "The paper quoted | a minister | as saying | that …".

    In the passive that is the subject: "The general was quoted as saying …".
    """
    verb = next((v for v in verbs_of(doc, statement.cue) if v.lemma.lower() in _QUOTING), None)
    particle = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower == "as"), None) if verb else None
    if verb is None or particle is None or particle.i - verb.i > _REACH or particle.i + 1 >= verb.sent.end:
        return statement
    saying = particle.nbor()
    is_passive = any(child.dep == "auxpass" for child in verb.children)
    subject = next((child for child in verb.children if child.dep == "nsubjpass"), None)
    if saying.tag != "VBG" or saying.lemma.lower() not in cue_rows() or (is_passive and subject is None):
        return statement
    if is_passive and subject is not None:
        source = Span(subject.left_edge.idx, end_of(subject.right_edge))
    else:
        source = Span(verb.nbor().idx, end_of(particle.nbor(-1)))
    if source.start >= source.end:
        return statement
    said = Span(particle.idx, end_of(saying))
    content = cut(cut(statement, source, text), said, text).content
    cue = merge([*statement.cue, said], text)
    return dataclasses.replace(statement, source=without_marks([source], text), content=content, cue=cue)


_RULES: tuple[Callable[[Statement, Parse, str], Statement], ...] = (
    with_the_quoted_speaker,
    with_subject,
    with_its_own_subject,
    without_set_off_phrase,
    within_the_noun_clause,
    without_addressee,
    with_the_accused,
    before_the_as_of_headlines,
    as_hearsay,
    with_the_verb_of_saying,
    before_what_goes_on,
    *EXTENTS,
)


def _is_set_off(token: Token) -> bool:
    """Whether a preposition stands after a comma: "The ministry, in letters to …"."""
    return token.dep == "prep" and token.lower != "as" and token.i > 0 and token.nbor(-1).text == ","


def _head(doc: Parse, spans: Sequence[Span]) -> Token | None:
    """The first noun or pronoun of some words that hangs on nothing else in them."""
    tokens = doc.char_span(*spans[0], alignment_mode="expand") if spans else None
    inside = {token.i for token in tokens or ()}
    return next((t for t in tokens or () if t.head.i not in inside and t.pos in _NOMINAL), None)


def _way_up(token: Token, verb: Token) -> Iterator[Token]:
    """The tokens from one up to a verb above it, without the verb; nothing where the verb is not above it."""
    way = [token]
    while way[-1].head.i != way[-1].i and len(way) < _DEEPEST:
        if way[-1].head.i == verb.i:
            yield from way
            return
        way.append(way[-1].head)
