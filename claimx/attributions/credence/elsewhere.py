"""How likely a statement is one outside of news, as a strict reader has it.

Somebody says, writes, shows, knows, believes, wants or fears something; acts, instructions and what anybody may think
are none. What tells them apart is what the cue means (saying, believing, knowing …)
together with what it governs (a clause, an infinitive, a thing), who its subject is, and how it is put (negated, under
a condition, with a modal verb): a logistic regression over these features and their pairs.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from claimx.attributions.circumstances import is_animate
from claimx.attributions.corrections.cutting import head_of, verbs_of
from claimx.attributions.credence.news import is_finite, is_quoted, logit
from claimx.attributions.places import quotations_near
from claimx.attributions.statement import Rank, Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.events import cue_event
from claimx.grammar.predicates import governing_word, words_within
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import CueRow, cue_rows, cue_words
from claimx.lexicons.nouns import is_body_noun, is_document_noun
from claimx.lexicons.weights import weights
from claimx.lexicons.words import word_set
from claimx.reading import Reading
from claimx.records import Event, Span

TABLE = "reporting/credence_elsewhere"
#: Stands between two features in the name of their pair's weight.
AND = " & "
_SHORT = 4
_CONDITIONS = word_set("grammar/function_words", "conditions")
_NO_CLAUSE = frozenset((*word_classes.NOMINALS, word_classes.NUMERAL, word_classes.ADJECTIVE))


class Features(NamedTuple):
    """What the probability is computed from; the fields are the names of the weights, all but the first 0 or 1."""

    logit: float
    rule: float
    # what the cue means
    assertive: float
    directive: float
    commissive: float
    expressive: float
    believing: float
    knowing: float
    wanting: float
    asking: float
    saying: float
    no_cue: float
    no_verb: float
    unlisted: float
    naming: float
    own_preposition: float
    # what it governs
    quoted: float
    clause: float
    says_a_clause: float
    believes_a_clause: float
    that: float
    infinitive: float
    thing: float
    question_word: float
    preposition: float
    short: float
    before: float
    # where it stands
    nested: float
    heading: float
    voiced: float
    taken_over: float
    signed: float
    # who says it
    first_person: float
    you: float
    pointing: float
    nobody: float
    name: float
    animate: float
    document: float
    inverted: float
    # how it is put
    negated: float
    modal: float
    past: float
    imperative: float
    base: float
    to: float
    passive: float
    condition: float


def probability(values: Features) -> float:
    """How likely a statement of these features is one."""
    own = weights(TABLE)
    present = [(name, value) for name, value in values._asdict().items() if value]
    score = own["intercept"] + sum(own[name] * value for name, value in present)
    for place, (name, value) in enumerate(present):
        score += sum(own.get(f"{name}{AND}{other}", 0.0) * value * also for other, also in present[place + 1 :])
    return 1 / (1 + math.exp(-score))


def features(statement: Statement, reading: Reading) -> Features:
    """What the probability of a statement is computed from."""
    doc = reading.doc
    row = cue_rows().get(cue_lemma(doc, statement.cue)) if statement.cue else None
    kind = _kind(row)
    cue = words_within(doc, statement.cue) if statement.cue else []
    verb, event = governing_word(cue), cue_event(doc, statement.cue) if statement.cue else None
    content = governing_word(words_within(doc, statement.content))
    first = next((t for t in doc.within(statement.content[0]) if not t.is_punct), None)
    speaker = head_of(doc, statement.source)
    said = speaker.lower if speaker is not None else ""
    voiced = bool(statement.cue) and _is_in_marks(statement.cue[0], reading)
    quoted = not voiced and is_quoted(statement, reading)
    has_clause = quoted or any(map(is_finite, verbs_of(doc, statement.content)))
    numbers: dict[str, bool | float] = {
        "logit": logit(statement.confidence),
        "rule": statement.rule.rank is Rank.RULE,
        **{name: kind == name for name in ("assertive", "directive", "commissive", "expressive")},
        **{name: kind == name for name in ("believing", "knowing", "wanting", "asking")},
        "saying": row is not None and "verb" in row.pos and kind == "assertive" and "clause" in row.frames,
        "no_cue": not statement.cue,
        "no_verb": row is not None and "verb" not in row.pos and "noun" not in row.pos,
        "unlisted": row is None and bool(statement.cue),
        "naming": row is not None and "naming" in row.frames,
        "own_preposition": row is not None and "preposition" in row.frames,
        "quoted": quoted,
        "clause": has_clause and not quoted,
        "says_a_clause": kind == "assertive" and has_clause and row is not None and "clause" in row.frames,
        "believes_a_clause": kind == "believing" and has_clause,
        "that": first is not None and first.dep == roles.MARKER and first.tag == word_classes.PREPOSITION_FORM,
        "infinitive": first is not None and first.tag == word_classes.TO,
        "thing": not quoted and content is not None and content.pos in _NO_CLAUSE,
        "question_word": first is not None and first.tag in word_classes.WH_FORMS,
        "preposition": bool(cue) and cue[-1].pos == word_classes.ADPOSITION,
        "short": sum(not t.is_punct for piece in statement.content for t in doc.within(piece)) < _SHORT,
        "before": bool(statement.cue) and statement.content[0].start < statement.cue[0].start,
        "nested": statement.parent is not None,
        "heading": stands_in_a_heading(statement, reading),
        "voiced": voiced,
        "taken_over": statement.implicit,
        "signed": bool(statement.source) and not statement.cue and not statement.implicit,
        "first_person": said in cue_words("first_person_sources"),
        "you": said in _listeners(),
        "pointing": said in cue_words("pointing_subjects") | cue_words("impersonal_subjects"),
        "nobody": not statement.source,
        "name": speaker is not None and speaker.pos == word_classes.NAME,
        "animate": speaker is not None and (is_animate(speaker) or is_body_noun(speaker.lower)),
        "document": speaker is not None and _bears_words(speaker),
        "inverted": bool(statement.cue and statement.source) and statement.source[0].start > statement.cue[0].start,
        **_manner(verb, event),
    }
    return Features(**{name: float(value) for name, value in numbers.items()})


def stands_in_a_heading(statement: Statement, reading: Reading) -> bool:
    """Whether what is said stands in the article's title."""
    first = statement.content[0].start
    return any(zone.kind == "title" and zone.span.start <= first < zone.span.end for zone in reading.layout.read)


