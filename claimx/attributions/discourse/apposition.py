"""Which nouns the sentence itself says to be a name: in apposition, before it, after "is" or "as"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.grammar import roles
from claimx.grammar.dependents import in_role, objects_of_prepositions, subject_across_clauses
from claimx.grammar.nouns import is_definite, is_run_on
from claimx.lexicons.nouns import is_body_noun, may_be_person_noun, person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_COPULAS, _NAMING = word_set("names/reference_words", "copulas"), word_set("names/reference_words", "naming")
_NAMES, _OF_OFFICES = (
    word_set("names/reference_words", "nouns_for_names"),
    word_set("names/reference_words", "of_offices"),
)
_GENERIC = word_set("names/generic_bodies", "any")
_BETWEEN = word_set("names/generic_bodies", "between_name_and_noun")
_BODIES = word_set("names/generic_bodies", "any", "outlets")
_PLACES = word_set("names/generic_places", "lands", "towns")
#: Words before a noun for a place that lies in the one of which it is told, not in itself.
_OF_ANOTHER = word_set("names/generic_places", "of_another")
#: Roles of nouns of which something may be said, or that may be said of something.
_IN_PREDICATION = frozenset((roles.SUBJECT, roles.ATTRIBUTE, roles.OBJECT_PREDICATE, roles.PREPOSITION_OBJECT))
#: How many tokens of a noun's complement are looked through.
_COMPLEMENT = 16
_NAMED_AS = frozenset((roles.OBJECT_PREDICATE, roles.ATTRIBUTE, roles.OBJECT))


def said_to_be(mention: Mention, lemma: str, discourse: Discourse, *, never: Referent | None = None) -> Referent | None:
    """The named thing that a noun phrase is said to be.

    Args:
        mention: the noun phrase.
        lemma: of its head.
        discourse: the article, resolved up to the phrase; names are known before and after.
        never: who is in no apposition to it: the owner, as in "she, her mother and …".
    """
    titled = discourse.titled_by(mention.head)
    if titled is not None:
        return titled
    if mention.head.text.isupper() and mention.head.i:  # "Ada Holm **MP**"
        bearer = discourse.named_by(mention.head.nbor(-1))
        if bearer is not None and bearer.kind == "person":
            return bearer
    for token in _apposed(mention.head, lemma, discourse):
        referent = _named(discourse.meant_by(token))
        if referent is None or referent is never or (mention.number == "many" and referent.kind == "place"):
            continue
        if _stands_apart(mention, token, discourse):
            continue
        if _can_be_called(referent, lemma):
            return referent
    for token in _predicated(mention, discourse):
        referent = discourse.speaker_at(token) if token.lower == "i" else _named(discourse.meant_by(token))
        if referent is not None and referent.kind != "people":
            return referent
    return None


def _stands_apart(mention: Mention, name: Token, discourse: Discourse) -> bool:
    """Whether a mark of quotation, or a phrase between commas, keeps a name from a noun that the parse hangs it on.

    "According to a teacher “**Rowan** was …”", "the defendant, of Park Road, **Wexley**".
    """
    named = discourse.by_name.get(name.i)
    if named is not None and named.quoted != mention.quoted:
        return True
    tokens = mention.head.doc.tokens
    prepositions = (child for child in in_role(mention.head, roles.PREPOSITION) if mention.head.i < child.i < name.i)
    return any(tokens[child.i - 1].text == "," for child in prepositions)


def _named(referent: Referent | None) -> Referent | None:
    return referent if referent is not None and referent.name else None


def _called(noun: Token) -> Iterator[Token]:
    """The name that a clause gives a noun: "a boy named **Omar**", "a rider who gave his name only as **Omar**"."""
    for child in noun.children:
        if child.dep == roles.NOUN_CLAUSE and child.lemma in _NAMING:
            yield from (inner for inner in child.children if inner.dep in _NAMED_AS)
            yield from objects_of_prepositions(child, ("as",))
    for given in islice(noun.subtree, _COMPLEMENT):
        if given.lemma in _NAMES and given.dep == roles.OBJECT and given.head.dep == roles.RELATIVE_CLAUSE:
            yield from (*objects_of_prepositions(given.head, ("as",)), *objects_of_prepositions(given, ("as",)))
        if given.lemma in _NAMING and given.i > noun.i and given.child(*roles.PASSIVE_MARKS) is not None:
            yield from objects_of_prepositions(given, ("as",))  # "a guard, who would be known only as **Omar**"


def _apposed(noun: Token, lemma: str, discourse: Discourse) -> Iterator[Token]:
    """What stands in apposition to a noun, or as the name of its kind before or after it."""
    yield from (child for child in in_role(noun, roles.APPOSITION) if not is_run_on(child, noun))
    if noun.dep == roles.APPOSITION:
        yield noun.head
    if not noun.children:
        return
    yield from _called(noun)
    if person_noun(lemma):
        yield from _apposed_to_complement(noun, discourse)
    if lemma in _BODIES or is_body_noun(lemma):
        for child in in_role(noun, roles.COMPOUND):
            named = discourse.named_by(child)
            if named is not None and named.kind == "organization" and _is_name_of_kind(child, noun):
                yield child
    if lemma in _PLACES and not any(child.lower in _OF_ANOTHER for child in noun.children):
        yield from objects_of_prepositions(noun, ("of",))  # "the city of Wexley", not "the **capital** city of Arden"


def _apposed_to_complement(noun: Token, discourse: Discourse) -> Iterator[Token]:
    """The persons whom the parse hangs on a noun's complement: "the head of the board of NATO, **Ada Holm**"."""
    for preposition in in_role(noun, roles.PREPOSITION):
        if preposition.i > noun.i:
            for token in islice(preposition.subtree, _COMPLEMENT):
                named = discourse.named_by(token) if token.dep == roles.APPOSITION else None
                if named is not None and named.kind == "person" and token.head is not noun:
                    yield token


