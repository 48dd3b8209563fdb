"""How surely a pronoun means whom the rules say: a logistic regression over features that can be read.

The weights are ``names/pronoun_trust.toml``, written by ``models/pronouns/train.py`` from the coreference gold of GUM;
the model's card tells how good they are.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from claimx.attributions.discourse.referents import Mention, Referent
from claimx.grammar import roles
from claimx.grammar.word_classes import VERBS
from claimx.lexicons.nouns import ThirdPersonPronoun, third_person_pronouns
from claimx.lexicons.weights import weights

#: How many mentions back is looked, and how many sentences are near.
MENTIONS_BACK, SENTENCES_NEAR = 80, 2
#: So much more salient than the next one, by the logarithm, and so often named: more tells no more.
CLEAREST, OFTENEST = 2.5, 20
_PRONOUNS = third_person_pronouns()


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun and whom the rules say that it means.

    ``salience`` tells of all whom it fits (``fits``) how salient they are, ``speaker`` who spoke last, if it is a
    source.
    """

    pronoun: Mention
    meant: Referent
    salience: Mapping[Referent, float]
    speaker: Referent | None
    fits: Callable[[Referent], bool]


def trust_of(choice: Choice, history: Sequence[Mention]) -> float:
    """How probable it is that a pronoun means whom the rules say, not somebody else or nobody with a name.

    Args:
        choice: the pronoun, and what the rules went by.
        history: the mentions before it, in text order.
    """
    own = weights("names/pronoun_trust")
    odds = own["bias"] + sum(own[key] * value for key, value in features(choice, history).items())
    return 1 / (1 + math.exp(-odds))


def features(choice: Choice, history: Sequence[Mention]) -> dict[str, float]:
    """What tells of a choice, each from 0 to 1."""
    pronoun, meant = choice.pronoun, choice.meant
    before = list(islice(reversed(history), MENTIONS_BACK))
    place = next((n for n, mention in enumerate(before) if mention.referent is meant), len(before))
    return (
        _of_pronoun(pronoun, _PRONOUNS[pronoun.head.lower])
        | _of_meant(choice, [mention for mention in before[place:] if mention.referent is meant])
        | _of_rivals(choice, before[:place])
    )


def _of_pronoun(pronoun: Mention, asked: ThirdPersonPronoun) -> dict[str, float]:
    clause, owns = pronoun.head.head, pronoun.head.dep == roles.POSSESSOR
    hangs = clause.dep in (roles.ADVERBIAL_CLAUSE, roles.RELATIVE_CLAUSE, roles.NOUN_CLAUSE)
    are_many, is_it = asked.number == "many", asked.kind is None and asked.number == "one"
    return {
        "it_owns": float(is_it and owns),
        "it_said": float(is_it and pronoun.is_said),
        "many_owns": float(are_many and owns),
        "many_subject": float(are_many and pronoun.role == "subject"),
        "subordinate": float(hangs and clause.pos in VERBS),
    }


def _of_meant(choice: Choice, mentions: Sequence[Mention]) -> dict[str, float]:
    """What the one is who is meant, and how it was mentioned, the last mention first."""
    pronoun, meant, last = choice.pronoun, choice.meant, mentions[0] if mentions else None
    gender = _PRONOUNS[pronoun.head.lower].gender
    near = [mention for mention in mentions if pronoun.sentence - mention.sentence <= SENTENCES_NEAR]
    return {
        "is_person": float(meant.kind == "person"),
        "is_thing": float(meant.kind == "thing"),
        "gender_told": float(gender is not None and meant.told_gender == gender),
        "times_named": math.log1p(min(meant.times_named, OFTENEST)) / math.log1p(OFTENEST),
        "named_near": float(any(mention.kind == "name" for mention in near)),
        "subjects_near": min(sum(mention.role == "subject" for mention in near), 3) / 3,
        "speaks": float(choice.speaker is meant),
        "never_before": float(last is None),
        "last_aside": float(last is not None and last.is_aside),
        "across_marks": float(last is not None and last.is_said != pronoun.is_said),
    }


def _of_rivals(choice: Choice, since: Sequence[Mention]) -> dict[str, float]:
    """Who else fits: how much less salient they are, and who of them acted since the one who is meant was mentioned."""
    own = choice.salience.get(choice.meant, 0.0)
    second = max((weight for other, weight in choice.salience.items() if other is not choice.meant), default=0.0)
    acted = {m.referent: m.role for m in since if m.referent is not None and choice.fits(m.referent)}
    return {
        "is_alone": float(len(choice.salience) == 1),
        "ratio": min(math.log(own / second), CLEAREST) / CLEAREST if own and second else 1.0,
        "subjects_between": min(sum(role == "subject" for role in acted.values()), 2) / 2,
    }
