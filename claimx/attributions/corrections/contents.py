"""Corrections of contents: where what is said begins and ends."""

from __future__ import annotations

import dataclasses

import regex

from claimx.attributions.corrections.cutting import closing_quotation, cut, frames_of, head_of, verbs_of
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows, cue_words
from claimx.lexicons.words import alternatives
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.spans import merge, overlap
from claimx.timex.calendar_words import weekday_names

_VERB_GROUP = roles.AUXILIARIES | {roles.NEGATION}
_NAMED = roles.OBJECTS | {roles.APPOSITION}
_OPENING = frozenset('"“')
_CLOSING = frozenset('"”')
_SO_CALLED = regex.compile(rf"\b(?:{alternatives('reporting/words', 'distancing')})\b", regex.IGNORECASE)
#: What a clause may open with that no weekday stands before as a part of a name or a noun phrase.
_OPENING_CLAUSES = frozenset((word_classes.DETERMINER, word_classes.PRONOUN, word_classes.NUMERAL))
_FEWEST = 3  # words of a content that opens with a day: a subject and a verb after it
_NEAR = 7  # words behind "but" in which nobody answers
_LONGEST = 40  # words in a relative clause or a tail


def within_the_noun_clause(statement: Statement, reading: Reading) -> Statement:
    """End a content before the verb whose subject its noun is: "The claim that it rains | was met with laughter"."""
    noun = head_of(reading.doc, statement.cue)
    if noun is None or noun.pos != word_classes.NOUN or noun.dep not in roles.SUBJECTS:
        return statement
    verb = noun.head
    first = min((c.idx for c in verb.children if c.dep in _VERB_GROUP and c.i < verb.i), default=verb.idx)
    if first < noun.idx or not any(start < first < end for start, end in statement.content):
        return statement
    return cut(statement, Span(first, statement.end), reading.text)


def without_addressee(statement: Statement, reading: Reading) -> Statement:
    """Begin a content after the one who is told: "told | the meeting | the council had no choice"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None or "addressee" not in getattr(cue_rows().get(verb.lemma.lower()), "frames", ()):
        return statement
    told = next((c for c in verb.children if c.dep in roles.OBJECTS and c.pos in word_classes.NOMINALS), None)
    clause = next((c for c in verb.children if c.dep == roles.CLAUSE_COMPLEMENT and c.i > verb.i), None)
    if told is None or clause is None or told.left_edge.idx != statement.start or clause.left_edge.i <= told.i:
        return statement
    return cut(statement, Span(statement.start, clause.left_edge.idx), reading.text)


def without_another_report(statement: Statement, reading: Reading) -> Statement:
    """End a content before a clause that is set against the report: "… said six were hurt | but she said nine were".

    Such a clause reports what somebody else says, or tells what came of it: "asked if it rains | but did not hear".
    """
    verb = next(verbs_of(reading.doc, statement.cue), None)
    if verb is None:
        return statement
    for token in reading.doc.within(Span(statement.start, statement.end)):
        if token.lower in cue_words("against") and _is_at_the_edge_of(token, statement, verb):
            return cut(statement, Span(token.idx, verb.sent.end_char), reading.text)
    return statement


def _is_at_the_edge_of(link: Token, statement: Statement, verb: Token) -> bool:
    """Whether a word links the statement's own clause with another that reports, or goes on with the same subject."""
    if link.sent is not verb.sent or link.i == 0 or link.i + 1 >= len(link.doc):
        return False
    if any(span.start <= link.idx < span.end for span in (*statement.source, *statement.cue)):
        return False
    head = link.head
    if _tells_of_no_answer(link, verb):
        return True
    if (
        link.dep == roles.CONJUNCTION and head is verb and link.lower in cue_words("but")
    ):  # "requested … but did not hear back"
        later = next((c for c in verb.children if c.dep == roles.CONJUNCT and c.i > link.i), None)
        is_joined = later is not None and link.i > verb.i and later.child(*roles.ALL_SUBJECTS) is None
        if later is not None and is_joined and not _has_modal(later):
            return True
    first = link.nbor()
    while first.head is not first and first.head.i > link.i and first.dep not in roles.SUBJECTS:
        first = first.head
    return first.dep == roles.SUBJECT and first.left_edge.i == link.i + 1 and _reports(first.head)


def _tells_of_no_answer(link: Token, verb: Token) -> bool:
    """Whether what follows on a question tells that nobody answered: "asked whether it was safe | but got no reply"."""
    after = link.doc[link.i + 1 : min(link.i + _NEAR, verb.sent.end)]
    is_asked = cue_lemma(link.doc, [Span(verb.idx, verb.end)]) in cue_words("asking")
    gets = any(token.lemma.lower() in cue_words("getting") for token in after)
    denies = any(token.dep == roles.NEGATION or token.lower in cue_words("no") for token in after)
    has_subject = any(token.dep in roles.SUBJECTS for token in after)
    return is_asked and link.lower in cue_words("but") and gets and denies and not has_subject


