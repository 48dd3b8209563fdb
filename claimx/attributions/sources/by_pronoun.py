"""Whom "he", "she" and "it" mean as sources: who goes on speaking, nobody whom the words name or quote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse import (
    Discourse,
    Mention,
    Referent,
    are_they,
    asked_by,
    can_be_they,
    resolve_pronoun,
)
from claimx.attributions.sources.next_speaker import anonymous_speaker, answering_speaker, has_turned_from
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token


def meant_by_pronoun(
    mention: Mention,
    discourse: Discourse,
    speaker: Referent | None,
    said: Sequence[Span],
    around: Referent | None = None,
) -> Referent | None:
    """Who speaks that is but "he".

    Args:
        mention: the pronoun.
        discourse: the article.
        speaker: who spoke last.
        said: what is said by the same words; nobody whom it calls by name says it.
        around: who is quoted in the words that the pronoun stands in; calls himself "I".
    """
    head = mention.head
    own = _one_of_no_gender(head, speaker, discourse.before(head))
    if own is not None:
        return own
    named = discourse.named_in(said)
    before_it = discourse.before(head)
    acting = {before.referent for before in before_it if before.role == "subject"}
    history = [m for m in before_it if m.referent not in named and (m.referent in acting or not _is_scene(m.referent))]
    next_speaker = answering_speaker(speaker, head, history) or anonymous_speaker(speaker, head, history)
    if next_speaker is not None:
        return next_speaker
    if speaker in named or has_turned_from(speaker, head, history):
        speaker = None
    topic = discourse.main_persons[asked_by(head).gender]
    topic = topic if topic not in named else None
    return resolve_pronoun(mention, history, speaker=speaker, speaks=True, never=around, topic=topic)


def _is_scene(referent: Referent | None) -> bool:
    """Whether something named is but where others act, until it acts itself: nobody from **Arden** is "it said"."""
    return referent is not None and referent.kind == "place"


def _one_of_no_gender(head: Token, speaker: Referent | None, history: Sequence[Mention]) -> Referent | None:
    """The one who goes on speaking as "they": of whom no gender is told, in a paragraph that tells of no several."""
    if speaker is None or not can_be_they(head, speaker):
        return None
    text, is_told = head.doc.text, False
    for before in reversed(history):
        if "\n" in text[before.head.idx : head.idx]:
            break
        if are_they(before):
            return None
        is_told = is_told or before.referent is speaker
    return speaker if is_told else None
