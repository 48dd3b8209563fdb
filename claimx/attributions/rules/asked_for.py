"""What somebody asks for, or is asked to do, or is blamed for: "pressed for a truce", "is urged to resign by X"."""

from __future__ import annotations

from claimx.attributions.passive_reports import urged_by
from claimx.attributions.rules.constructions import Construction, CueSite, Words, speaker_span, trimmed
from claimx.attributions.rules.verbs import subject_span, verb_group
from claimx.attributions.statement import Rule
from claimx.grammar import roles
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words
from claimx.records import Span
from claimx.timex.calendar_words import weekday_names


def _urged(site: CueSite) -> Words | None:
    """The infinitive of what somebody is asked to do, said by whoever asks."""
    found = urged_by(site.token)
    if found is None:
        return None
    content = trimmed([found.content], site.text)
    return Words((speaker_span(found.speaker, site.text),), verb_group(site.token, site.text), content)


def _behind_preposition(site: CueSite) -> Words | None:
    """What stands behind a verb and its preposition: a thing that is asked for, or who is blamed for something."""
    verb = site.token
    subject = _subject(verb)
    if "preposition" not in site.row.frames or subject is None or verb.child(roles.PASSIVE_AUXILIARY) is not None:
        return None
    link, thing = _object(verb, site.row.key.split()[-1])
    if link is None or thing is None or thing.i < link.i:
        return None
    if site.row.act == "directive" and verb.child(*roles.OBJECTS) is not None:  # "pushes the tally beyond that for May"
        return None
    end = _end_of(thing)
    if site.row.act == "expressive":
        reason = next((c for c in verb.children if c.lower == "for" and c.i > thing.i), None)
        reason = reason or next((c for c in thing.children if c.lower == "for"), None)
        if reason is None or reason.child(roles.PREPOSITION_CLAUSE) is None:
            return None
        end = reason.right_edge.end
    cue = (Span(verb_group(verb, site.text)[0].start, link.end),)
    return Words((subject,), cue, trimmed([Span(thing.left_edge.idx, end)], site.text))


def _subject(verb: Token) -> Span | None:
    """Who asks or blames; parsers may take a past tense for a participle of its subject ("a judge **hit out** at")."""
    if verb.dep == roles.NOUN_CLAUSE and verb.head.dep == roles.ROOT and verb.head.i < verb.i:
        return Span(verb.head.left_edge.idx, verb.nbor(-1).end)
    spans = subject_span(verb, verb.doc.text)
    return spans[0] if spans else None


def _end_of(thing: Token) -> int:
    """Where what is asked for ends, before time and place of asking: "a truce | at the summit", "pay | on Monday"."""
    after = (child for child in thing.children if child.i > thing.i and child.dep == roles.PREPOSITION)
    around = (c for c in after if c.lower in cue_words("times_and_places") or _is_day(c))
    first = next(around, None)
    return first.nbor(-1).end if first is not None else thing.right_edge.end


def _is_day(link: Token) -> bool:
    day = link.child(roles.PREPOSITION_OBJECT)
    return day is not None and day.lower in weekday_names()


def _object(verb: Token, word: str) -> tuple[Token | None, Token | None]:
    """The last word of a verb that needs it ("rounded **on**"), and what it leads to."""
    link = next((c for c in verb.children if c.lower == word and c.i > verb.i), None)
    if link is None:
        return None, None
    return link, link.child(roles.PREPOSITION_OBJECT) or verb.child(roles.OBJECT)


ASKED_FOR: tuple[Construction, ...] = (
    Construction(Rule("verb-urged-by", "She <is being urged> to resign by her party.", 0.75), "verb", _urged),
    Construction(
        Rule("verb-preposition", "The judge <rounded on> the board for selling the park.", 0.7),
        "verb",
        _behind_preposition,
    ),
)
