"""Whom a noun phrase means: "the mayor", "the ministry", "a resident"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.apposition import equated
from claimx.attributions.discourse.bodies import is_general, resolve_body
from claimx.attributions.discourse.definiteness import (
    belongs_elsewhere,
    is_plain,
    is_singled,
    nations_of,
    recent,
    recent_seen,
)
from claimx.attributions.discourse.descriptions import complement
from claimx.attributions.discourse.groups import pair
from claimx.attributions.discourse.kinds import Gender, Kind, Roles
from claimx.attributions.discourse.places import PLACES, resolve_place
from claimx.attributions.discourse.pronouns import acts_on, most_salient, salience_of
from claimx.attributions.discourse.referents import AGED, Mention, Number, Referent, is_definite
from claimx.attributions.discourse.relations import is_unknown_s, note_parents, owner_of
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse
    from claimx.grammar.tokens import Token

#: Nouns by which anybody can be called; they mean the last fitting person if there is but one.
_ANYBODY = word_set("names/generic_persons", "anybody")
_BETWEEN, _GENERIC = word_set("names/generic_bodies", "between_name_and_noun"), word_set("names/generic_bodies", "any")
_PAIRS, _KIN = word_set("names/generic_persons", "pairs"), word_set("names/generic_persons", "kin")
_HONOURS = word_set("names/generic_persons", "honours")
#: How much more salient than the next one a person must be that only a general noun ("the man") means.
PERSON_MARGIN = 1.6


def resolve_noun(mention: Mention, history: Sequence[Mention], discourse: Discourse) -> Referent:
    """The referent of a noun phrase: a known one where the article tells, else a new unnamed one.

    Args:
        mention: the noun phrase.
        history: all mentions before it, in text order.
        discourse: the article; what it says of whose the noun is, is remembered there.
    """
    roles = discourse.roles
    lemma = _lemma(mention.head, roles)
    owner = owner_of(mention.head, discourse)
    owned = any(child.dep == "poss" for child in mention.head.children)
    same = equated(mention, lemma, discourse, never=owner if owned else None)
    if same is not None:
        same.nouns.add(lemma)
        found = same
    elif lemma in _HONOURS and owned and owner is not None and owner.kind == "person":
        return owner  # "his eminence" is himself
    elif lemma in _PAIRS and is_definite(mention.head) and (two := pair(mention, history, owner)) is not None:
        return two
    elif roles.person(lemma) is not None or lemma == AGED:
        found = _person(mention, lemma, history, discourse, owner)
    elif roles.body(lemma) or is_general(lemma):
        return resolve_body(mention, lemma, history, discourse, owner)
    else:
        kind: Kind = "document" if lemma in roles.documents else "thing"
        known = _thing(mention, lemma, history, discourse)
        return known or Referent(kind, number=mention.number, nouns={lemma})
    if owner is not None and mention.number == "one" and is_definite(mention.head):
        discourse.relations.note(owner, lemma, found)
    if found.name:
        note_parents(mention.head, lemma, found, discourse)
    return found


def _lemma(head: Token, roles: Roles) -> str:
    """The lemma, or the word itself where it is a body's noun that has no singular ("media", "police")."""
    return head.lower if roles.plural_body(head.lower) else head.lemma.lower()


