"""Who is whose: after "her brother Omar", "her brother" is Omar; after "Lund, the club's founder", "its founder" Lund.

A noun phrase that belongs to somebody ("her lawyer", "the founder of Acme", "the club's coach") means whoever was
called so of the same owner before, and never the owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role, objects_of_prepositions, subject_across_clauses
from claimx.grammar.nouns import first_of_list, is_later_part, parts_of_word
from claimx.lexicons.nouns import person_noun, synonym_class
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_OURS = ("my", "our")
_OF_OWNER = word_set("names/reference_words", "of_owner")
_PARENTS = word_set("names/generic_persons", "parents")
#: By class of nouns, what somebody is of whom he calls so.
_INVERSES = {"spouse": "spouse", "sibling": "sibling"} | dict.fromkeys(_PARENTS, "child")
_INVERSES |= {"lawyer": "client"}


class Relations:
    """Who is called what of whom, as far as an article has been read."""

    def __init__(self) -> None:
        self._known: dict[tuple[Referent, str], Referent] = {}
        self._owners: dict[tuple[Referent, str], Referent] = {}

    def note(self, owner: Referent, noun: str, whom: Referent) -> None:
        """Remember that ``whom`` is the owner's ``noun``, and what the owner then is: her mother's child."""
        if whom is owner:
            return
        kind = _kind(noun)
        self._known[owner, kind] = whom
        self._owners[whom, kind] = owner
        inverse = _INVERSES.get(kind)
        if inverse is not None:
            self._known.setdefault((whom, inverse), owner)
            self._owners.setdefault((owner, inverse), whom)

    def of(self, owner: Referent, noun: str) -> Referent | None:
        """Whom the owner's ``noun`` was said to be."""
        return self._known.get((owner, _kind(noun)))

    def belongs_to_another(self, whom: Referent, noun: str, owner: Referent) -> bool:
        """Whether somebody is called so of another owner, or is the owner himself.

        Of two owners only two named persons or two named bodies are surely others ("their child" may be his, too).
        """
        told = self._owners.get((whom, _kind(noun)))
        if whom is owner or told is None or told is owner:
            return whom is owner
        return bool(told.name and owner.name) and told.kind == owner.kind and told.number == owner.number == "one"


def _kind(noun: str) -> str:
    return synonym_class(noun) or noun


def owner_of(head: Token, discourse: Discourse) -> Referent | None:
    """Whose a noun is: its possessor, or what follows "of" ("the founder of **Acme**"); null where it is unknown."""
    if not head.children and not is_later_part(head):
        return None
    owners = [child for part in parts_of_word(head) for child in in_role(part, roles.POSSESSOR)]
    for token in (*owners, *objects_of_prepositions(head, _OF_OWNER)):
        if token.lower in _OURS:
            return discourse.speaker_at(token)
        referent = discourse.meant_by(token)
        if referent is not None:
            return referent
    return None


def note_relations_of_name(mention: Mention, discourse: Discourse, relations: Relations) -> None:
    """Remember the relation that stands before a name: "his wife **Ada Holm**", "Holm's lawyer **Karl Lund**".

    So does a marriage ("she married **Karl Lund**") and a birth ("Omar was born to **Ada** and Karl Holm").
    """
    referent = mention.referent
    if referent is None or referent.kind != "person":
        return
    _note_verb(mention.head, referent, discourse, relations)
    owners = in_role(mention.head, roles.POSSESSOR)
    if not owners:
        return
    before = (token.lemma.lower() for token in mention.head.lefts if token.pos == word_classes.NOUN)
    nouns = [noun for noun in before if person_noun(noun)]
    owner = discourse.meant_by(owners[0])
    if nouns and owner is not None:
        relations.note(owner, nouns[-1], referent)


def _note_parent(child: Referent, parent: Referent | None, relations: Relations) -> None:
    if parent is not None and parent.kind == "person" and parent.told_gender is not None:
        relations.note(child, "mother" if parent.told_gender == "f" else "father", parent)


def _note_verb(token: Token, referent: Referent, discourse: Discourse, relations: Relations) -> None:
    token = first_of_list(token)
    if token.dep == roles.OBJECT and token.head.lemma == "marry":
        spouse = _subject_of(token.head, discourse)
        if spouse is not None and spouse.kind == "person":
            relations.note(spouse, "spouse", referent)
    elif token.dep == roles.PREPOSITION_OBJECT and token.head.lower == "to" and token.head.head.lemma == "bear":
        child = _subject_of(token.head.head, discourse)
        if child is not None:
            _note_parent(child, referent, relations)


def _subject_of(verb: Token, discourse: Discourse) -> Referent | None:
    subject = subject_across_clauses(verb)
    return discourse.meant_by(subject) if subject is not None else None
