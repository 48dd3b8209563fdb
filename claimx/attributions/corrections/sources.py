"""Corrections of sources: who it is that a statement's verb makes speak."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from itertools import pairwise

from claimx.attributions.corrections.cutting import cut, head_of, is_set_off, verbs_of
from claimx.attributions.passive_reports import as_saying, passive_above, urged_by
from claimx.attributions.rules.constructions import speaker_span
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words
from claimx.reading import Reading
from claimx.records import Span
from claimx.text.spans import merge, overlap, subtract, without_marks

#: Where a noun stands that is no subject of its sentence.
_OBJECTS = frozenset((roles.PREPOSITION_OBJECT, roles.OBJECT, roles.CONJUNCT, roles.APPOSITION))
#: What stands between a noun and the clause on it.
_BEFORE_CLAUSES = " \t\n,–—-"
#: Verbs that share the subject of the one above them.
_SHARING = frozenset((roles.CONJUNCT, roles.OPEN_COMPLEMENT))
#: What the parser takes a participle's clause for that opens a sentence.
_OPENING_CLAUSES = frozenset((roles.ADVERBIAL_CLAUSE, roles.CLAUSAL_SUBJECT))
_CLOSING_MARKS = frozenset("),;:–—")
_BLANK = re.compile(r"\s*\n\s*\n\s*")
_DEEPEST = 30  # steps from a word up to its verb; a longer way is a broken parse


def with_subject(statement: Statement, reading: Reading) -> Statement:
    """Give a statement the subject of its verb for source, where the source is an object in a phrase between them.

    "The ministry, in letters addressed to the envoy on Monday, stated that …": the envoy is no speaker. Nor are the
    pens in "the seller of maps and pens reported a loss".
    """
    verb = next(verbs_of(reading.doc, statement.cue), None)
    speaker = head_of(reading.doc, statement.source)
    if verb is None or speaker is None or speaker.dep not in _OBJECTS:
        return statement
    subject = next(
        (c for c in verb.children if c.dep == roles.SUBJECT and c.tag not in word_classes.RELATIVE_PRONOUNS), None
    )
    way = list(_way_up(speaker, verb))
    if subject is None or not way:
        return statement
    end = subject.right_edge.end
    if not any(token.dep in roles.CLAUSES_OF_NOUNS or is_set_off(token) for token in way):
        if speaker.dep != roles.CONJUNCT or not subject.left_edge.idx < speaker.idx < end:
            return statement
    elif subject.left_edge.idx < speaker.idx < end:  # the clause hangs on the subject: the subject ends before it
        branch = next((token for token in way if token.head.i == subject.i), way[-1])
        end = branch.left_edge.idx
    source = without_marks([Span(subject.left_edge.idx, end)], reading.text)
    return dataclasses.replace(statement, source=source)


def with_shared_subject(statement: Statement, reading: Reading) -> Statement:
    """Give a statement without a source the subject that its verb shares: "She rose but was forced to admit that …"."""
    verb = next(reversed(list(verbs_of(reading.doc, statement.cue))), None)
    if statement.source or verb is None or verb.dep not in _SHARING or _is_passive(verb):
        return statement
    above = verb
    while above.dep in _SHARING and above.head is not above:
        subject = above.child(*roles.SUBJECTS)
        if subject is not None:
            break
        above = above.head
    subject = above.child(*roles.SUBJECTS)
    if subject is None or subject.pos not in word_classes.NOMINALS or subject.lower in cue_words("impersonal_subjects"):
        return statement
    source = without_marks([Span(subject.left_edge.idx, subject.right_edge.end)], reading.text)
    return statement if overlap(source, statement.content) else dataclasses.replace(statement, source=source)


def within_a_paragraph(statement: Statement, reading: Reading) -> Statement:
    """Take from a source what a blank line parts from the words next to the cue: a byline, "| **ADA HOLM** says …"."""
    if not statement.cue or not statement.source:
        return statement
    first, last = statement.source[0], statement.source[-1]
    if not _BLANK.search(reading.text, first.start, last.end):
        return statement
    parts = (first.start, *(match.end() for match in _BLANK.finditer(reading.text, first.start, last.end)), last.end)
    paragraphs = [Span(*pair) for pair in pairwise(parts)]
    nearest = paragraphs[-1] if statement.cue[0].start >= last.end else paragraphs[0]
    pieces = (Span(max(start, nearest.start), min(end, nearest.end)) for start, end in statement.source)
    source = without_marks([piece for piece in pieces if piece.start < piece.end], reading.text)
    return dataclasses.replace(statement, source=source) if source else statement


def of_who_urges(statement: Statement, reading: Reading) -> Statement:
    """Let a passive that asks be said by the one behind "by": "The premier is being urged to resign by **her party**".

    The content is what is to be done.
    """
    found = next((f for verb in verbs_of(reading.doc, statement.cue) if (f := urged_by(verb)) is not None), None)
    if found is None:
        return statement
    source = (speaker_span(found.speaker, reading.text),)
    return dataclasses.replace(statement, source=source, content=(found.content,))


def _is_passive(verb: Token) -> bool:
    return any(child.dep in roles.PASSIVE_MARKS for child in verb.children)


def without_set_off_phrase(statement: Statement, reading: Reading) -> Statement:
    """End a source before a phrase that is set off and tells where or in what: "The ministry | , in two letters …"."""
    head = head_of(reading.doc, statement.source)
    words = reading.doc.char_span(*statement.source[0], alignment_mode="expand") if head is not None else None
    above = (head, head.head) if head is not None else ()
    phrase = next(
        (t for t in words or () if is_set_off(t) and t.lower in cue_words("whereabouts") and t.head in above), None
    )
    if head is None or phrase is None or phrase.i < head.i:
        return statement
    source = [piece for span in statement.source for piece in subtract(span, [Span(phrase.idx, span.end)])]
    stripped = [Span(start, start + len(reading.text[start:end].rstrip())) for start, end in source]
    return dataclasses.replace(statement, source=without_marks(stripped, reading.text))


def without_relative_pronoun(statement: Statement, reading: Reading) -> Statement:
    """End a source before the pronoun of a clause that it does not hold: "one of them | , who | had slept, said".

    In that clause, where it is set off, the pronoun alone speaks: "one of them, | who | said that he slept".
    """
    if not statement.source:
        return statement
    start, end = statement.source[-1]
    noun, _, last = reading.text[start:end].rpartition(" ")
    named = noun.rstrip(_BEFORE_CLAUSES)
    if not named or last == "whom" or last not in cue_words("relatives"):  # "many of whom" is a whole
        return statement
    pronoun = Span(end - len(last), end)
    subjects = (verb.child(*roles.SUBJECTS) for verb in verbs_of(reading.doc, statement.cue))
    is_set_off = noun.rstrip() != named
    if is_set_off and any(subject is not None and subject.idx == pronoun.start for subject in subjects):
        return dataclasses.replace(statement, source=(pronoun,))
    return dataclasses.replace(statement, source=(*statement.source[:-1], Span(start, start + len(named))))


def without_hearer(statement: Statement, reading: Reading) -> Statement:
    """A statement without its source where that is a body that hears it: "The jury heard …", "The court was told …"."""
    if not statement.source:
        return statement
    for verb in verbs_of(reading.doc, statement.cue):
        is_passive = any(child.dep == roles.PASSIVE_AUXILIARY for child in verb.children)
        if verb.lemma != "hear" and not (verb.lemma in cue_words("telling_hearers") and is_passive):
            continue
        subjects = [child for child in verb.children if child.dep in roles.SUBJECTS]
        if any(
            s.lemma.lower() in cue_words("hearing_bodies") and overlap(statement.source, [Span(s.idx, s.end)])
            for s in subjects
        ):
            return dataclasses.replace(statement, source=())
    return statement


def _way_up(token: Token, verb: Token) -> Iterator[Token]:
    """The tokens from one up to a verb above it, without the verb; nothing where the verb is not above it."""
    way = [token]
    while way[-1].head.i != way[-1].i and len(way) < _DEEPEST:
        if way[-1].head.i == verb.i:
            yield from way
            return
        way.append(way[-1].head)


def of_the_one_quoted(statement: Statement, reading: Reading) -> Statement:
    """Let a passive's subject say what an outlet quotes: "**She** was quoted by the Gazette as saying that it rains".

    The cue is the passive with its "as saying"; the content is what stands behind that, or around it.
    """
    cues = [passive_above(verb) or verb for verb in verbs_of(reading.doc, statement.cue)]
    verb, saying = next(((verb, said) for verb in cues if (said := as_saying(verb)) is not None), (None, None))
    subject = verb.child(roles.PASSIVE_SUBJECT) if verb is not None else None
    if verb is None or saying is None or subject is None:
        return statement
    first = min((c for c in verb.children if c.dep in roles.AUXILIARIES), key=lambda c: c.i, default=verb)
    cue = merge([Span(min(first.idx, verb.idx), verb.end), Span(saying.nbor(-1).idx, saying.end)], reading.text)
    clause = saying.child(roles.CLAUSE_COMPLEMENT)
    end = clause.left_edge.idx if clause is not None and clause.i > saying.i else saying.end  # "as telling them that …"
    mended = cut(statement, Span(subject.left_edge.idx, end), reading.text)
    source = without_marks([Span(subject.left_edge.idx, min(subject.right_edge.end, first.idx))], reading.text)
    return dataclasses.replace(mended, source=source, cue=cue)


def without_loose_end(statement: Statement, reading: Reading) -> Statement:
    """End a source before words that go on outside of it: "The council | on | Monday said", "a guard, | known as | …".

    Or that begins with the mark behind other words: "| ), | a lawyer, said".
    """
    if not statement.source:
        return statement
    *before, last = statement.source
    words = reading.doc.within(last)
    first, kept = 0, len(words)
    while first + 1 < kept and words[first].text in _CLOSING_MARKS:
        first += 1
    while kept > first + 1 and _goes_on(words[kept - 1], last.end):
        kept -= 1
    if not first and kept == len(words):
        return statement
    whole = Span(words[first].idx, _owner_end(words[-1]) or words[kept - 1].end)
    return dataclasses.replace(statement, source=without_marks([*before, whole], reading.text))


def _owner_end(word: Token) -> int:
    """Where what "of" leads to ends, up to a mark: "Ana Ruiz of | Harn |, however, said"; 0 behind other words."""
    thing = word.child(roles.PREPOSITION_OBJECT) if word.lower == "of" else None
    if thing is None or any(token.is_punct for token in word.doc[word.i + 1 : thing.i]):
        return 0
    return thing.end


def _goes_on(word: Token, end: int) -> bool:
    """Whether a word at the end of a source leads on to words behind it, or is a mark before such words."""
    if word.pos == word_classes.ADPOSITION:
        return any(child.idx >= end for child in word.children)  # not "the firm that she works for"
    if word.tag == word_classes.POSSESSIVE_MARK:  # "the ministry | 's | claim"
        return word.head.dep == roles.POSSESSOR
    is_set_off = word.i > 0 and word.nbor(-1).text == ","
    if (
        is_set_off and word.tag == word_classes.GERUND
    ):  # "the minister, | speaking | on the radio"; not "she, laughing,"
        return any(child.idx >= end for child in word.children)
    is_participle = word.tag == word_classes.PARTICIPLE and is_set_off
    return is_participle or word.pos == word_classes.COORDINATOR or word.text in {",", "–", "—"}


def without_fronted_clause(statement: Statement, reading: Reading) -> Statement:
    """Begin a source behind the clause that opens the sentence: "Opening the case at Arden, | Ada Holm KC | said".

    The parse may hang who speaks as an apposition on the last noun of that clause; the verb then has no subject.
    """
    if not statement.source:
        return statement
    tokens = reading.doc.within(statement.source[0])
    opening = tokens[0] if tokens else None
    if opening is None or opening.dep not in _OPENING_CLAUSES or opening.head.child(*roles.SUBJECTS) is not None:
        return statement
    apposed = (t for t in tokens if t.dep == roles.APPOSITION and t.left_edge.i > opening.i)
    speaker = next((t for t in apposed if t.left_edge.nbor(-1).text == ","), None)
    if speaker is None:
        return statement
    first = Span(speaker.left_edge.idx, statement.source[0].end)
    return dataclasses.replace(statement, source=(first, *statement.source[1:]))
