"""How salient what an article told of is at a mention: by how near it was mentioned, as what, and how often.

The salience of a referent is summed over its recent mentions, weighted by grammatical role and halved with each
sentence, after Lappin & Leass, "An algorithm for pronominal anaphora resolution", Computational Linguistics 20 (1994).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import log

from claimx.attributions.discourse.referents import Mention, Referent

#: How many mentions and sentences back a pronoun's referent is looked for.
MENTIONS_BACK, SENTENCES_BACK = 80, 5
ROLE_WEIGHT: Mapping[str, float] = {"subject": 1.0, "object": 0.6, "other": 0.5}
#: Weights: mention by name, unnamed referent, mention on the other side of a quotation mark.
NAMED, UNNAMED, OTHER_SIDE = 1.15, 0.75, 0.45
#: What is left of a mention's weight with each sentence after it.
DECAY = 0.5
#: How much more salient a referent is that is named often in the article, by the logarithm of how often.
TOPIC = 0.05
#: How much a second mention in the same sentence adds.
AGAIN = 0.2
_DECAYED = [DECAY**distance for distance in range(SENTENCES_BACK + 1)]


def in_sentence(mention: Mention, history: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions before one in its sentence, the last first."""
    for before in islice(reversed(history), MENTIONS_BACK):
        if before.sentence != mention.sentence:
            return
        yield before


def near(mention: Mention, history: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions before one that are near enough for salience, the last first."""
    first = mention.sentence - SENTENCES_BACK
    for before in islice(reversed(history), MENTIONS_BACK):
        if before.sentence < first:
            return
        yield before


def salience_of(
    mention: Mention, mentions: Iterable[Mention], fits: Callable[[Referent], bool]
) -> dict[Referent, float]:
    """How salient each fitting referent is at a mention, by the mentions of it before, the last first.

    Of a sentence's mentions of one referent the heaviest counts in full, the others little, so that a chain of pronouns
    does not outweigh who was named since.
    """
    factors: dict[Referent, float] = {}
    heaviest: dict[Referent, float] = {}
    sentence = mention.sentence
    salience: dict[Referent, float] = {}
    for before in mentions:
        referent = before.referent
        if referent is None:
            continue
        factor = factors.get(referent)
        if factor is None:
            factor = factors[referent] = _prominence(referent) if fits(referent) else 0.0
        if not factor:
            continue
        weight = ROLE_WEIGHT[before.role] * _DECAYED[mention.sentence - before.sentence]
        if before.is_said != mention.is_said:
            weight *= OTHER_SIDE
        if before.kind == "name":
            weight *= NAMED
        weight *= factor
        if before.sentence != sentence:
            sentence = before.sentence
            heaviest.clear()
        known = heaviest.get(referent)
        if known is None:
            heaviest[referent] = added = weight
        else:
            heaviest[referent] = max(weight, known)
            added = max(weight - known, 0.0) + AGAIN * min(weight, known)
        salience[referent] = salience.get(referent, 0.0) + added
    return salience


def _prominence(referent: Referent) -> float:
    """How much more salient a referent is by its name and how often that stands in the article."""
    return 1 + TOPIC * log(referent.times_named) if referent.name else UNNAMED


def most_salient(salience: Mapping[Referent, float], *, margin: float) -> Referent | None:
    """The most salient referent, if it is so by ``margin`` times; of equal ones the last mentioned."""
    ranked = sorted(salience.items(), key=lambda item: item[1], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1]):
        return None
    return ranked[0][0]
