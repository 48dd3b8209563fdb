"""Which organisation a noun phrase means: "the ministry", "the company", "her party"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimx.attributions.discourse.definiteness import belongs_elsewhere, is_plain, nations_of, recent
from claimx.attributions.discourse.kinds import Roles
from claimx.attributions.discourse.pronouns import most_salient, salience_of
from claimx.attributions.discourse.referents import Mention, Referent, is_definite
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse
    from claimx.grammar.tokens import Token

_BETWEEN, _GENERIC = word_set("names/generic_bodies", "between_name_and_noun"), word_set("names/generic_bodies", "any")
_FIRMS, _OUTLETS = word_set("names/generic_bodies", "firms"), word_set("names/generic_bodies", "outlets")
_PRESS, _TEAMS = word_set("names/name_parts", "press_closings"), word_set("names/generic_bodies", "teams")
_TRADES, _STRICT = word_set("names/generic_bodies", "trades"), word_set("names/generic_bodies", "strict")
#: General nouns that several persons, too, are called by.
_OF_PEOPLE = frozenset(("team", "group", "crew"))
#: How much more salient than the next one a body must be that only a general noun means.
MARGIN = 1.5
#: Weights: an unnamed body, one whose name tells that it is such, and what a body is always worth that the article is
#: about, or that the subject of the sentence belongs to.
UNNAMED, NAMED_SO, OF_THE_TOPIC, OF_THE_SUBJECT = 0.5, 1.5, 0.05, 0.3


def is_general(lemma: str) -> bool:
    """Whether a noun can mean bodies of many kinds."""
    return lemma in _GENERIC or lemma in _OUTLETS


def resolve_body(
    mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse, owner: Referent | None
) -> Referent:
    """The organisation that a noun phrase means: a known one where the article tells, else a new unnamed one.

    Args:
        mention: the noun phrase.
        lemma: of its head.
        history: all mentions before it.
        discourse: the article.
        owner: whose it is ("**her** party"), where that is known.
    """
    roles = discourse.roles
    nations = nations_of(mention.head, roles)
    found: Referent | None = None
    if any(child.dep == "poss" and child.pos == "PRON" for child in mention.head.children):
        found = _body_of(owner, lemma, roles)
    elif is_definite(mention.head) and not belongs_elsewhere(mention.head):
        general = is_general(lemma) and not (nations and lemma in _TEAMS)  # "the U.S. side" is no body
        if general and mention.number == "one" and is_plain(mention.head):
            found = _general(mention, lemma, history, discourse, nations)
        elif lemma in _TRADES and mention.number == "one":
            found = _trader(mention, history, discourse)
        found = found or _called(mention, lemma, history, discourse, nations)
    if found is not None:
        return found
    many = mention.number == "many" or roles.plural_body(lemma)
    return Referent("organization", number="many" if many else "one", nouns={lemma}, nations=nations)


def _body_of(owner: Referent | None, lemma: str, roles: Roles) -> Referent | None:
    """The one body that somebody belongs to, as the article tells with his name."""
    bodies = owner.bodies if owner is not None else []
    called = [body for body in bodies if lemma in body.nouns]
    fitting = called or [body for body in bodies if lemma in _LOOSE and _can_be(body, lemma=lemma, roles=roles)]
    return fitting[0] if len(fitting) == 1 else None


def _called(
    mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse, nations: set[str]
) -> Referent | None:
    """The last body that was called so, or in whose name the noun stands."""
    roles = discourse.roles
    told = {child.lower for child in mention.head.children if child.dep == "compound"}
    told |= set() if nations else _proper_words(mention.head)
    told |= {
        child.lower
        for child in mention.head.children
        if child.lower in word_set("names/generic_bodies", "ministry_fields")
    }
    told = {_spelt(word) for word in told}
    named: Referent | None = None
    for body in recent(history, discourse):  # no further than to the first, since an article may name thousands
        if body.kind != "organization":
            continue
        alike = body.number == mention.number
        fitting = (not nations or nations <= body.nations) and (alike or roles.plural_body(lemma))
        if not told <= {_spelt(word) for word in body.words | body.nouns} | _BETWEEN:
            continue
        if fitting and lemma in body.nouns:
            return body
        if named is None and alike and body.name and lemma in body.heads:
            named = body
    return named


def _spelt(word: str) -> str:
    """A word as it is compared: "defence" and "defense" are one."""
    return word.replace("defence", "defense").replace("labour", "labor")


def _general(
    mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse, nations: set[str]
) -> Referent | None:
    """The most salient body that a general noun can mean; an unnamed one only if it is far more salient.

    Where no other is near, the one that the article is about.
    """
    names = _proper_words(mention.head)

    def fits(body: Referent) -> bool:
        told = bool(nations) or names <= body.words
        return told and (not nations or nations <= body.nations) and can_be(body)

    can_be = partial(_can_be, lemma=lemma, roles=discourse.roles)
    people = lemma in _OF_PEOPLE  # "biologists reported … The team thinks"
    salience = salience_of(
        mention,
        history,
        lambda m, r: (
            not m.aside
            and ((r.kind == "organization" and fits(r)) or (people and r.kind == "person" and r.number == "many"))
        ),
    )
    topic = discourse.topic
    if topic is not None and fits(topic):
        salience[topic] = salience.get(topic, 0.0) + OF_THE_TOPIC
    for body in _of_the_subject(mention, history):
        if fits(body):
            salience[body] = salience.get(body, 0.0) + OF_THE_SUBJECT
    weighed = {
        body: weight
        * (UNNAMED if body.name is None and body.kind == "organization" else 1)
        * (NAMED_SO if lemma in body.nouns else 1)
        for body, weight in salience.items()
    }
    best = most_salient(weighed, margin=MARGIN)
    if best is not None and best.kind == "person":
        return None
    if best is not None and best.name:
        best.nouns.add(lemma)
    return best


def _trader(mention: Mention, history: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """The firm that "the maker of electric cars" means: the one body of the sentence so far, or the article's topic."""
    before = {m.referent: None for m in history if m.sentence == mention.sentence and not m.aside}
    bodies = [r for r in before if r is not None and r.kind == "organization" and r.name]
    if not bodies and discourse.topic is not None:
        bodies = [discourse.topic]
    fitting = [body for body in bodies if _can_be(body, lemma="company", roles=discourse.roles)]
    return fitting[0] if len(fitting) == 1 else None


