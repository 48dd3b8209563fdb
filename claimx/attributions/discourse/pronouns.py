"""Whom a third-person pronoun stands for: by gender, number, kind, recency, syntax and who spoke last.

The salience of a referent is summed over its recent mentions, weighted by grammatical role and halved with each
sentence, after Lappin & Leass, "An algorithm for pronominal anaphora resolution", Computational Linguistics 20 (1994).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import TYPE_CHECKING

from claimx.attributions.discourse.referents import Mention, Referent, pronoun_features

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: How many mentions and sentences back a pronoun's referent is looked for.
MENTIONS_BACK, SENTENCES_BACK = 80, 5
ROLE_WEIGHT: Mapping[str, float] = {"subject": 1.0, "object": 0.6, "other": 0.5}
#: Weights: mention by name, unnamed referent, mention on the other side of a quotation mark, last speaker …
NAMED, UNNAMED, OTHER_SIDE, SPEAKER, UNKNOWN_GENDER, DECAY = 1.15, 0.75, 0.45, 0.6, 0.6, 0.5
#: How much more salient a referent is that is named often in the article, by the logarithm of how often.
TOPIC = 0.05
#: How much a second mention in the same sentence adds.
AGAIN = 0.2
#: The best candidate must be this much more salient than the second, or the pronoun stays open.
MARGIN = 1.05
#: How many parts a hyphenated participle may have, marks and all.
_PARTS = 3
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative"))


def resolve_pronoun(
    mention: Mention,
    history: Sequence[Mention],
    *,
    speaker: Referent | None = None,
    body: bool = False,
    never: Referent | None = None,
    topic: Referent | None = None,
) -> Referent | None:
    """The referent of a pronoun, or null.

    Args:
        mention: the pronoun.
        history: all mentions before it, in text order.
        speaker: who spoke last, if the pronoun is a source.
        body: only persons and bodies can be meant, as for the source of a statement.
        never: who cannot be meant, such as who speaks the words that the pronoun stands in.
        topic: the person whom the article is about, who is meant where nobody else is near.
    """
    head = mention.head
    recent = history[-MENTIONS_BACK:]
    beside = {m.referent for m in recent if m.sentence == mention.sentence and _is_coargument(head, m)} | {never}
    salience = salience_of(
        mention, history, lambda m, r: r not in beside and not (body and m.aside) and fits(head, r, body=body)
    )
    if speaker is not None and speaker not in beside and fits(head, speaker, body=body):
        salience[speaker] = salience.get(speaker, 0.0) + SPEAKER
    if not salience and topic is not None and topic not in beside and fits(head, topic, body=body):
        return topic
    gender = pronoun_features(head)[1]
    for referent in salience:
        salience[referent] *= UNKNOWN_GENDER if gender and referent.told_gender is None else 1.0
    best = most_salient(salience, margin=MARGIN)
    if best is not None and gender is not None:
        best.gender[gender] += 1
    return best


def salience_of(
    mention: Mention, history: Sequence[Mention], fitting: Callable[[Mention, Referent], bool]
) -> dict[Referent, float]:
    """How salient each fitting referent is at a mention, by the mentions of it before.

    Of a sentence's mentions of one referent the heaviest counts in full, the others little, so that a chain of pronouns
    does not outweigh who was named since.
    """
    heaviest: dict[tuple[Referent, int], float] = {}
    salience: dict[Referent, float] = {}
    for before in reversed(history[-MENTIONS_BACK:]):
        distance = mention.sentence - before.sentence
        if distance > SENTENCES_BACK:
            break
        referent = before.referent
        if referent is None or not fitting(before, referent):
            continue
        weight = ROLE_WEIGHT[before.place] * DECAY**distance
        weight *= 1.0 if before.quoted == mention.quoted else OTHER_SIDE
        weight *= NAMED if before.kind == "name" else 1.0
        weight *= 1 + TOPIC * log(referent.names) if referent.name else UNNAMED
        known = heaviest.get((referent, before.sentence), 0.0)
        heaviest[referent, before.sentence] = max(weight, known)
        added = max(weight - known, 0.0) + AGAIN * min(weight, known)
        salience[referent] = salience.get(referent, 0.0) + added
    return salience


def most_salient(salience: Mapping[Referent, float], *, margin: float) -> Referent | None:
    """The most salient referent, if it is so by ``margin`` times; of equal ones the last mentioned."""
    ranked = sorted(salience.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1]):
        return None
    return ranked[0][0]


def fits(pronoun: Token, referent: Referent, *, body: bool = False) -> bool:
    """Whether a referent has the kind, gender and number that a pronoun asks for."""
    kind, gender, number = pronoun_features(pronoun)
    if kind == "person":
        return referent.kind == "person" and referent.number == "one" and referent.told_gender in (gender, None)
    if number == "one":
        if referent.kind in ("person", "people") or referent.number == "many":
            return False
        return not body or referent.kind in ("organization", "place", "document")
    if referent.number == "many":
        return not body or referent.kind in ("person", "people", "organization")
    return referent.kind == "organization" and referent.name is not None


def _is_coargument(pronoun: Token, before: Mention) -> bool:
    """Whether both are arguments of one verb, so that a pronoun that is no reflexive cannot mean the other."""
    if pronoun.lower.endswith(("self", "selves")) or pronoun.dep == "poss":
        return before.start <= pronoun.i < before.end
    head = before.head
    if head.head.i == pronoun.head.i:
        return head.dep in _ARGUMENTS and pronoun.dep in _ARGUMENTS
    return acts_on(head, pronoun)


def acts_on(name: Token, subject: Token) -> bool:
    """Whether somebody does what a participle tells of a subject: "asked by **Ruiz**, **the witness** said"."""
    if name.dep == "compound":
        name = name.head
    if name.dep != "pobj" or name.head.lower != "by" or subject.dep not in _SUBJECTS:
        return False
    clause = name.head.head
    for _ in range(_PARTS):  # the parser takes the parts of "cross-examined" for words
        if clause.dep == "advcl":
            return clause.head.i == subject.head.i
        clause = clause.head
    return False