def _is_in_marks(span: Span, reading: Reading) -> bool:
    return any(piece.covers(span) for q in quotations_near(reading.layout.quotations, *span) for piece in q.pieces)


def _bears_words(noun: Token) -> bool:
    """Whether a noun is a document or what else shows something ("the label", "evidence")."""
    lemma = noun.lemma.lower()
    return is_document_noun(lemma) or lemma in cue_words("showing")


def _kind(row: CueRow | None) -> str:
    """What a cue means: its speech act, those of the mind told apart."""
    if row is None:
        return ""
    if row.act == "interrogative":
        return "asking"
    if row.act != "epistemic":
        return row.act
    if row.strength == "unknown":
        return "wanting"
    return "believing" if row.strength in ("probable", "possible") and not row.factive else "knowing"


def _listeners() -> frozenset[str]:
    return frozenset(map(str.lower, cue_words("second_persons")))


def _manner(verb: Token | None, event: Event | None) -> dict[str, bool]:
    """How a cue is put."""
    children = verb.children if verb is not None else []
    return {
        "negated": event is not None and event.negated,
        "modal": any(c.tag == word_classes.MODAL for c in children),
        "past": event is not None and event.tense == "past",
        "imperative": event is not None and event.imperative,
        "base": verb is not None and verb.tag == word_classes.BASE,
        "to": any(c.tag == word_classes.TO for c in children),
        "passive": any(c.dep in roles.PASSIVE_MARKS for c in children),
        "condition": verb is not None and _is_under_a_condition(verb),
    }


def _is_under_a_condition(verb: Token) -> bool:
    """Whether a verb stands in a clause of "if", "when" or the like."""
    clauses = [token for token in (verb, *verb.ancestors) if token is verb or token.dep == roles.ADVERBIAL_CLAUSE]
    openers = (child for clause in clauses for child in clause.children if child.dep in (roles.MARKER, roles.ADVERB))
    return any(c.lower in _CONDITIONS or c.tag == word_classes.WH_ADVERB for c in openers)
