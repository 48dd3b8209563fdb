"""Which bare surnames mean the firm that bears them: "Lindmark" after "Lindmark Sensors", which an Anders leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.nouns import third_person_pronouns
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import Candidate

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

_OF_PERSONS = word_set("names/reference_words", "relatives_for_persons")
_OF_THINGS = word_set("names/reference_words", "relatives_for_things")


def firms_meant(doc: Parse, found: Sequence[Candidate], labels: Mapping[int, str], gazetteer: Gazetteer) -> set[int]:
    """The bare surnames that mean a firm, by their numbers.

    Where the firm is named before anybody of that surname, it is meant until he is; then who is told of by a relative
    clause or pronoun, else the firm where he is called "Mr", else who was named last.

    Args:
        doc: the parsed article.
        found: the candidates in text order.
        labels: of those that are names, by their numbers, the labels that are decided for all of a name together.
        gazetteer: what is known of names.
    """
    words = {number: plain(found[number].text).casefold().split() for number in labels}
    titled = {own[0] for number, own in words.items() if len(own) == 1 and found[number].title is not None}
    of_persons = {own[-1] for number, own in words.items() if len(own) > 1 and labels[number] == "PERSON"}
    named: dict[str, str] = {}
    of_firms: set[str] = set()
    firms: set[int] = set()
    for number, own in sorted(words.items()):
        name, label = own[-1], labels[number]
        if label == "ORG" and len(own) > 1 and gazetteer.can_be_cut(name):
            name = own[0]
            of_firms |= ({name} & of_persons) - named.keys()
        elif label != "PERSON":
            continue
        elif len(own) == 1 and found[number].title is None and name in of_firms:
            label = _told(doc, found[number]) or ("ORG" if name in titled else named[name])
            if label == "ORG":
                firms.add(number)
        named[name] = label
    return firms


def _told(doc: Parse, name: Candidate) -> str | None:
    """What the rest of its sentence tells of a name: "Lindmark, **which** …", "Lindmark said **he** …"."""
    behind = [token for token in doc[name.start].sent if token.i >= name.end]
    for token in behind[:2]:
        if token.lower in _OF_PERSONS or token.lower in _OF_THINGS:
            return "PERSON" if token.lower in _OF_PERSONS else "ORG"
    pronouns = (third_person_pronouns()[t.lower] for t in behind if t.lower in third_person_pronouns())
    first = next((pronoun for pronoun in pronouns if pronoun.number == "one"), None)
    return None if first is None else "ORG" if first.kind is None else "PERSON"
