"""Whom a noun for a person means: "the mayor", "the Spaniard", "her lawyer", "Acme's director"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.ages import of_told_age
from claimx.attributions.discourse.announced import announced, may_announce
from claimx.attributions.discourse.called_again import PARTS_IN_STORY, TOLD_BY_WORDS, can_be_anybody
from claimx.attributions.discourse.callings import PAST_OF_OFFICE, calling, office_held, office_of
from claimx.attributions.discourse.definiteness import (
    belongs_to_a_name,
    has_field,
    is_another,
    is_distinguished,
    is_unrestricted,
    is_unrestricted_person,
    nations_before,
)
from claimx.attributions.discourse.descriptions import complement
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.introductions import introduced
from claimx.attributions.discourse.mentions import AGED
from claimx.attributions.discourse.person_kinds import has_kinds, is_of_kind, kind_noun
from claimx.attributions.discourse.pronouns import acts_on, is_told_by
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.salience import in_sentence, most_salient, near, salience_of
from claimx.attributions.discourse.told import (
    agrees,
    goes_with,
    goes_with_any,
    is_called,
    is_exactly,
    is_of_people,
    is_surely,
    may_have_held,
    told_of_him,
    words_before,
)
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role, objects_of_prepositions
from claimx.grammar.nouns import is_definite
from claimx.lexicons.nouns import Gender, gender_of_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_UNTELLING = word_set("names/generic_persons", "untelling") | {AGED}
_PARTIES, _PLEADERS = (
    word_set("names/trials", "parties"),
    word_set("names/trials", "judges", "prosecutors", "defenders"),
)
_DEFENDANTS, _OF_DEFENCE = word_set("names/trials", "defendants"), word_set("names/trials", "of_defence")
_LAWYER = office_of("lawyer")
_RULERS = {of: word_set("names/generic_persons", f"heads_of_{of}") for of in ("state", "government")}
#: How much more salient than the next one a person must be that only a general noun ("the man") means.
MARGIN = 1.6
_BY_NOUN = 2


def resolve_person(
    mention: Mention, lemma: str, discourse: Discourse, history: History, owner: Referent | None
) -> Referent:
    """The person whom a noun phrase means: a known one where the article tells, else a new unnamed one.

    Args:
        mention: the noun phrase.
        lemma: of its head.
        discourse: the article.
        history: what it told before the mention.
        owner: whose the person is ("**her** lawyer"), where that is known.
    """
    head, gender, nations = mention.head, gender_of_noun(lemma), nations_before(mention.head)
    if mention.number == "one":
        known = of_told_age(head, discourse)
        if known is None and is_definite(head):
            known = _known(mention, lemma, history, owner, _speaker_of(mention, discourse, history))
        if known is None and may_announce(head, discourse):
            known = announced(head, lemma, discourse)
        if known is None:
            known = introduced(mention, discourse)
            if known is not None:
                history.note_noun(known, calling(head))
        if known is not None:
            return known
    referent = Referent("person", number=mention.number, nouns={calling(head)}, nations=nations)
    referent.note_gender(gender, _BY_NOUN)
    return referent


def _speaker_of(mention: Mention, discourse: Discourse, history: History) -> Referent | None:
    """Who speaks the words that a noun is quoted in; where no verb there tells it, who spoke last."""
    if not mention.quoted:
        return None
    return discourse.speaker_at(mention.head) if mention.head.i in discourse.speakers else history.speaker


def _known(
    mention: Mention, lemma: str, history: History, owner: Referent | None, speaker: Referent | None
) -> Referent | None:
    """The person whom a definite noun means, where the article spoke of him; nobody calls himself "the man"."""
    head, gender, nations = mention.head, gender_of_noun(lemma), nations_before(mention.head)
    ruler = _ruler(head, lemma, history)
    if ruler is not None:
        return ruler
    told = history.relations.of(owner, lemma) if owner is not None else None
    if told is not None and not agrees(told, gender, nations):
        told = None
    if told is not None and told.name:
        return told
    called = _called(mention, lemma, history, owner) or _of_kind(mention, lemma, history)
    if called is not None:
        return called
    meant = resolve_by_general_noun(mention, history.of_others(speaker) if speaker is not None else history.mentions)
    if meant is not None and meant.name and lemma not in PARTS_IN_STORY | _UNTELLING:
        history.note_noun(meant, calling(head))
    return meant or told


def _of_kind(mention: Mention, lemma: str, history: History) -> Referent | None:
    """Who is what a noun says: of several who are near the most salient, else the only one of the article so far."""
    head, kind = mention.head, kind_noun(mention.head)
    if not has_kinds(kind) or not is_unrestricted(head) or has_role(head, roles.POSSESSOR):
        return None
    words = words_before(head, None) if lemma in TOLD_BY_WORDS else set()
    near_by = resolve_anybody(mention, history.mentions, gender_of_noun(lemma), kind=kind)
    if near_by is not None:
        return near_by if not words or goes_with_any(near_by, words) else None
    known = [r for r in history.mentioned("person") if r.number == "one" and r.name and is_of_kind(r, kind)]
    is_only = len(known) == 1 and agrees(known[0], None, nations_before(head))
    return known[0] if is_only and (not words or goes_with_any(known[0], words)) else None


def resolve_by_general_noun(mention: Mention, history: Sequence[Mention]) -> Referent | None:
    """The person whom a definite noun means by which anybody can be called ("the politician"); null for other nouns.

    Args:
        mention: the noun phrase.
        history: the mentions before it, in text order.
    """
    head = mention.head
    lemma = head.lemma.lower()
    if mention.number != "one" or not is_definite(head) or has_role(head, roles.POSSESSOR):
        return None
    if can_be_anybody(head, lemma) and is_unrestricted_person(head):
        meant = resolve_anybody(mention, history, gender_of_noun(lemma))
        tells_which = lemma in TOLD_BY_WORDS or has_field(head)
        if meant is None or not tells_which or not complement(head) or not meant.nouns:
            return meant
        words = words_before(head, None)
        is_such = is_of_kind(meant, lemma) or is_called(meant, lemma)
        return meant if is_such and (not words or goes_with_any(meant, words)) else None
    return resolve_anybody(mention, history, former=calling(head)) if _is_former_office(head) else None


def _is_former_office(head: Token) -> bool:
    """Whether "the former secretary of state" tells an office that is over, and of nothing that has a name."""
    if not any(child.lower in PAST_OF_OFFICE for child in head.children):
        return False
    return not any(token.text[:1].isupper() and token.pos == word_classes.NAME for token in complement(head))


def _ruler(head: Token, lemma: str, history: History) -> Referent | None:
    """Whom "the head of state" and "the head of government" mean: the last who was called so, if he has a name."""
    if lemma != "head":
        return None
    of = [token.lower for token in objects_of_prepositions(head, ("of",))]
    nouns = _RULERS.get(of[0]) if len(of) == 1 else None
    if nouns is None:
        return None
    ruler = next((referent for referent in history.mentioned("person") if referent.nouns & nouns), None)
    return ruler if ruler is not None and ruler.name else None


def resolve_anybody(
    mention: Mention,
    history: Sequence[Mention],
    gender: Gender | None = None,
    former: str | None = None,
    kind: str | None = None,
    people: str | None = None,
) -> Referent | None:
    """The person whom a noun means that anybody can be called by ("the man"), if one is clearly the most salient.

    Args:
        mention: the noun phrase.
        history: the mentions before it, in text order.
        gender: what the noun tells of it.
        former: the office that the person is told to have held; who is called by another one is not meant.
        kind: the noun, if only those are meant who are told to be such.
        people: the word for a people or party ("Democrat"), if only those are meant who are told to be of it.
    """
    nations = nations_before(mention.head)
    head = mention.head
    is_party = head.lemma.lower() in _PARTIES
    acting = {m.referent for m in in_sentence(mention, history) if acts_on(m.head, head) or is_told_by(m.head, head)}
    salience = salience_of(
        mention,
        near(mention, history),
        lambda r: (
            r.kind == "person"
            and r.number == "one"
            and r not in acting
            and not (is_party and r.nouns & _PLEADERS)
            and agrees(r, gender, nations)
            and (former is None or may_have_held(r, former))
            and (kind is None or is_of_kind(r, kind))
            and (people is None or any(is_of_people(word, people) for word in told_of_him(r) | r.nouns))
        ),
    )
    return most_salient(salience, margin=MARGIN)


def _called(mention: Mention, lemma: str, history: History, owner: Referent | None) -> Referent | None:
    """The last person who was called so, and of whom what goes with the noun was not told otherwise."""
    head = mention.head
    is_owned = owner is not None or has_role(head, roles.POSSESSOR)
    if belongs_to_a_name(head) or is_another(head) or (is_owned and is_distinguished(head)):
        return None
    gender, nations = gender_of_noun(lemma), nations_before(head)
    words, called = words_before(head, owner), calling(head)
    if owner is not None and owner.nouns & _DEFENDANTS and office_of(called) == _LAWYER:
        words |= _OF_DEFENCE  # "his lawyer" is "defence lawyer Ada Holm"
    may_be = [
        r
        for r in history.candidates("person")
        if r.number == "one" and agrees(r, gender, nations)
        if owner is None or not history.relations.belongs_to_another(r, lemma, owner)
        if goes_with(r, called, words)
        if history.has_mentioned(r) or is_surely(r, called, words)
    ]
    known = [r for r in may_be if is_called(r, called) and is_exactly(r, called, words)]
    if not known and office_held(called) == office_of(called):  # who held the office may be called by it
        held = [r for r in may_be if any(office_held(noun) == office_of(called) for noun in r.nouns)]
        known = [r for r in held if is_exactly(r, called, words)]
    is_called_so = any(called in r.nouns for r in known)
    if known and not is_called_so and not words:  # "the professor" is the seismologist, not the researcher before
        known = [r for r in may_be if r in known or is_of_kind(r, lemma)]
    if not known and words:  # "the Rovers **manager**" is the boss of Rovers, "the **union** leader" its chairman
        known = [r for r in may_be if is_of_kind(r, lemma) and goes_with_any(r, words)]
    if not known and lemma in TOLD_BY_WORDS:  # "the Harbour Party leader": the only leader of whom is told
        called_so = [r for r in history.mentioned("person") if called in r.nouns and agrees(r, gender, nations)]
        known = called_so if len(called_so) == 1 else []
    if not known:
        return None
    surely = [r for r in known if is_surely(r, called, words)]
    if not surely and words:  # "the Rovers **manager**" is the boss of Rovers, not the coach of whom it is not told
        surely = [r for r in may_be if is_of_kind(r, lemma) and goes_with_any(r, words)]
    if not surely and known[0].name and called not in known[0].nouns:  # by another noun: first who was called just so
        return next((r for r in known if r.name and called in r.nouns), known[0])
    return (surely or known)[0]
