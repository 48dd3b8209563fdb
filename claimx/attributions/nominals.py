"""Whom a noun phrase means: "the mayor", "the ministry", "a resident"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimx.attributions.equations import equated
from claimx.attributions.pronouns import most_salient, salience_of
from claimx.attributions.referents import Mention, Number, Referent, is_definite
from claimx.attributions.relations import note_parents, owner_of
from claimx.attributions.roles import Kind, Roles
from claimx.name_rows import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimx.attributions.coreference import Discourse

#: Nouns by which anybody can be called; they mean the last fitting person if there is but one.
_ANYBODY = word_set("anybody")
_SINGLING, _BETWEEN = word_set("singling"), word_set("between")
_GENERIC = word_set("generic_bodies")
_FIRMS, _OUTLETS, _PRESS, _TEAMS = (word_set(name) for name in ("firms", "outlets", "press", "teams"))
_TRADES = word_set("trades")
_PLACES = word_set("lands") | word_set("towns") | word_set("state_nouns")
#: How much more salient than the next one a referent must be that only a general noun ("the man", "the group") means.
PERSON_MARGIN, BODY_MARGIN, PLACE_MARGIN, UNNAMED_BODY, OFTEN = 2.0, 1.5, 1.3, 0.5, 0.6
#: How salient a place that is named anywhere in the article always is.
ANYWHERE = 0.06
#: How salient the body that the article is about always is.
OF_THE_TOPIC = 0.05


def resolve_noun(mention: Mention, history: Sequence[Mention], discourse: Discourse) -> Referent:
    """The referent of a noun phrase: a known one where the article tells, else a new unnamed one."""
    roles = discourse.roles
    lemma = _lemma(mention.head, roles)
    same = equated(mention, lemma, discourse)
    if same is not None:
        same.nouns.add(lemma)
        found = same
    elif lemma in roles.nouns:
        found = _person(mention, lemma, history, discourse)
    else:
        return _other(mention, lemma, history, discourse)
    owner = owner_of(mention.head, discourse)
    if owner is not None and mention.number == "one" and is_definite(mention.head):
        discourse.relations.note(owner, lemma, found)
    if found.name:
        note_parents(mention.head, lemma, found, discourse)
    return found


def _other(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent:
    """A body, place or thing."""
    roles = discourse.roles
    if roles.body(lemma) or lemma in _GENERIC or lemma in _OUTLETS:
        return _body(mention, lemma, history, discourse)
    known = _thing(mention, lemma, history, discourse)
    kind: Kind = "document" if lemma in roles.documents else "thing"
    return known or Referent(kind, number=mention.number, nouns={lemma})


def _thing(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """A place or other named thing: "the city", "the country", "the bridge" (of whose name "Bridge" is a word)."""
    if not is_definite(mention.head) or _belongs_elsewhere(mention, discourse):
        return None
    if lemma in _PLACES:
        return _place(mention, lemma, history, discourse)
    named = [
        r
        for r in _recent(history, discourse)
        if r.name and mention.number == _number(r) and (lemma in r.nouns or (r.kind != "person" and lemma in r.heads))
    ]
    return named[0] if named else None


def _number(referent: Referent) -> Number:
    """The number that a noun for a thing has: "the islands" for "the Chatham Islands"."""
    plural = referent.kind == "place" and (referent.name or "").endswith("s") and "island" in referent.nouns
    return "many" if plural else "one"


def _place(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """The place of the right kind that is the most salient, or that the article names most."""
    if mention.number == "many" or not _is_plain(mention.head):
        return None
    salience = salience_of(mention, history, lambda _, r: r.kind == "place" and bool(r.name) and lemma in r.nouns)
    for referent in discourse.named.values():
        if referent.kind == "place" and lemma in referent.nouns:
            salience[referent] = salience.get(referent, 0.0) + ANYWHERE
    return most_salient({r: s * (1 + OFTEN * r.names) for r, s in salience.items()}, margin=PLACE_MARGIN)


def _lemma(head: Token, roles: Roles) -> str:
    """The lemma, or the word itself where it is a body's noun that has no singular ("media", "police")."""
    return head.lower_ if roles.plural_body(head.lower_) else head.lemma_.lower()


