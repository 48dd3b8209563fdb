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

#: From so many labels on they may be those of a list ("Office hours: by appointment"), and are if the statements behind
#: them are on average less likely than this in texts of any kind.
LIST, TALK = 3, 0.13


def weigh(statements: Sequence[Statement], reading: Reading) -> list[Statement]:
    """The statements of an article, each with the probability that it is one.

    Turns of talk keep the confidence of their labels; what stands behind the labels of a list is weighed like the rest.
    """
    share = looks_like_news(reading.heard.words)
    words = elsewhere.Words(reading.heard.words)
    turns = [_elsewhere(s, words) for s in statements if s.rule.rank is Rank.TURN]
    are_talk = len(turns) < LIST or sum(turns) >= TALK * len(turns)
    return [s if s.rule.rank is Rank.TURN and are_talk else _weighed(s, words, reading, share) for s in statements]


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


def beside_news(statement: Statement) -> bool:
    """Whether the annotators of news, and the network, have no say: what rules and labels found, and what is nested."""
    return statement.parent is not None or statement.rule.rank is not Rank.MODEL


def _elsewhere(statement: Statement, words: elsewhere.Words, in_news: float = 0.0) -> float:
    return elsewhere.probability(elsewhere.features(statement), words.speak_for(statement), in_news)


def _weighed(statement: Statement, words: elsewhere.Words, reading: Reading, share: float) -> Statement:
    if beside_news(statement):
        confidence = _elsewhere(statement, words, share)
    else:
        as_news = news.probability(news.features(statement, reading))
        confidence = share * as_news + (1 - share) * _elsewhere(statement, words)
    return dataclasses.replace(statement, confidence=round(confidence, 3))
