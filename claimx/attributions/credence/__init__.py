"""How likely a statement is one, and right in the main. Face: ``weigh``.

The network's own probability is of US news, whose annotators count acts among statements ("blocked a vote"). In a
novel, a paper or a guide a reader does not. So there are two estimates: one as news is annotated (``news``), one as a
strict reader has it elsewhere (``elsewhere``), and each article gets them in the proportion in which it looks like
news (``kind``). The weights, ``reporting/credence*.toml``, are by ``models/credence/train.py``.
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


def likely(statements: Sequence[Statement], least: float) -> list[Statement]:
    """The statements that are at least so likely; one inside of another that is not stands for itself, or in its outer.

    Args:
        statements: weighed; a parent stands before what is inside of it, or behind.
        least: the probability from which on a statement is kept.
    """
    places = {old: new for new, old in enumerate(at for at, s in enumerate(statements) if s.confidence >= least)}

    def around(parent: int | None) -> int | None:
        while parent is not None and parent not in places:
            parent = statements[parent].parent
        return None if parent is None else places[parent]

    return [dataclasses.replace(statements[at], parent=around(statements[at].parent)) for at in places]


def beside_news(features: elsewhere.Features) -> bool:
    """Whether the annotators of news, and the network, have no say: statements of rules, and those inside of others."""
    return bool(features.nested or features.rule)


def _weighed(statement: Statement, features: elsewhere.Features, reading: Reading, share: float) -> Statement:
    confidence = elsewhere.probability(features)
    if not beside_news(features):
        confidence += share * (news.probability(news.features(statement, reading)) - confidence)
    return dataclasses.replace(statement, confidence=round(confidence, 3))
