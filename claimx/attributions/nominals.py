"""Whom a noun phrase means: "the mayor", "the ministry", "a resident"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimx.attributions.pronouns import most_salient, salience_of
from claimx.attributions.referents import Mention, Referent, is_definite
from claimx.attributions.roles import AGENTS, Kind, Roles
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
_PLACES = word_set("lands") | word_set("towns")
#: How much more salient than the next one a referent must be that only a general noun ("the man", "the group") means.
PERSON_MARGIN, BODY_MARGIN, PLACE_MARGIN, UNNAMED_BODY, OFTEN = 2.0, 1.5, 1.3, 0.5, 0.3
#: How salient the body that the article is about always is.
OF_THE_TOPIC = 0.05


def resolve_noun(mention: Mention, history: Sequence[Mention], discourse: Discourse) -> Referent:
    """The referent of a noun phrase: a known one where the article tells, else a new unnamed one."""
    roles = discourse.roles
    lemma = _lemma(mention.head, roles)
    same = _equated(mention, lemma, discourse)
    if same is not None:
        same.nouns.add(lemma)
        return same
    if lemma in roles.nouns:
        return _person(mention, lemma, history, discourse)
    if roles.body(lemma) or lemma in _GENERIC or lemma in _OUTLETS:
        return _body(mention, lemma, history, discourse)
    known = _thing(mention, lemma, history, discourse)
    kind: Kind = "document" if lemma in roles.documents else "thing"
    return known or Referent(kind, number=mention.number, nouns={lemma})


def _thing(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """A place or other named thing: "the city", "the country", "the bridge" (of whose name "Bridge" is a word)."""
    if mention.number == "many" or not is_definite(mention.head) or _belongs_elsewhere(mention, discourse):
        return None
    if lemma in _PLACES:
        salience = salience_of(mention, history, lambda _, r: r.kind == "place" and bool(r.name) and lemma in r.nouns)
        often = Counter(m.referent for m in discourse.mentions if m.kind == "name" and m.referent in salience)
        return most_salient({r: s * (1 + OFTEN * often[r]) for r, s in salience.items()}, margin=PLACE_MARGIN)
    named = [
        r
        for r in _recent(history, discourse)
        if r.name and (lemma in r.nouns or (r.kind != "person" and lemma in r.heads))
    ]
    return named[0] if named else None


def _lemma(head: Token, roles: Roles) -> str:
    """The lemma, or the word itself where it is a body's noun that has no singular ("media", "police")."""
    return head.lower_ if roles.plural_body(head.lower_) else head.lemma_.lower()


def _equated(mention: Mention, lemma: str, discourse: Discourse) -> Referent | None:
    """The name that a noun is in apposition to, or is said to be."""
    token = mention.head
    options: list[Token] = [child for child in token.children if child.dep_ == "appos"]
    if token.dep_ == "appos":
        options.append(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        options += [t for t in token.head.children if t.dep_ == "attr" and discourse.name_at(t) is not None]
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        options += [child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass")]
    if lemma in _GENERIC or lemma in _OUTLETS or discourse.roles.body(lemma):
        before = [child for child in token.children if child.dep_ == "compound" and _is_beside(child, token)]
        named = [r for r in map(discourse.name_at, before) if r is not None and r.kind == "organization"]
        if named:
            return named[0]
    if lemma in _PLACES:
        options += [t for child in token.children if child.lower_ == "of" for t in child.children if t.dep_ == "pobj"]
    for option in options:
        mentioned = discourse.at(option)
        other = mentioned.referent if mentioned else None
        if other is not None and other.name and _can_be_called(other, lemma, discourse.roles):
            return other
    return None


def _can_be_called(referent: Referent, lemma: str, roles: Roles) -> bool:
    """Whether a noun in apposition can be said of a name at all: of a person only a noun for people."""
    is_person = lemma in roles.nouns or lemma.endswith(AGENTS)
    return is_person if referent.kind == "person" else referent.kind in ("organization", "place") and not is_person


def _is_beside(name: Token, noun: Token) -> bool:
    """Whether only words for a kind of body stand between a name and a noun: "the Reuters news agency"."""
    between = name.doc[name.i + 1 : noun.i]
    return all(token.lower_ in _BETWEEN for token in between)


def _person(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent:
    roles = discourse.roles
    gender = roles.nouns[lemma].gender
    nations = _nations(mention, roles)
    if mention.number == "one" and is_definite(mention.head) and not _belongs_elsewhere(mention, discourse):
        known = [
            r
            for r in _recent(history, discourse)
            if r.kind == "person" and r.number == "one" and _is_called(r, lemma, roles) and _agrees(r, gender, nations)
        ]
        if known:
            return known[0]
        if lemma in _ANYBODY and _is_plain(mention.head):
            salience = salience_of(
                mention, history, lambda _, r: r.kind == "person" and r.number == "one" and _agrees(r, gender, nations)
            )
            best = most_salient(salience, margin=PERSON_MARGIN)
            if best is not None:
                return best
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
