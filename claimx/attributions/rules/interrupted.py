"""Reporting clauses that stand after what they report, or in the middle of it, where the parse alone misleads.

"It rains, and it may snow, the office has found": all that stands before the clause is reported. "This costs, she said,
two million": what comes after the clause is no object of "said".
"""

from __future__ import annotations

from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Parse, Token
from claimx.lexicons.cues import cue_words
from claimx.records import Span
from claimx.text.marks import DOUBLE

_DASHES = frozenset(",–—") | {"--"}
#: What may follow a reporting verb at the end of its sentence.
_AFTER = frozenset(
    (roles.PREPOSITION, roles.NOUN_ADVERBIAL, roles.ADVERB, roles.PUNCTUATION, roles.INDIRECT_OBJECT, roles.PARTICLE)
)
#: What may be the second half of an interrupted clause.
_HALVES = roles.PREDICATIVES | {roles.OBJECT}
#: What a verb takes that says something by itself.
_COMPLEMENTS = _HALVES | roles.COMPLEMENT_CLAUSES | {roles.PREPOSITION, roles.AGENT}


def reported_before(verb: Token) -> Span | None:
    """What stands before a reporting clause that closes its sentence; None for any other verb.

    The clause is set off by a comma: "X, and Y, scientists have found".
    """
    clause = _clause_before(verb)
    subject = _subject(verb)
    if clause is None or subject is None or not _is_set_off(subject, clause) or _is_done_to(verb, subject):
        return None
    if sum(child.dep in roles.SUBJECTS for child in verb.children) > 1:  # another clause stands between
        return None
    after = [child for child in verb.children if child.i > verb.i and child.dep not in _AFTER]
    if any(not goes_along(child) for child in after):
        return None
    return _unquoted(verb.doc, clause.left_edge.i, subject.left_edge.i - 1)


def goes_along(clause: Token) -> bool:
    """Whether a participle behind a comma goes with a reporting verb: "It rains, she said, **citing** a letter"."""
    is_participle = clause.dep == roles.ADVERBIAL_CLAUSE and clause.tag == word_classes.GERUND
    return is_participle and clause.left_edge is clause and clause.nbor(-1).text in _DASHES


def set_off_before(verb: Token, subject: Token) -> Span | None:
    """The clause that stands before a verb with its subject, and a comma: "It rains, | she was quoted as saying"."""
    first, start = subject.left_edge, verb.sent.start
    if first.i - 2 < start or first.nbor(-1).text not in _DASHES:
        return None
    return _unquoted(verb.doc, start, first.i - 1)


def _is_done_to(verb: Token, subject: Token) -> bool:
    """Whether a passive's subject suffers what the verb says: "ten were hurt, three were held"; not "it was held"."""
    is_passive = any(child.dep in roles.PASSIVE_MARKS for child in verb.children)
    return is_passive and subject.lower not in cue_words("impersonal_subjects")


def _clause_before(verb: Token) -> Token | None:
    """The verb of the first clause that hangs on a verb and stands before it."""
    clauses = (c for c in verb.lefts if c.dep == roles.CLAUSE_COMPLEMENT and c.pos in word_classes.VERBS)
    return next(clauses, None)


def interrupted_by(verb: Token) -> tuple[Span, Span] | None:
    """The two halves of a clause that a reporting clause stands in: "This costs | , she said in May, | two million"."""
    clause = _clause_before(verb)
    subject = _subject(verb)
    rest = next((c for c in verb.children if c.dep in _HALVES and c.i > verb.i + 1), None)
    if clause is None or subject is None or rest is None or not _is_set_off(subject, clause):
        return None
    is_open = clause.right_edge.i == clause.i and not any(c.dep in _COMPLEMENTS for c in clause.children)
    if not is_open or rest.left_edge.nbor(-1).text not in _DASHES:
        return None
    first = _unquoted(verb.doc, clause.left_edge.i, subject.left_edge.i - 1)
    last = rest.right_edge.i + (0 if rest.right_edge.is_punct else 1)
    second = _unquoted(verb.doc, rest.left_edge.i, last)
    return (first, second) if first is not None and second is not None else None


def begin_around(verb: Token) -> int:
    """Where begins what a reporting clause is inserted in: at "which", or behind "and", before it, else its sentence.

    "The mill, **which**, he said, leaked, is shut", "She left and, he said, **slept** at the mill".
    """
    subject, start = _subject(verb), verb.sent.start
    before = subject.left_edge.i - 2 if subject is not None else start
    link = verb.doc[max(before, start)]
    if link.i == start or link.tag in word_classes.RELATIVE_PRONOUNS:
        return link.idx
    return link.end if link.pos == word_classes.COORDINATOR else verb.doc[start].idx


def _subject(verb: Token) -> Token | None:
    return verb.child(*roles.SUBJECTS)


def _is_set_off(subject: Token, clause: Token) -> bool:
    """Whether a subject stands after the clause and a comma."""
    first = subject.left_edge
    return first.i > clause.i + 1 and first.nbor(-1).text in _DASHES


def _unquoted(doc: Parse, first: int, end: int) -> Span | None:
    """The words from one up to another, or None where there are none or quotation marks stand among them."""
    if first >= end or any(token.text in DOUBLE for token in doc[first:end]):
        return None
    return Span(doc[first].idx, doc[end - 1].end)
