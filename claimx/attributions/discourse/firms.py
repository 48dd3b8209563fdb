"""Bodies that the tagger takes for persons or places, or does not see: "**Holm Homes** bought it. The firm said …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.salience import near
from claimx.grammar import roles, word_classes
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
_WITHIN = word_set("names/small_words", "particles", "within_firms")
_IN_NAME = word_classes.NOUNS | {word_classes.ADJECTIVE}
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
    if not named and not any(child.dep in roles.PREMODIFIERS for child in mention.head.lefts):
        last = [one for one in before if one.sentence >= mention.sentence - 1]
        names = {firm: name for one in last for firm, name in _maybe_firms(one)}
        named = dict.fromkeys(names)
    firm = next(iter(named)) if len(named) == 1 else None
    if firm is None:
        return None
    if firm.name is None:
        firm.name, firm.times_named = names[firm], 1
    firm.kind = "organization"
    history.note_noun(firm, mention.head.lemma.lower())
    return firm


def _is_surely_firm(mention: Mention) -> bool:
    """Whether somebody acts as a firm does, or is "it" in the sentence."""
    referent = mention.referent
    if referent is None or referent.kind != "person" or referent.gender or not referent.name:
        return False
    is_it = " " not in referent.name and any(token.lower in _IT for token in mention.head.sent)
    return is_it or any(noun in _OWNERS or is_trade(noun) for noun in referent.nouns)


def _maybe_firms(mention: Mention) -> Iterator[tuple[Referent, str]]:
    """What a subject may be that has a name of several words, with it, if nothing tells of a person, land or event."""
    referent = mention.referent
    if referent is None or mention.number == "many" or mention.head.head.lemma in _OF_PERSONS:
        return
    if mention.kind == "name":
        name = plain(referent.name or "")
        is_known = name in nations() or name in seats_of_power() or referent.kind not in ("person", "place")
        is_known = is_known or referent.label == "GPE" or any(is_title(word) for word in (referent.name or "").split())
        is_person = referent.gender or any(person_noun(noun.rpartition(" ")[2]) for noun in referent.nouns)
        if len(name.split()) >= _FULL and not is_known and not is_person:
            yield referent, referent.name or ""
    elif mention.kind == "noun" and referent.name is None and person_noun(mention.head.lemma.lower()) is None:
        name = _untagged_name(mention.head)
        if name:
            yield referent, name


def _untagged_name(head: Token) -> str:
    """The words in capitals around a name that the tagger has not seen; nothing where there is but one."""
    tokens, first, last = head.doc.tokens, head.i, head.i
    if head.pos != word_classes.NAME:
        return ""
    while first > 0 and not tokens[first].is_sent_start and _is_in_name(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and _is_in_name(tokens[last + 1]) and not tokens[last + 1].is_sent_start:
        last += 1
    words = list(tokens[first : last + 1])
    while words and not words[0].text[:1].isupper():
        words.pop(0)
    while words and not words[-1].text[:1].isupper():
        words.pop()
    capitals = sum(token.text[:1].isupper() for token in words)
    return head.doc.text[words[0].idx : words[-1].end] if capitals >= _FULL else ""


def _is_in_name(token: Token) -> bool:
    return token.lower in _WITHIN or (token.text[:1].isupper() and token.pos in _IN_NAME)