def _has_modal(verb: Token) -> bool:
    """Whether a verb tells what may be, as what is reported does: "said it would cost jobs, but **would** last"."""
    return any(child.dep in roles.AUXILIARIES and child.tag == word_classes.MODAL for child in verb.children)


def _reports(verb: Token) -> bool:
    """Whether a verb is a plain one of saying with a clause behind it, or puts a figure on something."""
    if "figure" in frames_of(verb) and any(child.lower == "at" and child.i > verb.i for child in verb.children):
        return True
    return verb.lower in cue_words("plain_cues") and any(
        c.dep == roles.CLAUSE_COMPLEMENT and c.i > verb.i for c in verb.children
    )


def from_the_quotation_on(statement: Statement, reading: Reading) -> Statement:
    """Begin a content at the quotation that ends it, after what it goes with: "reacted to it saying | “…”"."""
    verb = next(verbs_of(reading.doc, statement.cue), None)
    quotation = closing_quotation(statement, reading)
    if verb is None or quotation is None or not statement.start < quotation.start:
        return statement
    thing = verb.child(roles.OBJECT) or verb.child(roles.PREPOSITION)
    before = reading.doc.before(quotation.start)
    if thing is None or before is None or before.lower not in cue_words("links_to_words"):
        return statement
    if not thing.left_edge.idx <= statement.start < quotation.start or statement.start > thing.end + 1:
        return statement
    return cut(statement, Span(statement.start, quotation.start), reading.text)


def without_day_of_saying(statement: Statement, reading: Reading) -> Statement:
    """Begin a content after the day on which it was said: "said | Monday | two dams were close to overflowing"."""
    words = reading.doc.within(Span(statement.start, statement.end))
    if len(words) < _FEWEST or words[0].lower not in weekday_names():
        return statement
    day, after = words[0], words[1]
    if not statement.cue or reading.text[statement.cue[-1].end : day.idx].strip():
        return statement
    if after.pos == word_classes.DETERMINER and words[2].text[:1].isdecimal():  # "Friday the 13th"
        return statement
    is_free = day.dep not in roles.SUBJECTS | roles.PREMODIFIERS | {roles.POSSESSOR}
    is_named = after.pos == word_classes.NAME and after.ent_type not in ("", day.ent_type)
    if (
        after.pos in _OPENING_CLAUSES
        or after.lower == "that"
        or is_named
        or (is_free and after.pos in word_classes.NOMINALS)
    ):
        return cut(statement, Span(day.idx, after.idx), reading.text)
    return statement


def with_the_figures_tail(statement: Statement, reading: Reading) -> Statement:
    """Take in what is added to a figure at the end of a content: "the price rose 2% |, up from 1%"."""
    last = reading.doc.char_span(max(statement.start, statement.end - 1), statement.end, alignment_mode="expand")
    comma = last[-1].i + 1 if last is not None and len(last) else len(reading.doc)
    if (
        comma + 1 >= len(reading.doc)
        or reading.doc[comma].text != ","
        or reading.doc[comma].sent != reading.doc[comma + 1].sent
    ):
        return statement
    first = reading.doc[comma + 1]
    tail = _comparison(first)
    if tail is None or tail.i - first.i > _LONGEST:
        return statement
    added = Span(statement.end, tail.end)
    if overlap((added,), (*statement.cue, *statement.source)) or '"' in reading.text[slice(*added)]:
        return statement
    return dataclasses.replace(statement, content=merge([*statement.content, added], reading.text))


def without_the_authors_name_for_it(statement: Statement, reading: Reading) -> Statement:
    """Leave a thing that the author keeps at a distance out of what it is called: "called the so-called fee | “theft”".

    Elsewhere the thing is part of the content, as in PolNeAR ("called | the fee “theft”").
    """
    verb = next((v for v in verbs_of(reading.doc, statement.cue) if "naming" in frames_of(v)), None)
    words = reading.text[statement.start : statement.end]
    mark = next((place for place, sign in enumerate(words) if sign in _OPENING), None)
    if verb is None or not mark or words[-1] not in _CLOSING or _closing(words, mark) < len(words) - 1:
        return statement
    begin = statement.start + mark
    is_distant = _SO_CALLED.search(reading.text, statement.start, begin) is not None
    named = next((c for c in verb.children if c.dep in _NAMED and verb.idx < c.idx < begin), None)
    return cut(statement, Span(statement.start, begin), reading.text) if is_distant and named is not None else statement


def _closing(words: str, mark: int) -> int:
    """Where the quotation that opens at ``mark`` closes; the end of the words where it does not."""
    return next((place for place in range(mark + 1, len(words)) if words[place] in _CLOSING), len(words))


def _comparison(first: Token) -> Token | None:
    """The last word of a comparison with a figure that begins with a word."""
    if first.lower not in cue_words("comparing") or not any(token.like_num for token in first.subtree):
        return None
    return None if first.right_edge.is_punct else first.right_edge