def _predicated(mention: Mention, discourse: Discourse) -> Iterator[Token]:
    """What a noun is said to be, or what is said to be it: "X is the founder", "they call X the winner"."""
    token, verb = mention.head, mention.head.head
    if token.dep not in _IN_PREDICATION:
        return
    if token.dep == roles.SUBJECT and verb.lemma == "be":
        yield from (t for t in in_role(verb, roles.ATTRIBUTE) if discourse.named_by(t) is not None)
    if token.dep == roles.PREPOSITION_OBJECT and verb.lower != "as":
        return
    if _is_bare(token):
        yield from _holders(token)
        return
    if not is_definite(token):
        if token.dep == roles.ATTRIBUTE and verb.lemma == "be":
            yield from (child for child in verb.children if child.dep in roles.SUBJECTS)
        return
    if token.dep == roles.ATTRIBUTE and verb.lemma in _COPULAS:
        subject = subject_across_clauses(verb)
        if subject is not None:
            yield subject
    if token.dep in (roles.OBJECT_PREDICATE, roles.PREPOSITION_OBJECT):
        clause = verb if token.dep == roles.OBJECT_PREDICATE else verb.head
        objects = [child for child in in_role(clause, roles.OBJECT) if child.i < token.i]
        inner = in_role(token, roles.SUBJECT)  # "called her the inventor", by the parse
        yield from (objects or in_role(clause, roles.PASSIVE_SUBJECT) or inner)[:1]


def _is_bare(noun: Token) -> bool:
    """Whether a noun stands where an office is told without an article: "resigned as **chair** of the board"."""
    is_told = noun.dep in (roles.OBJECT_PREDICATE, roles.PREPOSITION_OBJECT)
    return is_told and noun.child(roles.DETERMINER, roles.POSSESSOR) is None and may_be_person_noun(noun.lemma.lower())


def _holders(office: Token) -> Iterator[Token]:
    """Who gets, has or leaves an office: "**Ada Holm** was sacked as editor", "they named **Ada Holm** director"."""
    verb = office.head.head if office.dep == roles.PREPOSITION_OBJECT else office.head
    if verb.lemma not in _OF_OFFICES:
        return
    done_to = [t for t in (*in_role(verb, roles.PASSIVE_SUBJECT), *in_role(verb, roles.OBJECT)) if t.i < office.i]
    yield from (done_to or in_role(verb, roles.SUBJECT))[:1]


def _can_be_called(referent: Referent, lemma: str) -> bool:
    """Whether a noun in apposition can be said of a name at all: of a person only a noun for people."""
    is_person = may_be_person_noun(lemma)
    if referent.kind == "person":
        return is_person
    is_body = is_body_noun(lemma) or lemma in _GENERIC
    return not is_person and (referent.kind == "organization" or (referent.kind == "place" and not is_body))


def _is_name_of_kind(name: Token, noun: Token) -> bool:
    """Whether only words for a kind of body stand between a name and a noun: "the Reuters news agency"."""
    return all(token.lower in _BETWEEN for token in name.doc.tokens[name.i + 1 : noun.i])
