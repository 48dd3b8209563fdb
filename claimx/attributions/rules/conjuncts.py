"""Verbs that a conjunction joins to a reporting verb, past what that one reports.

"He conceded that the seal was broken but denied that fuel had leaked": what is denied is no part of what is conceded,
though parsers hang the second verb on the nearest first one.
"""

from __future__ import annotations

from claimx.attributions.circumstances import is_animate
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows, cue_words

_DEEPEST = 5  # verbs in one row


def subject_of(verb: Token) -> Token | None:
    """The head word of a verb's own subject, or None where it shares that of the verb it is joined to."""
    return verb.child(*roles.ALL_SUBJECTS)


def goes_on_from(verb: Token) -> Token | None:
    """The reporting verb that a verb goes on from, where the parse joins it to the verb of what that one reports.

    "conceded that the seal was broken but **denied** that fuel had leaked": it reports, too, and its clause can be no
    part of what was said before.
    """
    first = _first_of_row(verb) if _is_joined(verb) else None
    if first is None or first.dep != roles.CLAUSE_COMPLEMENT:
        return None
    above = first.head
    is_reported = above.pos in word_classes.VERBS and first.i > above.i and _reports(above)
    return above if is_reported and _is_anothers(verb, first, above) else None


def _is_joined(verb: Token) -> bool:
    return verb.dep == roles.CONJUNCT and verb.tag in word_classes.TENSED and subject_of(verb) is None


def opening(verb: Token) -> Token:
    """The first word of the conjunct of a verb, the conjunction included."""
    words = [child for child in verb.children if child.i < verb.i and child.dep not in roles.JOINTS]
    first = min([verb, *(word.left_edge for word in words)], key=lambda token: token.i)
    while first.i and first.nbor(-1).dep in roles.JOINTS and first.nbor(-1).sent == verb.sent:
        first = first.nbor(-1)
    return first


def _first_of_row(verb: Token) -> Token | None:
    """The verb that a row of joined verbs begins with; None where a verb is joined to none."""
    word = verb
    for _ in range(_DEEPEST):
        if word.dep != roles.CONJUNCT or word.pos not in word_classes.VERBS:
            break
        word = word.head
    return word if word.i != verb.i and word.dep != roles.CONJUNCT and word.pos in word_classes.VERBS else None


def _reports(verb: Token) -> bool:
    row = cue_rows().get(verb.lemma.lower())
    return row is not None and "verb" in row.pos and "clause" in row.frames


def _judges(verb: Token) -> bool:
    """Whether a verb says something of its object: "blamed a lack of care", "praised the crew"."""
    row = cue_rows().get(verb.lemma.lower())
    is_judging = row is not None and "np" in row.frames and "clause" not in row.frames and "verb" in row.pos
    return is_judging and any(child.dep == roles.OBJECT and child.i > verb.i for child in verb.children)


def _is_anothers(verb: Token, first: Token, above: Token) -> bool:
    """Whether a verb is no part of what is reported: it reports a clause, in the tense of the verb that reports.

    Or it judges something ("blamed"), where what is reported is said of an "it", which judges nothing.
    """
    speaker = subject_of(first)
    if verb.tag == above.tag == word_classes.PAST and verb.i > first.i and _judges(verb):
        return speaker is not None and speaker.lower in cue_words("impersonal_subjects")
    if not _reports(verb) or not any(child.dep == roles.CLAUSE_COMPLEMENT for child in verb.children):
        return False
    if not verb.tag == above.tag == word_classes.PAST or verb.i < first.i:
        return False
    helpers = {child.lower for child in first.children if child.dep in roles.AUXILIARIES}
    is_shifted = first.tag != word_classes.PAST and not helpers.isdisjoint(cue_words("backshifted"))
    is_thing = speaker is not None and speaker.pos == word_classes.NOUN and not is_animate(speaker)
    return (
        is_shifted
        or is_thing
        or any(child.lower == "but" for child in first.children if child.dep == roles.CONJUNCTION)
    )
