"""By what name a transcript tells who has a role that is a label of turns: "HOST", "THE WITNESS", "Chair"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise

import regex

from claimx.lexicons.nouns import is_body_noun, is_title, may_be_person_noun
from claimx.lexicons.words import alternatives, word_set
from claimx.records import Turn

_PART = rf"(?:\p{{Lu}}\.|\p{{Lu}}[\p{{L}}'’-]+|{alternatives('names/small_words', 'particles')})"
FULL_NAME = regex.compile(rf"\b\p{{Lu}}[\p{{Ll}}'’-]+(?: {_PART}){{0,3}} \p{{Lu}}[\p{{L}}'’-]+")
_PERSON = rf"(?:\p{{Lu}}\p{{L}}{{0,8}}\. )?(?P<name>{FULL_NAME.pattern}|(?:\p{{Lu}}\. ?)+\p{{Lu}}[\p{{L}}'’-]+)"
_BRACKETS = rf",? [(\[]{_PERSON}[)\]]"
#: "Señora Lund, when did you see it?", "Where is it now, Mr Lund?"
_CALLED = r"(?P<title>\p{Lu}\p{L}*\.?) (?P<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)"
_ADDRESS = regex.compile(rf"{_CALLED}, ")
_ADDRESS_AT_END = regex.compile(rf"\b(?P<before>\p{{Ll}}+), {_CALLED}\?$")
#: "our presenter, Ada Holm"
_HOST = rf"(?i:\b(?:{alternatives('page/small_words', 'hosts')})),? {_PERSON}"
_HOSTS, _GUESTS = word_set("page/small_words", "hosts"), word_set("page/small_words", "guests")
_WITNESSES = word_set("page/small_words", "witnesses")
_UNNAMED = word_set("page/small_words", "speakers_without_names", "witnesses")
_ROLES = word_set("page/small_words", "speakers_by_role") | _UNNAMED


def role_of_label(words: str) -> str | None:
    """The role that a label is, in small letters, without an article and for one; None for other labels."""
    role = words.casefold().removeprefix("the ")
    role = role if role in _WITNESSES else role.rstrip("s")
    return role if role in _ROLES else None


def answers(text: str, turns: Sequence[Turn], role: str) -> bool:
    """Whether a role is that of the one who answers in a talk of two."""
    return role in _GUESTS and len({text[slice(*turn.label)] for turn in turns}) == 2


def is_witness(role: str) -> bool:
    """Whether a role is that of who is examined in court."""
    return role in _WITNESSES


def name_in_role(text: str, turns: Sequence[Turn], words: str, role: str) -> str | None:
    """The name of who has a role: in brackets behind a label, in a line above the talk, by which others address her.

    Args:
        text: the article.
        turns: its turns.
        words: the label.
        role: what it is without an article.
    """
    of_role, first = rf"(?i:\b{regex.escape(role)})", min((turn.label.start for turn in turns), default=0)
    lines = (rf"^{regex.escape(words)}{_BRACKETS}", rf"^{of_role}: {_PERSON}(?:,[^.?!\n]*)?$")
    above = (rf"{of_role}: {_PERSON}", rf"{_PERSON} \({of_role}\)", *((_HOST,) if role in _HOSTS else ()))
    found = [regex.search(line, text, regex.MULTILINE) for line in lines]
    match = next(filter(None, (*found, *(regex.search(one, text[:first]) for one in above))), None)
    if match is not None:
        name = [*dropwhile(is_title, match["name"].split())]
        return None if any(is_body_noun(word.lower()) for word in name) else " ".join(name) or None
    return addressed(text, turns, words) if role in _WITNESSES else None


def addressed(text: str, turns: Sequence[Turn], words: str) -> str | None:
    """By what name those who speak before a label address who has it, if it is always one."""
    before = (turn for turn, after in pairwise(turns) if text[slice(*after.label)] == words)
    found = (_address(text[turn.start : turn.end]) for turn in before)
    names = {match["name"] for match in found if match is not None and is_title(match["title"])}
    return names.pop() if len(names) == 1 else None


def _address(said: str) -> regex.Match[str] | None:
    """The title and name by which words begin to address somebody, or close; not "Did you see the mayor, Mr Lund?"."""
    closing = _ADDRESS_AT_END.search(said)
    is_apposed = closing is not None and may_be_person_noun(closing["before"])
    return _ADDRESS.match(said) or (None if is_apposed else closing)
