"""Corrections of contents: before which words what is said ends, and what still belongs to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from claimx.attributions.corrections.cutting import cut, frames_of, verbs_of
from claimx.attributions.places import quotations_near, title_at
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words, is_saying
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.links import end_of_link
from claimx.text.marks import DOUBLE
from claimx.text.spans import merge

_QUOTES = DOUBLE
#: What the subject of a headline's clause opens with.
_BEFORE_VERBS = word_classes.NOMINALS | {word_classes.ADJECTIVE, word_classes.NUMERAL}


def before_an_addition(statement: Statement, reading: Reading) -> Statement:
    """End a content before what the same source adds: "said the squad was fit |, adding two players would miss it"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None:
        return statement
    for token in reading.doc.within(Span(statement.start, statement.end)):
        is_adding = token.tag == word_classes.GERUND and token.lower in cue_words("plain_cues") and token.i > verb.i
        if is_adding and token.nbor(-1).text == "," and token.child(roles.CLAUSE_COMPLEMENT) is not None:
            return cut(statement, Span(token.nbor(-1).idx, statement.end), reading.text)
    return statement


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


def with_what_an_infinitive_opens(statement: Statement, reading: Reading) -> Statement:
    """Take in the clause that an infinitive opens: "agreed that it was over and to save time | , all should go"."""
    words = reading.doc.within(Span(statement.start, statement.end))
    verb = next(verbs_of(reading.doc, statement.cue), None)
    act = next((word for word in reversed(words) if word.pos in word_classes.VERBS), None)
    if verb is None or act is None or act.dep != roles.CONJUNCT or words[-1].i + 2 >= verb.sent.end:
        return statement
    opens = act.child(roles.AUXILIARY)
    if opens is None or opens.tag != word_classes.TO or act.head.tag == word_classes.BASE:
        return statement
    after = reading.doc[words[-1].i + 1 : verb.sent.end]
    main = next((word for word in after[1:] if word.tag in word_classes.FINITE or word.text in _QUOTES), None)
    if after[0].text != "," or main is None or main.tag not in word_classes.FINITE:
        return statement
    last = next((word.nbor(-1) for word in after[1:] if word.text in _QUOTES), after[len(after) - 1])
    while last.is_punct and last.i > main.i:
        last = last.nbor(-1)
    content = merge([*statement.content, Span(statement.end, last.end)], reading.text)
    return dataclasses.replace(statement, content=content)


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


def without_what_went_on(statement: Statement, reading: Reading) -> Statement:
    """End a quotation before a clause that tells when it was said: "She says, “Don't,” | until the lights go out"."""
    near = quotations_near(reading.layout.quotations, statement.start, statement.start + 1)
    quotation = next((q for q in near if q.start == statement.start), None)
    if quotation is None or statement.end <= quotation.end or len(statement.content) > 1:
        return statement
    tail = [token for token in reading.doc.within(Span(quotation.end, statement.end)) if not token.is_punct]
    if not tail or tail[0].lower not in cue_words("meanwhile") or '"' in reading.text[quotation.end : statement.end]:
        return statement
    return cut(statement, Span(quotation.end, statement.end), reading.text)


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


def before_the_headlines_background(statement: Statement, reading: Reading) -> Statement:
    """End what a headline reports before what goes on meanwhile: "Bank says rates to stay | as prices climb"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    title = title_at(reading.zones, statement.start)
    if verb is None or title is None or not title.covers(statement.content[0]):
        return statement
    if statement.start < verb.idx or "clause" not in frames_of(verb):
        return statement
    words = reading.doc.within(Span(statement.start, min(statement.end, title.end)))
    for place, token in enumerate(words[1:-2], 1):
        if token.text == "as" and _is_a_clause(words[place + 1 :]):
            return cut(statement, Span(token.idx, statement.end), reading.text)
    return statement


def _is_a_clause(words: Sequence[Token]) -> bool:
    """Whether words open a clause in the present; taggers take "crisis deepens" for a noun and its plural."""
    verb = next((word for word in words[1:] if word.tag in word_classes.PRESENT_FORMS), None)
    first, second = words[0], words[1]
    is_compound = first.head is second and first.dep == roles.COMPOUND and first.tag == word_classes.SINGULAR
    is_noun_first = first.pos in _BEFORE_VERBS
    return is_noun_first and (verb is not None or (is_compound and second.tag == word_classes.PLURAL))


def with_the_links_end(statement: Statement, reading: Reading) -> Statement:
    """End a content that ends in the words of a link behind its address: "it was [made up|](http://…)"."""
    *before, last = statement.content
    end = end_of_link(reading.text, last)
    return dataclasses.replace(statement, content=(*before, Span(last.start, end))) if end else statement
