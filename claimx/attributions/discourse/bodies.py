"""Which organisation a noun phrase means: "the ministry", "the company", "her party"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.bodies_by_words import OF_PERSONS, TIERS, name_by_words
from claimx.attributions.discourse.definiteness import belongs_to_a_name, is_unrestricted, nations_before
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.firms import FOR_FIRMS, firm_by_another_label
from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.introductions import introduced_body
from claimx.attributions.discourse.referents import Mention, Number, Referent
from claimx.attributions.discourse.salience import in_sentence, most_salient, near, salience_of
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role, in_role
from claimx.grammar.nouns import is_definite
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.names import plain
from claimx.lexicons.nouns import is_body_noun, is_document_noun, is_plural_body, is_trade, nations
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_NOUNS = "names/generic_bodies"
_GENERIC, _BETWEEN = word_set(_NOUNS, "any"), word_set(_NOUNS, "between_name_and_noun")
_FIRMS, _OUTLETS, _TEAMS = word_set(_NOUNS, "firms"), word_set(_NOUNS, "outlets"), word_set(_NOUNS, "teams")
_GROUP, _ARMED = "group", word_set(_NOUNS, "armed_groups")
_CENTRAL, _BANK_OF, _OF_LANDS = "central", "Bank of ", word_set(_NOUNS, "of_central_banks")
_PRESS = word_set("names/name_parts", "press_closings")
_BASED, _NEAR = word_set(_NOUNS, "based"), word_set(_NOUNS, "near")
_FIRM_CLOSINGS = word_set("names/name_parts", "firm_closings")
_TRADES, _STRICT, _FIELDS = word_set(_NOUNS, "trades"), word_set(_NOUNS, "strict"), word_set(_NOUNS, "ministry_fields")
#: Nouns for bodies that bear the names of persons.
LED = word_set(_NOUNS, "led")
_LOOSE = word_set(_NOUNS, "any", "memberships")
_ON = word_set("names/reference_words", "before_media")
#: General nouns that several persons, too, are called by.
_OF_PEOPLE = word_set("names/reference_words", "groups_of_people")
#: How much more salient than the next one a body must be that only a general noun means.
MARGIN = 1.5
#: Weights: an unnamed body, one whose name tells that it is such, and what the body is always worth that the article
#: is about.
UNNAMED, NAMED_SO, OF_THE_TOPIC = 0.5, 1.5, 0.05


def is_general(lemma: str) -> bool:
    """Whether a noun can mean bodies of many kinds."""
    return lemma in _GENERIC or lemma in _OUTLETS


def resolve_body(
    mention: Mention, lemma: str, discourse: Discourse, history: History, owner: Referent | None
) -> Referent:
    """The organisation that a noun phrase means: a known one where the article tells, else a new unnamed one.

    Args:
        mention: the noun phrase.
        lemma: of its head.
        discourse: the article.
        history: what it told before the mention.
        owner: whose it is ("**her** party"), where that is known.
    """
    head = mention.head
    nations = nations_before(head)
    found = _led_by(mention, lemma, discourse, history, owner) if lemma in LED else None
    if found is not None:
        return found
    if any(child.dep == roles.POSSESSOR and child.pos == word_classes.PRONOUN for child in head.children):
        found = _body_of(owner, lemma)
    elif is_definite(head) and not belongs_to_a_name(head) and not _is_of_somebody(head, lemma):
        general = is_general(lemma) and not (nations and lemma in _TEAMS)  # "the U.S. side" is no body
        if general and mention.number == "one" and is_unrestricted(head):
            found = _general(mention, lemma, discourse, history, nations)
        found = found or _called(mention, lemma, history, nations)
        if found is None and is_trade(lemma) and mention.number == "one" and not general:
            found = resolve_trader(mention, discourse, history)
    if found is None and mention.number == "one" and (found := introduced_body(mention, discourse)) is not None:
        history.note_noun(found, lemma)
    if found is None and lemma in FOR_FIRMS and mention.number == "one" and is_definite(head) and is_unrestricted(head):
        found = firm_by_another_label(mention, history)
    if found is not None:
        return found
    many = mention.number == "many" or is_plural_body(lemma)
    name = name_by_words(head, owner, discourse)
    times = 1 if name else 0
    number: Number = "many" if many else "one"
    return Referent("organization", name, number=number, nouns={lemma}, nations=nations, times_named=times)


def _is_of_somebody(head: Token, lemma: str) -> bool:
    """Whether a body is told from others by whose it is: "the **governor's** office"."""
    return lemma in OF_PERSONS and has_role(head, roles.POSSESSOR)


def _led_by(
    mention: Mention, lemma: str, discourse: Discourse, history: History, owner: Referent | None
) -> Referent | None:
    """The body that bears its leader's name: "**Ada Holm's campaign**", "the Holm campaign", then "her campaign"."""
    named = (discourse.named_by(child) for child in in_role(mention.head, roles.COMPOUND))
    leader = owner or next((one for one in named if one is not None), None)
    if leader is None or leader.kind != "person" or not leader.name:
        return None
    body = history.relations.of(leader, lemma) or Referent("organization", nouns={lemma}, times_named=1)
    history.relations.note(leader, lemma, body)
    first = next((t.i for t in mention.head.subtree if discourse.named_by(t) is leader), mention.head.i)
    if first < mention.head.i:
        name = " ".join(mention.head.doc[first : mention.head.i + 1].text.split())
        body.name = max(body.name or "", name, key=len)
    return body


