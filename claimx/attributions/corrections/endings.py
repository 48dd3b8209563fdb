"""Corrections of contents: before which words what is said ends, and what still belongs to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from claimx.attributions.corrections.cutting import cut, verbs_of
from claimx.attributions.places import quotations_near
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words, is_saying
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.links import end_of_link


def before_according_to(statement: Statement, reading: Reading) -> Statement:
    """End a content before the "according to" that closes its sentence: who is named there is another source.

    "She noted that rents had doubled |, according to a report": the report tells what she noted.
    """
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or verb.lower == "according":
        return statement
    for token in reading.doc.within(Span(statement.start, statement.end)):
        if token.lower != "according" or token.i < verb.i or token.sent is not verb.sent:
            continue
        if token.nbor(-1).text == "," and token.i + 1 < verb.sent.end and token.nbor().lower == "to":
            thing = token.nbor().child(roles.PREPOSITION_OBJECT)
            last = thing.right_edge if thing is not None else token
            is_inserted = last.i + 2 < verb.sent.end and last.nbor().text == ","  # "said, according to X, that …"
            end = last.nbor().end if is_inserted else verb.sent.end_char
            return cut(statement, Span(token.nbor(-1).idx, end), reading.text)
    return statement


def with_the_report_around(statement: Statement, reading: Reading) -> Statement:
    """Let "according to" tell all of a report that it interrupts: "| The firm said |, according to the paper, that"."""
    phrase = " ".join(reading.text[slice(*span)] for span in statement.cue).lower()
    if phrase not in cue_words("phrasal_cues") or not statement.source:
        return statement
    according = reading.doc.token_at(statement.cue[0].start)
    verb = according.head
    subject, clause = verb.child(roles.SUBJECT), verb.child(roles.CLAUSE_COMPLEMENT)
    if subject is None or clause is None or not verb.i < according.i < clause.left_edge.i:
        return statement
    told = Span(clause.left_edge.idx, clause.right_edge.end)
    if not is_saying(verb.lemma.lower()) or not all(told.covers(span) for span in statement.content):
        return statement
    report = Span(subject.left_edge.idx, verb.end)
    return dataclasses.replace(statement, content=(report, *statement.content))


def before_another_clause(statement: Statement, reading: Reading) -> Statement:
    """End what is reported without marks before a semicolon: "He urges | rest |; you should sleep"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or quotations_near(reading.layout.quotations, statement.start, statement.end):
        return statement
    words = reading.doc.within(Span(statement.start, statement.end))
    for place, token in enumerate(words):
        if token.text == ";" and token.i > verb.i and verb.idx < statement.start and _has_a_clause(words[place + 1 :]):
            is_open = reading.text.count("(", statement.start, token.idx) > reading.text.count(
                ")", statement.start, token.idx
            )
            return statement if is_open else cut(statement, Span(token.idx, statement.end), reading.text)
    return statement


def _has_a_clause(words: Sequence[Token]) -> bool:
    """Whether a verb with tense stands among words, with its subject."""
    subjects = {word.head.i for word in words if word.dep in roles.SUBJECTS}
    heads = {
        word.i if word.dep not in roles.AUXILIARIES else word.head.i
        for word in words
        if word.tag in word_classes.FINITE
    }
    return bool(subjects & heads)


def with_the_links_end(statement: Statement, reading: Reading) -> Statement:
    """End a content that ends in the words of a link behind its address: "it was [made up|](http://…)"."""
    *before, last = statement.content
    end = end_of_link(reading.text, last)
    return dataclasses.replace(statement, content=(*before, Span(last.start, end))) if end else statement
