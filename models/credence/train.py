"""Trains the weights of a statement's credence: ``PYTHONPATH=. python models/credence/train.py DATA [--kept FOLDER]``.

DATA holds ``polnear``, ``gum``, ``timebank`` and ``basil``. Each article goes through claimx; with ``--kept`` what the
parser and the network say of it is kept there for the next time. A statement of PolNeAR's ``dev`` or of our samples is
right as the scorer of who-said-what pairs it, from a word F1 of half on; one of GUM as ``marks.jsonl`` says, marks made
by hand for this, by the text's name and where the content begins and ends. Three L2-regularised logistic regressions
are fitted (scikit-learn): what is right in news, what is a statement elsewhere, and what is news. Figures are
cross-validated over documents; there is no chance in it. Writes ``claimx/lexicons/en/reporting/credence*.toml`` and
``metrics.json``.
"""

from __future__ import annotations

import argparse
import json
import math
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from texts import HERE, Document, Heard, Row, texts
from vectors import write_weights

from claimx.attributions.credence import elsewhere, kind, news
from claimx.evaluation.gold import GoldArticle
from claimx.network.said import COLUMNS

LEXICONS = HERE.parents[1] / "claimx" / "lexicons" / "en"
FOLDS, BINS = 10, 10
#: From here on a statement is more likely right than wrong.
LIKELY = 0.5
#: L2 penalties on standardised features, chosen by cross-validation among powers of ten and their triples.
NEWS_PENALTY, ELSEWHERE_PENALTY, KIND_PENALTY = 3.0, 3000.0, 10.0
#: As large are features that no penalty shall hold back.
FREE = 100.0
#: Where a strict reader marked what is a statement.
OTHERS = ("gum", "short", "passages", "contrasts")
#: As how many statements one of the short texts counts, which hold more statements than texts do; and one of the rarer
#: kinds there, of which texts hold hardly any.
SHORT, RARE = 0.3, 3.0
#: Sets of texts too short to tell their kind.
SHORT_TEXTS = ("short", "passages", "contrasts")
#: Genres of GUM that nobody wrote.
SPOKEN = ("conversation", "podcast", "vlog")

HEAD = """\
# Weights of a logistic regression behind a statement's confidence, written by models/credence/train.py; do not edit.
[about]
origin = "Trained on PolNeAR's dev part, marks of our own on GUM's texts, and news; see models/credence/card.md."
licence = "MIT"

[rows]
"""

Array = NDArray[np.float64]


class Model(NamedTuple):
    """Weights of features, the intercept last."""

    weights: Array

    def of(self, x: Array, more: Array | float = 0.0) -> Array:
        """Probabilities, with something more in the log-odds."""
        return np.asarray(1 / (1 + np.exp(-(x @ self.weights[:-1] + self.weights[-1] + more))))


def fit(x: Array, y: Array, penalty: float) -> Model:
    """A logistic regression; features are standardised for the penalty alone."""
    scale = x.std(0) + 1e-6
    fitted = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-9).fit(x / scale, y)
    return Model(np.append(fitted.coef_[0] / scale, fitted.intercept_))


class Elsewhere(NamedTuple):
    """The model of other texts: weights of features, the intercept last, and words [places, size]; what news adds."""

    features: Model
    words: Array
    in_news: float

    def of(self, rows: Sequence[Row], share: float) -> Array:
        """Probabilities, in a text that looks so much like news."""
        more = np.nansum(_vectors(rows) * self.words, axis=(1, 2))
        more += np.where([row.beside_news for row in rows], share * self.in_news, 0.0)
        return self.features.of(np.array([row.elsewhere for row in rows]), more)


class Kind(NamedTuple):
    """The model of what is news: what a word says is ``words`` [size] times its vector, and ``intercept``."""

    words: Array
    intercept: float
    usual: float

    def of(self, document: Document) -> float:
        """The probability that a document is news."""
        said = document.words * (float(document.mean @ self.words) + self.intercept)
        return kind.probability(said, document.words, self.usual)


class Trained(NamedTuple):
    """The three models."""

    news: Model
    elsewhere: Elsewhere
    kind: Kind

    def sure(self, document: Document) -> Array:
        """The probability of each statement of a document that has gold."""
        share = self.kind.of(document)
        shares = np.where([row.beside_news for row in document.rows], 0.0, share)
        as_news = self.news.of(np.array([row.as_news for row in document.rows]))
        return np.asarray(shares * as_news + (1 - shares) * self.elsewhere.of(document.rows, share))