def _body_of(owner: Referent | None, lemma: str) -> Referent | None:
    """The one body that somebody belongs to, as the article tells with his name."""
    bodies = owner.affiliations if owner is not None else []
    called = [body for body in bodies if lemma in body.nouns]
    fitting = called or [body for body in bodies if lemma in _LOOSE and _can_be(body, lemma)]
    return fitting[0] if len(fitting) == 1 else None


def _called(mention: Mention, lemma: str, history: History, nations: set[str]) -> Referent | None:
    """The last body that was called so, or in whose name the noun stands."""
    children = mention.head.children
    told = {child.lower for child in children if child.dep == roles.COMPOUND or child.lower in _FIELDS | TIERS}
    told |= set() if nations else _proper_words(mention.head)
    told = {_spelt(word) for word in told}
    named: Referent | None = None
    for body in history.candidates("organization"):  # to the first and no further: an article may name thousands
        is_called = lemma in body.nouns
        if not is_called and (named is not None or lemma not in body.head_words or not body.name):
            continue
        known = {_spelt(word) for word in body.name_words | body.nouns} | _BETWEEN
        if not told <= (known | {_CENTRAL} if _is_central_bank(body) else known):
            continue
        alike = body.number == mention.number or (mention.number == "one" and _is_called_as_one(body, lemma))
        if is_called and (not nations or nations <= body.nations) and (alike or is_plural_body(lemma)):
            body.called_as_one |= body.number != mention.number and alike
            return body
        if named is None and alike and body.name and lemma in body.head_words:
            named = body
    return named


def _is_central_bank(body: Referent) -> bool:
    """Whether a bank's name tells that it is a land's: "the **Bank of** Norland", "the Norland **Reserve** Bank"."""
    name = body.name or ""
    land = plain(name.removeprefix(_BANK_OF)) if name.startswith(_BANK_OF) else ""
    is_bank = "bank" in body.name_words and (bool(body.nations) or land in nations())
    return is_bank and (bool(land) or not body.name_words.isdisjoint(_OF_LANDS))


def _is_called_as_one(body: Referent, lemma: str) -> bool:
    """Whether a noun that is no word of its name means a body named by a plural: "the force" for "Arden Police"."""
    return body.entity is not None and lemma in body.nouns - body.head_words


def _spelt(word: str) -> str:
    """A word as it is compared: "defence" and "defense" are one, and so are a supreme and a high court."""
    return word.replace("defence", "defense").replace("labour", "labor").replace("supreme", "high")


