"""Bodies that the tagger takes for persons or places: "**Holm Homes** bought it. The firm said …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.salience import near
from claimx.grammar import roles
from claimx.lexicons.names import plain
from claimx.lexicons.nouns import is_title, is_trade, nations, person_noun, seats_of_power, third_person_pronouns
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: What persons do, and no firm: "stepped down".
_OF_PERSONS = word_set("names/reference_words", "done_by_persons")
_IT = {word for word, row in third_person_pronouns().items() if row.kind is None and row.number == "one"}
_NOUNS = "names/generic_bodies"
_OWNERS = word_set(_NOUNS, "trades", "owners")
#: Nouns by which a body is called that may have been taken for a person; several persons, too, are a team.
FOR_FIRMS = word_set(_NOUNS, "any", "more") - word_set(_NOUNS, "teams", "outlets")
_AT_HOME = word_set("names/small_words", "telling_home")
#: How many words a name has that tells a body by itself.
_FULL = 2


def firm_by_another_label(mention: Mention, history: History) -> Referent | None:
    """The only one near that "the company" can mean where no body is near; is one from now on.

    Of one that is named before "the company" nobody tells a gender or a title. It has acted, as an owner or a trader,
    or is "it" in its sentence, or was the one such subject of the sentence before.

    Args:
        mention: "the company".
        history: what the article told before it.
    """
    before = [one for one in near(mention, history.mentions) if one.role == "subject" and not one.quoted]
    named = {one.referent: None for one in before if one.kind == "name" and _is_surely_firm(one)}
    if not named and all(_tells_where(child) for child in mention.head.lefts if child.dep in roles.PREMODIFIERS):
        last = [one for one in before if one.sentence >= mention.sentence - 1]
        named = {one.referent: None for one in last if _may_be_firm(one)}
    firm = next(iter(named)) if len(named) == 1 else None
    if firm is None:
        return None
    firm.kind = "organization"
    history.note_noun(firm, mention.head.lemma.lower())
    return firm


def _tells_where(before: Token) -> bool:
    """Whether a word before a noun but tells where a firm is at home: "the **Hamburg-based** company"."""
    return any(child.text == "-" for child in before.children) and before.lower in _AT_HOME


def _is_surely_firm(mention: Mention) -> bool:
    """Whether somebody acts as a firm does, or is "it" in the sentence."""
    referent = mention.referent
    if referent is None or referent.kind != "person" or referent.gender or not referent.name:
        return False
    is_it = " " not in referent.name and any(token.lower in _IT for token in mention.head.sent)
    return is_it or any(noun in _OWNERS or is_trade(noun) for noun in referent.nouns)


def _may_be_firm(mention: Mention) -> bool:
    """Whether a subject that has a name of several words may be a firm, as nothing tells of a person, land or event."""
    referent = mention.referent
    if referent is None or mention.kind != "name" or mention.number == "many":
        return False
    if mention.head.head.lemma in _OF_PERSONS:
        return False
    name = plain(referent.name or "")
    is_known = name in nations() or name in seats_of_power() or referent.kind not in ("person", "place")
    is_known = is_known or referent.label == "GPE" or any(is_title(word) for word in (referent.name or "").split())
    is_person = referent.gender or any(person_noun(noun.rpartition(" ")[2]) for noun in referent.nouns)
    return len(name.split()) >= _FULL and not is_known and not is_person