def _person(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent:
    roles = discourse.roles
    gender = roles.nouns[lemma].gender
    nations = _nations(mention, roles)
    if mention.number == "one" and is_definite(mention.head):
        owner = owner_of(mention.head, discourse)
        told = discourse.relations.of(owner, lemma) if owner is not None else None
        if told is not None and told.name and _agrees(told, gender, nations):
            return told
        known = [
            r
            for r in _recent(history, discourse)
            if r.kind == "person" and r.number == "one" and _is_called(r, lemma, roles) and _agrees(r, gender, nations)
            if owner is None or not discourse.relations.is_another_s(r, lemma, owner)
        ]
        if (
            known
            and not _belongs_elsewhere(mention, discourse)
            and not (owner is not None and _is_singled(mention.head))
        ):
            return known[0]
        if lemma in _ANYBODY and _is_plain(mention.head):
            salience = salience_of(
                mention, history, lambda _, r: r.kind == "person" and r.number == "one" and _agrees(r, gender, nations)
            )
            best = most_salient(salience, margin=PERSON_MARGIN)
            if best is not None:
                return best
        if told is not None and _agrees(told, gender, nations):
            return told
    referent = Referent("person", number=mention.number, nouns={lemma}, nations=nations)
    if gender is not None:
        referent.gender[gender] += 2
    return referent


def _body(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent:
    roles = discourse.roles
    nations = _nations(mention, roles)
    if is_definite(mention.head) and not _belongs_elsewhere(mention, discourse):
        general = (lemma in _GENERIC or lemma in _OUTLETS) and mention.number == "one"
        best = _general_body(mention, lemma, history, discourse) if general and _is_plain(mention.head) else None
        if best is not None:
            return best
        kinds = {child.lower_ for child in mention.head.children if child.dep_ == "compound"}
        known = [
            r
            for r in _recent(history, discourse)
            if r.kind == "organization" and kinds <= r.words | r.nouns | _BETWEEN
            if lemma in r.nouns and (not nations or nations <= r.nations)
            if r.name or r.number == mention.number or roles.plural_body(lemma)
        ]
        if known:
            return known[0]
        named = [r for r in _recent(history, discourse) if r.kind == "organization" and r.name and lemma in r.heads]
        if named:
            return named[0]
    number = "many" if mention.number == "many" or roles.plural_body(lemma) else "one"
    return Referent("organization", number="many" if number == "many" else "one", nouns={lemma}, nations=nations)


def _general_body(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """The most salient body that a general noun can mean; an unnamed one only if it is far more salient.

    Where no other is near, the one that the article is about.
    """
    can_be = partial(_can_be, lemma=lemma, roles=discourse.roles)
    salience = salience_of(mention, history, lambda m, r: r.kind == "organization" and not m.aside and can_be(r))
    topic = discourse.topic
    if topic is not None and can_be(topic) and not any(c.dep_ == "compound" for c in mention.head.children):
        salience[topic] = salience.get(topic, 0.0) + OF_THE_TOPIC
    best = most_salient({r: s * (1 if r.name else UNNAMED_BODY) for r, s in salience.items()}, margin=BODY_MARGIN)
    if best is not None and best.name:
        best.nouns.add(lemma)
    return best


def _can_be(body: Referent, lemma: str, roles: Roles) -> bool:
    """Whether a body can be meant by a general noun: no ministry by "the company", a paper by "the newspaper"."""
    if body.number == "many":
        return False
    if lemma in _OUTLETS:
        return bool(body.nouns & _PRESS)
    if body.nouns & _PRESS and lemma in _TEAMS:
        return False
    return lemma not in _FIRMS or not any(roles.body(noun) for noun in body.nouns - _GENERIC - _TRADES)


def _is_plain(head: Token) -> bool:
    """Whether a noun has nothing that would single out another thing: "the only man who …", "the group of …"."""
    return not any(
        child.dep_ in ("relcl", "acl")
        or child.tag_ == "JJS"
        or child.lower_ in _SINGLING
        or (child.dep_ == "poss" and child.pos_ != "PRON")
        or (child.dep_ == "prep" and child.lower_ == "of")
        for child in head.children
    )


def _is_singled(head: Token) -> bool:
    """Whether a word before a noun tells it from the known one: "their **second** son"."""
    return any(child.lower_ in _SINGLING for child in head.children)


def _is_called(referent: Referent, lemma: str, roles: Roles) -> bool:
    like = roles.nouns[lemma].like
    return lemma in referent.nouns or (like is not None and any(roles.like(noun) == like for noun in referent.nouns))


def _agrees(referent: Referent, gender: str | None, nations: set[str]) -> bool:
    told = referent.told_gender
    if gender is not None and told is not None and told != gender:
        return False
    return not nations or not referent.nations or bool(nations & referent.nations)


def _nations(mention: Mention, roles: Roles) -> set[str]:
    return {roles.nations[word.text] for word in mention.head.lefts if word.text in roles.nations}


def _belongs_elsewhere(mention: Mention, discourse: Discourse) -> bool:
    """Whether a noun belongs to another name ("Ruiz's lawyer"), so that it is not the known one."""
    return any(child.dep_ == "poss" and child.pos_ == "PROPN" for child in mention.head.children)


def _recent(history: Sequence[Mention], discourse: Discourse) -> Iterator[Referent]:
    """Referents by their last mention, then named ones that the article has yet to mention."""
    seen: set[int] = set()
    for mention in reversed(history):
        if mention.referent is not None and id(mention.referent) not in seen:
            seen.add(id(mention.referent))
            yield mention.referent
    for referent in discourse.named.values():
        if id(referent) not in seen:
            yield referent
