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
import itertools
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

from claimx.attributions.credence import elsewhere, kind, news
from claimx.evaluation.gold import GoldArticle

LEXICONS = HERE.parents[1] / "claimx" / "lexicons" / "en"
FOLDS, BINS = 10, 10
#: From here on a statement is more likely right than wrong.
LIKELY = 0.5
#: L2 penalties on standardised features, chosen by cross-validation among powers of ten and their triples.
NEWS_PENALTY, ELSEWHERE_PENALTY, KIND_PENALTY = 3.0, 100.0, 10.0
#: Pairs of features that fewer statements have get no weight.
FEWEST = 12
#: Most of what claimx is given is news: the log-odds that are added for that.
NEWS_BEFOREHAND = 0.5
#: Where a strict reader marked what is a statement.
OTHERS = ("gum", "short")
#: As how many statements one of the short texts counts, which hold more statements than texts do; and one of the rarer
#: kinds there, of which texts hold hardly any.
SHORT, RARE = 0.3, 3.0
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

    def of(self, x: Array) -> Array:
        """Probabilities."""
        return np.asarray(1 / (1 + np.exp(-(x @ self.weights[:-1] + self.weights[-1]))))


def fit(x: Array, y: Array, penalty: float, weight: Array | None = None) -> Model:
    """A logistic regression; features are standardised for the penalty alone."""
    scale = x.std(0) + 1e-6
    fitted = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-9).fit(x / scale, y, weight)
    return Model(np.append(fitted.coef_[0] / scale, fitted.intercept_))


class Trained(NamedTuple):
    """The three models, and the pairs of features that have weights elsewhere."""

    news: Model
    elsewhere: Model
    kind: Model
    pairs: list[tuple[int, int]]

    def share(self, documents: Sequence[Document]) -> Array:
        """How much each document looks like news."""
        return self.kind.of(_kinds(documents))

    def sure(self, document: Document, share: float) -> Array:
        """The probability of each statement of a document that has gold."""
        as_news = self.news.of(np.array([row.as_news for row in document.rows]))
        other = self.elsewhere.of(_with_pairs(document.rows, self.pairs))
        shares = np.where([row.beside_news for row in document.rows], 0.0, share)
        return np.asarray(shares * as_news + (1 - shares) * other)


def train(documents: Sequence[Document]) -> Trained:
    """Fit the three models."""
    long = [d for d in documents if d.set != "short"]
    kinds = fit(_kinds(long), np.array([float(d.genre == "news") for d in long]), KIND_PENALTY)
    kinds.weights[-1] += NEWS_BEFOREHAND
    of_news = [row for d in documents if d.set in ("dev", "samples") for row in d.rows if not row.beside_news]
    judged = [(row, _counts(row, d.set)) for d in documents if d.set in OTHERS for row in d.rows]
    others, counted = [row for row, _ in judged], np.array([weight for _, weight in judged])
    x = np.array([row.elsewhere for row in others])
    two = [
        p for p in itertools.combinations(range(x.shape[1]), 2) if np.count_nonzero(x[:, p[0]] * x[:, p[1]]) >= FEWEST
    ]
    return Trained(
        fit(np.array([row.as_news for row in of_news]), _right(of_news), NEWS_PENALTY),
        fit(_with_pairs(others, two), _right(others), ELSEWHERE_PENALTY, counted),
        kinds,
        two,
    )


def _counts(row: Row, of: str) -> float:
    return 1.0 if of != "short" else RARE if row.beside_news else SHORT


def _kinds(documents: Sequence[Document]) -> Array:
    return np.array([list(d.kind.values()) for d in documents])


def _right(rows: Sequence[Row]) -> Array:
    return np.array([row.right for row in rows])


def _with_pairs(rows: Sequence[Row], two: Sequence[tuple[int, int]]) -> Array:
    x = np.array([row.elsewhere for row in rows])
    return np.hstack([x, *(x[:, a, None] * x[:, b, None] for a, b in two)])


def cross_validated(documents: Sequence[Document]) -> dict[str, Array]:
    """The probabilities of each document's statements, by models of the other folds."""
    fold = [zlib.crc32(document.name.encode()) % FOLDS for document in documents]
    sure: dict[str, Array] = {}
    for number in range(FOLDS):
        model = train([d for d, f in zip(documents, fold, strict=True) if f != number])
        own = [d for d, f in zip(documents, fold, strict=True) if f == number and d.rows]
        sure |= {d.name: model.sure(d, share) for d, share in zip(own, model.share(own), strict=True)}
    return sure


def by_genre(documents: Sequence[Document]) -> dict[str, Array]:
    """The probabilities of the statements of GUM's documents, by models of all other genres."""
    sure: dict[str, Array] = {}
    for genre in sorted({d.genre for d in documents if d.set == "gum" and d.genre != "news"}):
        model = train([d for d in documents if d.genre != genre])
        own = [d for d in documents if d.genre == genre and d.rows]
        sure |= {d.name: model.sure(d, share) for d, share in zip(own, model.share(own), strict=True)} if own else {}
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


def write_all(model: Trained, documents: Sequence[Document]) -> None:
    """Write the three lexicons."""
    fields = elsewhere.Features._fields
    names = [*fields, *(f"{fields[a]}{elsewhere.AND}{fields[b]}" for a, b in model.pairs), "intercept"]
    write(news.TABLE, dict(zip((*news.Features._fields, "intercept"), model.news.weights, strict=True)))
    write(elsewhere.TABLE, dict(zip(names, model.elsewhere.weights, strict=True)))
    write(kind.TABLE, dict(zip((*documents[0].kind, "intercept"), model.kind.weights, strict=True)))


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
    short = [d for d in documents if d.set == "short" and d.rows]
    spoken = [d for d in documents if d.set == "gum" and d.rows and d.genre in SPOKEN]
    measured = {
        "news": figures(sure, dev),
        "who said what": {str(least): who_said_what(sure, dev, gold, least) for least in (0.0, 0.3, 0.4, LIKELY, 0.6)},
        "samples": figures(sure, samples),
        "written": figures(sure, written),
        "written, genre left out": figures(unseen, written),
        "spoken": figures(sure, spoken),
        "short": figures(sure, short),
    }
    write_all(train(documents), documents)
    (HERE / "metrics.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(measured, indent=1))
    assert all(math.isfinite(value) for part in measured.values() for value in part.values())


if __name__ == "__main__":
    main()
