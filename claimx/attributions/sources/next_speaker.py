"""Who goes on speaking: the last speaker, an anonymous one, or whom the last one spoke to."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Kind, Mention, Referent, asked_by, can_mean, tells_standing, told_to_be
from claimx.grammar.nouns import is_definite
from claimx.lexicons.nouns import gender_of_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

PERSONS: tuple[Kind, ...] = ("person",)
_ANSWERING = word_set("reporting/speaking", "answering")


def answering_speaker(speaker: Referent | None, head: Token, history: Sequence[Mention]) -> Referent | None:
    """Who answers: whom the last speaker spoke to ("Pell ordered **him** to leave. “No,” he answered").

    Args:
        speaker: who spoke last.
        head: the pronoun that is a source.
        history: all mentions before it, in text order.
    """
    if head.head.lemma.lower() not in _ANSWERING:
        return None
    asked = asked_by(head)
    for mention in reversed(history):
        if mention.referent is None or mention.quoted:
            continue
        if mention.referent is speaker:
            return None
        if mention.is_aside and can_mean(asked, mention.referent, speaks=True):
            return mention.referent
    return None


def anonymous_speaker(speaker: Referent | None, head: Token, history: Sequence[Mention]) -> Referent | None:
    """The unnamed person who spoke last, or whom the last sentence brought up, and whose words go on.

    Whoever was named before is not put in his place.

    Args:
        speaker: who spoke last.
        head: the pronoun that is a source.
        history: all mentions before it, in text order.
    """
    named = speaker if speaker is not None and speaker.name else None
    asked = asked_by(head)
    for mention in reversed(history):
        referent = mention.referent
        if referent is None or mention.is_said:
            continue
        is_fitting = can_mean(asked, referent, speaks=True)
        if referent is named or (mention.kind == "name" and is_fitting):
            return None
        if mention.role != "subject":
            continue
        if referent.name is not None or referent.kind != "person":
            return None
        is_new = mention.kind == "noun" and not is_definite(mention.head) and mention.head.sent is not head.sent
        goes_on = referent is speaker or is_new
        # "they" may be one whose gender is not told
        return referent if goes_on and (is_fitting or head.lower == "they") else None
    return None


def has_turned_from(speaker: Referent | None, head: Token, history: Sequence[Mention]) -> bool:
    """Whether the article has turned to somebody else since the last speaker was mentioned.

    It has with another subject that a pronoun fits; from an unnamed speaker with any name.
    """
    is_unnamed = speaker is None or speaker.name is None
    asked = asked_by(head)
    for mention in reversed(history):
        if mention.referent is speaker:
            return False
        turns = mention.role == "subject" or (is_unnamed and mention.kind == "name")
        if not turns or mention.is_said or mention.kind not in ("name", "noun"):
            continue
        if mention.referent is not None and can_mean(asked, mention.referent, speaks=True):
            return True
    return False


def subject_before(
    mention: Mention,
    history: Sequence[Mention],
    quoted: Set[int],
    speaker: Referent | None,
    kinds: Collection[Kind] = PERSONS,
) -> Referent | None:
    """The last person to be the subject in a paragraph: "**Holm** scored twice. … the Swede said".

    If nobody is, the only person whom it names ("It was built by **Ada Holm**. The 58-year-old said"). A paragraph that
    opens with a quotation, or with a noun that says what somebody is ("The former baker"), goes on with the one before;
    so does one that opens with another noun, where who spoke last is told to be nothing ("…,” said **Ada Holm**, 61.").

    Args:
        mention: a noun for one person.
        history: all mentions before it, in text order.
        quoted: the rows of the article's quotations.
        speaker: who spoke last.
        kinds: what the subject may be.
    """
    gender = gender_of_noun(mention.head.lemma.lower())
    start = _paragraph_start(mention, quoted)
    only: Referent | None = None
    for before in reversed(history):
        if before.head.idx < start:
            break
        referent = before.referent
        if before.is_said or referent is None or referent.kind not in kinds:
            continue
        is_last = before.role == "subject"
        if not is_last and (before.kind != "name" or referent is only or referent.kind != "person"):
            continue
        if only is not None and not is_last:
            return None
        only = referent
        if is_last:
            break
    if only is None or only.name is None or only.number != "one":
        return None
    doc = mention.head.doc
    opens = doc.text[max(0, doc.tokens[mention.start].idx - 1) : doc.tokens[mention.start].idx] in ("", "\n")
    if opens and (told_to_be(only) or only is not speaker) and not tells_standing(mention.head):
        return None
    return only if gender is None or only.told_gender in (gender, None) else None


def _paragraph_start(mention: Mention, quoted: Set[int]) -> int:
    """Where a mention's paragraph begins; that before it where the paragraph opens with what goes on from there."""
    doc = mention.head.doc
    start = doc.text.rfind("\n", 0, mention.head.idx) + 1
    opening = doc.char_span(start, start + 1, alignment_mode="expand")
    if opening is None:
        return start
    first = opening[0].i
    if first != mention.start and quoted.isdisjoint(range(first, first + 2)):
        return start
    return doc.text.rfind("\n", 0, len(doc.text[:start].rstrip())) + 1
