"""Whom an article talks about, and where: referents, and their mentions by names, nouns and pronouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from claimx.grammar import roles
from claimx.lexicons.loader import load
from claimx.lexicons.names import AddressingVerb
from claimx.lexicons.nouns import Gender

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

Kind = Literal["person", "organization", "place", "people", "document", "thing"]
Number = Literal["one", "many"]
#: What a mention is in its clause.
Role = Literal["subject", "object", "other"]
MentionKind = Literal["name", "noun", "pronoun", "group"]

#: OntoNotes label to the kind of thing that a name names.
KIND_OF_LABEL: Mapping[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
#: How much a title before a name tells of a gender; words of other kinds tell less.
BY_TITLE = 6
_PREPOSITIONS = frozenset((roles.AGENT, roles.PREPOSITION))


@dataclass(slots=True, eq=False)
class Referent:
    """One thing that the article talks about; what is told of it grows as the article is read.

    ``name`` and ``entity`` (its id) are null for the unnamed ("a resident"). ``gender`` counts what tells of it.
    ``nouns`` are the lemmas it is called by ("mayor"), ``nations`` the countries that go with them. ``name_words`` are
    the words of its name, ``head_words`` those that tell what it is ("Bridge"), ``times_named`` is how often the name
    stands in the article. ``members`` are the mentions that a group of persons is told by. ``complements`` are, by
    noun, the words that go with it ("police" with the "spokesman"), ``affiliations`` the organisations among them.
    ``called_as_one`` tells that several are called by a noun for one ("the force"), so that "it" means them.
    """

    kind: Kind
    name: str | None = None
    entity: str | None = None
    label: str = ""
    number: Number = "one"
    gender: dict[Gender, int] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    name_words: frozenset[str] = frozenset()
    head_words: frozenset[str] = frozenset()
    times_named: int = 0
    members: tuple[Mention, ...] = ()
    complements: dict[str, set[str]] = field(default_factory=dict)
    affiliations: list[Referent] = field(default_factory=list)
    called_as_one: bool = False

    def note_gender(self, gender: Gender | None, weight: int) -> None:
        """Take in evidence of a gender, if there is any."""
        if gender is not None:
            self.gender[gender] = self.gender.get(gender, 0) + weight

    @property
    def told_gender(self) -> Gender | None:
        """The gender that most of the evidence tells; one pronoun alone, which may be wrongly resolved, tells none."""
        if not self.gender:
            return None
        female, male = self.gender.get("f", 0), self.gender.get("m", 0)
        if female == male or max(female, male) < 2:
            return None
        return "f" if female > male else "m"


@dataclass(slots=True, eq=False)
class Mention:
    """A mention with its head token.

    ``referent`` is null until it is decided, and stays null where it cannot be. ``start`` and ``end`` are rows of
    tokens. ``quoted`` tells that it stands in a quotation, ``reported`` in what a statement reports. Persons joined by
    "and" are one more mention after the last of them, of kind "group".
    """

    head: Token
    start: int
    end: int
    kind: MentionKind
    sentence: int
    role: Role
    quoted: bool
    referent: Referent | None = None
    number: Number = "one"
    reported: bool = False
    trust: float = 1.0

    @property
    def is_said(self) -> bool:
        """Whether it stands in what somebody says, in his words or in others'."""
        return self.quoted or self.reported

    @property
    def is_aside(self) -> bool:
        """Whether it stands only to tell who others are or who is told: "Analysts polled by X", "told X"."""
        verb = self.head.head
        if self.head.dep == roles.PREPOSITION_OBJECT and verb.dep in _PREPOSITIONS:
            verb = verb.head
            return verb.dep in roles.CLAUSES_OF_NOUNS and verb.head.dep in roles.ALL_SUBJECTS
        return self.head.dep in roles.OBJECTS and verb.lemma in load("reporting/addressed", AddressingVerb)
