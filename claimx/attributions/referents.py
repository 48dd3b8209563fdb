"""Whom an article talks about: the named things with what is told of them, and unnamed persons and bodies.

Every mention (a name, a noun, a pronoun) is found once, in text order; what pronouns and nouns refer to is decided in
``coreference``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from claimx.attributions.roles import KIND_OF_LABEL, Gender, Kind, Roles
from claimx.lexicon import load
from claimx.name_rows import AddressingVerb, plain, word_set
from claimx.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Number = Literal["one", "many"]
Place = Literal["subject", "object", "other"]

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECT = frozenset({"dobj", "dative", "attr", "oprd"})
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
    ``words`` are the words of its name, ``heads`` those that tell what it is ("Bridge").
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

    @property
    def told_gender(self) -> Gender | None:
        """The gender that most of the evidence tells; one pronoun alone, which may be wrongly resolved, tells none."""
        best = self.gender.most_common(2)
        second = best[1][1] if len(best) > 1 else 0
        return best[0][0] if best and best[0][1] > max(second, 1) else None


@dataclass(slots=True)
class Mention:
    """A mention with its head token; ``referent`` is null until it is decided, and stays null where it cannot be."""

    head: Token
    start: int
    end: int
    kind: Literal["name", "noun", "pronoun"]
    sentence: int
    place: Place
    quoted: bool
    referent: Referent | None = None
    number: Number = "one"

    @property
    def aside(self) -> bool:
        """Whether it stands only to tell who others are or who is told: "Analysts polled by X", "told X"."""
        verb = self.head.head
        if self.head.dep_ == "pobj" and verb.dep_ in ("agent", "prep"):
            verb = verb.head
            return verb.dep_ in ("acl", "relcl") and verb.head.dep_ in _SUBJECT
        return self.head.dep_ in ("dobj", "dative") and verb.lemma_ in load("addressed", AddressingVerb)


def named_referents(doc: Doc, entities: Sequence[Entity], roles: Roles) -> dict[str, Referent]:
    """The named things by entity id, with the nouns, genders and nations that the article tells of them."""
    found: dict[str, Referent] = {}
    for entity in entities:
        referent = found.get(entity.id)
        if referent is None:
            kind = KIND_OF_LABEL.get(entity.label, "thing")
            words = [word.casefold() for word in plain(entity.name).split()]
            heads = {b for b, after in zip(words, [*words[1:], "of"], strict=True) if after in ("of", "for")}
            referent = Referent(
                kind, entity.name, entity.id, entity.label, words=frozenset(words), heads=frozenset(heads)
            )
            found[entity.id] = referent
            _describe_name(referent, roles)
        referent.names += 1
        _describe_mention(doc, entity, referent, roles)
    return found


def _describe_name(referent: Referent, roles: Roles) -> None:
    name = referent.name or ""
    if referent.kind == "person":
        gender = roles.name_gender(name)
        if gender is not None:
            referent.gender[gender] += 5
    elif referent.kind == "place":
        referent.nouns |= _place_nouns(plain(name).removeprefix("the "), referent.label, roles)
    elif referent.kind == "organization":
        words = [word.casefold() for word in plain(name).split()]
        stop = next((n for n, word in enumerate(words) if n and word in ("of", "for", "on")), len(words))
        head = words[stop - 1] if words else ""
        first = roles.bodies.get(words[0]) if words else None
        if first is not None and first.leads:
            head = words[0]
        for noun in (head, head.removesuffix("s")):
            if noun in roles.bodies:
                referent.nouns.add(noun)
        if roles.plural_body(head):
            referent.number = "many"
        referent.nations |= {roles.nations[word] for word in plain(name).split() if word in roles.nations}
    elif referent.label == "NORP":
        referent.number = "many"


def _place_nouns(name: str, label: str, roles: Roles) -> set[str]:
    """The nouns that a place can be called by: those for its kind, and the one that is a word of its name."""
    words = name.casefold().split()
    stop = next((n for n, word in enumerate(words) if n and word in ("of", "for")), len(words))
    named = {noun for word in (words[:1] + words[stop - 1 : stop]) for noun in (word, word.removesuffix("s"))}
    nouns = {noun for noun in named if noun in roles.bodies}
    if label == "GPE" and name in roles.nations:
        nouns |= word_set("lands")
    elif label == "GPE":
        nouns |= word_set("state_nouns" if name.casefold() in word_set("states") else "towns")
    return nouns


def _describe_mention(doc: Doc, entity: Entity, referent: Referent, roles: Roles) -> None:
    span = doc.char_span(entity.span.start, entity.span.end, alignment_mode="expand")
    if span is None:
        return
    if referent.kind == "person":
        for token in _title_tokens(doc, span.start):
            gender = roles.title_gender(token.text)
            if gender is not None:
                referent.gender[gender] += 6
    for noun in _descriptions(doc, span.start, span.end):
        lemma = noun.lemma_.lower()
        if lemma in roles.nouns and referent.kind == "person":
            referent.nouns.add(lemma)
            gender = roles.nouns[lemma].gender
            if gender is not None:
                referent.gender[gender] += 2
            referent.nations |= _nations(noun, roles)
        elif roles.body(lemma) and referent.kind == "organization":
            referent.nouns.add(lemma)


def _title_tokens(doc: Doc, start: int) -> Iterator[Token]:
    i = start - 1
    while i >= 0 and start - i < 5 and (doc[i].text[:1].isupper() or doc[i].text == "."):
        yield doc[i]
        i -= 1


def _descriptions(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The nouns that tell who a name is: before it, in apposition, or after "is"."""
    i = start - 1
    while i >= 0 and start - i < 5 and (doc[i].pos_ in ("NOUN", "PROPN", "ADJ") or doc[i].text == "-"):
        yield doc[i]
        i -= 1
    root = doc[start:end].root
    for child in root.children:
        if child.dep_ == "appos":
            yield child
            yield from (conjunct for conjunct in child.conjuncts if conjunct.i > child.i)
    if root.dep_ == "appos":
        yield root.head
    if root.dep_ in _SUBJECT and root.head.lemma_ in ("be", "become", "remain"):
        yield from (child for child in root.head.children if child.dep_ == "attr")
    if end + 1 < len(doc) and doc[end].text in (",", "(", "–", "-", "—"):
        yield from _after_comma(doc, end + 1)


