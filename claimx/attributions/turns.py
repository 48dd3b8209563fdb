"""The turns of interviews and transcripts: paragraphs that open with a speaker's label and a colon.

What follows the label is the speaker's own words, though no quotation marks stand around it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set

import regex

from claimx.attributions.quotes import Quotation
from claimx.attributions.statement import Statement
from claimx.records import Entity, Span, Zone

#: The rule of a statement that is a turn.
TURN = "turn"
_CONFIDENCE = 0.9
_TURN = regex.compile(
    r"(?P<label>[QA]|@\w{2,30}|\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|bin)){0,4})(?P<cue>:)\s+(?=\S)"
)
#: The labels of question and answer.
_ASKED = frozenset({"Q", "A"})
_WORD = regex.compile(r"\p{L}+|[\"“”«»]")
_QUOTES = frozenset('"“”«»')
_OWN_VOICE = frozenset({"I", "We", "we", "My", "my", "Our", "our", "me", "us"})
_FULL_NAME = regex.compile(r"\b\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}*\.? )?(\p{Lu}\p{Ll}{2,})\b")


def find_turns(text: str, zones: Sequence[Zone]) -> list[Statement]:
    """The labelled turns of an article, in text order, each with the paragraphs that go on without a label.

    A label counts where two labels take turns, each twice at least or "Q" and "A", or where it is an account's name
    ("@ann: …").
    """
    body = [zone for zone in zones if zone.kind == "body"]
    found = [(place, m) for place, zone in enumerate(body) if (m := _TURN.match(text, zone.span.start, zone.span.end))]
    counts = Counter(match.group("label") for _, match in found)
    talking = {label for label, n in counts.items() if n > 1} | (counts.keys() & _ASKED)
    labels = {label for label in counts if label.startswith("@")} | (talking if len(talking) > 1 else set())
    turns = [(place, match) for place, match in found if match.group("label") in labels]
    heads = [zone for zone in zones if zone.is_read and zone.span.start <= body[0].span.start] if turns else []
    named = _surnames(text, heads, turns)
    statements = []
    for number, (place, match) in enumerate(turns):
        until = turns[number + 1][0] if number + 1 < len(turns) else len(body)
        first = Span(match.end(), body[place].span.end)
        following = () if match.group("label").startswith("@") else body[place + 1 : until]
        rest = _going_on(text, following, named, is_last=number + 1 == len(turns))
        source, cue = Span(*match.span("label")), Span(*match.span("cue"))
        statements.append(Statement((source,), (cue,), (first, *rest), _CONFIDENCE, TURN))
    return statements


def _going_on(text: str, zones: Sequence[Zone], named: Set[str], *, is_last: bool) -> Iterator[Span]:
    """The paragraphs after a turn's first that are the speaker's, too.

    The first that is told of the speakers, or that quotes, is the article's own again; after the last turn, so is one
    in which nobody says "I" or "we".
    """
    for zone in zones:
        words = {match.group() for match in _WORD.finditer(text, zone.span.start, zone.span.end)}
        if not words.isdisjoint(named) or not words.isdisjoint(_QUOTES) or (is_last and words.isdisjoint(_OWN_VOICE)):
            return
        yield zone.span


def _surnames(text: str, heads: Sequence[Zone], turns: Sequence[tuple[int, regex.Match[str]]]) -> frozenset[str]:
    """The last words of the full names in headline, introduction and labels."""
    found = [match.group(1) for zone in heads for match in _FULL_NAME.finditer(text, zone.span.start, zone.span.end)]
    labels = {match.group("label").split()[-1].title() for _, match in turns if len(match.group("label")) > 1}
    return frozenset(found) | labels


def as_quotations(turns: Sequence[Statement], quotations: Sequence[Quotation]) -> list[Quotation]:
    """Quotations with the turns among them; those inside of a turn are the speaker's own and left out."""
    spans = [span for turn in turns for span in turn.content]
    starts = [span.start for span in spans]

    def is_inside(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < spans[place].end

    outside = [q for q in quotations if not is_inside(q.start)]
    return sorted([*outside, *(Quotation(turn.content, closed=True) for turn in turns)], key=lambda q: q.start)


def speaker_of(label: str, text: str, zones: Sequence[Zone], entities: Sequence[Entity]) -> str | None:
    """Whom "Q" and "A" mean: the byline's author asks, the person of the headline or of the introduction answers.

    Null for other labels, which name their speakers themselves, and where the article does not tell.
    """
    if label == "Q":
        byline = next((zone.span for zone in zones if zone.kind == "byline"), None)
        return _first_person(entities, [byline]) if byline else None
    if label == "A":
        read = [zone.span for zone in zones if zone.is_read]
        return _first_person(entities, read[:1]) or _first_person(entities, read[1:3])
    return None


def _first_person(entities: Sequence[Entity], spans: Sequence[Span]) -> str | None:
    return next((e.name for e in entities if e.label == "PERSON" and any(s.covers(e.span) for s in spans)), None)
