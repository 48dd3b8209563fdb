"""Whom a third-person pronoun stands for: by gender, number, kind, salience, syntax and who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.salience import in_sentence, most_salient, near, salience_of
from claimx.attributions.discourse.trust import Choice, trust_of
from claimx.grammar import roles, word_classes
from claimx.lexicons.nouns import ThirdPersonPronoun, third_person_pronouns

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: How much more salient who spoke last is, and how salient is of whom no gender is told.
SPEAKER, UNKNOWN_GENDER = 0.6, 0.8
#: The best candidate must be this much more salient than the second, or the pronoun stays open.
MARGIN = 1.05
#: For how many sentences a pronoun tells the gender of whom it means.
GENDER_HOLDS = 2
#: How many parts a hyphenated participle may have, marks and all.
_PARTS = 3
#: How many words up the tree a clause is looked for whose subject tells of somebody.
_CLAUSES_UP = 6
_ARGUMENTS = roles.SUBJECTS | roles.OBJECTS
_OPEN_CLAUSES = frozenset((roles.OPEN_COMPLEMENT, roles.ADVERBIAL_CLAUSE))
_BODIES = frozenset(("organization", "place", "document"))
_PRONOUNS = third_person_pronouns()
#: Who is meant by "they said": several persons, the police, but nobody by a people or one firm, which may be others.
SPEAKERS = frozenset(("person", "organization"))


def resolve_pronoun(
    mention: Mention,
    history: Sequence[Mention],
    *,
    speaker: Referent | None = None,
    speaks: bool = False,
    never: Referent | None = None,
    topic: Referent | None = None,
) -> Referent | None:
    """The referent of a pronoun, or null; that it was meant is noted as evidence of its gender.

    Args:
        mention: the pronoun.
        history: the mentions before it, in text order.
        speaker: who spoke last, if the pronoun is a source.
        speaks: only who can speak can be meant, as for the source of a statement.
        never: who cannot be meant, such as who speaks the words that the pronoun stands in.
        topic: the person whom the article is about, who is meant where nobody else is near.
    """
    head, asked = mention.head, asked_by(mention.head)
    excluded = {before.referent for before in in_sentence(mention, history) if _is_coargument(head, before)} | {never}
    excluded |= _of_the_other_gender(mention, history)

    def can_be(referent: Referent) -> bool:
        return referent not in excluded and can_mean(asked, referent, speaks=speaks)

    joined = _subject_of_joined_clause(mention, history)
    if joined is not None and can_be(joined):
        joined.note_gender(asked.gender, 1)
        return joined
    mentions = (before for before in near(mention, history) if not _tells_of_nobody(before))
    if speaks:
        mentions = (before for before in mentions if not before.is_aside)
    salience = salience_of(mention, mentions, can_be)
    if speaker is not None and can_be(speaker):
        salience[speaker] = salience.get(speaker, 0.0) + SPEAKER
    if asked.gender is not None:
        for referent in salience:
            salience[referent] *= UNKNOWN_GENDER if referent.told_gender is None else 1.0
    by_topic = not salience and topic is not None and can_be(topic)
    best = topic if by_topic else most_salient(salience, margin=MARGIN)
    if best is not None:
        mention.trust = trust_of(Choice(mention, best, salience, speaker, can_be), history)
        if not by_topic:
            best.note_gender(asked.gender, 1)
    return best


def _subject_of_joined_clause(mention: Mention, history: Sequence[Mention]) -> Referent | None:
    """The subject of the clause before, to which that of a pronoun is joined: "**The baker** left, but he said …"."""
    pronoun, verb = mention.head, mention.head.head
    if pronoun.dep not in roles.ALL_SUBJECTS or verb.dep != roles.CONJUNCT:
        return None
    for before in in_sentence(mention, history):
        if before.head.head is verb.head and before.head.dep in roles.ALL_SUBJECTS and before.quoted == mention.quoted:
            return before.referent
    return None


def _tells_of_nobody(mention: Mention) -> bool:
    """Whether a name is a people's before a noun, or a person's that is a sentence alone.

    Nobody means Norwegians by "they" after "**Norwegian** law", or who is but a heading or called out ("**Karl**?").
    """
    if mention.kind != "name" or mention.referent is None:
        return False
    if mention.referent.kind == "people":
        return mention.head.dep in roles.PREMODIFIERS
    if mention.referent.kind != "person" or mention.head.dep != roles.ROOT:
        return False
    words = [token.i for token in mention.head.sent if token.text.isalnum()]
    return all(mention.start <= row < mention.end for row in words)


def _of_the_other_gender(mention: Mention, history: Sequence[Mention]) -> set[Referent | None]:
    """Who was but now "she" and is not "he", where nothing else tells."""
    gender = asked_by(mention.head).gender
    found: set[Referent | None] = set()
    for before in near(mention, history) if gender is not None else ():
        if mention.sentence - before.sentence > GENDER_HOLDS:
            break
        meant = before.referent
        if before.kind == "pronoun" and meant is not None and meant.told_gender is None:
            other = asked_by(before.head).gender
            if other is not None and other != gender:
                found.add(meant)
    return found


def asked_by(pronoun: Token) -> ThirdPersonPronoun:
    """What a third-person pronoun asks of whom it means: kind, gender, number."""
    return _PRONOUNS[pronoun.lower]


def can_mean(asked: ThirdPersonPronoun, referent: Referent, *, speaks: bool = False) -> bool:
    """Whether a referent has the kind, gender and number that a pronoun asks for; with ``speaks``, can speak, too."""
    if asked.kind == "person":
        return referent.kind == "person" and referent.number == "one" and referent.told_gender in (asked.gender, None)
    if asked.number == "one":
        is_many = referent.number == "many" and not referent.called_as_one
        if is_many or referent.kind in ("person", "people"):
            return False
        return not speaks or referent.kind in _BODIES
    if referent.number == "many":
        return not speaks or referent.kind in SPEAKERS
    return not speaks and referent.kind == "organization" and referent.name is not None


def can_be_they(pronoun: Token, referent: Referent) -> bool:
    """Whether "they" can mean one person: who has a name, and of whom the article tells no gender."""
    asked = asked_by(pronoun)
    is_one = referent.kind == "person" and referent.number == "one" and referent.name is not None
    return asked.number == "many" and is_one and referent.told_gender is None


def are_they(mention: Mention) -> bool:
    """Whether a noun or name tells of several who can speak, whom "they" then means."""
    referent = mention.referent
    if mention.kind == "pronoun" or mention.number == "one" or referent is None:
        return False
    return referent.kind in SPEAKERS or referent.kind == "people"


def _is_coargument(pronoun: Token, before: Mention) -> bool:
    """Whether both are arguments of one verb, so that a pronoun that is no reflexive cannot mean the other."""
    if pronoun.dep == roles.POSSESSOR or _PRONOUNS[pronoun.lower].reflexive:
        return before.start <= pronoun.i < before.end
    head = before.head
    if head.head is pronoun.head:
        return head.dep in _ARGUMENTS and pronoun.dep in _ARGUMENTS
    return acts_on(head, pronoun) or head is _doer_to(pronoun)


def _doer_to(pronoun: Token) -> Token | None:
    """The subject of another clause who does to a pronoun what a verb without one says: "**Lund** went to stop her".

    Who asks another to do it does not: "Lund told Holm to stop her".
    """
    verb = pronoun.head
    if verb.dep == roles.CLAUSE_COMPLEMENT and pronoun.dep == roles.SUBJECT and _is_infinitive(verb):
        verb = verb.head  # "asked **him** to leave"
    elif pronoun.dep not in roles.OBJECTS:
        return None
    for _ in range(_CLAUSES_UP):
        subject, above = verb.child(*roles.SUBJECTS), verb.head
        if subject is not None:
            return subject
        if verb.dep == roles.NOUN_CLAUSE and above.dep == roles.OBJECT and _is_infinitive(verb):
            verb = above.head  # "began a petition to keep her"
        elif verb.dep == roles.CONJUNCT or (verb.dep in _OPEN_CLAUSES and above.child(*roles.OBJECTS) is None):
            verb = above
        else:
            return None
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag == word_classes.TO for child in verb.children)


def is_told_by(subject: Token, noun: Token) -> bool:
    """Whether a noun stands in what the subject of a clause around it does: "**He** said **the athlete** had left"."""
    if subject.dep not in roles.ALL_SUBJECTS:
        return False
    clause = noun.head
    for _ in range(_CLAUSES_UP):
        if clause is subject.head:
            return noun.head is not clause or noun.dep not in roles.ALL_SUBJECTS
        if clause.dep == roles.CONJUNCT:
            return False
        clause = clause.head
    return False


def acts_on(name: Token, subject: Token) -> bool:
    """Whether somebody does what a participle tells of a subject: "asked by **Ruiz**, **the witness** said"."""
    if name.dep == roles.COMPOUND:
        name = name.head
    if name.dep != roles.PREPOSITION_OBJECT or name.head.lower != "by" or subject.dep not in roles.SUBJECTS:
        return False
    clause = name.head.head
    for _ in range(_PARTS):  # the parser takes the parts of "cross-examined" for words
        if clause.dep == roles.ADVERBIAL_CLAUSE:
            return clause.head is subject.head
        clause = clause.head
    return False