def train(documents: Sequence[Document]) -> Trained:
    """Fit the three models."""
    of_news = [row for d in documents if d.set in ("dev", "samples") for row in d.rows if not row.beside_news]
    elsewhere_model = fit_elsewhere([d for d in documents if d.set in OTHERS])
    news_model = fit(np.array([row.as_news for row in of_news]), _right(of_news), NEWS_PENALTY)
    return Trained(news_model, elsewhere_model, fit_kind([d for d in documents if d.set not in SHORT_TEXTS]))


def fit_kind(documents: Sequence[Document]) -> Kind:
    """Fit what is news."""
    means = np.array([d.mean for d in documents], np.float64)
    is_news = np.array([d.genre == "news" for d in documents])
    model = fit(means - means.mean(0), is_news.astype(float), KIND_PENALTY)
    intercept = float(model.weights[-1] - means.mean(0) @ model.weights[:-1])
    return Kind(model.weights[:-1], intercept, float((means[is_news] @ model.weights[:-1]).mean() + intercept))


def fit_elsewhere(documents: Sequence[Document]) -> Elsewhere:
    """Fit features and words together.

    A place without words has nothing to say, but for its own feature. Texts of ours hold statements more often than
    texts do; so each of their sets has an intercept of its own, and the model that of texts as they are. What the short
    texts, which are in the manner of news, add to what annotators of news did not look at, news adds.
    """
    judged = [(row, d.set) for d in documents for row in d.rows]
    rows = [row for row, _ in judged]
    counted = np.array([_counts(row, name) for row, name in judged])
    ours = np.array(
        [
            [name == "contrasts", name == "passages", name == "short", name == "short" and row.beside_news]
            for row, name in judged
        ]
    )
    vectors = _vectors(rows)
    mean, scale = np.nanmean(vectors, 0), np.nanstd(vectors, 0) + 1e-6
    words = np.nan_to_num((vectors - mean) / scale).reshape(len(rows), -1)
    features = np.array([row.elsewhere for row in rows])
    size = 1 / (features.std(0) + 1e-6)
    fitted = LogisticRegression(C=1 / ELSEWHERE_PENALTY, tol=1e-6, max_iter=10_000).fit(
        np.hstack([features * size, words, FREE * ours]), _right(rows), counted
    )
    own, of_words, of_sets = np.split(fitted.coef_[0], np.cumsum([features.shape[1], words.shape[1]]))
    of_words = of_words.reshape(mean.shape) / scale
    # the mean word of each place takes so much away, which is not there where the place is empty
    ahead = dict(zip(elsewhere.PLACES, -(of_words * mean).sum(1), strict=True))
    weights = dict(zip(elsewhere.Features._fields, own * size, strict=True))
    weights["no_cue"] -= ahead["cue"]
    weights["nobody"] -= ahead["source"]
    model = Model(np.array([*weights.values(), fitted.intercept_[0] + sum(ahead.values())]))
    return Elsewhere(model, of_words, FREE * float(of_sets[2:].sum()))


def _vectors(rows: Sequence[Row]) -> Array:
    return np.stack([row.vectors for row in rows]).astype(np.float64)


def _counts(row: Row, of: str) -> float:
    return 1.0 if of != "short" else RARE if row.beside_news else SHORT


def _right(rows: Sequence[Row]) -> Array:
    return np.array([row.right for row in rows])


def cross_validated(documents: Sequence[Document]) -> dict[str, Array]:
    """The probabilities of each document's statements, by models of the other folds."""
    fold = [zlib.crc32(document.name.encode()) % FOLDS for document in documents]
    sure: dict[str, Array] = {}
    for number in range(FOLDS):
        model = train([d for d, f in zip(documents, fold, strict=True) if f != number])
        own = [d for d, f in zip(documents, fold, strict=True) if f == number and d.rows]
        sure |= {d.name: model.sure(d) for d in own}
    return sure


