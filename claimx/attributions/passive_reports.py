"""Passives in which others report what somebody said: "She was quoted by the Gazette as saying that …".

The one who said it is the passive's subject, not the outlet behind "by".
"""

from __future__ import annotations

from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_rows

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
