"""Whether somebody who was just named is called by a noun that says what else he is: "the hydrologist said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.discourse.definiteness import has_field, is_unrestricted_person, nations_before
from claimx.attributions.discourse.mentions import AGED
from claimx.attributions.discourse.person_kinds import is_of_kind, kind_noun
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.told import OFFICES, agrees, told_to_be, words_before
from claimx.grammar import roles
from claimx.grammar.dependents import has_role
from claimx.grammar.nouns import is_definite
from claimx.lexicons.nouns import gender_of_noun, person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

#: Nouns by which anybody can be called; they mean the last fitting person if there is but one.
_ANYBODY = word_set("names/generic_persons", "anybody") | {AGED}
_YEAR_OLD = "-year-old"
PARTS_IN_STORY = word_set("names/generic_persons", "parts_in_story")
_FOR_OTHERS = word_set("names/generic_persons", "unnamed_speakers", "spokespersons")
_POSTS, _WITH_A_TRADE = word_set("names/generic_persons", "posts"), word_set("names/generic_persons", "with_a_trade")
TOLD_BY_WORDS = word_set("names/generic_persons", "told_by_words")
_OF_STANDING = word_set("names/generic_persons", "of_standing", "past_of_office")
_ENDINGS_OF_STANDING = tuple(sorted(word_set("names/generic_persons", "endings_of_standing")))


def may_be_called_again(mention: Mention, referent: Referent, goes_on: bool = False) -> bool:
    """Whether a definite noun may say of somebody who was just named what else he is, not who else is in the story.

    The article itself goes on with who was the subject: "the hydrologist", "the aged care nurse". "The driver" may be
    somebody else, and so may whoever a clause tells of, or somebody quoted. Who holds an office is called by no other
    one.

    Args:
        mention: the noun phrase.
        referent: who was the subject before it.
        goes_on: whether he spoke last, and is quoted now: "“…,” **the fisherman** said" of the head of a cooperative.
    """
    head = mention.head
    lemma = head.lemma.lower()
    if not _is_one_known_person(mention) or not agrees(referent, gender_of_noun(lemma), nations_before(head)):
        return False
    is_such = is_of_kind(referent, kind_noun(head)) and not (lemma in TOLD_BY_WORDS and words_before(head, None))
    called = [noun.rpartition(" ")[2] for noun in told_to_be(referent)]
    if lemma in OFFICES and not is_such and (has_field(head) or any(noun in OFFICES for noun in called)):
        return False
    is_told = any(person_noun(noun) is not None for noun in called)
    has_trade = _may_be_trade(lemma) and _WITH_A_TRADE.issuperset(called)
    is_meant = is_such or _may_tell_more(mention, lemma, is_told=is_told and not has_trade, goes_on=goes_on)
    return tells_standing(head) or (is_meant and is_unrestricted_person(head))


def _is_one_known_person(mention: Mention) -> bool:
    """Whether a noun is for one person of whom the article spoke: "**the** driver", not "a driver", "her driver"."""
    is_person = mention.referent is not None and mention.referent.kind == "person"
    is_known = is_definite(mention.head) and not has_role(mention.head, roles.POSSESSOR)
    return is_person and mention.number == "one" and is_known


def _may_tell_more(mention: Mention, lemma: str, *, is_told: bool, goes_on: bool) -> bool:
    """Whether a noun by which somebody was not called yet may say more of him, who ``is_told`` to be something or not.

    Where it may well be for somebody else, in a part of the story, a quotation or with a clause, he must go on.
    """
    head, is_part = mention.head, lemma in PARTS_IN_STORY and not _is_told_more(mention.head)
    is_open = not is_told or can_be_anybody(head, lemma)
    if is_part or mention.is_said or has_role(head, roles.RELATIVE_CLAUSE):
        return goes_on or (is_open and not is_part)
    is_of_his_own = _is_told_more(head) and lemma not in PARTS_IN_STORY and lemma not in _FOR_OTHERS
    return is_open or goes_on or (is_of_his_own and not nations_before(head))


def _may_be_trade(lemma: str) -> bool:
    """Whether a noun may tell the trade of who has but a title or a post ("the hydrologist"), and tells no post."""
    return lemma not in PARTS_IN_STORY | _FOR_OTHERS | OFFICES | _POSTS


def _is_told_more(head: Token) -> bool:
    """Whether a word before a noun tells more of somebody: "the **interim** coach"."""
    return any(child.dep in roles.PREMODIFIERS for child in head.lefts)


def tells_standing(head: Token) -> bool:
    """Whether a noun, or a word before it, says what somebody is, not which one: "the **retired** plumber"."""
    before = (child.lower for child in head.lefts)
    has_word = any(word in _OF_STANDING or word.endswith(_ENDINGS_OF_STANDING) for word in before)
    return has_word or _has_age(head)


def _has_age(head: Token) -> bool:
    """Whether a noun is told with an age: "the **43-year-old**", "the **43-year-old** baker"."""
    return any(word.lower == AGED or word.lower.endswith(_YEAR_OLD) for word in (head, *head.lefts))


def can_be_anybody(head: Token, lemma: str) -> bool:
    """Whether anybody can be called by a noun, or by one with an age: "the **23-year-old** baker"."""
    return lemma in _ANYBODY or _has_age(head)
