"""What an epoch of training reads: the corpus's articles and quote lists, if asked in other layouts and genres, too."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from composed import composed, harvested
from data import Article
from gum import read_gum
from layouts import disturbed
from synthetic import quote_lists

QUOTE_LISTS = 60  # made-up texts an epoch, under 1 % of the pieces
COMPOSED = 150  # texts put together anew, if asked; about 4 % of the pieces
GUM_TIMES = 2  # how often GUM's documents come then


class Mixture:
    """Makes one epoch's articles after the other."""

    def __init__(self, articles: Sequence[Article], polnear: Path, *, varied: bool) -> None:
        """Take the corpus's articles; ``varied`` adds other layouts, made-up texts, and GUM beside ``polnear``."""
        self.articles = articles
        self.varied = varied
        if varied:
            self.parts, self.plain = harvested(articles)
            self.other = read_gum(polnear.parent / "gum" / "attributions.jsonl", training=True)

    def epoch(self, dice: random.Random) -> list[Article]:
        """The articles of one epoch."""
        if not self.varied:
            return [*self.articles, *quote_lists(self.articles, QUOTE_LISTS, dice)]
        found = [*(disturbed(a, dice) for a in self.articles), *quote_lists(self.articles, QUOTE_LISTS, dice)]
        found += composed(self.parts, self.plain, COMPOSED, dice)
        return [*found, *(a for a in self.other for _ in range(GUM_TIMES))]
