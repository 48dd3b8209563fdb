"""Corrections of sources of what is reported twice: by a document, by an outlet that reports what somebody said."""

from __future__ import annotations

import dataclasses

from claimx.attributions.corrections.cutting import verbs_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words, is_saying
from claimx.lexicons.nouns import is_document_noun
from claimx.reading import Reading
from claimx.records import Span


def without_who_reports(statement: Statement, reading: Reading) -> Statement:
    """Begin a source at its own verb's subject, behind who reports what it says: "Radio reports | the envoy | said"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    subject = verb.child(roles.SUBJECT) if verb is not None else None
    if verb is None or subject is None or verb.dep != roles.CLAUSE_COMPLEMENT or not statement.source:
        return statement
    above = verb.head
    is_inside = statement.source[0].start < above.idx < subject.idx < statement.source[0].end
    if not is_inside or not is_saying(above.lemma.lower()):
        return statement
    first = Span(subject.left_edge.idx, statement.source[0].end)
    return dataclasses.replace(statement, source=(first, *statement.source[1:]))


def of_the_document(statement: Statement, reading: Reading) -> Statement:
    """Let a document say what it says, not who but comes upon it: "The ban follows **a study** | finding | that …".

    Who publishes, writes or sends it says so ("The firm issued a statement saying …").
    """
    words = reading.doc.within(Span(statement.cue[0].start, statement.cue[-1].end)) if statement.cue else []
    if len(words) < 3 or words[-1].tag != word_classes.GERUND:
        return statement
    says, noun, verb = words[-1], words[-1].nbor(-1), next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or not is_document_noun(noun.lemma.lower()) or not _is_come_upon(verb):
        return statement
    first = noun.left_edge if noun.left_edge.i > verb.i else noun
    source, cue = Span(first.idx, noun.end), Span(says.idx, says.end)
    return dataclasses.replace(statement, source=(source,), cue=(cue,))


def _is_come_upon(verb: Token) -> bool:
    """Whether a verb tells that a document comes before something, or is found or read."""
    return verb.lemma.lower() in cue_words("coming_upon")
