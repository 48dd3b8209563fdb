"""Trains the weights of how surely a pronoun means whom the rules say: ``python models/pronouns/train.py GUM [CACHE]``.

GUM is the folder with the corpus in CoNLL-U (``dep``, Zeldes, LRE 51, 2017), CACHE one that keeps what is parsed. Each
third-person pronoun that the rules give a name is an example: right where the gold calls what it means so, wrong where
it has another name there, or none, or the pronoun means no person, body or place. An L2-regularised logistic regression
is fitted (scikit-learn), and measured in five folds by document, told by a digest of its name, so that there is no
chance in it. Writes ``claimx/lexicons/en/names/pronoun_trust.toml`` and ``models/pronouns/metrics.json``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import PredefinedSplit, cross_val_predict

from benchmarks.gum import GoldDocument, read_gum, same_name
from benchmarks.kept import Kept
from benchmarks.switches import swapped
from claimx.attributions.discourse import read_discourse
from claimx.attributions.discourse.referents import Mention
from claimx.attributions.discourse.trust import Choice, features, trust_of
from claimx.mentions.names.finder import find_entities
from claimx.records import Article

HERE = Path(__file__).parent
LEXICON = HERE.parents[1] / "claimx" / "lexicons" / "en" / "names" / "pronoun_trust.toml"
PENALTY = 3.0
FOLDS = 5
#: From which trust on a reference is told (claimx/attributions/references.py), and of whom.
TOLD, KINDS = 0.7, ("person", "organization")
#: Genres of written news and its like.
NEWS = ("news", "bio", "interview")

HEAD = """\
# Weights of the logistic regression behind how surely a pronoun means somebody, written by models/pronouns/train.py; do
# not edit.
[about]
origin = "Trained on the coreference gold of GUM; see models/pronouns/card.md."
licence = "MIT"

[rows]
"""

Array = NDArray[np.float64]


class Example(NamedTuple):
    """A pronoun with the name that the rules give it: where, of what kind, its features, whether it is right."""

    document: str
    kind: str
    told: dict[str, float]
    right: bool


def examples(kept: Kept, gold: GoldDocument) -> list[Example]:
    """The examples of one document."""
    noted: dict[int, tuple[Choice, dict[str, float]]] = {}

    def note(choice: Choice, history: Sequence[Mention]) -> float:
        noted[choice.pronoun.head.idx] = choice, features(choice, history)
        return 1.0

    reading = kept.reading(Article(gold.text, id=gold.id))
    with swapped([(trust_of, note)]):
        read_discourse(reading, find_entities(reading.doc, reading.text))
    names = gold.names()
    groups = {mention.head.start: mention.group for mention in gold.mentions if mention.kind == "pronoun"}
    found = []
    for place, (choice, told) in noted.items():
        name = choice.meant.name
        if name:
            accepted = names.get(groups.get(place, ""), [])
            found.append(Example(gold.id, choice.meant.kind, told, any(same_name(name, other) for other in accepted)))
    return found


def model() -> LogisticRegression:
    """What is trained; the intercept goes without penalty."""
    return LogisticRegression(C=1 / PENALTY, solver="newton-cholesky", tol=1e-9)


def in_folds(documents: Sequence[str], rows: Array, right: Array) -> Array:
    """What models that were fitted to other documents say of each row."""
    folds = [int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS for name in documents]
    odds: Array = cross_val_predict(model(), rows, right, cv=PredefinedSplit(folds), method="predict_proba")[:, 1]
    return odds


def measures(found: Sequence[Example], odds: Array) -> dict[str, dict[str, float]]:
    """How good probabilities are: as a ranking, as numbers, and for what is told by them."""
    right = np.array([float(example.right) for example in found])
    is_news = np.array([example.document.split("_")[1] in NEWS for example in found])
    kinds = np.array([example.kind in KINDS for example in found])
    figures = {}
    for name, some in (("all", is_news | ~is_news), ("news, bio, interview", is_news), ("the rest", ~is_news)):
        told = some & kinds & (odds >= TOLD)
        figures[name] = {
            "pronouns": int(some.sum()),
            "right": round(float(right[some].mean()), 3),
            "auc": round(float(roc_auc_score(right[some], odds[some])), 3),
            "brier": round(float(brier_score_loss(right[some], odds[some])), 3),
            "told": int(told.sum()),
            "right of told": round(float(right[told].mean()), 3),
        }
    return figures


def main(folder: Path, cache: Path | None) -> None:
    """Train, measure, write."""
    kept = Kept(cache)
    found = [e for path in sorted(folder.glob("*.conllu")) for e in examples(kept, read_gum(path))]
    keys = sorted({key for example in found for key in example.told})
    rows = np.array([[example.told[key] for key in keys] for example in found])
    right = np.array([float(example.right) for example in found])
    odds = in_folds([example.document for example in found], rows, right)
    figures = measures(found, odds)
    fitted = model().fit(rows, right)
    weights = dict(zip(["bias", *keys], [*fitted.intercept_, *fitted.coef_[0]], strict=True))
    lines = [f"{key} = {{ weight = {weight:.3f} }}\n" for key, weight in weights.items()]
    LEXICON.write_text(HEAD + "".join(lines), encoding="utf-8")
    (HERE / "metrics.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
