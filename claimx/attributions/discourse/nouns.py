"""Whom a noun phrase means: "the mayor", "the ministry", "the bridge"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.apposition import said_to_be
from claimx.attributions.discourse.bodies import LED, is_general, resolve_body, resolve_trader
from claimx.attributions.discourse.callings import calling
from claimx.attributions.discourse.definiteness import belongs_to_a_name, is_unrestricted
from claimx.attributions.discourse.descriptions import complement
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.groups import resolve_pair, resolve_several
from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.mentions import AGED
from claimx.attributions.discourse.persons import resolve_person
from claimx.attributions.discourse.places import PLACES, resolve_place
from claimx.attributions.discourse.quoting import is_reporting_subject
from claimx.attributions.discourse.referents import Kind, Mention, Number, Referent
from claimx.attributions.discourse.relations import owner_of
from claimx.attributions.discourse.told import OFFICES
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role, in_role
from claimx.grammar.nouns import is_definite
from claimx.lexicons.cues import cue_words
from claimx.lexicons.nouns import (
    has_agent_ending,
    is_body_noun,
    is_document_noun,
    is_plural_body,
    is_trade,
    person_noun,
)
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_PARTS_OF_BODIES = word_set("names/generic_persons", "parts_of_bodies")
#: Things whose nouns end as those for people do.
_THINGS = cue_words("things_with_endings_of_doers")
_WHO = word_set("names/reference_words", "relatives_for_persons")
_OF_A_LIFE = word_set("names/generic_persons", "of_a_life")
_COUNTERPARTS = word_set("names/generic_persons", "counterparts")
_JUDGES = word_set("names/trials", "judges")
_PAIRS, _HONOURS = word_set("names/generic_persons", "pairs"), word_set("names/generic_persons", "honours")


def resolve_noun(mention: Mention, discourse: Discourse, history: History) -> Referent:
    """The referent of a noun phrase: a known one where the article tells, else a new unnamed one.

    Args:
        mention: the noun phrase.
        discourse: the article.
        history: what it told before the mention; what the phrase says of whose somebody is, is noted there.
    """
    head = mention.head
    lemma = head.lower if is_plural_body(head.lower) else head.lemma.lower()  # "media", "police" have no singular
    owner, is_owned = owner_of(head, discourse), has_role(head, roles.POSSESSOR)
    same = said_to_be(mention, lemma, discourse, never=owner if is_owned else None)
    if same is not None:
        history.note_noun(same, calling(head) if same.kind == "person" else lemma)
        if same.kind == "person":
            told = {token.lower for token in complement(head) if discourse.named_by(token) is not same}
            same.complements.setdefault(calling(head), set()).update(told)
            if lemma in _COUNTERPARTS and owner is not None:
                _note_offices(same, owner, told, history)
        found = same
    elif lemma in _HONOURS and is_owned and owner is not None and owner.kind == "person":
        return owner  # "his eminence" is himself
    elif lemma in _HONOURS and is_owned and (judge := _last_judge(history)) is not None:
        return judge  # "her Honour", of whom nothing else tells that she is a woman
    elif lemma in _PAIRS and is_definite(head) and (pair := resolve_pair(mention, history.mentions, owner)) is not None:
        return pair
    elif _may_be_several(mention) and (several := resolve_several(mention, history.mentions)) is not None:
        return several
    elif (
        lemma == AGED
        or (person_noun(lemma) is not None and not _is_of_a_body(head))
        or _has_ending_of_persons(head, lemma)
    ):
        found = resolve_person(mention, lemma, discourse, history, owner)
        firm = resolve_trader(mention, discourse, history) if _may_be_firm(mention, lemma, found, history) else None
        if firm is not None:
            return firm
    elif is_general(lemma) or is_body_noun(lemma) or is_trade(lemma) or lemma in LED:
        return resolve_body(mention, lemma, discourse, history, owner)
    else:
        return _resolve_thing(mention, lemma, history)
    if owner is not None and mention.number == "one" and is_definite(head):
        history.relations.note(owner, lemma, found)
    return found


def _may_be_several(mention: Mention) -> bool:
    """Whether a noun may mean several persons who have names: "**the judges**", but no "some judges"."""
    head = mention.head
    is_plural = mention.number == "many" and person_noun(head.lemma.lower()) is not None
    is_plain = not any(child.dep in roles.PREMODIFIERS for child in head.lefts)  # no "child actors"
    return (
        is_plural and is_plain and is_definite(head) and is_unrestricted(head) and not has_role(head, roles.POSSESSOR)
    )


def _last_judge(history: History) -> Referent | None:
    """The last named person who is told to be a judge."""
    return next((r for r in history.mentioned("person") if r.name and not r.nouns.isdisjoint(_JUDGES)), None)


def _note_offices(counterpart: Referent, owner: Referent, told: set[str], history: History) -> None:
    """A minister's counterpart is a minister, too: "his Arden **counterpart**, Ada Holm", then "the Arden minister"."""
    for noun in owner.nouns:
        if noun.rpartition(" ")[2] in OFFICES:
            history.note_noun(counterpart, noun)
            counterpart.complements.setdefault(noun, set()).update(told)


