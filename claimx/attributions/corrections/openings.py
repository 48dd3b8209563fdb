"""Corrections of contents: with which words what is said opens."""

from __future__ import annotations

import dataclasses

from claimx.attributions.circumstances import paper_behind
from claimx.attributions.corrections.cutting import cut, verbs_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows, cue_words, is_saying
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.spans import merge, overlap


def without_who_is_asked(statement: Statement, reading: Reading) -> Statement:
    """Begin a content at the infinitive, after whom a clause describes: "asked those | who had slept | to get up"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    row = cue_rows().get(verb.lemma.lower()) if verb is not None else None
    if verb is None or row is None or "directive" not in (row.act, row.infinitive_act):
        return statement
    told = next((c for c in verb.children if c.dep in roles.OBJECTS and c.pos in word_classes.NOMINALS), None)
    clause = _clause_about(told, verb) if told is not None else None
    if told is None or clause is None or not told.left_edge.idx <= statement.start <= clause.idx:
        return statement
    to = next((t for t in reading.doc[clause.i + 2 : verb.sent.end] if _is_asked(t, clause, verb)), None)
    if to is None or not any(start <= to.idx < end for start, end in statement.content):
        return statement
    return cut(statement, Span(statement.start, to.idx), reading.text)


def _clause_about(told: Token, verb: Token) -> Token | None:
    """The clause that describes who is told; parsers may take it for what is asked."""
    asked = verb.child(roles.CLAUSE_COMPLEMENT)
    is_described = (
        asked is not None and asked.left_edge.i == told.i + 1 and asked.left_edge.tag == word_classes.WH_PRONOUN
    )
    return told.child(roles.RELATIVE_CLAUSE) or (asked if is_described else None)


def _is_asked(to: Token, clause: Token, verb: Token) -> bool:
    """Whether a "to" opens what is asked, not what the verb of the clause before it takes ("who **wanted** to go")."""
    if to.tag != word_classes.TO or to.nbor(-1) is clause or to.head.tag != word_classes.BASE:
        return False
    return to.head.head in (clause, verb) or clause in to.head.ancestors


def from_the_subject_on(statement: Statement, reading: Reading) -> Statement:
    """Begin what "is expected" at the verb's own subject: "It rained all day and | more rain | was expected"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    subject = verb.child(roles.PASSIVE_SUBJECT) if verb is not None else None
    if verb is None or statement.source or statement.end > verb.idx:
        return statement
    if subject is None:  # parsers join it to the noun before
        subject = _joined_noun_before(verb)
    if subject is None:
        return statement
    first = subject.left_edge if subject.dep == roles.PASSIVE_SUBJECT else _after_conjunction(subject)
    link = first.nbor(-1) if first.i > verb.sent.start else first
    if link.pos != word_classes.COORDINATOR or not statement.start < first.idx < statement.end:
        return statement
    return cut(statement, Span(statement.start, first.idx), reading.text)


def _joined_noun_before(verb: Token) -> Token | None:
    first = min((c for c in verb.children if c.dep in roles.AUXILIARIES), key=lambda c: c.i, default=verb)
    noun = first.nbor(-1) if first.i > verb.sent.start else first
    is_other_clauses = verb.dep in (roles.CONJUNCT, roles.ADVERBIAL_CLAUSE)
    return noun if is_other_clauses and noun.dep == roles.CONJUNCT and noun.pos in word_classes.NOUNS else None


def _after_conjunction(noun: Token) -> Token:
    return next(
        (t.nbor() for t in reversed(noun.doc[noun.sent.start : noun.i]) if t.pos == word_classes.COORDINATOR), noun
    )


