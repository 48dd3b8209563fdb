"""Corrections of sources: who it is that a statement's verb makes speak."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from claimx.attributions.circumstances import is_animate
from claimx.attributions.corrections.cutting import RELATIVES, cut, frames_of, head_of, is_set_off, verbs_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows, cue_words
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.spans import merge, overlap, subtract, without_marks

#: Where a noun stands that is no subject of its sentence.
_OBJECTS = frozenset((roles.PREPOSITION_OBJECT, roles.OBJECT, roles.CONJUNCT, roles.APPOSITION))
#: Where what a relative clause describes stands, and its pronoun.
_DESCRIBED = roles.OBJECTS | {roles.APPOSITION}
_REACH = 25  # words from a verb that quotes to "as saying"
_DEEPEST = 30  # steps from a word up to its verb; a longer way is a broken parse


def with_subject(statement: Statement, reading: Reading) -> Statement:
    """Give a statement the subject of its verb for source, where the source is an object in a phrase between them.

    "The ministry, in letters addressed to the envoy on Monday, stated that …": the envoy is no speaker.
    """
    verb = next(verbs_of(reading.doc, statement.cue), None)
    speaker = head_of(reading.doc, statement.source)
    if verb is None or speaker is None or speaker.dep not in _OBJECTS:
        return statement
    subject = next((c for c in verb.children if c.dep == roles.SUBJECT and c.tag not in RELATIVES), None)
    way = list(_way_up(speaker, verb))
    if subject is None or not way or not any(token.dep in roles.CLAUSES_OF_NOUNS or is_set_off(token) for token in way):
        return statement
    end = subject.right_edge.end
    if subject.left_edge.idx < speaker.idx < end:  # the clause hangs on the subject: the subject ends before it
        branch = next((token for token in way if token.head.i == subject.i), way[-1])
        end = branch.left_edge.idx
    source = without_marks([Span(subject.left_edge.idx, end)], reading.text)
    return dataclasses.replace(statement, source=source)


def with_its_own_subject(statement: Statement, reading: Reading) -> Statement:
    """Give a statement the subject of its verb for source, where the source stands in another sentence.

    "… according to the office. “It will rain,” said Dana Ruiz, a pilot.": the office has had its say.
    """
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or not statement.source:
        return statement
    sentence = Span(verb.sent.start_char, verb.sent.end_char)
    subject = next((c for c in verb.children if c.dep == roles.SUBJECT and c.tag not in RELATIVES), None)
    if subject is None or subject.pos not in word_classes.NOMINALS or overlap(statement.source, [sentence]):
        return statement
    source = without_marks([Span(subject.left_edge.idx, subject.right_edge.end)], reading.text)
    return dataclasses.replace(statement, source=source)


def without_set_off_phrase(statement: Statement, reading: Reading) -> Statement:
    """End a source before a phrase that is set off and tells where or in what: "The ministry | , in two letters …"."""
    head = head_of(reading.doc, statement.source)
    words = reading.doc.char_span(*statement.source[0], alignment_mode="expand") if head is not None else None
    above = (head, head.head) if head is not None else ()
    phrase = next(
        (t for t in words or () if is_set_off(t) and t.lower in cue_words("whereabouts") and t.head in above),
        None,
    )
    if head is None or phrase is None or phrase.i < head.i:
        return statement
    source = [piece for span in statement.source for piece in subtract(span, [Span(phrase.idx, span.end)])]
    stripped = [Span(start, start + len(reading.text[start:end].rstrip())) for start, end in source]
    return dataclasses.replace(statement, source=without_marks(stripped, reading.text))


def with_the_quoted_speaker(statement: Statement, reading: Reading) -> Statement:
    """Give a statement the one who is quoted for source: "The paper quoted | a minister | as saying | that …".

    In the passive that is the subject: "The general was quoted as saying …".
    """
    verb = next(
        (v for v in verbs_of(reading.doc, statement.cue) if v.lemma.lower() in cue_words("quoting_verbs")),
        None,
    )
    particle = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower == "as"), None) if verb else None
    if verb is None or particle is None or particle.i - verb.i > _REACH or particle.i + 1 >= verb.sent.end:
        return statement
    saying = particle.nbor()
    is_passive = any(child.dep == roles.PASSIVE_AUXILIARY for child in verb.children)
    subject = verb.child(roles.PASSIVE_SUBJECT)
    if saying.tag != word_classes.GERUND or saying.lemma.lower() not in cue_rows() or (is_passive and subject is None):
        return statement
    if is_passive and subject is not None:
        source = Span(subject.left_edge.idx, subject.right_edge.end)
    else:
        source = Span(verb.nbor().idx, particle.nbor(-1).end)
    if source.start >= source.end:
        return statement
    said = Span(particle.idx, saying.end)
    content = cut(cut(statement, source, reading.text), said, reading.text).content
    cue = merge([*statement.cue, said], reading.text)
    return dataclasses.replace(statement, source=without_marks([source], reading.text), content=content, cue=cue)


def with_the_naming_verb(statement: Statement, reading: Reading) -> Statement:
    """Give what comes after a relative clause to the verb whose object that one describes.

    "She branded | the senator, whom she did not name, | “a liar”": a relative clause whose pronoun is its object can
    have no second one after a comma.
    """
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or verb.dep != roles.RELATIVE_CLAUSE or "naming" in frames_of(verb):
        return statement
    relative = next((c for c in verb.children if c.tag in RELATIVES and c.dep in _DESCRIBED), None)
    naming = verb.head.head
    if relative is None or verb.head.dep not in _DESCRIBED or "naming" not in frames_of(naming):
        return statement
    subject = next((c for c in naming.children if c.dep == roles.SUBJECT and c.tag not in RELATIVES), None)
    before = reading.text[verb.end : statement.start].rstrip()
    if subject is None or statement.start < verb.end or not before.endswith(","):
        return statement
    source = without_marks([Span(subject.left_edge.idx, subject.right_edge.end)], reading.text)
    return dataclasses.replace(statement, source=source, cue=(Span(naming.idx, naming.end),))


def with_the_interrupted_subject(statement: Statement, reading: Reading) -> Statement:
    """Give the content its subject where a reporting clause stands between it and its verb.

    "The board |, a spokesman told us, | stands by it": the board is not who told us.
    """
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or len(statement.source) != 1:
        return statement
    # parsers hang the subject on its verb, or on that of the reporting clause beside its own
    above = verb.head if verb.dep == roles.PARATAXIS else verb
    subjects = [c for c in (*above.lefts, *verb.lefts) if c.dep in roles.SUBJECTS]
    subject, own = (subjects[0], subjects[-1]) if subjects else (None, None)
    if subject is None or own is None or subject.i >= own.left_edge.i:
        return statement
    start, end = statement.source[0]
    between, after = reading.text[subject.right_edge.end : own.left_edge.idx], reading.text[own.idx : verb.idx]
    if not start <= subject.left_edge.idx < own.idx < end or between.strip() != "," or "," in after:
        return statement
    piece = Span(subject.left_edge.idx, subject.right_edge.end)
    source = without_marks([Span(own.left_edge.idx, own.right_edge.end)], reading.text)
    return dataclasses.replace(statement, source=source, content=(piece, *statement.content))


def without_the_sources_name(statement: Statement, reading: Reading) -> Statement:
    """Give a name that begins a content to the source that it names: "According to the envoy |, Ann Lee, | it rains".

    What is said begins after it, with a noun and its verb that no comma divides.
    """
    between = reading.text[statement.source[-1].end : statement.start] if statement.source else ""
    if not between or between.strip(", "):
        return statement  # most are so; looking for words in a long document takes its time
    words = reading.doc.char_span(statement.start, statement.content[0].end, alignment_mode="contract")
    name = next((e for e in words.ents if e.start == words.start and e.label == "PERSON"), None) if words else None
    if words is None or name is None or reading.text[name.end_char : name.end_char + 1] != ",":
        return statement
    source = reading.doc.char_span(*statement.source[-1], alignment_mode="contract")
    is_beside = source is not None and "," in reading.text[source[0].idx : statement.start]
    if source is None or not is_beside or not any(is_animate(t) and t.pos in word_classes.NOUNS for t in source):
        return statement
    subject = next((t for t in words[len(name) + 1 :] if t.head.i <= t.i or t.dep in roles.SUBJECTS), None)
    ahead = (
        next((t for t in reading.doc[subject.i : subject.sent.end] if t.pos in word_classes.VERBS), None)
        if subject
        else None
    )
    if subject is None or ahead is None or is_animate(subject) or "," in reading.text[subject.idx : ahead.idx]:
        return statement
    named = Span(statement.source[-1].start, name.end_char)
    mended = cut(statement, Span(statement.start, name.end_char + 1), reading.text)
    return dataclasses.replace(mended, source=(*statement.source[:-1], named))


def without_hearer(statement: Statement, reading: Reading) -> Statement:
    """A statement without its source where that is a body that hears it: "The jury heard …", "The court was told …"."""
    if not statement.source:
        return statement
    for verb in verbs_of(reading.doc, statement.cue):
        is_passive = any(child.dep == roles.PASSIVE_AUXILIARY for child in verb.children)
        if verb.lemma != "hear" and not (verb.lemma in cue_words("telling_hearers") and is_passive):
            continue
        subjects = [child for child in verb.children if child.dep in roles.SUBJECTS]
        if any(
            s.lemma.lower() in cue_words("hearing_bodies") and overlap(statement.source, [Span(s.idx, s.end)])
            for s in subjects
        ):
            return dataclasses.replace(statement, source=())
    return statement


def _way_up(token: Token, verb: Token) -> Iterator[Token]:
    """The tokens from one up to a verb above it, without the verb; nothing where the verb is not above it."""
    way = [token]
    while way[-1].head.i != way[-1].i and len(way) < _DEEPEST:
        if way[-1].head.i == verb.i:
            yield from way
            return
        way.append(way[-1].head)
