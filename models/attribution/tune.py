"""Chooses the decoder's constants on articles that were not trained on, and calibrates its confidence there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from data import Article, make_example
from network import LABELS
from numpy.typing import NDArray
from score import Reader, Words, compare

from claimx.attributions.model.decoding import Found, Rules
from claimx.attributions.model.evidence import EVIDENCE
from claimx.attributions.model.tagger import spans_of, statements
from claimx.network.inputs import PieceMaker
from claimx.network.reader import Read
from claimx.network.windows import cut

Row = tuple[dict[str, Words], Found]
"""A statement in words of its text, and as the decoder found it."""

FOLDS = 6
BINS = 8  # of the confidence's calibration
RIDGE = 3.0  # pull of the confidence's weights towards nought, in units of standardised evidence
STRICT_WEIGHT = 0.3  # of strict F1 beside who-said-what F1 in what the search maximises

START = {
    "transition": 0.5, "cue": 2.0, "shy_cue": 2.0, "price": 1.0, "inside": 0.8, "first": 1.2, "last": 1.2,
    "piece": -1.0, "half_quote": -3.0, "no_source": 0.0, "pointed": 0.0, "threshold": 0.25,
}  # fmt: skip
GRID = {
    "cue": (1.0, 1.5, 2.0, 2.5, 3.0),
    "inside": (0.5, 0.8, 1.2),
    "first": (0.8, 1.2, 1.8),
    "last": (0.8, 1.2, 1.8),
    "piece": (-2.0, -1.0, 0.0),
    "transition": (0.25, 0.5, 0.75),
    "half_quote": (-6.0, -3.0, -1.0),
    "pointed": (-1.0, 0.0, 0.5),
    "no_source": (-0.4, 0.0, 0.4),
    "threshold": (0.2, 0.25, 0.3, 0.35),
}
READINGS = {"cue": (2.5, 2.0), "shy_cue": (-1.0, 0.0), "price": (0.35, 0.3, 0.4), "threshold": (0.3, 0.2, 0.25, 0.35)}
"""Constants of the choice between two readings, which needs the confidence; the first of each are the start."""


def transitions(articles: Sequence[Article], maker: PieceMaker) -> NDArray[np.float64]:
    """Log-frequencies of a label (column) after another (row); impossible ones are as good as minus infinity."""
    count = np.full((len(LABELS), len(LABELS)), 0.1)
    for article in articles:
        pieces = maker(article.text, article.paragraphs)
        for window in cut(pieces, 128, 256):
            tags = np.append(make_example(maker, pieces, window, article.annotations[0]).tags, 0)
            np.add.at(count, (tags[:-1], tags[1:]), 1)
    for inside in (2, 4, 6):
        for before in range(len(LABELS)):
            if before not in (inside, inside - 1):
                count[before, inside] = 0
    with np.errstate(divide="ignore"):
        return np.maximum(np.log(count / count.sum(1, keepdims=True)), -1e6).round(3)


class Bench:
    """Articles as the network has read them, ready to be decoded with one set of constants after another."""

    def __init__(self, articles: Sequence[Article], reads: Sequence[Read], bias: NDArray[np.float32]) -> None:
        """``reads`` are the windows of all articles, in order."""
        self.reads, self.bias = reads, bias
        self.readers = [Reader(a.text) for a in articles]
        self.gold = [[r.roles(g) for g in a.annotations[0]] for r, a in zip(self.readers, articles, strict=True)]

    def decode(self, rules: Rules) -> list[list[Row]]:
        """Statements of each article, whatever their confidence."""
        found: list[list[Row]] = [[] for _ in self.gold]
        for read, s in statements(self.reads, self.bias, replace(rules, threshold=0.0)):
            roles = {"source": [s.source] if s.source else [], "cue": [s.cue], "content": s.content}
            reader = self.readers[read.text]
            found[read.text].append(({name: reader.words(spans_of(read, r)) for name, r in roles.items()}, s))
        return found

    def evidence(self, found: Sequence[Sequence[Row]]) -> list[tuple[NDArray, NDArray]]:
        """Evidence [statements, EVIDENCE] of each article and whether each statement is right."""
        out = []
        for gold, rows in zip(self.gold, found, strict=True):
            right = np.zeros(len(rows))
            for pair in compare(gold, [a for a, _ in rows]):
                right[pair.system] = pair.right
            out.append((np.array([s.evidence for _, s in rows]).reshape(len(rows), len(EVIDENCE)), right))
        return out

    def judge(self, rules: Rules) -> tuple[float, float]:
        """Who-said-what F1 and strict F1, the confidence being fitted on other articles than it is used on."""
        found = self.decode(rules)
        confidence = cross_validated(self.evidence(found))
        total = right = strict = 0
        for gold, rows, sure in zip(self.gold, found, confidence, strict=True):
            kept = [a for (a, _), c in zip(rows, sure, strict=True) if c >= rules.threshold]
            pairs = compare(gold, kept)
            total += len(gold) + len(kept)
            right, strict = right + sum(p.right for p in pairs), strict + sum(p.strict for p in pairs)
        return 200 * right / total, 200 * strict / total

    def search(self, rules: Rules, grid: Mapping[str, Sequence[float]], rounds: int = 2) -> Rules:
        """Improve one constant after the other."""

        def value(rules: Rules) -> float:
            f1, strict = self.judge(rules)
            return f1 + STRICT_WEIGHT * strict

        best = value(rules)
        for _ in range(rounds):
            for name, options in grid.items():
                for option in options:
                    other = replace(rules, **{name: option})
                    if option != getattr(rules, name) and (reached := value(other)) > best + 0.02:
                        best, rules = reached, other
                print(f"{name} = {getattr(rules, name)}: {best:.2f}", flush=True)
        return rules

    def tune(self, rules: Rules, rounds: int) -> tuple[Rules, float]:
        """Choose all constants: those of one reading, its confidence, those of two, and the confidence again."""
        rules, _ = self.calibrate(self.search(rules, GRID, rounds))
        rules = replace(rules, **{name: options[0] for name, options in READINGS.items()})
        return self.calibrate(self.search(rules, READINGS, min(rounds, 1)))

    def calibrate(self, rules: Rules) -> tuple[Rules, float]:
        """Fit the confidence on all articles; returns its cross-validated expected calibration error, too."""
        evidence = self.evidence(self.decode(rules))
        sure = np.concatenate(cross_validated(evidence))
        right = np.concatenate([r for _, r in evidence])
        kept = sure >= rules.threshold
        weights, points = (x.astype(np.float32) for x in fit_confidence(evidence))
        error = calibration_error(sure[kept], right[kept])
        return replace(rules, confidence=weights, calibration=points), error


def fit(evidence: Sequence[NDArray], right: Sequence[NDArray]) -> NDArray[np.float64]:
    """Logistic regression with a ridge, by Newton's method; the constant comes last."""
    x, y = np.concatenate(evidence), np.concatenate(right)
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    z = np.c_[(x - mean) / deviation, np.ones(len(x))]
    ridge = np.append(np.full(x.shape[1], RIDGE), 1e-6)
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(ridge), z.T @ (p - y) + ridge * w)
    return np.append(w[:-1] / deviation, w[-1] - (w[:-1] * mean / deviation).sum())


