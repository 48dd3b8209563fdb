"""What a noun calls a person: a "vice president" holds another office than the "president"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import word_classes
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
