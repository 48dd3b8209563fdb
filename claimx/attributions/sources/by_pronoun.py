"""Whom "he", "she" and "it" mean as sources: who goes on speaking, or whom the reporting clause itself tells."""

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
    can_mean,
    resolve_pronoun,
)
from claimx.attributions.sources.next_speaker import (
    anonymous_speaker,
    answering_speaker,
    has_turned_from,
    reporting_subject,
)
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.words import word_set
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_OF_OWN_MIND = word_set("names/reference_words", "of_own_mind")
#: How many clauses up the one that reports is looked for.
_CLAUSES_UP = 6


def meant_by_pronoun(
    mention: Mention,
    discourse: Discourse,
    speaker: Referent | None,
    contents: Sequence[Span],
    said: Sequence[Span],
    around: Referent | None = None,
) -> Referent | None:
    """Who speaks that is but "he".

    Args:
        mention: the pronoun.
        discourse: the article.
        speaker: who spoke last.
        contents: what the statement says.
        said: the same, with what else is said by the same words; nobody whom it calls by name says it.
        around: who is quoted in the words that the pronoun stands in; calls himself "I".
    """
    head = mention.head
    own = _reporter_around(head, discourse) or _minded(head, contents, discourse)
    own = own or _one_of_no_gender(head, speaker, discourse.before(head))
    if own is not None:
        return own
    named = discourse.named_in(said)
    history = [before for before in discourse.before(head) if before.referent not in named]
    next_speaker = answering_speaker(speaker, head, history) or anonymous_speaker(speaker, head, history)
    if next_speaker is not None:
        return next_speaker
    if speaker in named or has_turned_from(speaker, head, history):
        speaker = reporting_subject(speaker, head, history)
    topic = discourse.main_persons[asked_by(head).gender]
    topic = topic if topic not in named else None
    return resolve_pronoun(mention, history, speaker=speaker, speaks=True, never=around, topic=topic)


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


def _reporter_around(head: Token, discourse: Discourse) -> Referent | None:
    """Who reports the clause that "she said" is put into: "Holm found mails in which, **she said**, he lied"."""
    verb, tokens = head.head, head.doc.tokens
    last = max(head.i, verb.i)
    is_put_in = head.i > 0 and tokens[min(head.i, verb.i) - 1].text == "," and tokens[last + 1 : last + 2]
    if not is_put_in or tokens[last + 1].text != "," or verb.dep == roles.ROOT:
        return None
    for _ in range(_CLAUSES_UP):
        if verb.head is verb:
            return None
        verb = verb.head
        if verb.lemma.lower() not in cue_rows():
            continue
        for subject in in_role(verb, roles.SUBJECT):
            meant = discourse.meant_by(subject)
            if subject.i < head.i and meant is not None and can_mean(asked_by(head), meant, speaks=True):
                return meant
    return None


def _minded(head: Token, contents: Sequence[Span], discourse: Discourse) -> Referent | None:
    """Who tells what is in his own mind: "**Holm plans** to sell the farm, she said"."""
    if not contents or contents[0].start >= head.idx:
        return None
    clause = discourse.doc.char_span(*contents[0], alignment_mode="expand")
    if clause is None or clause[0].i in discourse.quoted:
        return None
    verb = clause.root
    if verb.pos != word_classes.VERB or verb.lemma.lower() not in _OF_OWN_MIND:
        return None
    for subject in in_role(verb, roles.SUBJECT):
        meant = discourse.meant_by(subject)
        if meant is not None and can_mean(asked_by(head), meant, speaks=True):
            return meant
    return None
