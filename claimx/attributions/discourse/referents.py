"""Whom an article talks about, and where: referents, and their mentions by names, nouns and pronouns.

Every mention is found once, in text order; what is told of the named things is found in ``descriptions``, what pronouns
and nouns refer to is decided in ``coreference``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from claimx.attributions.discourse.kinds import Gender, Kind, Roles
from claimx.lexicons.loader import load
from claimx.lexicons.names import AddressingVerb
from claimx.lexicons.words import word_set
from claimx.records import Entity

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

Number = Literal["one", "many"]
Place = Literal["subject", "object", "other"]

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECT = frozenset({"dobj", "dative", "attr", "oprd"})
#: The last word of "the 44-year-old", a noun for a person.
AGED = "old"
#: How many steps up the tree a noun's place is looked for.
_MAX_CLIMB = 25
_PERSON_PRONOUNS: dict[str, tuple[Kind | None, Gender | None, Number]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m", "one")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f", "one")),
    **dict.fromkeys(("it", "its", "itself"), (None, None, "one")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (None, None, "many")),
}


@dataclass(slots=True, eq=False)
class Referent:
    """One thing that the article talks about.

    ``name`` and ``entity`` are null for the unnamed ("a resident"). ``nouns`` are the lemmas it is called by ("mayor"),
    ``nations`` the countries that go with them. ``gender`` counts what tells of it. ``names`` is how often it is named,
    ``words`` are the words of its name, ``heads`` those that tell what it is ("Bridge"). ``members`` are the mentions
    that several persons are told by. ``of`` are the words that go with a noun ("police" with the "spokesman"),
    ``bodies`` the organisations among them.
    """

    kind: Kind
    name: str | None = None
    entity: str | None = None
    label: str = ""
    number: Number = "one"
    gender: Counter[Gender] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    names: int = 0
    members: tuple[Mention, ...] = ()
    of: dict[str, set[str]] = field(default_factory=dict)
    bodies: list[Referent] = field(default_factory=list)

    @property
    def told_gender(self) -> Gender | None:
        """The gender that most of the evidence tells; one pronoun alone, which may be wrongly resolved, tells none."""
        best = self.gender.most_common(2)
        second = best[1][1] if len(best) > 1 else 0
        return best[0][0] if best and best[0][1] > max(second, 1) else None


@dataclass(slots=True)
class Mention:
    """A mention with its head token; ``referent`` is null until it is decided, and stays null where it cannot be.

    Persons joined by "and" are one more mention after the last of them, of kind "several".
    """

    head: Token
    start: int
    end: int
    kind: Literal["name", "noun", "pronoun", "several"]
    sentence: int
    place: Place
    quoted: bool
    referent: Referent | None = None
    number: Number = "one"

    @property
    def aside(self) -> bool:
        """Whether it stands only to tell who others are or who is told: "Analysts polled by X", "told X"."""
        verb = self.head.head
        if self.head.dep == "pobj" and verb.dep in ("agent", "prep"):
            verb = verb.head
            return verb.dep in ("acl", "relcl") and verb.head.dep in SUBJECT
        return self.head.dep in ("dobj", "dative") and verb.lemma in load("reporting/addressed", AddressingVerb)


def mentions_of(
    doc: Parse, entities: Sequence[Entity], named: dict[str, Referent], roles: Roles, quoted: Sequence[bool]
) -> list[Mention]:
    """All mentions in text order: names with their referents, nouns and pronouns still without."""
    found: list[Mention] = []
    taken: dict[int, int] = {}
    sentence_of = _sentence_numbers(doc)
    starts = [sentence.start for sentence in doc.sents]
    for entity in entities:
        span = doc.char_span(entity.span.start, entity.span.end, alignment_mode="expand")
        if span is None:
            continue
        for token in span:
            taken[token.i] = len(found)
        head = span.root
        found.append(
            Mention(
                head,
                span.start,
                span.end,
                "name",
                sentence_of[head.i],
                _place(head),
                quoted[head.i],
                named[entity.id],
                named[entity.id].number,
            )
        )
    for token in doc:
        if token.i in taken:
            continue
        kind = _kind(token, roles)
        if kind is not None:
            left = token.left_edge.i if kind == "noun" else token.i
            many = token.tag in ("NNS", "NNPS") or token.lower in ("they", "them", "their", "theirs", "themselves")
            found.append(
                Mention(
                    token,
                    max(left, starts[sentence_of[token.i]]),
                    token.i + 1,
                    kind,
                    sentence_of[token.i],
                    _place(token),
                    quoted[token.i],
                    None,
                    "many" if many else "one",
                )
            )
    return sorted(found, key=lambda m: m.head.i)


def parts(head: Token) -> list[Token]:
    """The nouns of a hyphenated word, which the parser takes for a word each: "co-author"."""
    found = [head]
    while found[-1].i >= 2 and head.doc[found[-1].i - 1].text == "-" and not head.doc[found[-1].i - 1].whitespace:
        found.append(head.doc[found[-1].i - 2])
    return found


def whole_word(token: Token) -> Token:
    """The last part of a hyphenated word, of whose parts the parser makes a word each; else the token itself."""
    doc = token.doc
    while token.i + 2 < len(doc) and not token.whitespace and doc[token.i + 1].text == "-":
        if doc[token.i + 1].whitespace or doc[token.i + 2].pos not in ("NOUN", "PROPN"):
            break
        token = doc[token.i + 2]
    return token


def _is_part(token: Token) -> bool:
    """Whether a token is but the first part of a hyphenated word."""
    doc, after = token.doc, token.i + 1
    return token.text == "-" or (after + 1 < len(doc) and doc[after].text == "-" and not token.whitespace)


def _kind(token: Token, roles: Roles) -> Literal["noun", "pronoun"] | None:
    if token.lower in _PERSON_PRONOUNS:
        return "pronoun"
    if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "amod", "nmod", "npadvmod"):
        return None if _is_part(token) else "noun"
    if token.dep in ("attr", "appos", "oprd") and token.pos in ("ADJ", "NUM") and is_definite(token):
        return "noun"  # "the first", "the youngest of five"
    if token.lower == AGED and token.pos == "ADJ" and token.dep not in ("amod", "acomp") and is_definite(token):
        return "noun"
    return None


def pronoun_features(token: Token) -> tuple[Kind | None, Gender | None, Number]:
    """What a third-person pronoun asks of its referent: kind, gender, number."""
    return _PERSON_PRONOUNS[token.lower]


def first_of(token: Token) -> Token:
    """The noun whose place in the sentence a conjunct or an apposition shares; of endless lists one of the first."""
    for _ in range(_MAX_CLIMB):
        if token.dep not in ("conj", "appos") or token.head.i == token.i:
            break
        token = token.head
    return token


def _place(token: Token) -> Place:
    token = first_of(token)
    if token.dep in SUBJECT:
        verb = token.head  # "held the firm responsible": what is but held to be so is no subject of its own
        small = verb.pos in ("ADJ", "NOUN") and verb.dep == "ccomp" and not any(c.pos == "AUX" for c in verb.children)
        return "object" if small else "subject"
    return "object" if token.dep in _OBJECT else "other"


def _sentence_numbers(doc: Parse) -> list[int]:
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        for i in range(sentence.start, sentence.end):
            numbers[i] = number
    return numbers


def is_definite(head: Token) -> bool:
    """Whether a noun is one that the article has spoken of: "the", "this", a possessive before it."""
    words = {child.lower for child in head.children if child.dep in ("det", "poss", "nummod", "quantmod")}
    return bool(words) and not words & word_set("names/small_words", "indefinite")