def _thing(mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """A place or other named thing: "the city", "the country", "the bridge" (of whose name "Bridge" is a word)."""
    if not is_definite(mention.head) or belongs_elsewhere(mention.head):
        return None
    if lemma in PLACES:
        return resolve_place(mention, lemma, history, discourse)
    named = (
        r
        for r in recent(history, discourse)
        if r.name and mention.number == _number(r) and (lemma in r.nouns or (r.kind != "person" and lemma in r.heads))
    )
    return next(named, None)


def _number(referent: Referent) -> Number:
    """The number of a noun for a thing: "the islands" for "the Chatham Islands"."""
    plural = referent.kind == "place" and (referent.name or "").endswith("s") and "island" in referent.nouns
    return "many" if plural else "one"


# --- persons ----------------------------------------------------------------


def _person(
    mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse, owner: Referent | None
) -> Referent:
    roles, head = discourse.roles, mention.head
    gender, nations = roles.noun_gender(lemma), nations_of(head, roles)
    if mention.number == "one" and is_definite(head):
        rulers = _rulers(head, lemma)
        ruler = next((r for r in recent_seen(history) if r.kind == "person" and r.nouns & rulers), None)
        if ruler is not None and ruler.name:
            return ruler
        told = discourse.relations.of(owner, lemma) if owner is not None else None
        told = told if told is not None and _agrees(told, gender, nations) else None
        if told is not None and told.name:
            return told
        known = _called(mention, lemma, history, discourse, owner)
        if known is not None:
            return known
        owned = any(child.dep == "poss" for child in head.children)
        if (lemma in _ANYBODY or lemma == AGED) and is_plain(head) and not owned:
            best = resolve_anybody(mention, history, gender, nations)
            if best is not None:
                return best
        if told is not None:
            return told
    if mention.number == "one" and (discourse.in_title(head) or (head.tag == "NN" and head.dep == "nsubj")):
        announced = _announced(mention, lemma, discourse)
        if announced is not None:
            return announced
    referent = Referent("person", number=mention.number, nouns={lemma}, nations=nations)
    if gender is not None:
        referent.gender[gender] += 2
    return referent


def _announced(mention: Mention, lemma: str, discourse: Discourse) -> Referent | None:
    """Whom a headline means by a bare noun ("…, mayor says"): the only one whom the article then calls so."""
    roles, head = discourse.roles, mention.head
    bare = ("det",) if discourse.in_title(head) else ("det", "poss")
    if any(child.dep in bare for child in head.children):
        return None
    gender, nations, words = roles.noun_gender(lemma), nations_of(head, roles), _told_of(head, None)
    called = [
        r
        for r in discourse.named.values()
        if r.kind == "person" and _is_called(r, lemma, roles) and _agrees(r, gender, nations)
        if _goes_with(r, lemma, words, roles) and (not words or _is_surely(r, lemma, words, roles) or nations)
    ]
    return called[0] if len(called) == 1 else None


def resolve_anybody(
    mention: Mention, history: Sequence[Mention], gender: Gender | None, nations: set[str]
) -> Referent | None:
    """The person whom a noun means that anybody can be called by ("the man"), if one is clearly the most salient."""
    acting = {m.referent for m in history if m.sentence == mention.sentence and acts_on(m.head, mention.head)}
    salience = salience_of(
        mention,
        history,
        lambda _, r: r.kind == "person" and r.number == "one" and r not in acting and _agrees(r, gender, nations),
    )
    return most_salient(salience, margin=PERSON_MARGIN)


def _called(
    mention: Mention, lemma: str, history: Sequence[Mention], discourse: Discourse, owner: Referent | None
) -> Referent | None:
    """The last person who was called so, and of whom what goes with the noun was not told otherwise."""
    roles, head = discourse.roles, mention.head
    owned = owner is not None or any(child.dep == "poss" for child in head.children)
    if belongs_elsewhere(head) or (owned and is_singled(head)):
        return None
    if lemma in _KIN and is_unknown_s(head, discourse):
        return None
    gender, nations = roles.noun_gender(lemma), nations_of(head, roles)
    words = _told_of(head, owner)
    known = [
        r
        for r in recent(history, discourse)
        if r.kind == "person" and r.number == "one" and _is_called(r, lemma, roles) and _agrees(r, gender, nations)
        if owner is None or not discourse.relations.is_another_s(r, lemma, owner)
        if _goes_with(r, lemma, words, roles)
    ]
    seen = {before.referent for before in history}
    told = _belongings(head, words)
    known = [r for r in known if r in seen or _is_surely(r, lemma, told, roles)]
    known = [r for r in known if _is_exactly(r, lemma, told, roles)]
    if known and known[0].name and lemma not in known[0].nouns:  # another noun like it: first who was called just so
        return next((r for r in known if r.name and lemma in r.nouns), known[0])
    return known[0] if known else None


def _told_of(head: Token, owner: Referent | None) -> set[str]:
    """The words that tell a noun for a person from another: "the **police** spokesman", "**Acme**'s director"."""
    words = {t.lower for t in complement(head) if t.dep in ("compound", "nmod", "amod")} - _GENERIC - _BETWEEN
    return words | (owner.words if owner is not None and owner.name else set())


def _goes_with(referent: Referent, lemma: str, words: set[str], roles: Roles) -> bool:
    """Whether what goes with a noun agrees with what the article told of somebody who is called so."""
    if lemma in _KIN:
        return True
    like = roles.like(lemma)
    nouns = [noun for noun in referent.of if noun == lemma or (like is not None and roles.like(noun) == like)]
    known = set().union(*(referent.of[noun] for noun in nouns))
    return not words or not known or bool(words & known)


def _rulers(head: Token, lemma: str) -> frozenset[str]:
    """The nouns for those whom "the head of state" and "the head of government" mean."""
    of = [t.lower for child in head.children if child.lower == "of" for t in child.children if t.dep == "pobj"]
    if lemma != "head" or len(of) != 1 or of[0] not in ("state", "government"):
        return frozenset()
    return word_set("names/generic_persons", f"heads_of_{of[0]}")


def _belongings(head: Token, words: set[str]) -> set[str]:
    """The words that tell whose office it is, also behind "of": "the head of **MINSAP**", "the **IRGC** chief"."""
    behind = {t.lower for t in complement(head) if t.i > head.i and t.text[:1].isupper()}
    return words | (behind - _GENERIC - _BETWEEN)


def _is_surely(referent: Referent, lemma: str, told: set[str], roles: Roles) -> bool:
    """Whether somebody whom the article has yet to name is called so with the same words: nobody else comes first."""
    return bool(told) and any(
        told & words for noun, words in referent.of.items() if noun == lemma or roles.like(noun) == roles.like(lemma)
    )


def _is_exactly(referent: Referent, lemma: str, told: set[str], roles: Roles) -> bool:
    """Whether nothing that goes with a noun tells another office: the head of X is no other chief."""
    if not told or lemma in _KIN or lemma in referent.nouns:
        return True
    return bool(told & (set().union(*referent.of.values()) | referent.words | referent.nations))


def _is_called(referent: Referent, lemma: str, roles: Roles) -> bool:
    like = roles.like(lemma)
    return lemma in referent.nouns or (like is not None and any(roles.like(noun) == like for noun in referent.nouns))


def _agrees(referent: Referent, gender: Gender | None, nations: set[str]) -> bool:
    told = referent.told_gender
    if gender is not None and told is not None and told != gender:
        return False
    return not nations or not referent.nations or bool(nations & referent.nations)
