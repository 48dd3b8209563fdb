"""What a noun calls a person, and what goes with it: a "vice president" holds another office than the "president"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.lexicons.nouns import synonym_class
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

PAST_OF_OFFICE = word_set("names/generic_persons", "past_of_office")
#: Words before a noun for a person that make another office of it.
RANKS = word_set("names/generic_persons", "ranks_of_office") | PAST_OF_OFFICE
_FORMER = "former"
_ALIKE = word_set("names/generic_persons", "like_former")
_BEFORE = word_classes.NOUNS | {word_classes.ADJECTIVE}
#: How many words before its noun a rank may stand: "**acting** Arden county police chief".
_REACH = 5
#: How many words before and after a noun can go with it.
_GOING_WITH = 12
_OF_COMPLEMENT = word_set("names/reference_words", "of_complement")
_TELLING = word_set("names/generic_bodies", "ministry_fields") | word_set("names/generic_persons", "before_offices")


def calling(noun: Token) -> str:
    """A noun for a person in the singular with its rank: "deputy prime minister" for "Deputy UK Prime Ministers"."""
    found = [noun.lemma.lower()]
    row = noun.i
    while row > max(0, noun.i - _REACH) and not _begins_sentence(noun.doc[row]):
        row -= 1
        token = noun.doc[row]
        if token.lower in RANKS:  # "acting" is a verb to the parser
            found.insert(0, _FORMER if token.lower in _ALIKE else token.lower)
        elif token.pos not in _BEFORE and token.text != "-":
            break
    return " ".join(found)


def _begins_sentence(token: Token) -> bool:
    """Whether a sentence begins with a word; it does not behind "Prime", whatever the parser says."""
    return bool(token.is_sent_start) and (token.i == 0 or token.nbor(-1).lower not in RANKS)


def office_of(called: str) -> str:
    """The office that a person is called by; of nouns for one office ("premier", "prime minister") it is the same."""
    rank, _, noun = called.rpartition(" ")
    return f"{rank} {synonym_class(noun) or noun}".strip()


def office_held(called: str) -> str:
    """The office without a word that tells it to be over: "president" for "former president"."""
    return " ".join(word for word in office_of(called).split() if word not in PAST_OF_OFFICE)


def complement(noun: Token) -> list[Token]:
    """The telling words that go with a noun: what stands before it, and its "of", "for" or "at" phrase.

    A noun that stands as title before a name shares what hangs on the name.
    """
    top = noun
    while top.dep in roles.COMPOUND_NOUNS and noun.i < top.head.i < noun.i + _GOING_WITH:
        top = top.head
    found = noun.doc.tokens[max(top.left_edge.i, noun.i - _GOING_WITH) : noun.i]
    for child in noun.children:
        if child.i > noun.i and child.dep == roles.PREPOSITION and child.lower in _OF_COMPLEMENT:
            found += islice(child.subtree, _GOING_WITH)
    return [token for token in found if _tells(token)]


def _tells(token: Token) -> bool:
    if token.pos == word_classes.ADJECTIVE:
        return token.text[:1].isupper() or token.lower in _TELLING
    return token.pos in word_classes.NOUNS
