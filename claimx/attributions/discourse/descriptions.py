"""What an article tells of the things that it names: nouns, gender, nations, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimx.attributions.discourse.kinds import KIND_OF_LABEL, Roles
from claimx.attributions.discourse.offices import office_before
from claimx.attributions.discourse.referents import SUBJECT, Referent
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.records import Entity

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: What follows the noun in a name that tells its kind: "Ministry **of** …", "Conservatoire **de** …".
_BEHIND_HEADS = frozenset(("of", "for", "on", "de", "du", "des", "di", "del", "della", "für"))
_FOR_BODIES = word_set("names/generic_bodies", "any", "outlets", "trades", "memberships")
#: How many words before and after a noun can go with it.
_REACH = 12


def named_referents(doc: Parse, entities: Sequence[Entity], roles: Roles) -> dict[str, Referent]:
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
    spans = [doc.char_span(entity.span.start, entity.span.end, alignment_mode="expand") for entity in entities]
    at = {i: found[e.id] for e, s in zip(entities, spans, strict=True) if s is not None for i in range(s.start, s.end)}
    for entity, span in zip(entities, spans, strict=True):
        if span is not None:
            _describe_mention(doc, (span.start, span.end), found[entity.id], at, roles)
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
        stop = next((n for n, word in enumerate(words) if n and word in _BEHIND_HEADS), len(words))
        head = words[stop - 1] if words else ""
        first = roles.bodies.get(words[0]) if words else None
        if first is not None and first.leads:
            head = words[0]
        for noun in (head, head.removesuffix("s")):
            if noun in roles.bodies:
                referent.nouns.add(noun)
            referent.nouns |= roles.kinds.get(noun, frozenset())
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
    nouns |= {noun for word in named for noun in roles.kinds.get(word, ())}
    if label == "GPE" and name in roles.nations:
        nouns |= word_set("names/generic_places", "lands")
    elif label == "GPE":
        is_federal = name.casefold() in word_set("names/generic_places", "federal_states")
        nouns |= word_set("names/generic_places", "state_nouns" if is_federal else "towns")
    return nouns


def _describe_mention(
    doc: Parse, place: tuple[int, int], referent: Referent, at: Mapping[int, Referent], roles: Roles
) -> None:
    start, end = place
    if referent.kind == "person":
        for token in _title_tokens(doc, start):
            gender = roles.title_gender(token.text)
            if gender is not None:
                referent.gender[gender] += 6
    office = office_before(doc, start, roles, lambda token: at.get(token.i)) if referent.kind == "person" else None
    for noun in (*_descriptions(doc, start, end), *([office] if office is not None else [])):
        lemma = noun.lemma.lower()
        row = roles.person(lemma)
        if row is not None and referent.kind == "person":
            referent.nouns.add(lemma)
            if row.gender is not None:
                referent.gender[row.gender] += 2
            referent.nations |= _nations(noun, roles)
            _note_owner(noun, lemma, place, referent, at)
        elif referent.kind == "organization" and (roles.body(lemma) or lemma in _FOR_BODIES):
            referent.nouns.add(lemma)


def _note_owner(
    noun: Token, lemma: str, place: tuple[int, int], referent: Referent, at: Mapping[int, Referent]
) -> None:
    """Remember the words that go with a noun for a person, and the bodies that they name."""
    for token in complement(noun, place):
        referent.of.setdefault(lemma, set()).add(token.lower)
        body = at.get(token.i)
        if body is not None and body is not referent and body.kind in ("organization", "place"):
            referent.of[lemma] |= body.words
            if body.kind == "organization" and body not in referent.bodies:
                referent.bodies.append(body)


def complement(noun: Token, name: tuple[int, int] = (0, 0)) -> list[Token]:
    """The telling words that go with a noun: what stands before it, and its "of", "for" or "at" phrase.

    Args:
        noun: the head of a description; one that stands as title before a name shares what hangs on the name.
        name: the tokens of the name, first and behind the last, which are none of them.
    """
    top = noun
    while top.dep in ("compound", "nmod") and noun.i < top.head.i < noun.i + _REACH:
        top = top.head
    found = list(noun.doc[max(top.left_edge.i, noun.i - _REACH) : noun.i])
    for child in noun.children:
        if child.i > noun.i and child.dep == "prep" and child.lower in ("of", "for", "at", "to"):
            found += islice(child.subtree, _REACH)
    return [token for token in found if _tells(token) and not name[0] <= token.i < name[1]]


def _tells(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.text[:1].isupper())


def _title_tokens(doc: Parse, start: int) -> Iterator[Token]:
    i = start - 1
    while i >= 0 and start - i < 5 and (doc[i].text[:1].isupper() or doc[i].text == "."):
        yield doc[i]
        i -= 1


def _descriptions(doc: Parse, start: int, end: int) -> Iterator[Token]:
    """The nouns that tell who a name is: before it, in apposition, or after "is"."""
    i = start - 1
    while i >= 0 and start - i < 5 and (doc[i].pos in ("NOUN", "PROPN", "ADJ") or doc[i].text == "-"):
        yield doc[i]
        i -= 1
    root = doc[start:end].root
    for child in root.children:
        if child.dep == "appos":
            yield child
            yield from (conjunct for conjunct in child.conjuncts if conjunct.i > child.i)
    if root.dep == "appos":
        yield root.head
    if root.dep in SUBJECT and root.head.lemma in ("be", "become", "remain"):
        yield from (child for child in root.head.children if child.dep == "attr")
    if end + 1 < len(doc) and doc[end].text in (",", "(", "–", "-", "—"):
        yield from _after_comma(doc, end + 1)


def _after_comma(doc: Parse, start: int) -> Iterator[Token]:
    """The head noun of a phrase that follows a name and a comma: "…, the mayor of X, …"."""
    for i in range(start, min(start + 6, len(doc))):
        token = doc[i]
        if token.pos == "NOUN" and (
            i + 1 == len(doc) or doc[i + 1].pos not in ("NOUN", "PROPN", "PUNCT") or doc[i + 1].text == ","
        ):
            if token.dep not in SUBJECT:  # "Asked by Ruiz, the witness nodded"
                yield token
            return
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART") and token.text not in (
            "-",
            "'s",
            "’s",
        ):
            return


def _nations(noun: Token, roles: Roles) -> set[str]:
    words = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]  # its subtree, which is slow to walk where it is deep
    return {roles.nations[word.text] for word in words if word.text in roles.nations}
