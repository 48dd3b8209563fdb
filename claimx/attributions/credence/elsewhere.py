"""How likely a statement is one outside of news, as a strict reader has it.

Somebody says, writes, shows, knows, believes, wants or fears something; acts, instructions and what anybody may think
are none. What tells "noted that" from "noted down" is what the words mean where they stand: the network gives each word
a number for its place (:mod:`claimx.network.said`); the means over the cue and the source, and that of the content's
first word, are added up, as a logistic regression has learned.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claimx.attributions.statement import Statement
from claimx.lexicons.weights import weights
from claimx.records import HeardWord, Span

TABLE = "reporting/credence_elsewhere"
#: The name of the weight of how much a text looks like news.
IN_NEWS = "in_news"
#: The places of words in a statement, of which the network tells something.
PLACES = ("cue", "source", "content")
#: The rows of the words in each place of a statement, in the order of :data:`PLACES`.
Rows = tuple[Sequence[int], Sequence[int], Sequence[int]]


class Features(NamedTuple):
    """What the probability is computed from beside the words, 0 or 1; the fields are the names of the weights."""

    no_cue: float
    nobody: float


class Words:
    """What the network says of the words of an article, for statements there."""

    def __init__(self, heard: Sequence[HeardWord]) -> None:
        self._heard = heard
        self._starts = [word.start for word in heard]

    def speak_for(self, statement: Statement) -> float:
        """How much the words of a statement speak for it: a part of the log-odds."""
        cue, source, content = ([self._heard[row] for row in rows] for rows in words_in_places(statement, self._starts))
        return (
            _mean([word.as_cue for word in cue])
            + _mean([word.as_source for word in source])
            + _mean([word.as_content for word in content])
        )


def words_in_places(statement: Statement, starts: Sequence[int]) -> Rows:
    """Which of some words stand in the cue, in the source, and as the content's first.

    Args:
        statement: any.
        starts: where the words begin, in text order.
    """
    return _within(statement.cue, starts), _within(statement.source, starts), _within(statement.content, starts)[:1]


def probability(values: Features, spoken_for: float, in_news: float = 0.0) -> float:
    """How likely a statement of these features is one.

    Args:
        values: its features.
        spoken_for: how much its words speak for it.
        in_news: how much the text looks like news, for what no annotator of news has a say in: it is likelier there.
    """
    own = weights(TABLE)
    score = own["intercept"] + spoken_for + in_news * own[IN_NEWS]
    score += sum(own[name] * value for name, value in values._asdict().items())
    return 1 / (1 + math.exp(-score))


def features(statement: Statement) -> Features:
    """What the probability of a statement is computed from beside its words."""
    return Features(no_cue=float(not statement.cue), nobody=float(not statement.source))


def _within(spans: Sequence[Span], starts: Sequence[int]) -> list[int]:
    return [row for span in spans for row in range(bisect_left(starts, span.start), bisect_left(starts, span.end))]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
