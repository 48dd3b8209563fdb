"""Whom "they", "the two", "all three" mean as sources: who spoke together, a people, those who were just named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Mention, Referent, are_they, those_called
from claimx.grammar import word_classes
from claimx.lexicons.nouns import gender_of_noun, may_be_person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_SIZES = {size: word_set("names/generic_persons", f"{word}_of_them") for size, word in ((2, "two"), (3, "three"))}
_NUMBERS = frozenset().union(*_SIZES.values())
_OF_SEVERAL = word_set("names/small_words", "of_two_of_them")
_NOUNS = word_set("names/small_words", "nouns_of_two_of_them")
_DEFINITE = word_set("names/small_words", "before_two_of_them")
_PARTIAL = word_set("names/small_words", "partial", "indefinite")
_THEY = "they"
#: How many persons a pair has; how many sentences back several were named, and where a noun tells more of them or one
#: of them is near.
PAIR, SENTENCES_BACK, FARTHER = 2, 2, 4


def size_of_company(words: Sequence[Token]) -> int:
    """How many of whom the article has spoken the words of a source mean: "the two", "both officials", "all three".

    Two, three, or 0 where they mean none of these.
    """
    told = [token for token in words if token.pos != word_classes.PUNCTUATION]
    if told and (told[-1].lower in _NOUNS or _is_plural_for_persons(told[-1])):
        del told[-1]
        if not told or told[0].lower not in _DEFINITE:
            return 0  # "two officials" are any two
    sizes = {size for token in told for size, numbers in _SIZES.items() if token.lower in numbers}
    is_known = all(token.lower in _OF_SEVERAL or token.lower in _NUMBERS for token in told)
    size = sizes.pop() if len(sizes) == 1 and is_known else 0
    return size if size == PAIR or len(told) > 1 else 0  # "three said" are any three


def _is_plural_for_persons(token: Token) -> bool:
    return token.tag in word_classes.PLURALS and may_be_person_noun(token.lemma.lower())


def turns_to_others(history: Sequence[Mention], since: int) -> bool:
    """Whether several others have become the subject since an offset: "they" are these.

    Args:
        history: the mentions before "they", in text order.
        since: where those are named who spoke last.
    """
    for mention in reversed(history):
        if mention.head.idx < since:
            return False
        if not mention.is_said and mention.role == "subject" and are_they(mention) and mention.kind != "group":
            return True
    return False


def company_before(head: Token, history: Sequence[Mention], size: int) -> tuple[Referent, ...]:
    """The two or three persons of whom the last sentences told; empty for others, and for a woman of "the two men".

    Where a noun tells what they are, those who were named together ("**Ada and Karl** met Ruiz. The two officials …"),
    else those who are the only ones that are called so.

    Args:
        head: the word by which they are meant.
        history: the mentions before it, in text order.
        size: how many they are.
    """
    company = () if _is_plural_for_persons(head) and head.lower not in _NOUNS else _last_named(head, history, size)
    if not company and _is_plural_for_persons(head):
        such = those_called(head, history)
        company = such if len(such) == size else ()
    return company


def _last_named(head: Token, history: Sequence[Mention], size: int) -> tuple[Referent, ...]:
    """Those of whom the last sentences told, if they are so many."""
    found: dict[Referent, bool] = {}
    here = sentence = _sentence_of(head, history)
    has_noun, gender = head.lower in _NOUNS, gender_of_noun(head.lemma.lower())
    for mention in reversed(history):
        if mention.sentence < sentence - (FARTHER if found or has_noun else SENTENCES_BACK):
            break
        if mention.sentence < here and len(found) >= size:
            break
        here, referent = mention.sentence, mention.referent
        if mention.is_said or referent is None or referent.kind != "person":
            continue
        if mention.kind == "group":
            members = [one.referent for one in referent.members if one.referent is not None]
            if has_noun and referent.name and all(one in members or not found[one] for one in found):
                found = dict.fromkeys(reversed(members), True)
                break
            continue
        if referent.number == "many" or referent.name is None:
            return ()
        found[referent] = found.get(referent, False) or mention.role == "subject"
    are_such = gender is None or all(one.told_gender in (gender, None) for one in found)
    return tuple(reversed(found)) if len(found) == size and are_such else ()


def people_before(pronoun: Token, history: Sequence[Mention]) -> Mention | None:
    """The people that "they" goes on with: the last plural subject, in the same sentence or the one before.

    Args:
        pronoun: the source.
        history: the mentions before it, in text order.
    """
    if pronoun.lower != _THEY:
        return None
    sentence = _sentence_of(pronoun, history)
    for mention in reversed(history):
        if mention.sentence < sentence - 1:
            return None
        if mention.number != "many" or mention.is_said or mention.role != "subject":
            continue
        referent = mention.referent
        if mention.kind == "name":
            is_people = referent is not None and referent.kind == "people" and mention.head.tag in word_classes.PLURALS
            return mention if is_people and not _is_part(mention.head) else None
        if mention.kind != "pronoun":
            return None
    return None


def _is_part(people: Token) -> bool:
    """Whether only some of a people are meant: "**other** Republicans"."""
    return any(child.lower in _PARTIAL for child in people.children if child.i < people.i)


def _sentence_of(token: Token, history: Sequence[Mention]) -> int:
    """The number of a token's sentence, of those in which anything is mentioned."""
    if not history:
        return 0
    return history[-1].sentence + (history[-1].head.sent is not token.sent)