def without_the_paper(statement: Statement, reading: Reading) -> Statement:
    """Begin a content after the paper that is told, whose name the parse does not know: "told | The Northern | he"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    words = reading.doc.within(Span(statement.start, statement.end))
    paper = paper_behind(verb) if verb is not None else None
    if paper is None or not words or words[0].idx != paper.start or paper.end >= statement.end:
        return statement
    return cut(statement, Span(statement.start, paper.end), reading.text)


def with_fronted_phrase(statement: Statement, reading: Reading) -> Statement:
    """Take in a condition that opens the sentence: "Without the sale, | he said | it would have lost"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    subject = verb.child(roles.SUBJECT) if verb is not None else None
    if verb is None or subject is None or verb.dep != roles.ROOT or not is_saying(verb.lemma.lower()):
        return statement
    first = verb.sent[0]
    before = subject.left_edge
    if first.lower not in cue_words("conditions") or before.i < first.i + 3 or before.nbor(-1).text != ",":
        return statement
    is_clause = verb.child(roles.CLAUSE_COMPLEMENT) is not None and statement.start > verb.idx
    phrase = Span(first.idx, before.nbor(-1).idx)
    if not is_clause or any(t.tag == word_classes.GERUND and t.head is first for t in first.children):
        return statement
    if overlap((phrase,), (*statement.content, *statement.source, *statement.cue)):
        return statement
    return dataclasses.replace(statement, content=merge([phrase, *statement.content], reading.text))


def with_relative_pronoun(statement: Statement, reading: Reading) -> Statement:
    """Take in the pronoun of a relative clause that is part of what is said: "a tax | which | he said | would end"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    before = reading.doc.before(statement.source[0].start) if statement.source else None
    if verb is None or before is None or not before.i < verb.i or statement.start < verb.idx:
        return statement
    pronoun = before.nbor(-1) if before.text == "," and before.i else before
    is_part = any(start <= pronoun.head.idx < end for start, end in statement.content)
    if pronoun.tag not in word_classes.RELATIVE_PRONOUNS or not is_part:
        return statement
    if pronoun.i > verb.sent.start and pronoun.nbor(-1).pos == word_classes.ADPOSITION:  # "a speech in which he said"
        return statement
    content = merge([Span(pronoun.idx, pronoun.end), *statement.content], reading.text)
    return dataclasses.replace(statement, content=content)


def with_passive_subject(statement: Statement, reading: Reading) -> Statement:
    """Take in whom an infinitive is told of: "**The well** is said | to be dry".

    Who is told to do something is no part of it: "the crew was asked | to leave".
    """
    first = next(iter(reading.doc.within(statement.content[0])), None)
    verb = next(verbs_of(reading.doc, statement.cue), None)
    subject = verb.child(roles.PASSIVE_SUBJECT) if verb is not None else None
    if statement.source or subject is None or first is None or first.tag != word_classes.TO:
        return statement
    row = cue_rows().get(cue_lemma(reading.doc, statement.cue))
    if row is not None and "directive" in (row.act, row.infinitive_act):
        return statement
    if len(statement.content) > 1 or not subject.idx < statement.cue[0].start < first.idx:
        return statement
    content = (Span(subject.left_edge.idx, subject.right_edge.end), *statement.content)
    return dataclasses.replace(statement, content=content)


def with_subject_before(statement: Statement, reading: Reading) -> Statement:
    """Begin a clause at its subject: "told the meeting | **the council** | had no choice"."""
    words = reading.doc.within(statement.content[0])
    verb = next((word for word in words[:1] if word.pos in word_classes.VERBS), None)
    clause = verb.head if verb is not None and verb.dep in roles.AUXILIARIES else verb
    subject = clause.child(*roles.SUBJECTS) if clause is not None and clause.dep == roles.CLAUSE_COMPLEMENT else None
    if verb is None or subject is None or verb.i == 0 or subject.right_edge.i != verb.i - 1:
        return statement
    first = Span(subject.left_edge.idx, statement.content[0].end)
    if overlap((first,), (*statement.source, *statement.cue)):
        return statement
    return dataclasses.replace(statement, content=(first, *statement.content[1:]))
