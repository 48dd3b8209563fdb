"""A claim that can be read, sent and checked alone: what it needs from the article stands in square brackets."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from claimx.records import Claim, Entity, Reference, Span, Time

#: A day, month or year at the beginning of a TIMEX3 value; weeks and the like go by their first and last day.
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)")
_QUARTER = re.compile(r"\d{4}-[QH]\d")
_POSSESSIVE = re.compile(r"['’]s\b")
#: What resolves a time by something that stands outside of its own words.
_OUTSIDE = ("publication", "context")


def elsewhere(references: Sequence[Reference], entities: Sequence[Entity]) -> tuple[Reference, ...]:
    """Of the references in a content those to what is not called by its full name before them there."""
    named = {entity.name: entity.span.start for entity in reversed(entities) if entity.text == entity.name}
    return tuple(r for r in references if named.get(r.name, r.span.start) >= r.span.start)


def with_standalone(claim: Claim, text: str) -> Claim:
    """The claim with ``standalone``: behind the words that need it, whom they mean and which day they are.

    Each name and day stands once, behind the first words that need it. Without the brackets it is the claim's ``text``.

    Args:
        claim: complete but for that.
        text: the article's text.
    """
    words = claim.text
    places = [(_place(words, text, span.end, claim.spans), added) for span, added in _additions(claim)]
    for place, added in reversed(places):
        if claim.text.count("[", 0, place) == claim.text.count(
            "]", 0, place
        ):  # not inside of the article's own brackets
            words = f"{words[:place]} [{added}]{words[place:]}"
    return dataclasses.replace(claim, standalone=words)


def _additions(claim: Claim) -> Iterator[tuple[Span, str]]:
    """What is to be added behind which words, in text order."""
    days = ((time.span, day) for time in claim.times if (day := _day(time)) is not None)
    names = ((reference.span, reference.name) for reference in claim.references)
    seen: set[str] = set()
    for span, added in sorted((*days, *names)):
        if added not in seen:
            seen.add(added)
            yield span, added


def _day(time: Time) -> str | None:
    """The date that a time means, where its own words do not tell; null where nothing resolves it, or they do."""
    if time.type not in ("date", "time") or time.anchor not in _OUTSIDE or time.value is None:
        return None
    match = _DATE.match(time.value) or _QUARTER.match(time.value)
    if match is not None:
        return match.group() if match.group() not in time.text else None
    if time.begin is None or time.end is None:
        return None
    first, last = time.begin[:10], time.end[:10]
    return first if first == last else f"{first} to {last}"


def _place(words: str, text: str, offset: int, spans: Sequence[Span]) -> int:
    """The place in a claim's text that an offset of the article is, behind a possessive ending.

    A claim's text has the letters and digits of its spans, from the last on back; what is left out stands at the
    beginning (a "that").
    """
    behind = sum(sign.isalnum() for span in spans for sign in text[max(span.start, offset) : span.end])
    place = len(words)
    while place > 0 and (behind > 0 or not words[place - 1].isalnum()):
        place -= 1
        behind -= words[place].isalnum()
    possessive = _POSSESSIVE.match(words, place)
    return possessive.end() if possessive else place
