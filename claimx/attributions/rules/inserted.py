"""Reporting clauses that stand after what they report, or in the middle of it, where the parse alone misleads.

"It rains, and it may snow, the office has found": parsers may hang the last verb on the first one, and leave the first
half to nobody. "This costs, she said, two million": what comes after the clause is no object of "said".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.corrections.cutting import end_of
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_VERBAL = frozenset({"VERB", "AUX"})
_DASHES = frozenset({",", "–", "—", "--"})
#: What may follow a reporting verb at the end of its sentence.
_AFTER = frozenset({"prep", "npadvmod", "advmod", "punct", "dative", "prt"})
#: What a verb takes that says something by itself.
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent"})
#: What may be the second half of an interrupted clause.
_HALVES = frozenset({"dobj", "attr", "acomp", "oprd"})
_QUOTES = frozenset('"“”„«»')


def reported_before(verb: Token) -> Span | None:
    """What stands before a reporting clause that closes its sentence; None for any other verb.

    The clause is set off by a comma: "X, and Y, scientists have found".
    """
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.pos in _VERBAL and c.i < verb.i), None)
    subject = _subject(verb)
    if clause is None or subject is None or not _is_set_off(subject, clause):
        return None
    if any(child.i > verb.i and child.dep not in _AFTER for child in verb.children):
        return None
    first = clause
    if verb.dep == "conj" and verb.head.pos in _VERBAL and verb.head.i < clause.i and verb.head.dep == "ROOT":
        first = verb.head
    return _unquoted(verb.doc, first.left_edge.i, subject.left_edge.i - 1)


def interrupted_by(verb: Token) -> tuple[Span, Span] | None:
    """The two halves of a clause that a reporting clause stands in: "This costs | , she said in May, | two million"."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.pos in _VERBAL and c.i < verb.i), None)
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


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep in _SUBJECTS), None)


def _is_set_off(subject: Token, clause: Token) -> bool:
    """Whether a subject stands after the clause and a comma."""
    first = subject.left_edge
    return first.i > clause.i + 1 and first.nbor(-1).text in _DASHES


def _unquoted(doc: Parse, first: int, end: int) -> Span | None:
    """The words from one up to another, or None where there are none or quotation marks stand among them."""
    if first >= end or any(token.text in _QUOTES for token in doc[first:end]):
        return None
    return Span(doc[first].idx, end_of(doc[end - 1]))
