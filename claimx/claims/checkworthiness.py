"""How much a fact-checker would want to check a claim: a logistic regression over features that can be read.

The weights are ``wording/checkworthiness.toml``, written by ``models/checkworthiness/train.py`` from the ClaimBuster
data (Arslan et al., ICWSM 2020) and CheckThat! 2019 (Atanasova et al.); the model's card tells how good they are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from claimx.grammar.word_classes import VERBS
from claimx.lexicons.loader import load
from claimx.lexicons.weights import weights
from claimx.lexicons.words import word_set
from claimx.records import Event, Mentions, Reason

_WORD = regex.compile(r"\w+(?:['’]\w+)*")
_MODALS = word_set("wording/judging_words", "modals")
_LONGEST = 50  # words; a longer claim is no more worth checking for its length
_MOST = 3  # numbers, dates or names; more of them add nothing
_SHOWN = 4  # features named in the reason


@dataclass(frozen=True, slots=True)
class WordClass:
    """A closed class of words, lower-cased."""

    key: str
    words: tuple[str, ...]


def features(text: str, event: Event | None, mentions: Mentions) -> dict[str, float]:
    """The features of a claim's text, its main event and what is mentioned in it, each about 0 to 1."""
    words = [word.lower() for word in _WORD.findall(text)]
    quantities, times, entities = mentions.quantities, mentions.times, mentions.entities
    values = {
        "length": min(len(words), _LONGEST) / _LONGEST,
        "very_short": float(len(words) < 6),
        "quantities": min(len(quantities), _MOST) / _MOST,
        "has_quantity": float(bool(quantities)),
        "has_money_or_ratio": float(any(q.dimension in ("money", "ratio") for q in quantities)),
        "has_digits": float(any(map(str.isdigit, text))),
        "times": min(len(times), _MOST) / _MOST,
        "has_time": float(bool(times)),
        "entities": min(len(entities), _MOST) / _MOST,
        "has_person": float(any(e.label == "PERSON" for e in entities)),
        "has_body": float(any(e.label in ("ORG", "GPE", "NORP", "LAW") for e in entities)),
        "question": float("?" in text),
    }
    values |= _event_features(event)
    hits = Counter(name for word in words for name in _classes_of().get(word, ()))
    for name in word_classes():
        values[f"has_{name}"] = float(hits[name] > 0)
        values[f"share_{name}"] = min(1.0, 5 * hits[name] / max(1, len(words)))
    return values


def _event_features(event: Event | None) -> dict[str, float]:
    if event is None:
        return {"no_event": 1.0}
    return {
        "past": float(event.tense == "past"),
        "present": float(event.tense == "present"),
        "future": float(event.tense == "future"),
        "nominal": float(event.pos not in VERBS),
        "copula": float(event.lemma == "be"),
        "negated": float(event.negated),
        "modal": float(bool(_MODALS.intersection(event.auxiliaries))),
        "conditional": float(event.conditional),
        "imperative": float(event.imperative),
        "asks": float(event.question),
    }


def checkworthiness(values: Mapping[str, float]) -> tuple[float, Reason]:
    """The probability that a fact-checker would check a claim with these features, and the strongest of them."""
    own = weights("wording/checkworthiness")
    parts = {name: own[name] * value for name, value in values.items() if value and name in own}
    score = 1 / (1 + math.exp(-(own["intercept"] + sum(parts.values()))))
    strongest = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))[:_SHOWN]
    detail = ", ".join(f"{name} {value:+.2f}" for name, value in strongest if value)
    return round(score, 4), Reason("checkworthiness", "logistic", detail)


@cache
def _classes_of() -> dict[str, tuple[str, ...]]:
    """The classes of each word that has any."""
    classes: dict[str, tuple[str, ...]] = {}
    for name, members in word_classes().items():
        for word in members:
            classes[word] = (*classes.get(word, ()), name)
    return classes


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The closed classes of words (``wording/word_classes.toml``)."""
    return {name: frozenset(row.words) for name, row in load("wording/word_classes", WordClass).items()}