def by_genre(documents: Sequence[Document]) -> dict[str, Array]:
    """The probabilities of the statements of GUM's documents, by models of all other genres."""
    sure: dict[str, Array] = {}
    for genre in sorted({d.genre for d in documents if d.set == "gum" and d.genre != "news"}):
        model = train([d for d in documents if d.genre != genre])
        own = [d for d in documents if d.genre == genre and d.rows]
        sure |= {d.name: model.sure(d) for d in own}
    return sure


def figures(sure: Mapping[str, Array], documents: Sequence[Document]) -> dict[str, float]:
    """Shares of right ones, expected calibration error, area under the curve, and what is kept from LIKELY on."""
    rows = [row for d in documents for row in d.rows]
    p, right = np.concatenate([sure[d.name] for d in documents if d.rows]), _right(rows)
    parts = np.array_split(np.argsort(p), BINS)
    error = sum(len(part) * abs(p[part].mean() - right[part].mean()) for part in parts) / len(p)
    kept = p >= LIKELY
    found = {
        "statements": len(rows), "right": right.mean(), "calibration_error": error,
        "area_under_curve": roc_auc_score(right, p),
        "kept": kept.mean(), "right_of_kept": right[kept].mean(), "right_ones_kept": right[kept].sum() / right.sum(),
    }  # fmt: skip
    if rows[0].mark:
        none = np.array([row.mark in ("none", "topic") for row in rows])
        found |= {"no_statement": none.mean(), "no_statement_of_kept": none[kept].mean()}
    return {name: round(float(value), 4) for name, value in found.items()}


def who_said_what(sure: Mapping[str, Array], documents: Sequence[Document], gold: int, least: float) -> float:
    """F1 of PolNeAR's attributions where what is less likely is left out."""
    kept = [row for d in documents for row, p in zip(d.rows, sure.get(d.name, ()), strict=True) if p >= least]
    return round(2 * sum(row.close for row in kept) / (len(kept) + gold), 4)


def write(name: str, rows: Mapping[str, float]) -> None:
    """Write a lexicon."""
    lines = [f"{json.dumps(key)} = {{ weight = {value:.4f} }}" for key, value in sorted(rows.items())]
    (LEXICONS / f"{name}.toml").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def write_all(model: Trained) -> None:
    """Write the three lexicons, and the weights of words into the network."""
    write(news.TABLE, dict(zip((*news.Features._fields, "intercept"), model.news.weights, strict=True)))
    names = (*elsewhere.Features._fields, "intercept")
    own = dict(zip(names, model.elsewhere.features.weights, strict=True))
    write(elsewhere.TABLE, own | {elsewhere.IN_NEWS: model.elsewhere.in_news})
    write(kind.TABLE, {"usual": model.kind.usual, "intercept": model.kind.intercept})
    assert (*elsewhere.PLACES, "news") == COLUMNS
    write_weights(np.column_stack([model.elsewhere.words.T, model.kind.words]))


def main() -> None:
    """Fit, measure and write."""
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("--kept", type=Path)
    given = options.parse_args()
    heard = Heard(given.kept)
    read = list(texts(given.data))
    documents = [heard.read(text) for text in read]
    gold = sum(len(t.gold.attributions) for t in read if t.set == "dev" and isinstance(t.gold, GoldArticle))
    sure, unseen = cross_validated(documents), by_genre(documents)
    dev, samples = ([d for d in documents if d.set == name] for name in ("dev", "samples"))
    written = [d for d in documents if d.set == "gum" and d.rows and d.genre not in SPOKEN]
    short, passages, contrasts = ([d for d in documents if d.set == name and d.rows] for name in SHORT_TEXTS)
    spoken = [d for d in documents if d.set == "gum" and d.rows and d.genre in SPOKEN]
    measured = {
        "news": figures(sure, dev),
        "who said what": {str(least): who_said_what(sure, dev, gold, least) for least in (0.0, 0.3, 0.4, LIKELY, 0.6)},
        "samples": figures(sure, samples),
        "written": figures(sure, written),
        "written, genre left out": figures(unseen, written),
        "spoken": figures(sure, spoken),
        "short": figures(sure, short),
        "passages": figures(sure, passages),
        "contrasts": figures(sure, contrasts),
    }
    write_all(train(documents))
    (HERE / "metrics.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(measured, indent=1))
    assert all(math.isfinite(value) for part in measured.values() for value in part.values())


if __name__ == "__main__":
    main()
