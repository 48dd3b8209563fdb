"""Whether what looks like a statement is one: words that somebody says, not what was seen, done or how."""

from __future__ import annotations

from claimx.attributions.circumstances import is_animate
from claimx.attributions.corrections.cutting import head_of, verbs_of
from claimx.attributions.places import quotations_near
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows, cue_words, is_saying
from claimx.reading import Reading
from claimx.text.spans import overlap, subtract


def is_said(statement: Statement, reading: Reading) -> bool:
    """Whether a statement reports words at all.

    Not a thing that was seen, done or pointed at, or a manner ("observed the comet", "overturned the ban", "referring
    to the rebels", "according to custom"), not a word that is but mentioned, and not who "was quoted as saying" it.
    """
    if not statement.cue:
        return True
    if _is_mentioned(statement, reading) or _is_a_report(statement, reading):
        return False
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or _is_according(statement, reading):
        head = head_of(reading.doc, statement.source)
        return head is None or not (_is_according(statement, reading) and _tells_how(head))
    subject = verb.child(roles.PASSIVE_SUBJECT)
    words = {token.lower for span in statement.cue for token in reading.doc.within(span)}
    if subject is not None and "as" in words and statement.content[0].start >= subject.left_edge.idx:
        return statement.end > subject.right_edge.end
    if _is_quoted(statement, reading):
        return True
    if _is_done(verb, statement, reading) or _points_at_a_thing(verb, statement, reading):
        return False
    return verb.lemma not in cue_words("seeing_and_doing") or _has_a_clause(statement, reading)


def _is_done(verb: Token, statement: Statement, reading: Reading) -> bool:
    """Whether a verb tells what somebody did to a thing: "overturned the ban", "recalled its ambassador".

    Or what a thing that cannot speak is for: "the campaign aims to plant trees".
    """
    thing = verb.child(roles.OBJECT) or verb.child(roles.PASSIVE_SUBJECT)
    if thing is not None and verb.child(roles.CLAUSE_COMPLEMENT) is None:
        lemma = cue_lemma(reading.doc, statement.cue)
        if not cue_words("undoing").isdisjoint((lemma, verb.lemma)):
            return True
        if lemma in cue_words("calling_back"):
            return is_animate(thing) or any(child.dep == roles.NUMBER for child in thing.children)
    subject = verb.child(roles.SUBJECT)
    is_for = verb.lemma in cue_words("meaning_to") and verb.child(roles.OPEN_COMPLEMENT) is not None
    return is_for and subject is not None and subject.lemma.lower() in cue_words("events")


def _points_at_a_thing(verb: Token, statement: Statement, reading: Reading) -> bool:
    """Whether a participle but tells what is meant: "…, she said, referring to the rebels"."""
    is_beside = verb.tag == word_classes.GERUND and verb.lemma in cue_words("pointing")
    return is_beside and next(verbs_of(reading.doc, statement.content), None) is None


def _is_mentioned(statement: Statement, reading: Reading) -> bool:
    """Whether a content is but a word that is talked about: "the word “famine”", of which nobody says that it is so."""
    near = quotations_near(reading.layout.quotations, statement.start, statement.end)
    pieces = [piece for quotation in near for piece in quotation.pieces if overlap([piece], statement.content)]
    before = reading.doc.before(pieces[0].start) if len(pieces) == 1 else None
    if before is None or before.lower not in cue_words("words_for_words"):
        return False
    outside = [part for span in statement.content for part in subtract(span, pieces)]
    words = [token for part in outside for token in reading.doc.within(part) if not token.is_punct]
    verb = next(verbs_of(reading.doc, statement.cue), None)
    says = verb is not None and is_saying(verb.lemma.lower())
    uses = verb is not None and verb.lemma == "use" and verb.tag in (word_classes.PAST, word_classes.PARTICIPLE)
    return not (says or uses) and all(token in (before, *before.children) for token in words)


def _is_a_report(statement: Statement, reading: Reading) -> bool:
    """Whether a content is but who reports: "He said this in a post, | the agency reports"."""
    words = [token for span in statement.content for token in reading.doc.within(span) if not token.is_punct]
    verb = words[-1] if words else None
    row = cue_rows().get(verb.lemma.lower()) if verb is not None and verb.tag in word_classes.TENSED else None
    subject = verb.child(roles.SUBJECT) if verb is not None else None
    if verb is None or row is None or subject is None or "clause" not in row.frames or _is_quoted(statement, reading):
        return False
    is_one = verb.lemma.lower() in cue_words("reporting_verbs")
    return is_one and all(token is verb or token is subject or subject in token.ancestors for token in words)


def _is_quoted(statement: Statement, reading: Reading) -> bool:
    near = quotations_near(reading.layout.quotations, statement.start, statement.end)
    return overlap(statement.content, [piece for quotation in near for piece in quotation.pieces]) > 0


def _is_according(statement: Statement, reading: Reading) -> bool:
    return reading.text[statement.cue[0].start : statement.cue[-1].end].lower().startswith("according")


def _tells_how(noun: Token) -> bool:
    """Whether a noun behind "according to" is a manner: "to custom", "to their ability", "to plan"."""
    lemma = noun.lemma.lower()
    return lemma in cue_words("manners") or (lemma in cue_words("bare_manners") and not noun.children)


def _has_a_clause(statement: Statement, reading: Reading) -> bool:
    """Whether a content holds a verb."""
    return next(verbs_of(reading.doc, statement.content), None) is not None