def _proper_words(head: Token) -> set[str]:
    """The names before a noun, whose words the name of the body must hold: "the **Gliders** team"."""
    return {
        token.lower
        for child in head.children
        if child.dep in ("compound", "amod", "nmod") and child.i < head.i
        for token in child.subtree
        if token.pos == "PROPN" or (token.pos == "ADJ" and token.text[:1].isupper())
    } - _BETWEEN


def _of_the_subject(mention: Mention, history: Sequence[Mention]) -> list[Referent]:
    """The bodies of the last person who is subject in the same sentence."""
    for before in reversed(history):
        if before.sentence != mention.sentence:
            break
        if before.place == "subject" and before.referent is not None and before.referent.bodies:
            return before.referent.bodies
    return []


def _can_be(body: Referent, lemma: str, roles: Roles) -> bool:
    """Whether a body can be meant by a general noun: no party by "the company", only a paper by "the newspaper"."""
    if body.number == "many":
        return False
    if lemma in _OUTLETS:
        return bool(body.nouns & _PRESS)
    if body.nouns & _PRESS and (lemma in _TEAMS or lemma == "group"):
        return False
    if lemma not in _FIRMS | _STRICT or lemma in body.nouns:
        return True
    others = body.nouns - _GENERIC - (_TRADES if lemma in _FIRMS else frozenset())
    return not any(roles.body(noun) or noun in _OUTLETS for noun in others)


_LOOSE = _GENERIC | word_set("names/generic_bodies", "memberships")
