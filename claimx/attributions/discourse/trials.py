"""Who is on trial in an article, whom it then calls "the defendant", and who prosecutes and defends him."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimx.attributions.discourse.referents import Referent
from claimx.grammar import roles
from claimx.grammar.dependents import in_role, objects_of_prepositions
from claimx.lexicons.nouns import synonym_class
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Stretch, Token

_DONE = word_set("names/trials", "done_to_defendants")
_OWN = word_set("names/trials", "done_by_defendants")
_LAWYER = synonym_class("lawyer")
_TRIALS = word_set("names/trials", "trials")
_BEFORE_TRIALS = word_set("names/trials", "before_trials")
_TO_CHARGES, _CHARGES = word_set("names/trials", "done_to_charges"), word_set("names/trials", "charges")
_OF = "of"
_TO_TRIAL = word_set("names/trials", "prepositions_of_trials")
_DEFENDANTS = word_set("names/trials", "defendants")
#: Participles beside a name that tell whose case somebody pleads, with what he is called.
_PLEADING = tuple(
    (word_set("names/trials", participles), word_set("names/trials", nouns))
    for participles, nouns in (("prosecuting", "prosecutors"), ("defending", "defenders"))
)


def note_parts_in_trials(names: Iterable[tuple[Stretch, Referent]]) -> None:
    """Note what persons are called who are charged or on trial, or plead a case: "Holm, **prosecuting**".

    Args:
        names: the words of each name in the article, and whose it is.
    """
    for words, referent in names:
        if referent.kind != "person":
            continue
        pleads = words.root.dep == roles.SUBJECT and words.root.head.lemma.lower() in _OWN
        if is_accused(words.root) and not (pleads and any(synonym_class(noun) == _LAWYER for noun in referent.nouns)):
            referent.nouns.update(_DEFENDANTS)
        behind = words.doc[words.end : words.end + 2]  # parsers read "prosecuting" between commas in many ways
        for participles, nouns in _PLEADING:
            if len(behind) > 1 and behind[0].text == "," and behind[1].lower in participles:
                referent.nouns.update(nouns)


def is_accused(name: Token) -> bool:
    """Whether somebody is charged, jailed or tried: "**Holm** was convicted", "jailing **Holm**"."""
    verb = name.head
    lemma = verb.lemma.lower()
    if name.dep in (roles.PASSIVE_SUBJECT, roles.OBJECT):
        return lemma in _DONE
    if name.dep == roles.PREPOSITION_OBJECT:  # "the trial of **Holm**"
        return verb.lower == _OF and verb.head.lemma.lower() in _TRIALS
    if name.dep != roles.SUBJECT:
        return False
    objects = [*in_role(verb, roles.OBJECT), *objects_of_prepositions(verb, _TO_TRIAL)]
    lemmas = {token.lemma.lower() for token in objects}
    answers = lemma in _TO_CHARGES and not lemmas.isdisjoint(_CHARGES)  # "admitted two **counts**"
    return lemma in _OWN or answers or (lemma in _BEFORE_TRIALS and not lemmas.isdisjoint(_TRIALS))
