"""Passives in which others report what somebody said: "She was quoted by the Gazette as saying that …".

The one who said it is the passive's subject, not the outlet behind "by". In passives of asking that one speaks: "The
premier is being urged to resign **by her party**".
"""

from __future__ import annotations

from typing import NamedTuple

from claimx.attributions.circumstances import is_animate
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows, cue_words
from claimx.lexicons.nouns import is_trade, may_be_person_noun
from claimx.records import Span

#: Classes of the word that goes on with when, where or why.
_LEADING_ON = frozenset((word_classes.ADPOSITION, word_classes.SUBORDINATOR))
_FARTHEST = 12  # words between the passive and "as": an outlet, a day, a place


def as_saying(verb: Token) -> Token | None:
    """The participle that a passive leads to ("was quoted by the Gazette on Monday as **saying**"), or None."""
    if verb.child(roles.PASSIVE_SUBJECT) is None:
        return None
    last = min(len(verb.doc), verb.i + _FARTHEST + 2, verb.sent.end)
    for token in verb.doc[verb.i + 1 : last]:
        is_led_to = token.nbor(-1).lower == "as" and token.tag == word_classes.GERUND
        if is_led_to:
            row = cue_rows().get(token.lemma.lower())
            return token if row is not None and "clause" in row.frames else None
        if token.pos in word_classes.VERBS:
            return None
    return None


def passive_above(participle: Token) -> Token | None:
    """The passive that leads to a participle behind "as": from "saying" to "quoted"; None where there is none."""
    first = max(participle.sent.start, participle.i - _FARTHEST - 1)
    before = (participle.doc[i] for i in range(participle.i - 1, first - 1, -1))
    return next((verb for verb in before if as_saying(verb) is participle), None)


class Urged(NamedTuple):
    """What somebody is asked to do, and the head word of whoever asks."""

    content: Span
    speaker: Token


def urged_by(verb: Token) -> Urged | None:
    """The infinitive and the "by" of a passive that asks: "was told **to stay at home** by **the police**", or None.

    Parsers hang the "by" on the infinitive; a passive there has one of its own ("asked to be heard by X").
    """
    if verb.child(roles.PASSIVE_AUXILIARY) is None or not _asks(verb):
        return None
    act = next((c for c in verb.children if c.dep == roles.OPEN_COMPLEMENT and c.i > verb.i), None)
    to = next((c for c in act.children if c.tag == word_classes.TO), None) if act is not None else None
    if act is None or to is None or act.child(roles.PASSIVE_AUXILIARY) is not None:
        return None
    for token in verb.doc[act.i + 1 : verb.sent.end]:
        is_theirs = token.lower == "by" and token.head in (verb, act)
        speaker = token.child(roles.PREPOSITION_OBJECT) if is_theirs else None
        if speaker is not None and _can_urge(speaker, act) and _closes(speaker):
            return Urged(Span(to.idx, token.nbor(-1).end), speaker)
    return None


def _can_urge(noun: Token, act: Token) -> bool:
    """Whether a noun behind "by" is for people or a body, and no place to stay at ("told to wait by **the door**")."""
    lemma = noun.lemma.lower()
    is_place = act.lemma.lower() in cue_words("staying") and not is_animate(noun)
    return not is_place and (is_animate(noun) or may_be_person_noun(lemma) or is_trade(lemma))


def _closes(speaker: Token) -> bool:
    """Whether the sentence ends behind the one who asks, or but tells when or why: "by the council | after a crash"."""
    last = speaker.right_edge
    if last.i + 2 >= speaker.sent.end:
        return True
    following = last.nbor()
    return following.pos in _LEADING_ON and following.lower not in cue_words("by")


def _asks(verb: Token) -> bool:
    """Whether a verb, alone or with its particle, asks somebody to do something."""
    rows, lemma = cue_rows(), verb.lemma.lower()
    phrases = (rows.get(f"{lemma} {child.lower}") for child in verb.children if child.i == verb.i + 1)
    row = next((row for row in phrases if row is not None), rows.get(lemma))
    return row is not None and "directive" in (row.act, row.infinitive_act)
