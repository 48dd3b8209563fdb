"""Whether what looks like a statement is one: words that somebody says, not what was seen, done or how."""

from __future__ import annotations

from claimx.attributions.corrections.cutting import head_of, verbs_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words
from claimx.reading import Reading
from claimx.text.spans import overlap


def is_said(statement: Statement, reading: Reading) -> bool:
    """Whether a statement reports words at all.

    Not a thing that was seen or a manner ("observed the comet", "according to custom"), and not who "was quoted as
    saying" something.
    """
    if not statement.cue:
        return True
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or _is_according(statement, reading):
        head = head_of(reading.doc, statement.source)
        return head is None or not (_is_according(statement, reading) and _tells_how(head))
    subject = verb.child(roles.PASSIVE_SUBJECT)
    words = {token.lower for span in statement.cue for token in reading.doc.within(span)}
    if subject is not None and "as" in words and statement.content[0].start >= subject.left_edge.idx:
        return statement.end > subject.right_edge.end
    return verb.lemma not in cue_words("seeing_and_doing") or _has_a_clause(statement, reading)


def _is_according(statement: Statement, reading: Reading) -> bool:
    return reading.text[statement.cue[0].start : statement.cue[-1].end].lower() == "according to"


def _tells_how(noun: Token) -> bool:
    """Whether a noun behind "according to" is a manner: "to custom", "to their ability", "to plan"."""
    lemma = noun.lemma.lower()
    return lemma in cue_words("manners") or (lemma in cue_words("bare_manners") and not noun.children)


def _has_a_clause(statement: Statement, reading: Reading) -> bool:
    """Whether a content holds a verb, or words in quotation marks."""
    pieces = [piece for quotation in reading.layout.quotations for piece in quotation.pieces]
    if overlap(statement.content, pieces):
        return True
    return next(verbs_of(reading.doc, statement.content), None) is not None
