"""GUM's discourse relations of attribution as training articles: who said what in other genres than news.

The corpus marks the words of the source and of the clause around it; what is left of that is taken for the cue. It does
not mark all statements: where there may be others, nothing is learned.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

from data import Article, Attribution, Ranges

UNLIKE = frozenset(("conversation", "podcast", "vlog", "court"))
_MAYBE_SAID = re.compile(
    r"[\"“”‘]|\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|ask\w*|argu\w+|claim\w*|report\w*|suggest\w*|believ\w+|th(?:ink|inks|ought)"
    r"|not(?:e|es|ed)|writes?|wrote|add(?:s|ed)|explain\w*|announce\w*|show\w*|f(?:ind|inds|ound)|accord\w+|kn[eo]w\w*|hop\w+|fear\w*)\b",
    re.I,
)
_LEADS = frozenset(
    (
        *(
            "and",
            "but",
            "or",
            "so",
            "as",
            "when",
            "while",
            "if",
            "although",
            "because",
            "since",
            "that",
            "which",
            "who",
        ),
        *("then", *',;:.-–—“”"()'),
    )
)


def is_for_training(name: str) -> bool:
    """Half of the documents, by a hash of their name; the others are for choosing."""
    return hashlib.sha1(name.encode()).digest()[0] % 2 == 0


def read_gum(path: Path, *, training: bool) -> list[Article]:
    """Read the written documents of one half."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        _article(row)
        for row in rows
        if row["genre"] not in UNLIKE
        and not row["genre"].startswith("gentle")
        and is_for_training(row["id"]) == training
    ]


def _article(row: dict) -> Article:
    text = row["text"]
    gold: list[Attribution] = []
    unsure: Ranges = []
    for a in row["attributions"]:
        clause = [tuple(r) for r in a["clause"]]
        source, content = _merged(text, a["source"]), _merged(text, a["content"])
        cue = _cue(text, [r for r in clause if not any(s <= r[0] < e for s, e in source)])
        if a["first"] or a["nested"] or a["kind"] == "none" or not (source and cue and content):
            unsure += _merged(text, [*a["clause"], *a["content"]])
        else:
            gold.append({"source": source, "cue": [cue], "content": content})
    article = Article(row["id"], text, (gold,))
    taken = [r for a in gold for role in a.values() for r in role]
    for start, end in article.paragraphs:
        if not any(s < end and start < e for s, e in taken) and _MAYBE_SAID.search(text[start:end]):
            unsure.append((start, end))
    return Article(row["id"], text, (gold,), tuple(unsure))


def _merged(text: str, ranges: Sequence[Sequence[int]]) -> Ranges:
    """Tokens that nothing but a blank parts, as one range."""
    found: Ranges = []
    for start, end in sorted(map(tuple, ranges)):
        if found and not text[found[-1][1] : start].strip(" "):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _cue(text: str, tokens: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The longest run of words that is left of a clause, without what joins it to others."""
    runs: list[list[tuple[int, int]]] = [[]]
    for start, end in tokens:
        word = text[start:end].lower()
        if runs[-1] and text[runs[-1][-1][1] : start].strip(" "):
            runs.append([])
        if word in _LEADS:
            runs.append([])
        else:
            runs[-1].append((start, end))
    best = max(runs, key=len)
    return (best[0][0], best[-1][1]) if best else None