def fit_confidence(evidence: Sequence[tuple[NDArray, NDArray]]) -> tuple[NDArray, NDArray]:
    """Weights of the regression, and the points that straighten its result: its mean and the share right, by bins."""
    weights = fit([e for e, _ in evidence], [r for _, r in evidence])
    guess = logistic(np.concatenate([e for e, _ in evidence]), weights)
    right = np.concatenate([r for _, r in evidence])
    bins = np.array_split(np.argsort(guess), BINS)
    share = np.maximum.accumulate([right[b].mean() for b in bins])
    points = np.array([[0, *(guess[b].mean() for b in bins), 1], [0, *share, 1]])
    return weights, points


def logistic(evidence: NDArray, weights: NDArray) -> NDArray[np.float64]:
    """The regression's result for each row of evidence."""
    return np.asarray(1 / (1 + np.exp(-(evidence @ weights[:-1] + weights[-1]))))


def cross_validated(evidence: Sequence[tuple[NDArray, NDArray]]) -> list[NDArray]:
    """Confidence of each article's statements, fitted on the other folds' articles."""
    out: list[NDArray] = [np.zeros(0)] * len(evidence)
    for fold in range(FOLDS):
        rest = [pair for i, pair in enumerate(evidence) if i % FOLDS != fold]
        weights, points = fit_confidence(rest)
        for i in range(fold, len(evidence), FOLDS):
            out[i] = np.interp(logistic(evidence[i][0], weights), *points)
    return out


def calibration_error(confidence: NDArray, right: NDArray, bins: int = 10) -> float:
    """Mean distance between confidence and share of right statements, over ten bins of equal size."""
    parts = np.array_split(np.argsort(confidence), bins)
    return float(sum(len(p) * abs(confidence[p].mean() - right[p].mean()) for p in parts) / len(confidence))
