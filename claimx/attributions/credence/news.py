"""How likely a statement of news is right in the main: what the model or the rule says, and how it is built.

A logistic regression (``reporting/credence.toml``) weighs the network's probability with signs of an act ("moved to
leave"): no clause, a verb that reports none, "you" or "who" for a source.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from claimx.attributions.corrections.cutting import head_of, verbs_of
from claimx.attributions.joining import quoted_pieces
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows, cue_words
from claimx.lexicons.weights import weights
from claimx.reading import Reading
from claimx.text.spans import length

TABLE = "reporting/credence"
_SHORT = 4
"""Words of a content that is short."""
QUOTED = 0.3
"""A content of which more than this share stands in quotation marks is quoted."""
_SUREST = 0.98


class Features(NamedTuple):
    """What the probability is computed from; the fields are the names of the weights, all but the first 0 or 1."""

    logit: float
    reports_a_clause: float
    expresses: float
    quoted: float
    first_person: float
    anybody: float
    nobody: float
    infinitive: float
    participle: float
    short: float


def probability(values: Features) -> float:
    """How likely a statement of these features is right."""
    own = weights(TABLE)
    score = own["intercept"] + sum(own[name] * value for name, value in values._asdict().items())
    return 1 / (1 + math.exp(-score))


def features(statement: Statement, reading: Reading) -> Features:
    """What the probability of a statement is computed from."""
    doc = reading.doc
    quoted = is_quoted(statement, reading)
    row = cue_rows().get(cue_lemma(doc, statement.cue)) if statement.cue else None
    verb = next(verbs_of(doc, statement.cue), None)
    head = head_of(doc, statement.source)
    source = head.lower if head is not None else ""
    words = doc.within(statement.content[0])
    has_clause = quoted or any(map(is_finite, verbs_of(doc, statement.content)))
    return Features(
        logit=logit(statement.confidence),
        reports_a_clause=float(has_clause and row is not None and "clause" in row.frames),
        expresses=float(row is not None and row.act == "expressive"),
        quoted=float(quoted),
        first_person=float(source in cue_words("first_person_sources")),
        anybody=float(source in cue_words("anybody")),
        nobody=float(not statement.source),
        infinitive=float(bool(words) and words[0].tag == word_classes.TO),
        participle=float(verb is not None and verb.tag == word_classes.GERUND),
        short=float(sum(not t.is_punct for piece in statement.content for t in doc.within(piece)) < _SHORT),
    )


def is_quoted(statement: Statement, reading: Reading) -> bool:
    """Whether what is said stands in quotation marks in the main."""
    quoted = quoted_pieces(statement.content, reading.layout.quotations)
    return length(quoted) > QUOTED * length(statement.content)


def logit(probability: float) -> float:
    """The log-odds of a probability; none is so sure that it could not be outweighed."""
    sure = min(max(probability, 1 - _SUREST), _SUREST)
    return math.log(sure / (1 - sure))


def is_finite(verb: Token) -> bool:
    """Whether a verb, or its auxiliary, has tense."""
    auxiliaries = (child.tag for child in verb.children if child.dep in roles.AUXILIARIES)
    return verb.tag in word_classes.FINITE or any(tag in word_classes.FINITE for tag in auxiliaries)
