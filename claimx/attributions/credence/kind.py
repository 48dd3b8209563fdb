"""How much an article looks like news: told from what it talks of, and how, without any label.

News names people and bodies, dates and sums, quotes, and reports in most of its sentences; a letter has "I" and "we",
a guide "you", a paper brackets, a novel the past. A logistic regression over such rates
(``reporting/credence_kind.toml``) gives the probability. A short text has the rates of news until its own words
outweigh them: it is what claimx is for.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimx.attributions.credence import elsewhere
from claimx.attributions.credence.news import logit
from claimx.attributions.statement import Statement
from claimx.grammar import word_classes
from claimx.grammar.tokens import Parse, Token
from claimx.lexicons.weights import weights
from claimx.lexicons.words import word_set
from claimx.reading import Reading
from claimx.records import Quotation

TABLE = "reporting/credence_kind"
_WORDS = "grammar/persons"
_ENDS = ".!?\"”’'"


class _Rate(NamedTuple):
    """What is counted, of what, and what it is in news: so many of that are added to what is counted."""

    name: str
    of: str
    usual: float
    added: float


#: Rates whose logarithms are features, and shares that are features themselves; what is usual was read off news.
RATES = (
    _Rate("you", "own words", 0.003, 300),
    _Rate("i", "own words", 0.004, 300),
    _Rate("we", "own words", 0.004, 300),
    _Rate("adverbs", "own words", 0.03, 150),
    _Rate("people", "words", 0.025, 120),
    _Rate("bodies", "words", 0.018, 120),
    _Rate("places", "words", 0.018, 120),
    _Rate("dates", "words", 0.012, 150),
    _Rate("sums", "words", 0.004, 200),
    _Rate("numbers", "words", 0.008, 150),
    _Rate("works", "words", 0.003, 200),
    _Rate("quoted", "words", 0.1, 150),
    _Rate("brackets", "words", 0.002, 200),
    _Rate("words", "paragraphs", 42, 4),
)
SHARES = (
    _Rate("past", "finite", 0.6, 15),
    _Rate("infinite", "verbs", 0.3, 15),
    _Rate("headings", "paragraphs", 0.05, 8),
    _Rate("statements", "sentences", 0.6, 10),
    _Rate("says a clause", "sentences", 0.35, 10),
    _Rate("named", "statements", 0.35, 5),
    _Rate("minds", "statements", 0.17, 5),
    _Rate("logits", "statements", 1.7, 5),
)
#: Which of OntoNotes' labels of names count as what.
_LABELS = {
    "PERSON": "people", "ORG": "bodies", "GPE": "places", "LOC": "places", "FAC": "places", "NORP": "places",
    "DATE": "dates", "TIME": "dates", "MONEY": "sums", "PERCENT": "sums", "CARDINAL": "numbers", "QUANTITY": "numbers",
    "ORDINAL": "numbers", "WORK_OF_ART": "works", "LAW": "works", "EVENT": "works", "PRODUCT": "works",
    "LANGUAGE": "works",
}  # fmt: skip
_TAGS = {
    **dict.fromkeys((word_classes.PRESENT, word_classes.PRESENT_THIRD), ("finite", "verbs")),
    word_classes.PAST: ("past", "finite", "verbs"),
    **dict.fromkeys((word_classes.BASE, word_classes.MODAL), ("infinite", "verbs")),
}


def looks_like_news(reading: Reading, found: Sequence[tuple[Statement, elsewhere.Features]]) -> float:
    """The probability that an article is news, by its text and the statements found in it."""
    own = weights(TABLE)
    values = features(reading, found)
    score = own["intercept"] + sum(own[name] * value for name, value in values.items())
    return 1 / (1 + math.exp(-score))


def features(reading: Reading, found: Sequence[tuple[Statement, elsewhere.Features]]) -> dict[str, float]:
    """What the probability is computed from, by the names of the weights."""
    counts = _of_text(reading)
    counts["statements"] = len(found)
    for statement, values in found:
        counts["says a clause"] += values.says_a_clause
        counts["named"] += values.name
        counts["minds"] += values.believing + values.knowing + values.wanting
        counts["logits"] += logit(statement.confidence)
    shares = {
        rate: (counts[rate.name] + rate.usual * rate.added) / (counts[rate.of] + rate.added)
        for rate in (*RATES, *SHARES)
    }
    return {rate.name: math.log(share) if rate in RATES else share for rate, share in shares.items()}


def _of_text(reading: Reading) -> defaultdict[str, float]:
    """What there is in a text, by kinds."""
    counts: defaultdict[str, float] = defaultdict(float)
    for name in reading.heard.names:
        counts[_LABELS.get(name.label, "")] += 1
    zones = [reading.text[zone.span.start : zone.span.end].rstrip() for zone in reading.layout.read]
    counts["paragraphs"] = len(zones)
    counts["headings"] = sum(not zone.endswith(tuple(_ENDS)) for zone in zones)
    counts["sentences"] = sum(1 for _ in reading.doc.sents)
    counts["brackets"] = sum(token.text in "([" for token in reading.doc if token.is_punct)
    counts["words"] = sum(not (token.is_punct or token.is_space) for token in reading.doc)
    for token in _own_words(reading.doc, reading.layout.quotations):
        counts["own words"] += 1
        for form in _TAGS.get(token.tag, ()):
            counts[form] += 1
        counts["adverbs"] += token.pos == word_classes.ADVERB
        for person in ("you", "i", "we"):
            counts[person] += token.lower in word_set(_WORDS, person)
    counts["quoted"] = counts["words"] - counts["own words"]
    return counts


def _own_words(doc: Parse, quotations: Sequence[Quotation]) -> Iterator[Token]:
    """The words outside of quotations."""
    pieces = sorted(piece for quotation in quotations for piece in quotation.pieces)
    place = 0
    for token in doc:
        while place < len(pieces) and pieces[place].end <= token.idx:
            place += 1
        is_quoted = place < len(pieces) and pieces[place].start <= token.idx
        if not (is_quoted or token.is_punct or token.is_space):
            yield token
