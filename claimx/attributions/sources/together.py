"""Who speaks by a source's words alone: "Ministers **Ada Holm** of Arden and **Karl Lund**", "one of us, **Ida Lorn**".

The words are read from left to right, since the parse of long lists is seldom whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Kind, Mention, Referent
from claimx.grammar import word_classes
from claimx.lexicons.nouns import may_be_person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_PERSON: Kind = "person"
_PLACE: Kind = "place"
_DASHES, _COMMAS = frozenset("-–—"), frozenset((",", "(", ")"))
_DOUBLE_DASH = "--"
_ONE = word_set("names/small_words", "one_of_several")
_BELONGING = word_set("names/reference_words", "of_affiliation", "of_office")
_JOINING = frozenset((word_classes.COORDINATOR, word_classes.SPACE))
_IN_TITLE = word_classes.NOUNS | {word_classes.ADJECTIVE, word_classes.DETERMINER, word_classes.VERB}


def listed_persons(words: Sequence[Token], discourse: Discourse) -> tuple[Referent, ...]:
    """The persons who speak together by a source's words; fewer than two where they tell of no list.

    What follows a name up to "and" or the next comma tells of its bearer ("Ada Holm **of Arden** and Karl Lund"). Where
    somebody in the list has no name ("Ada Holm and her lawyer") nobody is given.
    """
    return _listed(words, _names_of(words, discourse, _PERSON))


def listed_states(words: Sequence[Token], discourse: Discourse) -> tuple[Referent, ...]:
    """The lands or towns that speak together by a source's words: "**Arden** and **Norland**, which are at war"."""
    names = _names_of(words, discourse, _PLACE)
    inside = {row for name in names for row in range(name.start, name.end)}
    listed = takewhile(lambda token: token.i in inside or token.text == "," or token.pos in _JOINING, words)
    opened = [name for name in names if any(name.start == token.i for token in listed)]
    return _listed(words, opened) if opened == names and names and names[0].start == words[0].i else ()


def _listed(words: Sequence[Token], names: Sequence[Mention]) -> tuple[Referent, ...]:
    """Those whose names follow each other, joined by "and" in the end; none where the words tell of no list."""
    if len(names) < 2 or not _opens_list(words, names):
        return ()
    for before, name in pairwise(names):
        if not _goes_on(_between(words, before, name)):
            return ()
    if _is_owner(words, names[-1]) or _more_follows(words, names[-1]):
        return ()
    joined = any(token.pos == word_classes.COORDINATOR for token in _between(words, names[-2], names[-1]))
    speakers = tuple(dict.fromkeys(name.referent for name in names if name.referent is not None))
    return speakers if joined and len(speakers) == len(names) else ()


def joined_to_pronoun(words: Sequence[Token], discourse: Discourse) -> tuple[Referent, ...]:
    """The persons who speak together with whom a pronoun means: "he and MP **Ada Holm** of Arden"; often none."""
    joint = next((token for token in words[1:2] if token.lower == "and"), None)
    names = _names_of(words[2:], discourse, _PERSON) if joint is not None else []
    if not names or not _opens_list(words[2:], names) or _is_owner(words, names[-1]) or _more_follows(words, names[-1]):
        return ()
    if not all(_goes_on(_between(words, before, name)) for before, name in pairwise(names)):
        return ()
    return tuple(dict.fromkeys(name.referent for name in names if name.referent is not None))


def apposed_person(words: Sequence[Token], head: Token, discourse: Discourse) -> Referent | None:
    """The person who is named behind a comma or dash: "one of the guards, **Ada Holm** of Arden"."""
    if head.tag in word_classes.PLURALS and words[0].lower not in _ONE:
        return None
    for name in _names_of(words, discourse, _PERSON):
        before = [token for token in words if token.i < name.start and token.pos != word_classes.SPACE]
        while before and before[-1].pos in _IN_TITLE and before[-1].tag != word_classes.POSSESSIVE_MARK:
            before.pop()  # "one of them, **the baker** Ada Holm"
        is_address = any(token.pos == word_classes.ADPOSITION and token.nbor(-1).text == "," for token in before[1:])
        is_other = is_address or _is_owner(words, name) or _more_follows(words, name)
        if before and _parts(before[-1]) and not is_other:  # not "the accused, of Church Lane, Little Marling"
            return name.referent
    return None


def _names_of(words: Sequence[Token], discourse: Discourse, kind: Kind) -> list[Mention]:
    """The names of a kind that something else does not hang on ("a **Lund** supporter") and no preposition leads to."""
    found = (discourse.by_name.get(token.i) for token in words)
    named = dict.fromkeys(mention for mention in found if mention is not None)
    around = {token.i: token for token in words}
    return [
        mention
        for mention in named
        if mention.referent is not None and mention.referent.kind == kind
        if (before := around.get(mention.start - 1)) is None or before.pos != word_classes.ADPOSITION
        if (after := around.get(mention.end)) is None or after.pos != word_classes.NOUN
    ]


def _between(words: Sequence[Token], first: Mention, second: Mention) -> list[Token]:
    return [token for token in words if first.end <= token.i < second.start and token.pos != word_classes.SPACE]


def _parts(token: Token) -> bool:
    return token.text in _COMMAS or token.text in _DASHES or token.text == _DOUBLE_DASH


def _opens_list(words: Sequence[Token], names: Sequence[Mention]) -> bool:
    """Whether the first name is the first of those who speak: titles stand before it, or several who are then named."""
    before = [token for token in words if token.i < names[0].start and token.pos != word_classes.SPACE]
    if all(token.pos in _IN_TITLE for token in before):
        return not any(token.tag == word_classes.POSSESSIVE_MARK for token in before)
    if not _parts(before[-1]):
        return False
    plural = next((token for token in before if token.pos in word_classes.NOMINALS), None)
    return plural is not None and plural.tag in word_classes.PLURALS and may_be_person_noun(plural.lemma.lower())


def _goes_on(between: Sequence[Token]) -> bool:
    """Whether a list goes on between two names: by "and" or a comma, before which the first may be told of."""
    words = list(between)
    while words and words[-1].pos in _IN_TITLE and words[-1].text not in _COMMAS:
        if words[-1].tag == word_classes.POSSESSIVE_MARK or words[-1].tag in word_classes.PLURALS:
            return False
        words.pop()
    if words and words[-1].text in _COMMAS and any(token.pos == word_classes.COORDINATOR for token in words):
        del words[-1]  # "and his lawyer, Ada Holm", "and the club's secretary, Ada Holm"
        while words and words[-1].pos in _IN_TITLE | {word_classes.PRONOUN, word_classes.PARTICLE}:
            words.pop()
    if not words or not (words[-1].pos == word_classes.COORDINATOR or words[-1].text == ","):
        return False
    while words and (words[-1].pos == word_classes.COORDINATOR or words[-1].text == ","):
        words.pop()
    return not words or words[0].text in _COMMAS or words[0].lower in _BELONGING


def _is_owner(words: Sequence[Token], name: Mention) -> bool:
    """Whether something of the named person is meant: "Ada Holm**'s** lawyer"."""
    return any(token.i == name.end and token.tag == word_classes.POSSESSIVE_MARK for token in words)


def _more_follows(words: Sequence[Token], last: Mention) -> bool:
    """Whether somebody else speaks, too, of whom no name is told: "…, Karl Lund **and others**"."""
    behind = [token for token in words if token.i >= last.end and token.pos != word_classes.SPACE]
    return bool(behind) and behind[0].pos == word_classes.COORDINATOR