def _general(
    mention: Mention, lemma: str, discourse: Discourse, history: History, nations: set[str]
) -> Referent | None:
    """The most salient body that a general noun can mean; an unnamed one only if it is far more salient.

    Where no other is near, the one that the article is about.
    """
    names = _proper_words(mention.head)
    is_of_people = lemma in _OF_PEOPLE  # "biologists reported … The team thinks"
    is_told_apart = lemma in _STRICT and any(
        child.dep in (roles.COMPOUND, roles.ADJECTIVE) for child in mention.head.children
    )

    def fits(body: Referent) -> bool:
        if is_told_apart and lemma not in body.nouns | body.head_words:  # "the state energy agency" is no rail firm
            return False
        told = nations <= body.nations if nations else names <= body.name_words
        return told and _can_be(body, lemma)

    def can_be_meant(referent: Referent) -> bool:
        if referent.kind == "organization":
            return fits(referent)
        return is_of_people and referent.kind == "person" and referent.number == "many"

    near_by = near(mention, history.mentions)
    mentions = (before for before in near_by if not (before.is_aside or _is_medium(before)))
    salience = salience_of(mention, mentions, can_be_meant)
    topic = discourse.topic
    if topic is not None and fits(topic):
        salience[topic] = salience.get(topic, 0.0) + OF_THE_TOPIC
    weighed = {
        body: weight
        * (UNNAMED if body.name is None and body.kind == "organization" else 1)
        * (NAMED_SO if lemma in body.nouns else 1)
        for body, weight in salience.items()
    }
    best = most_salient(weighed, margin=MARGIN)
    if best is None or best.kind == "person":
        return None
    if best.name:
        history.note_noun(best, lemma)
    return best


def _is_medium(mention: Mention) -> bool:
    """Whether a name but tells where something is written: "in a statement on **Telegram**"."""
    on = mention.head.head
    if mention.kind != "name" or mention.head.dep != roles.PREPOSITION_OBJECT or on.lower not in _ON:
        return False
    return is_document_noun(on.head.lemma.lower()) or on.head.lemma.lower() in cue_rows()


def resolve_trader(mention: Mention, discourse: Discourse, history: History) -> Referent | None:
    """The firm that "the maker of electric cars" means: the one body of the sentence so far, else the most salient."""

    def fits(referent: Referent) -> bool:
        is_firm = referent.kind == "organization" and bool(referent.name) and _can_be(referent, "company")
        return is_firm and not _is_of_another_trade(referent, mention.head.lemma.lower())

    if any(child.lower in _NEAR for child in mention.head.children):
        return None  # "the local utility" is whichever there is
    before = {m.referent: None for m in in_sentence(mention, history.mentions) if not m.is_aside}
    fitting = [body for body in before if body is not None and fits(body)]
    if fitting:
        return fitting[0] if len(fitting) == 1 else None
    if discourse.topic is not None and fits(discourse.topic):
        return discourse.topic
    return most_salient(salience_of(mention, near(mention, history.mentions), fits), margin=MARGIN)


def _proper_words(head: Token) -> set[str]:
    """The names before a noun, whose words the name of the body must hold: "the **Gliders** team"."""
    return {
        token.lower
        for child in head.children
        if child.dep in roles.PREMODIFIERS and child.i < head.i and child.lower not in _BASED
        for token in child.subtree
        if token.pos == word_classes.NAME or (token.pos == word_classes.ADJECTIVE and token.text[:1].isupper())
    } - _BETWEEN


def _can_be(body: Referent, lemma: str) -> bool:
    """Whether a body can be meant by a general noun: no party by "the company", only a paper by "the newspaper"."""
    if lemma == _GROUP and body.nouns & _ARMED:
        return True  # "the Arden Liberation Forces", then "the group"
    if body.number == "many":
        return False
    if lemma in _OUTLETS:
        return bool(body.nouns & (_PRESS | _OUTLETS)) or lemma in body.name_words
    if body.nouns & _PRESS and (lemma in _TEAMS or lemma == "group"):
        return False
    if lemma in _FIRMS and not body.name and body.nouns <= _TEAMS:  # "her **team** was told … The company said"
        return False
    if _is_of_another_trade(body, lemma):
        return False
    if (lemma not in _FIRMS and lemma not in _STRICT) or lemma in body.nouns:
        return True
    others = body.nouns - _GENERIC - (_TRADES | _FIRM_CLOSINGS if lemma in _FIRMS else frozenset())
    return not any(is_body_noun(noun) or noun in _OUTLETS for noun in others)


def _is_of_another_trade(body: Referent, lemma: str) -> bool:
    """Whether a body is told to have another trade than a noun's: no retailer is "the bank"."""
    told = [noun for noun in body.nouns if is_trade(noun) and noun not in _FIRMS]
    return is_trade(lemma) and lemma not in _FIRMS and bool(told) and lemma not in body.nouns | body.name_words
