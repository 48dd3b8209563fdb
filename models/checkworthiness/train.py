"""Trains the weights of check-worthiness: ``python models/checkworthiness/train.py DATA``.

DATA is a folder with ``claimbuster_train.json`` (ClaimBuster, Arslan et al., ICWSM 2020) and ``clef2019_train.tsv``
(CheckThat! 2019 task 1). Each sentence goes through claimx's own features; an L2-regularised logistic regression is
fitted (scikit-learn) to nine tenths of both sets, with an intercept for each set (their shares of check-worthy
sentences differ tenfold), and measured on the last tenth. The ClaimBuster intercept ships. Without chance: a sentence's
tenth hangs on a digest of its text, so that a sentence that stands twice is on one side. Writes
``claimx/lexicons/en/wording/checkworthiness.toml`` and ``models/checkworthiness/metrics.json``.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

from claimx.claims.checkworthiness import features
from claimx.document import parse
from claimx.grammar.events import sentence_event
from claimx.grammar.tokens import Parse
from claimx.mentions import find_mentions
from claimx.network.names import tag
from claimx.network.reader import NetworkReader
from claimx.reading import Reading
from claimx.records import Article, Heard, Layout

HERE = Path(__file__).parent
LEXICON = HERE.parents[1] / "claimx" / "lexicons" / "en" / "wording" / "checkworthiness.toml"
PENALTY = 3.0
TENTHS = 10
#: What tells the second set, large enough for its intercept to go nearly without penalty.
FREE = 1000.0

HEAD = """\
# Weights of the logistic regression behind check-worthiness, written by models/checkworthiness/train.py; do not edit.
[about]
origin = "Trained on ClaimBuster (ICWSM 2020) and CheckThat! 2019 task 1; see models/checkworthiness/card.md."
licence = "MIT"

[rows]
"""

Array = NDArray[np.float64]


def read(folder: Path) -> list[tuple[str, str, int]]:
    """All sentences as (set, text, label)."""
    rows = json.loads((folder / "claimbuster_train.json").read_text(encoding="utf-8"))
    sentences = [("claimbuster", row["text"], int(row["label"])) for row in rows]
    with (folder / "clef2019_train.tsv").open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t")
        sentences += [("clef2019", row["text"], int(row["label"])) for row in table if row["text"]]
    return sentences


def describe(doc: Parse) -> dict[str, float]:
    """The features of one sentence."""
    held = find_mentions(Reading(Article(doc.text), Layout(()), doc, Heard()))
    event = sentence_event(max(doc.sents, key=len)) if len(doc) else None
    return features(doc.text, event, held)


def measure(score: Array, y: Array) -> dict[str, float]:
    """Average precision, area under the ROC curve, Brier score."""
    return {
        "sentences": len(y),
        "check_worthy": int(y.sum()),
        "average_precision": round(float(average_precision_score(y, score)), 4),
        "auc": round(float(roc_auc_score(y, score)), 4),
        "brier": round(float(brier_score_loss(y, score)), 4),
    }


def main(folder: Path) -> None:
    """Train, measure, write."""
    sentences = read(folder)
    reader = NetworkReader()
    rows = []
    for doc in parse(((text, ()) for _, text, _ in sentences), batch_size=256):
        tag(doc, doc.text, [(0, len(doc.text))], reader)
        rows.append(describe(doc))
    names = sorted({name for row in rows for name in row})
    which = np.array([s for s, _, _ in sentences])
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    x = np.column_stack([x, FREE * (which == "clef2019")])
    y = np.array([label for _, _, label in sentences], np.float64)
    held = np.array([int(hashlib.sha256(t.encode()).hexdigest(), 16) % TENTHS == 0 for _, t, _ in sentences])
    model = LogisticRegression(C=1 / PENALTY, solver="newton-cholesky", tol=1e-9).fit(x[~held], y[~held])
    score = model.predict_proba(x)[:, 1]
    metrics = {s: measure(score[held & (which == s)], y[held & (which == s)]) for s in ("claimbuster", "clef2019")}
    values = dict(zip(["intercept", *names], [*model.intercept_, *model.coef_[0, :-1]], strict=True))
    table = "".join(f"{n} = {{ weight = {values[n]:.4f} }}\n" for n in values)
    LEXICON.write_text(HEAD + table, encoding="utf-8")
    (HERE / "metrics.json").write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(metrics, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
