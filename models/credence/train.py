"""Trains the weights of a statement's credence: ``python models/credence/train.py DATA``.

DATA holds ``polnear/dev`` and ``gum/attributions.jsonl``. Each article goes through claimx; a statement of PolNeAR or
of our samples is right as the scorer of who-said-what has it, one of GUM as ``marks.jsonl`` says: marks made by hand
for this, by the text's name and where the content begins. An L2-regularised logistic regression is fitted by Newton's
method, each mark weighing as much as ``TIMES`` statements of news. Figures are cross-validated over documents; there
is no chance in it. Writes ``claimx/lexicons/en/reporting/credence.toml`` and ``metrics.json``.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimx.attributions import finder
from claimx.attributions.credence import features
from claimx.attributions.statement import Rank, Statement
from claimx.evaluation.attributions import ENOUGH, pairs
from claimx.evaluation.gold import Roles, read_gold
from claimx.pipeline import Extractor
from claimx.reading import Reading
from claimx.records import Article

HERE = Path(__file__).parent
LEXICON = HERE.parents[1] / "claimx" / "lexicons" / "en" / "reporting" / "credence.toml"
SAMPLES = HERE.parents[1] / "tests" / "samples" / "gold.jsonl"
TIMES, PENALTY, FOLDS, BINS = 2.0, 3.0, 10, 10

HEAD = """\
# Weights of the logistic regression behind a statement's confidence, written by models/credence/train.py; do not edit.
[about]
origin = "Trained on PolNeAR's dev part and on marks of our own on GUM's texts; see models/credence/card.md."
licence = "MIT"

[rows]
"""

Array = NDArray[np.float64]


class Row(NamedTuple):
    """A statement: its document, whether it is of news, its features, whether it is right."""

    document: str
    is_news: bool
    values: dict[str, float]
    right: bool


class Heard:
    """Statements as they come to be weighed, noted while articles are read."""

    def __init__(self) -> None:
        """Take the place of the weighing in the finder."""
        self.found: list[tuple[Statement, dict[str, float]]] = []
        finder.weighed = self._note
        self._extractor = Extractor()

    def _note(self, statement: Statement, reading: Reading) -> Statement:
        if statement.rule.rank is not Rank.TURN:
            self.found.append((statement, features(statement, reading)._asdict()))
        return statement

    def read(self, name: str, text: str) -> list[tuple[Statement, dict[str, float]]]:
        """The statements of a text with their features."""
        self.found = []
        self._extractor.document(Article(text=text, id=name))
        return self.found


def news(folder: Path, heard: Heard) -> Iterator[Row]:
    """PolNeAR's statements; what is reported inside of others is not marked there."""
    for article in read_gold(folder):
        found = [(s, values) for s, values in heard.read(article.id, article.text) if s.parent is None]
        roles = [Roles(s.source, s.cue, s.content) for s, _ in found]
        right = {p.found for p in pairs(article, roles) if p.f1 >= ENOUGH and p.sources_meet}
        for number, (_, values) in enumerate(found):
            yield Row(article.id, True, values, number in right)


def genres(path: Path, heard: Heard) -> Iterator[Row]:
    """The marked statements of GUM's texts, as far as they are found."""
    marks: dict[str, dict[int, bool]] = {}
    for line in (HERE / "marks.jsonl").read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        marks.setdefault(mark["text"], {})[mark["start"]] = mark["right"]
    with path.open(encoding="utf-8") as lines:
        for text in map(json.loads, lines):
            own = marks.get(text["id"])
            for statement, values in heard.read(text["id"], text["text"]) if own else ():
                if statement.start in own:
                    yield Row(text["id"], False, values, own[statement.start])


def fit(rows: Sequence[Row]) -> Array:
    """Weights in the order of the features, the intercept last."""
    x = np.array([[*row.values.values(), 1.0] for row in rows])
    y = np.array([row.right for row in rows], np.float64)
    weight = np.array([1.0 if row.is_news else TIMES for row in rows])
    scale = np.append(x[:, :-1].std(0) + 1e-6, 1.0)
    z, ridge, found = x / scale, np.append(np.full(x.shape[1] - 1, PENALTY), 1e-6), np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-z @ found))
        step = (z * (weight * p * (1 - p))[:, None]).T @ z + np.diag(ridge)
        found -= np.linalg.solve(step, z.T @ (weight * (p - y)) + ridge * found)
    return found / scale


def predicted(rows: Sequence[Row], weights: Array) -> Array:
    """The probability of each row."""
    x = np.array([[*row.values.values(), 1.0] for row in rows])
    return np.asarray(1 / (1 + np.exp(-x @ weights)))


def cross_validated(rows: Sequence[Row]) -> Array:
    """The probability of each row by the weights of the other folds' documents."""
    fold = np.array([zlib.crc32(row.document.encode()) % FOLDS for row in rows])
    out = np.zeros(len(rows))
    for number in range(FOLDS):
        own = np.flatnonzero(fold == number)
        if len(own):
            rest = [row for row, f in zip(rows, fold, strict=True) if f != number]
            out[own] = predicted([rows[i] for i in own], fit(rest))
    return out


def figures(sure: Array, right: Array) -> dict[str, float]:
    """Shares of right ones, expected calibration error, area under the curve."""
    parts = np.array_split(np.argsort(sure), BINS)
    error = sum(len(p) * abs(sure[p].mean() - right[p].mean()) for p in parts) / len(sure)
    ranks = np.argsort(np.argsort(sure)) + 1.0
    n = right.sum()
    area = (ranks[right == 1].sum() - n * (n + 1) / 2) / (n * (len(right) - n))
    out = {"statements": len(right), "right": right.mean(), "calibration_error": error, "area_under_curve": area}
    for least in (0.5, 0.6, 0.7):
        kept = sure >= least
        out |= {f"right_from_{least}": right[kept].mean(), f"kept_from_{least}": kept.mean()}
    return {name: round(float(value), 4) for name, value in out.items()}


def write(weights: Array, names: Iterable[str]) -> None:
    """Write the lexicon."""
    rows = {"intercept": weights[-1], **dict(zip(names, weights[:-1], strict=True))}
    lines = [f"{name} = {{ weight = {value:.4f} }}" for name, value in sorted(rows.items())]
    LEXICON.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def main(data: Path) -> None:
    """Fit, measure and write."""
    heard = Heard()
    rows = [
        *news(data / "polnear" / "dev", heard),
        *news(SAMPLES, heard),
        *genres(data / "gum" / "attributions.jsonl", heard),
    ]
    sure, before = cross_validated(rows), np.array([1 / (1 + np.exp(-row.values["logit"])) for row in rows])
    right = np.array([row.right for row in rows], np.float64)
    is_news = np.array([row.is_news for row in rows])
    measured = {
        name: {"before": figures(before[which], right[which]), "after": figures(sure[which], right[which])}
        for name, which in (("news", is_news), ("other genres", ~is_news))
    }
    write(fit(rows), rows[0].values)
    (HERE / "metrics.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(measured, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
