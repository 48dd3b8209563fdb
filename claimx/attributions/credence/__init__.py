"""How likely a statement is one, and right in the main. Face: ``weigh``.

The network's own probability is of US news, whose annotators count acts and wishes among statements ("blocked a vote",
"wants lower rates"). In a novel, a paper or a guide a reader does not. So there are two estimates: one as news is
annotated (``news``), one as a strict reader has it elsewhere (``elsewhere``), and each article gets them in the
proportion in which it looks like news (``kind``). The weights, ``reporting/credence*.toml``, are by
``models/credence/train.py``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from claimx.attributions.credence import elsewhere, news
from claimx.attributions.credence.kind import looks_like_news
from claimx.attributions.statement import Rank, Statement
from claimx.reading import Reading


def weigh(statements: Sequence[Statement], reading: Reading) -> list[Statement]:
    """The statements of an article, each with the probability that it is one; turns keep the one of their labels."""
    others = [(s, elsewhere.features(s, reading)) for s in statements if s.rule.rank is not Rank.TURN]
    share = looks_like_news(reading, others)
    seen = iter(others)
    return [s if s.rule.rank is Rank.TURN else _weighed(*next(seen), reading, share) for s in statements]


def _weighed(statement: Statement, features: elsewhere.Features, reading: Reading, share: float) -> Statement:
    as_news = news.probability(news.features(statement, reading))
    confidence = share * as_news + (1 - share) * elsewhere.probability(features)
    return dataclasses.replace(statement, confidence=round(confidence, 3))