def _may_be_firm(mention: Mention, lemma: str, person: Referent, history: History) -> bool:
    """Whether a noun for people and firms alike ("the miner") means nobody of whom the article has told."""
    if not is_trade(lemma) or mention.number != "one" or person.name or history.has_mentioned(person):
        return False
    if _is_told_of_a_person(mention.head):
        return False
    return is_definite(mention.head) and is_unrestricted(mention.head)


def _has_ending_of_persons(head: Token, lemma: str) -> bool:
    """Whether a noun of no lexicon is for a person by its ending, with "who" or where one says: "**a planner** warned".

    Firms are called by such nouns, too ("the operator"), but not with "who".
    """
    if head.tag != word_classes.SINGULAR or not has_agent_ending(lemma) or lemma in _THINGS:
        return False
    if _is_told_of_a_person(head):
        return True
    is_other = is_document_noun(lemma) or is_body_noun(lemma) or is_general(lemma) or is_trade(lemma)
    return not is_other and is_reporting_subject(head)


def _is_told_of_a_person(head: Token) -> bool:
    """Whether what goes with a noun is told of people alone: "the operator, **who** …", "the **retired** builder"."""
    if any(child.lower in _OF_A_LIFE for child in head.children):
        return True
    return any(child.lower in _WHO for clause in in_role(head, roles.RELATIVE_CLAUSE) for child in clause.children)


def _is_of_a_body(head: Token) -> bool:
    """Whether a noun that may be for a person is for a part of one: "my **head**"."""
    if head.lemma.lower() not in _PARTS_OF_BODIES:
        return False
    return not any(child.dep in roles.COMPOUND_NOUNS or child.dep == roles.PREPOSITION for child in head.children)


def _resolve_thing(mention: Mention, lemma: str, history: History) -> Referent:
    """A place or other named thing: "the city", "the country", "the bridge" (of whose name "Bridge" is a word)."""
    known: Referent | None = None
    can_be_known = lemma in PLACES or history.is_noun_of_name(lemma)
    if can_be_known and is_definite(mention.head) and not belongs_to_a_name(mention.head):
        if lemma in PLACES:
            known = resolve_place(mention, lemma, history)
        elif is_unrestricted(mention.head):
            named = (r for r in history.candidates("named") if _can_be_called(r, lemma, mention.number))
            known = next(named, None)
    if known is not None:
        return known
    kind: Kind = "document" if is_document_noun(lemma) else "thing"
    return Referent(kind, number=mention.number, nouns={lemma})


def _can_be_called(named: Referent, lemma: str, number: Number) -> bool:
    """Whether a noun stands in what is told of a named thing, or in its name."""
    is_told = lemma in named.nouns or (lemma in named.head_words and named.kind != "person")
    return is_told and bool(named.name) and number == _number_of(named)


def _number_of(named: Referent) -> Number:
    """The number of a noun for a thing: "the islands" for "the Chatham Islands"."""
    is_plural = named.kind == "place" and (named.name or "").endswith("s") and "island" in named.nouns
    return "many" if is_plural else "one"
