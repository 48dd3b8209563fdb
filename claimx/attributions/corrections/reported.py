"""Corrections of sources of what is reported twice: by a document, by an outlet that reports what somebody said."""

from __future__ import annotations

import dataclasses

from claimx.attributions.corrections.cutting import verbs_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
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
    verbs = list(verbs_of(reading.doc, statement.cue))
    says = verbs[-1] if verbs else None
    if says is None or says.tag != word_classes.GERUND or says.end != statement.cue[-1].end:
        return statement
    verb = verbs[0] if len(verbs) > 1 else says.head
    between = reading.doc[verb.i + 1 : says.i] if verb.i < says.i else ()
    noun = next((token for token in between if is_document_noun(token.lemma.lower())), None)
    is_parted = says.i > 0 and says.nbor(-1).text == ","  # "cited a study, | saying it was wrong"
    if noun is None or is_parted or verb.lemma.lower() not in cue_words("coming_upon"):
        return statement
    first = noun.left_edge if noun.left_edge.i > verb.i else noun
    source, cue = Span(first.idx, says.nbor(-1).end), Span(says.idx, says.end)
    return dataclasses.replace(statement, source=(source,), cue=(cue,))
