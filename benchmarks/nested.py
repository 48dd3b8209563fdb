"""Statements inside of statements: what is found of them, and how surely the model hears them.

    python -m benchmarks.nested benchmarks/blind_articles.jsonl

The gold is of claimx's own format, its articles ``nested`` (docs/gold.md). First, in percent, which of the outermost
statements and of those that others report are among the claims, content at F1 0.8 and source. Then what the model
alone hears inside, compared with what stands one level deep, from some confidences on: precision and recall.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from claimx.attributions.model import tagger
from claimx.attributions.model.tagger import AttributionTagger
from claimx.evaluation.attributions import as_roles
from claimx.evaluation.gold import GoldArticle, Roles, read_gold
from claimx.evaluation.matching import ENOUGH, pairs
from claimx.network.reader import NetworkReader
from claimx.pipeline import Extractor
from claimx.records import Article

CUTS = (0.25, 0.35, 0.45, 0.55, 0.65)


def depth(roles: Roles, article: GoldArticle) -> int:
    """How many statements of the gold report one of them."""
    others = (other for other in article.attributions if other is not roles)
    return sum(all(any(p.covers(s) for p in other.content) for s in roles.cue) for other in others) if roles.cue else 0


def right(article: GoldArticle, gold: Sequence[Roles], found: Sequence[Roles]) -> tuple[set[int], set[int]]:
    """The places of what is right, in the gold and in what was found."""
    whole = GoldArticle(article.id, article.text, tuple(gold))
    good = [pair for pair in pairs(whole, found) if pair.f1 >= ENOUGH and pair.sources_meet]
    return {pair.gold for pair in good}, {pair.found for pair in good}


def shares_found(articles: Sequence[GoldArticle]) -> str:
    """How many outermost and inner statements are found, in percent of each."""
    count, good = [0, 0], [0, 0]
    extractor = Extractor()
    for article in articles:
        claims = extractor.document(Article(article.text, id=article.id)).claims
        places, _ = right(article, article.attributions, [as_roles(c) for c in claims if c.form != "narrated"])
        for place, roles in enumerate(article.attributions):
            is_inner = depth(roles, article) > 0
            count[is_inner] += 1
            good[is_inner] += place in places
    told = (f"{good[n]} of {count[n]} ({100 * good[n] / count[n]:.1f} %)" for n in (0, 1))
    return "found of outermost {}, of inner {}".format(*told)


def heard_inside(articles: Sequence[GoldArticle]) -> list[tuple[float, bool]]:
    """What the model hears inside of statements: its confidence, and whether the gold has it."""
    tagger._LEAST_INNER = 0.0
    network, model = NetworkReader(), AttributionTagger()
    found = []
    for article in articles:
        heard = [s for s in model.tag(network.read([article.text], [_lines(article.text)])) if s.is_inner]
        inner = [roles for roles in article.attributions if depth(roles, article) == 1]
        _, places = right(article, inner, [Roles(s.source, s.cue, s.content) for s in heard])
        found += [(s.confidence, place in places) for place, s in enumerate(heard)]
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            found.append((first, first + len(line.strip())))
        start += len(line)
    return found


def main(gold: Path) -> None:
    """Print both."""
    articles = [article for article in read_gold(gold) if article.has_inner]
    print(shares_found(articles))
    heard = heard_inside(articles)
    total = sum(depth(roles, article) == 1 for article in articles for roles in article.attributions)
    for cut in CUTS:
        kept = [is_right for confidence, is_right in heard if confidence >= cut]
        good = sum(kept)
        precision, recall = 100 * good / max(1, len(kept)), 100 * good / max(1, total)
        print(f"from {cut:.2f}: {len(kept)} heard, precision {precision:.1f}, recall {recall:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