def _after_comma(doc: Doc, start: int) -> Iterator[Token]:
    """The head noun of a phrase that follows a name and a comma: "…, the mayor of X, …"."""
    for i in range(start, min(start + 6, len(doc))):
        token = doc[i]
        if token.pos_ == "NOUN" and (
            i + 1 == len(doc) or doc[i + 1].pos_ not in ("NOUN", "PROPN", "PUNCT") or doc[i + 1].text == ","
        ):
            yield token
            return
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART") and token.text not in (
            "-",
            "'s",
            "’s",
        ):
            return


def _nations(noun: Token, roles: Roles) -> set[str]:
    return {roles.nations[word.text] for word in noun.subtree if word.text in roles.nations}


def mentions_of(
    doc: Doc, entities: Sequence[Entity], named: dict[str, Referent], roles: Roles, quoted: Sequence[bool]
) -> list[Mention]:
    """All mentions in text order: names with their referents, nouns and pronouns still without."""
    found: list[Mention] = []
    taken: dict[int, int] = {}
    sentence_of = _sentence_numbers(doc)
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
            many = token.tag_ in ("NNS", "NNPS") or token.lower_ in ("they", "them", "their", "theirs", "themselves")
            found.append(
                Mention(
                    token,
                    max(left, token.sent.start),
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


def _kind(token: Token, roles: Roles) -> Literal["noun", "pronoun"] | None:
    if token.lower_ in _PERSON_PRONOUNS:
        return "pronoun"
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "nmod", "npadvmod"):
        return "noun"
    if token.dep_ in ("attr", "appos", "oprd") and token.pos_ in ("ADJ", "NUM") and is_definite(token):
        return "noun"  # "the first", "the youngest of five"
    return None


def pronoun_features(token: Token) -> tuple[Kind | None, Gender | None, Number]:
    """What a third-person pronoun asks of its referent: kind, gender, number."""
    return _PERSON_PRONOUNS[token.lower_]


def _place(token: Token) -> Place:
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    if token.dep_ in _SUBJECT:
        return "subject"
    return "object" if token.dep_ in _OBJECT else "other"


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        for i in range(sentence.start, sentence.end):
            numbers[i] = number
    return numbers


def is_definite(head: Token) -> bool:
    """Whether a noun is one that the article has spoken of: "the", "this", a possessive before it."""
    words = {child.lower_ for child in head.children if child.dep_ in ("det", "poss", "nummod", "quantmod")}
    return bool(words) and not words & word_set("indefinite")
