"""What the words around names tell of the things that bear them: nouns, gender, nations, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimx.attributions.discourse.callings import calling
from claimx.attributions.discourse.named import nations_of, note_kind
from claimx.attributions.discourse.offices import label_before
from claimx.attributions.discourse.referents import BY_TITLE, Kind, Referent
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons import nouns
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.text.marks import DOUBLE

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

_COPULAS, _NAMING = word_set("names/reference_words", "copulas"), word_set("names/reference_words", "naming")
_OF_COMPLEMENT = word_set("names/reference_words", "of_complement")
_GENITIVES = word_set("names/reference_words", "genitives")
_FIELDS = word_set("names/generic_bodies", "ministry_fields")
_BEFORE_OFFICES = word_set("names/generic_persons", "before_offices")
#: Letters behind the name of a barrister.
_COUNSEL, _BARRISTER = word_set("names/trials", "letters_of_counsel"), "barrister"
_FOR_FIRMS = word_set("names/generic_bodies", "any", "outlets", "more")
_FOR_BODIES = word_set("names/generic_bodies", "any", "outlets", "trades", "memberships")
#: Nouns behind the name of a body that tell what it is, not what it has: "the Arden **union**", no "Arden board".
_BEHIND_NAMES = word_set("names/generic_bodies", "memberships", "trades", "outlets")
#: How many words a name may have that the tagger has left out, as that behind a hyphen.
_TAIL = 2
#: What the evidence of a noun tells of a gender.
_BY_NOUN = 2
#: How many words before and after a noun can go with it; before a name be titles; behind a comma be looked through.
_REACH, _TITLES, _BEHIND_COMMA = 12, 4, 6
_PLURAL_VERBS = word_set("grammar/function_words", "plural_verbs")
_COMMAS = frozenset(",(–-—")
#: Marks among the titles before a name: "Vice-President", "Member of Parliament (MP)".
_JOINTS = frozenset("-()")
_DIGITS_OF_AGE, _BEHIND_AGE = 2, frozenset((",", ".", ")", ";", ":", "\n"))
_NOUNS_AND_ADJECTIVES = word_classes.NOUNS | {word_classes.ADJECTIVE}
_NOUNS_AND_MARKS = word_classes.NOUNS | {word_classes.PUNCTUATION}
_IN_PHRASE = _NOUNS_AND_ADJECTIVES | {
    word_classes.DETERMINER,
    word_classes.NUMERAL,
    word_classes.ADVERB,
    word_classes.PARTICLE,
}


def describe(doc: Parse, names: Sequence[tuple[Stretch, Referent]], offices: Mapping[int, Token]) -> None:
    """Note with named things what the words around their names tell of them.

    Args:
        doc: the parsed article.
        names: its names, with whom they name, in text order.
        offices: the offices that stand before them, by the row where the name begins.
    """
    at = {row: referent for name, referent in names for row in range(name.start, name.end)}
    for name, referent in names:
        if referent.kind in ("organization", "place") and _is_called_as_person(name.root):
            note_kind(referent, "person")
        untold = not referent.nouns and not referent.gender and name.end - name.start > 1
        if referent.kind == "place" or (untold and referent.kind in ("person", "organization")):
            note_kind(referent, _kind_by_nouns(doc, name, referent))
    for name, referent in names:
        if referent.kind == "person":
            _describe_person(doc, name, referent, offices.get(name.start), at)
        elif referent.kind == "organization":
            for noun in nouns_beside(doc, name):
                lemma = noun.lemma.lower()
                if lemma in _FOR_BODIES or nouns.is_body_noun(lemma):
                    referent.nouns.add(lemma)


def _kind_by_nouns(doc: Parse, name: Stretch, place: Referent) -> Kind:
    """What a place is that nobody knows, by an age or by nouns right before it or behind a comma: "**firm** Blue Bay".

    Of bodies and persons the tagger takes many for places, and some for one another.
    """
    if plain(place.name or "") in nouns.nations() or plain(place.name or "") in nouns.seats_of_power():
        return place.kind
    is_full_name = name.end - name.start > 1
    if place.kind == "person" and is_full_name and _acts_as_several(name.root):
        return "organization"
    if is_full_name and (_has_age(doc, name) or _opens_with_trade(name)):
        return "person"
    before = doc.tokens[name.start - 1] if name.start else None
    beside = [before] if before is not None and before.pos == word_classes.NOUN else []
    beside += [noun for noun in nouns_beside(doc, name) if noun.dep == roles.APPOSITION and noun.i > name.end]
    if name.root.dep == roles.APPOSITION and before is not None and before.text == ",":
        beside.append(name.root.head)
    lemmas = [noun.lemma.lower() for noun in beside if noun.tag == word_classes.SINGULAR]
    if any(_is_of_firm(lemma) for lemma in lemmas):
        return "organization"
    if place.kind == "organization":  # "the **developer**, Blue Bay" is the firm that it looks like
        lemmas = [lemma for lemma in lemmas if not nouns.is_trade(lemma)]
    return "person" if is_full_name and any(nouns.person_noun(lemma) is not None for lemma in lemmas) else place.kind


def _acts_as_several(head: Token) -> bool:
    """Whether one name alone has a plural verb, as teams and bands have: "**Arden Rovers have** signed"."""
    if head.dep not in roles.ALL_SUBJECTS or head.conjuncts or head.head.child(roles.MARKER) is not None:
        return False
    verbs = [head.head, *(child for child in head.head.children if child.dep in roles.AUXILIARIES)]
    return min(verbs, key=lambda verb: verb.i).lower in _PLURAL_VERBS


def _is_called_as_person(head: Token) -> bool:
    """Whether a name is what a noun for a person is called: "the officer, known as **SH**", "a man named **Fern**"."""
    verb = head.head.head if head.dep == roles.PREPOSITION_OBJECT and head.head.lower == "as" else head.head
    noun = verb.head
    if verb.lemma not in _NAMING or verb.dep != roles.NOUN_CLAUSE or verb.i > head.i:
        return False
    if verb.tag != word_classes.PARTICIPLE or verb.child(*roles.SUBJECTS) is not None:
        return False  # "the senator who called Arden an ally"
    between = head.doc.tokens[noun.i + 1 : verb.i]
    is_nearest = not any(token.pos in word_classes.NOUNS for token in between)
    return is_nearest and nouns.person_noun(noun.lemma.lower()) is not None


def _has_age(doc: Parse, name: Stretch) -> bool:
    """Whether an age follows a name between commas: "Ada Holm, **46**, was …"."""
    comma, age, after = ([token.text for token in doc.tokens[name.end : name.end + 3]] + [""] * 3)[:3]
    return comma == "," and age.isdigit() and len(age) == _DIGITS_OF_AGE and after in _BEHIND_AGE


def _opens_with_trade(name: Stretch) -> bool:
    """Whether a name in full has a noun for people before it: "**Plumber** Ada Holm"; no "Teachers Union"."""
    trade, *rest = (token.lower for token in name)
    is_trade = nouns.person_noun(trade) is not None and nouns.noun_of_title(trade) is None
    return is_trade and len(rest) > 1 and not any(nouns.is_name_head(word.removesuffix("s")) for word in rest)


def _is_of_firm(lemma: str) -> bool:
    return lemma in _FOR_FIRMS or (nouns.is_trade(lemma) and nouns.person_noun(lemma) is None)


def _describe_person(
    doc: Parse, name: Stretch, person: Referent, office: Token | None, at: Mapping[int, Referent]
) -> None:
    for token in _titles(doc, name.start):
        person.note_gender(nouns.gender_of_title(token.text), BY_TITLE)
        noun = nouns.noun_of_title(token.text)
        if noun is not None:
            person.nouns.add(noun)
    if name.end < len(doc.tokens) and doc[name.end].text in _COUNSEL:
        person.nouns.add(_BARRISTER)
    offices = (office,) if office is not None else ()
    for described in (*nouns_beside(doc, name), *offices):
        lemma = described.lemma.lower()
        row = nouns.person_noun(lemma)
        if row is None or (lemma in _BEFORE_OFFICES and _is_before_noun(described)):
            continue
        called = calling(described)
        person.nouns.add(called)
        person.note_gender(row.gender, _BY_NOUN)
        subtree = doc.tokens[described.left_edge.i : described.right_edge.i + 1]  # slow to walk where it is deep
        person.nations |= nations_of(token.text for token in subtree)
        _note_complement(described, called, name, person, at)


def _is_before_noun(noun: Token) -> bool:
    """Whether another noun for a person follows at once: "**Chief** Executive"."""
    return noun.i + 1 < len(noun.doc) and nouns.person_noun(noun.nbor().lower) is not None


def _note_complement(noun: Token, called: str, name: Stretch, person: Referent, at: Mapping[int, Referent]) -> None:
    """Remember the words that go with a noun for a person, and the bodies that they name."""
    for token in complement(noun):
        if name.start <= token.i < name.end:
            continue
        told = person.complements.setdefault(called, set())
        told.add(token.lower)
        body = at.get(token.i)
        if body is not None and body is not person and body.kind in ("organization", "place"):
            told |= body.name_words
            if body.kind == "organization" and body not in person.affiliations:
                person.affiliations.append(body)


def complement(noun: Token) -> list[Token]:
    """The telling words that go with a noun: what stands before it, and its "of", "for" or "at" phrase.

    A noun that stands as title before a name shares what hangs on the name.
    """
    top = noun
    while top.dep in roles.COMPOUND_NOUNS and noun.i < top.head.i < noun.i + _REACH:
        top = top.head
    found = noun.doc.tokens[max(top.left_edge.i, noun.i - _REACH) : noun.i]
    for child in noun.children:
        if child.i > noun.i and child.dep == roles.PREPOSITION and child.lower in _OF_COMPLEMENT:
            found += islice(child.subtree, _REACH)
    return [token for token in found if _tells(token)]


def _tells(token: Token) -> bool:
    if token.pos == word_classes.ADJECTIVE:
        return token.text[:1].isupper() or token.lower in _FIELDS | _BEFORE_OFFICES
    return token.pos in word_classes.NOUNS


def _titles(doc: Parse, start: int) -> Iterator[Token]:
    """The words in capitals before a name, the nearest first."""
    for row in range(start - 1, max(-1, start - 1 - _TITLES), -1):
        token = doc.tokens[row]
        if not token.text[:1].isupper() and token.text != ".":
            return
        yield token


def nouns_beside(doc: Parse, name: Stretch) -> Iterator[Token]:
    """The nouns that tell who a name is: before it, in apposition, or after "is"."""
    tokens = doc.tokens
    for row in range(name.start - 1, max(-1, name.start - 1 - _TITLES), -1):
        if tokens[row].pos not in _NOUNS_AND_ADJECTIVES and tokens[row].text not in _JOINTS:
            break
        yield tokens[row]
    root = name.root
    if (
        root.dep in roles.COMPOUND_NOUNS
        and root.head.lemma.lower() in _BEHIND_NAMES
        and root.head.i <= name.end + _TAIL
    ):
        yield root.head
    label = label_before(doc, name)
    if label is not None:
        yield label
    for child in in_role(root, roles.APPOSITION):
        yield child
        yield from (conjunct for conjunct in child.conjuncts if conjunct.i > child.i)
    if root.dep == roles.APPOSITION and all(token.text not in DOUBLE for token in tokens[root.head.i : name.start]):
        yield root.head
    if root.dep in roles.ALL_SUBJECTS and root.head.lemma in _COPULAS:
        yield from in_role(root.head, roles.ATTRIBUTE)
    if name.end + 1 < len(tokens) and tokens[name.end].text in _COMMAS:
        yield from _behind_comma(doc, name.end + 1)


def _behind_comma(doc: Parse, start: int) -> Iterator[Token]:
    """The head noun of a phrase that follows a name and a comma: "…, the mayor of X, …"."""
    tokens = doc.tokens
    for row in range(start, min(start + _BEHIND_COMMA, len(tokens))):
        token, after = tokens[row], tokens[row + 1] if row + 1 < len(tokens) else None
        is_last = after is None or after.pos not in _NOUNS_AND_MARKS or after.text == ","
        is_last = is_last and (after is None or after.tag != word_classes.POSSESSIVE_MARK)
        if token.pos == word_classes.NOUN and is_last:
            if token.dep not in roles.ALL_SUBJECTS:  # "Asked by Ruiz, the witness nodded"
                yield token
            return
        if token.pos not in _IN_PHRASE and token.text not in _GENITIVES:
            return
