"""Mends where a statement begins and ends: relative clauses, apposed figures and names beside what is said."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.attributions.circumstances import is_animate
from claimx.attributions.corrections.cutting import cut, end_of, verbs_of
from claimx.attributions.statement import Statement, merge, overlap, without_marks
from claimx.lexicons.cues import cue_rows
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_WH_WORDS = frozenset({"WDT", "WP"})
_OBJECTS = frozenset({"dobj", "dative", "appos"})
#: Words that open a comparison of the figure before them: ", compared with a forecast of …", ", up from …".
_COMPARING = frozenset({"compared", "up", "down", "versus", "against"})
_OPENING = frozenset('"“')
_CLOSING = frozenset('"”')
_SO_CALLED = re.compile(r"\b(?:so-called|so‑called|self-styled|supposed|alleged|purported)\b", re.IGNORECASE)
_LONGEST = 40  # words in a relative clause or a tail


def with_the_naming_verb(statement: Statement, doc: Parse, text: str) -> Statement:
    """Give what comes after a relative clause to the verb whose object that one describes.

    "She branded | the senator, whom she did not name, | “a liar”": a relative clause whose pronoun is its object can
    have no second one after a comma.
    """
    verb = next(verbs_of(doc, statement.cue), None)
    if verb is None or verb.dep != "relcl" or "naming" in _frames(verb):
        return statement
    relative = next((c for c in verb.children if c.tag in _WH_WORDS and c.dep in _OBJECTS), None)
    naming = verb.head.head
    if relative is None or verb.head.dep not in _OBJECTS or "naming" not in _frames(naming):
        return statement
    subject = next((c for c in naming.children if c.dep == "nsubj" and c.tag not in _WH_WORDS), None)
    before = text[end_of(verb) : statement.start].rstrip()
    if subject is None or statement.start < end_of(verb) or not before.endswith(","):
        return statement
    source = without_marks([Span(subject.left_edge.idx, end_of(subject.right_edge))], text)
    return dataclasses.replace(statement, source=source, cue=(Span(naming.idx, end_of(naming)),))


def with_the_interrupted_subject(statement: Statement, doc: Parse, text: str) -> Statement:
    """Give the content its subject where a reporting clause stands between it and its verb.

    "The board |, a spokesman told us, | stands by it": the board is not who told us.
    """
    verb = next(verbs_of(doc, statement.cue), None)
    if verb is None or len(statement.source) != 1:
        return statement
    # parsers hang the subject on its verb, or on that of the reporting clause beside its own
    above = verb.head if verb.dep == "parataxis" else verb
    subjects = [c for c in (*above.lefts, *verb.lefts) if c.dep in ("nsubj", "nsubjpass")]
    subject, own = (subjects[0], subjects[-1]) if subjects else (None, None)
    if subject is None or own is None or subject.i >= own.left_edge.i:
        return statement
    start, end = statement.source[0]
    between, after = text[end_of(subject.right_edge) : own.left_edge.idx], text[own.idx : verb.idx]
    if not start <= subject.left_edge.idx < own.idx < end or between.strip() != "," or "," in after:
        return statement
    piece = Span(subject.left_edge.idx, end_of(subject.right_edge))
    source = without_marks([Span(own.left_edge.idx, end_of(own.right_edge))], text)
    return dataclasses.replace(statement, source=source, content=(piece, *statement.content))


def with_the_relative_clause(statement: Statement, doc: Parse, text: str) -> Statement:
    """Take in a relative clause between two pieces of a content: "that London |, which chairs it, | declined"."""
    pieces = statement.content
    for before, after in pairwise(pieces):
        gap = doc.char_span(before.end, after.start, alignment_mode="contract")
        if gap is None or not len(gap) or len(gap) > _LONGEST:
            continue
        words = [token for token in gap if not token.is_punct]
        clause = next((token for token in words if token.dep == "relcl"), None)
        if clause is None or not before.start <= clause.head.idx < before.end or "naming" in _frames(clause.head.head):
            continue
        hole = Span(before.end, after.start)
        is_whole = words[0] == clause.left_edge and all(clause.is_ancestor(word) or word == clause for word in words)
        if is_whole and not overlap((hole,), (*statement.cue, *statement.source)):
            pieces = merge([*pieces, hole], text)
    return dataclasses.replace(statement, content=pieces)


def with_the_figures_tail(statement: Statement, doc: Parse, text: str) -> Statement:
    """Take in what is added to a figure at the end of a content: "14 dollars |, a sum that …", "2% |, up from 1%"."""
    last = doc.char_span(max(statement.start, statement.end - 1), statement.end, alignment_mode="expand")
    comma = last[-1].i + 1 if last is not None and len(last) else len(doc)
    if comma + 1 >= len(doc) or doc[comma].text != "," or doc[comma].sent != doc[comma + 1].sent:
        return statement
    first = doc[comma + 1]
    tail = _comparison(first) or _apposed_figure(first, statement)
    if tail is None or tail.i - first.i > _LONGEST:
        return statement
    added = Span(statement.end, end_of(tail))
    if overlap((added,), (*statement.cue, *statement.source)) or '"' in text[slice(*added)]:
        return statement
    return dataclasses.replace(statement, content=merge([*statement.content, added], text))


def without_the_authors_name_for_it(statement: Statement, doc: Parse, text: str) -> Statement:
    """Leave a thing that the author keeps at a distance out of what it is called: "called the so-called fee | “theft”".

    Elsewhere the thing is part of the content, as in PolNeAR ("called | the fee “theft”").
    """
    verb = next((v for v in verbs_of(doc, statement.cue) if "naming" in _frames(v)), None)
    words = text[statement.start : statement.end]
    mark = next((place for place, sign in enumerate(words) if sign in _OPENING), None)
    if verb is None or not mark or words[-1] not in _CLOSING or _closing(words, mark) < len(words) - 1:
        return statement
    begin = statement.start + mark
    is_distant = _SO_CALLED.search(text, statement.start, begin) is not None
    named = next((c for c in verb.children if c.dep in _OBJECTS and verb.idx < c.idx < begin), None)
    return cut(statement, Span(statement.start, begin), text) if is_distant and named is not None else statement


def _closing(words: str, mark: int) -> int:
    """Where the quotation that opens at ``mark`` closes; the end of the words where it does not."""
    return next((place for place in range(mark + 1, len(words)) if words[place] in _CLOSING), len(words))


def _comparison(first: Token) -> Token | None:
    """The last word of a comparison with a figure that begins with a word."""
    if first.lower not in _COMPARING or not any(token.like_num for token in first.subtree):
        return None
    return None if first.right_edge.is_punct else first.right_edge


def _apposed_figure(first: Token, statement: Statement) -> Token | None:
    """The last word of a noun phrase that says more on a number in the content."""
    head = first
    while head.dep in ("det", "amod", "compound") and head.head.i > head.i:
        head = head.head
    figure = head.head
    is_number = figure.like_num or any(child.dep == "nummod" for child in figure.children)
    if head.dep != "appos" or head.left_edge != first or not is_number or is_animate(head):
        return None
    is_inside = any(start <= figure.idx < end for start, end in statement.content)
    return head.right_edge if is_inside and not head.right_edge.is_punct else None


def without_the_sources_name(statement: Statement, doc: Parse, text: str) -> Statement:
    """Give a name that begins a content to the source that it names: "According to the envoy |, Ann Lee, | it rains".

    What is said begins after it, with a noun and its verb that no comma divides.
    """
    between = text[statement.source[-1].end : statement.start] if statement.source else ""
    if not between or between.strip(", "):
        return statement  # most are so; looking for words in a long document takes its time
    words = doc.char_span(statement.start, statement.content[0].end, alignment_mode="contract")
    name = next((e for e in words.ents if e.start == words.start and e.label == "PERSON"), None) if words else None
    if words is None or name is None or text[name.end_char : name.end_char + 1] != ",":
        return statement
    source = doc.char_span(*statement.source[-1], alignment_mode="contract")
    is_beside = source is not None and "," in text[source[0].idx : statement.start]
    if source is None or not is_beside or not any(is_animate(t) and t.pos in ("NOUN", "PROPN") for t in source):
        return statement
    subject = next((t for t in words[len(name) + 1 :] if t.head.i <= t.i or t.dep in ("nsubj", "nsubjpass")), None)
    ahead = next((t for t in doc[subject.i : subject.sent.end] if t.pos in ("VERB", "AUX")), None) if subject else None
    if subject is None or ahead is None or is_animate(subject) or "," in text[subject.idx : ahead.idx]:
        return statement
    named = Span(statement.source[-1].start, name.end_char)
    mended = cut(statement, Span(statement.start, name.end_char + 1), text)
    return dataclasses.replace(mended, source=(*statement.source[:-1], named))


def _frames(verb: Token) -> tuple[str, ...]:
    row = cue_rows().get(verb.lemma.lower())
    return row.frames if row is not None else ()


#: The rules, in their order.
EXTENTS: tuple[Callable[[Statement, Parse, str], Statement], ...] = (
    with_the_naming_verb,
    with_the_interrupted_subject,
    with_the_relative_clause,
    with_the_figures_tail,
    without_the_sources_name,
    without_the_authors_name_for_it,
)
