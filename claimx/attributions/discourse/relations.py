"""Who is whose: after "her brother Omar", "her brother" is Omar; after "Lund, the club's founder", "its founder" Lund.

A noun phrase that belongs to somebody ("her lawyer", "the founder of Acme", "the club's coach") means whoever was
called so of the same owner before, and never the owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.apposition import subject_of
from claimx.attributions.discourse.kinds import Roles
from claimx.attributions.discourse.referents import Mention, Referent, first_of, parts

if TYPE_CHECKING:
    from claimx.attributions.discourse.discourse import Discourse
    from claimx.grammar.tokens import Token

_FIRST_PERSON = frozenset(("my", "our"))
_OF = frozenset(("of", "for", "at"))


class Relations:
    """Who is called what of whom, as far as an article has been read."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._known: dict[tuple[Referent, str], Referent] = {}
        self._owners: dict[tuple[Referent, str], Referent] = {}

    def note(self, owner: Referent, noun: str, whom: Referent) -> None:
        """Remember that ``whom`` is the owner's ``noun``; wife and husband are so of each other."""
        if whom is owner:
            return
        kind = self._kind(noun)
        self._known[owner, kind] = whom
        self._owners[whom, kind] = owner
        if kind == "spouse":
            self._known[whom, kind] = owner
            self._owners[owner, kind] = whom

    def of(self, owner: Referent, noun: str) -> Referent | None:
        """Whom the owner's ``noun`` was said to be."""
        return self._known.get((owner, self._kind(noun)))

    def is_another_s(self, whom: Referent, noun: str, owner: Referent) -> bool:
        """Whether somebody is called so of another owner, or is the owner himself.

        Of two owners only two named persons or two named bodies are surely others ("their child" may be his, too).
        """
        told = self._owners.get((whom, self._kind(noun)))
        if whom is owner or told is None or told is owner:
            return whom is owner
        return bool(told.name and owner.name) and told.kind == owner.kind and told.number == owner.number == "one"

    def _kind(self, noun: str) -> str:
        return self._roles.like(noun) or noun


def owner_of(head: Token, discourse: Discourse) -> Referent | None:
    """Whose a noun is: its possessor, or what follows "of" ("the founder of **Acme**"); null where it is unknown."""
    owners = [child for part in parts(head) for child in part.children if child.dep == "poss"]
    for child in head.children:
        if child.dep == "prep" and child.lower in _OF:
            owners += [inner for inner in child.children if inner.dep == "pobj"]
    for token in owners:
        if token.lower in _FIRST_PERSON:
            return discourse.speaker_at(token)
        mention = discourse.at(token)
        if mention is not None and mention.referent is not None:
            return mention.referent
    return None


def is_unknown_s(head: Token, discourse: Discourse) -> bool:
    """Whether a noun belongs to a speaker or listener of whom nothing is known: "my brother", "your wife"."""
    pronouns = [child for child in head.children if child.dep == "poss" and child.lower in ("my", "our", "your")]
    return bool(pronouns) and discourse.speaker_at(pronouns[0]) is None


def note_named(mention: Mention, discourse: Discourse) -> None:
    """Remember the relation that stands before a name: "his wife **Ada Holm**", "Holm's lawyer **Karl Lund**".

    So does a marriage ("she married **Karl Lund**") and a birth ("Omar was born to **Ada** and Karl Holm").
    """
    referent = mention.referent
    if referent is None or referent.kind != "person":
        return
    _note_verb(mention.head, referent, discourse)
    owners = [child for child in mention.head.children if child.dep == "poss"]
    if not owners:
        return
    before = (token.lemma.lower() for token in mention.head.lefts if token.pos == "NOUN")
    nouns = [noun for noun in before if discourse.roles.person(noun)]
    owner = discourse.at(owners[0])
    if nouns and owner is not None and owner.referent is not None:
        discourse.relations.note(owner.referent, nouns[-1], referent)


def note_parents(head: Token, lemma: str, child: Referent, discourse: Discourse) -> None:
    """Remember father and mother of who is called "the son of **Ada** and **Karl Holm**"."""
    if discourse.roles.like(lemma) != "child":
        return
    for preposition in head.children:
        if preposition.dep == "prep" and preposition.lower == "of":
            for token in preposition.children:
                if token.dep == "pobj":
                    for parent in (token, *token.conjuncts):
                        _note_parent(child, discourse.name_at(parent), discourse)


def _note_parent(child: Referent, parent: Referent | None, discourse: Discourse) -> None:
    if parent is not None and parent.kind == "person" and parent.told_gender is not None:
        discourse.relations.note(child, "mother" if parent.told_gender == "f" else "father", parent)


def _note_verb(token: Token, referent: Referent, discourse: Discourse) -> None:
    token = first_of(token)
    verb = token.head if token.dep == "dobj" else token.head.head
    if token.dep == "dobj" and verb.lemma == "marry":
        other = _subject_of(verb, discourse)
        if other is not None and other.kind == "person":
            discourse.relations.note(other, "spouse", referent)
    elif token.dep == "pobj" and token.head.lower == "to" and verb.lemma == "bear":
        child = _subject_of(verb, discourse)
        if child is not None:
            _note_parent(child, referent, discourse)


def _subject_of(verb: Token, discourse: Discourse) -> Referent | None:
    subject = subject_of(verb)
    mention = discourse.at(subject) if subject is not None else None
    return mention.referent if mention else None
