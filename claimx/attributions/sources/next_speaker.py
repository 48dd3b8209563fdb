"""Who goes on speaking: the last speaker, an anonymous one, or whom the last one spoke to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.pronouns import fits
from claimx.attributions.discourse.quoting import Contents
from claimx.attributions.discourse.referents import Mention, Referent, is_definite
from claimx.lexicons.words import word_set
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token


def answering(speaker: Referent | None, head: Token, history: Sequence[Mention]) -> Referent | None:
    """Who answers: whom the last speaker spoke to ("Pell ordered **him** to leave. “No,” he answered").

    Args:
        speaker: who spoke last.
        head: the pronoun that is a source.
        history: all mentions before it, in text order.
    """
    if head.head.lemma.lower() not in word_set("reporting/speaking", "answering"):
        return None
    for mention in reversed(history):
        if mention.referent is None or mention.quoted:
            continue
        if mention.referent is speaker:
            return None
        if mention.aside and fits(head, mention.referent, body=True):
            return mention.referent
    return None


def anonymous(speaker: Referent | None, head: Token, history: Sequence[Mention], contents: Contents) -> Referent | None:
    """The unnamed person who spoke last, or whom the last sentence brought up, and whose words go on.

    Whoever was named before is not put in his place.

    Args:
        speaker: who spoke last.
        head: the pronoun that is a source.
        history: all mentions before it, in text order.
        contents: what is said in the article; who is spoken of there speaks not.
    """
    named = speaker if speaker is not None and speaker.name else None
    for mention in reversed(history):
        start = mention.head.idx
        if mention.referent is None or mention.quoted or contents.around(Span(start, start + len(mention.head))):
            continue
        if mention.referent is named or (mention.kind == "name" and fits(head, mention.referent, body=True)):
            return None
        if mention.place != "subject":
            continue
        new = mention.kind == "noun" and not is_definite(mention.head)
        unnamed = mention.referent.name is None and mention.referent.kind == "person"
        fitting = fits(head, mention.referent, body=True) or head.lower == "they"  # of one whose gender is not told
        goes_on = unnamed and (new or mention.referent is speaker) and fitting
        return mention.referent if goes_on else None
    return None


def is_turned_from(speaker: Referent | None, head: Token, history: Sequence[Mention]) -> bool:
    """Whether the article has turned to somebody else since the last speaker was mentioned.

    It has with another subject that a pronoun fits; from an unnamed speaker with any name.
    """
    unnamed = speaker is None or speaker.name is None
    for mention in reversed(history):
        if mention.referent is speaker:
            return False
        turns = mention.place == "subject" or (unnamed and mention.kind == "name")
        if not turns or mention.quoted or mention.kind not in ("name", "noun"):
            continue
        if mention.referent is not None and fits(head, mention.referent, body=True):
            return True
    return False
