"""Whom an article describes before it names him: "A woman who has accused Lund … **Ada Holm**, who says Lund …"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimx.attributions.discourse.ages import age_behind
from claimx.attributions.discourse.callings import calling
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.leads import OPENING, describes_another, is_opened, leads, next_named
from claimx.attributions.discourse.named_at_last import (
    FULL,
    NO_OFFICES,
    SOON,
    is_explained,
    is_named_at_last,
    relative_named,
)
from claimx.attributions.discourse.person_kinds import is_of_kind
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.told import KIN
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import objects_of_prepositions
from claimx.grammar.nouns import is_definite
from claimx.lexicons.nouns import gender_of_noun, is_body_noun, may_be_person_noun, synonym_class
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_TELLING = word_classes.NOUNS | {word_classes.VERB}
#: How many telling words of a description must stand with the name.
SHARED = 2
#: How long the beginning is that two forms of one word share at least.
STEM = 3
_ANYBODY = word_set("names/generic_persons", "anybody")
_JUDGES = word_set("names/trials", "judges")
_UNTELLING = word_set("names/generic_persons", "untelling")
_DISAGREEING = word_set("reporting/speaking", "disagreeing")


def introduced(mention: Mention, discourse: Discourse) -> Referent | None:
    """The person whom a phrase describes, if the next one to be named is told of in the same words, or not at all.

    After "the" but who speaks: "**Arden's transport minister** said …. “…,” **Karl Lund** told reporters.".

    Args:
        mention: the phrase, for one person.
        discourse: the article.
    """
    head = mention.head
    is_opening = is_opened(head)
    if mention.quoted or _is_but_wanted(head) or _is_share(head) or not (is_opening or is_definite(head)):
        return None
    if is_body_noun(head.lemma.lower()) and not may_be_person_noun(head.lemma.lower()):
        return None  # "the **team** cautions that …"
    if is_opening and (judge := _judge_of_lead(mention, discourse)) is not None:
        return judge
    if head.lemma.lower() in KIN and (relative := relative_named(mention, discourse)) is not None:
        return relative
    name = next_named(mention, discourse)
    if name is None or name.referent is None or name.head.head.lemma.lower() in _DISAGREEING:
        return None
    if head.lemma.lower() in _JUDGES and name.referent.nouns.isdisjoint(_JUDGES):
        return None  # "A judge has told a farmer … Tom Holm, 79, admitted …"
    gender = gender_of_noun(head.lemma.lower())
    if gender is not None and name.referent.told_gender not in (gender, None):
        return None
    if is_named_at_last(mention, name, discourse):
        return name.referent
    if not is_opening:
        if head.lemma.lower() in _UNTELLING and name.end - name.start < FULL:
            return None  # "the old woman" whom "Robin" answers
        return name.referent if leads(mention, discourse) and _is_meant_before(mention, name, discourse) else None
    described = _telling(head.doc.tokens[head.left_edge.i : head.right_edge.i + 1])
    told = _telling(name.head.sent)
    shared = [word for word in described if any(_is_alike(word, other) for other in told)]
    return name.referent if len(shared) >= SHARED or _is_led_to(mention, name, discourse) else None


def _is_but_wanted(head: Token) -> bool:
    """Whether somebody does nothing yet: "they demand that **the mayor** come and explain"."""
    verb = head.head
    is_bare = verb.tag == word_classes.BASE and head.dep in roles.SUBJECTS
    return is_bare and not any(child.pos == word_classes.AUXILIARY for child in verb.children)


def _is_share(head: Token) -> bool:
    """Whether "one" tells how many of all: "only one voter **in five**"."""
    return any(token.pos == word_classes.NUMERAL for token in objects_of_prepositions(head, ("in",)))


def _judge_of_lead(mention: Mention, discourse: Discourse) -> Referent | None:
    """The only judge of an article whose first sentence tells of one: "**A judge** has told … Judge Holm said …"."""
    called = calling(mention.head)
    if called not in _JUDGES or not leads(mention, discourse):
        return None
    judges = [one for one in discourse.named.values() if one.kind == "person" and one.nouns & _JUDGES]
    if len(judges) != 1 or called not in judges[0].nouns:
        return None
    is_told_before = any(other.referent is judges[0] for other in discourse.before(mention.head))
    return judges[0] if not is_told_before else None


def introduced_body(mention: Mention, discourse: Discourse) -> Referent | None:
    """The body that opens an article as something new, if the next one that acts has no name for another kind of body.

    "A drivers' union has called a strike. **The RDW** said …"; of "a panel ruled" none but a panel is meant, and
    of "the panel ruled".

    Args:
        mention: the phrase, for one body.
        discourse: the article.
    """
    before = mention.head.doc.tokens[mention.start : mention.head.i]
    is_opening = any(token.lower in OPENING for token in before)
    if mention.role != "subject" or not (is_opening or is_definite(mention.head)) or not leads(mention, discourse):
        return None
    named = next_named(mention, discourse, "organization")
    body, lemma = named.referent if named is not None else None, mention.head.lemma.lower()
    is_such = body is not None and (lemma in body.nouns | body.head_words or (is_opening and not body.nouns))
    return body if is_such else None


def _is_led_to(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether the first sentence tells of somebody whom the article then names with his age or by the same noun.

    "**A grandfather** has chased off a burglar. **Tom Holm**, 79, was in his kitchen." Who is told to be something
    else, such as the officer who looks into it, is not meant, nor is anybody where a second one is described before.
    """
    lemma, person = mention.head.lemma.lower(), name.referent
    if person is None or mention.role != "subject" or not leads(mention, discourse):
        return False
    if describes_another(mention, name, discourse):
        return False
    nouns = {noun.rpartition(" ")[2] for noun in person.nouns}
    if (
        lemma in nouns
        or is_of_kind(person, lemma)
        or any(synonym_class(n) == synonym_class(lemma) for n in nouns if synonym_class(n))
    ):
        return True
    if nouns - {lemma} and not nouns <= _ANYBODY:
        return False
    return bool(age_behind(name)) or lemma in _telling(name.head.sent)


def _is_meant_before(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether the first sentence tells the office of somebody who is named next, with it or with nothing else."""
    if mention.role != "subject" or name.referent is None:
        return False
    if name.sentence > mention.sentence + SOON:
        return False
    nouns = name.referent.nouns - NO_OFFICES
    if calling(mention.head) in nouns:
        return True
    is_new = not nouns and name.end - name.start >= FULL and not is_explained(name)
    return is_new and not describes_another(mention, name, discourse)


def _is_alike(word: str, other: str) -> bool:
    """Whether two words are one, or one a form of the other ("rob", "robbery")."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= STEM and long.startswith(short))


def _telling(words: Iterable[Token]) -> set[str]:
    """The nouns, names and verbs among some words, singular."""
    return {token.lemma.lower().removesuffix("s") for token in words if token.pos in _TELLING}
