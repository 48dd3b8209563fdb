"""Which of the article's own sentences state something that can be checked, and how sure it is that they do."""

from __future__ import annotations

import regex

from claimx.claims.checkworthiness import word_classes
from claimx.records import Mentions, Reason, Sentence

#: How often a kept sentence is a claim that a careful reader would list, by the best thing in it: estimates
#: after a reading of some seventy such sentences, until they are calibrated on claims checked by hand.
CONFIDENCE = {"figure": 0.85, "date": 0.8, "name": 0.75, "score": 0.6}
TITLE_CONFIDENCE = 0.6
FEWEST_WORDS = 4
#: The check-worthiness from which on a sentence is kept for the best thing in it; below it, it is mostly opinion.
LOWEST_SCORE = {"figure": 0.0, "date": 0.15, "name": 0.15, "score": 0.35}

_WORD = regex.compile(r"\w+(?:['’]\w+)*")
_OPENING_MARKS = tuple("\"“„«‘'")
_CLOSING_MARKS = tuple("\"”»’'")
_FULL_STOP = regex.compile(r"(?<!\.)\.\s*(?:\s['\"”’]{1,2}\s*)?$")
_NEAR_END = 8


def content_end(text: str, start: int, end: int) -> int:
    """Where a sentence's content ends: before its final full stop, as in PolNeAR's contents, and before stray marks."""
    stop = _FULL_STOP.search(text, max(start, end - _NEAR_END), end)
    return stop.start() if stop and stop.start() > start else end


def why_not(text: str, sentence: Sentence) -> str | None:
    """Why a sentence cannot be an assertion of the article's, by its form alone; None where it can be."""
    event = sentence.event
    words = [word.lower() for word in _WORD.findall(text, sentence.span.start, sentence.span.end)]
    shown = text[sentence.span.start : sentence.span.end].rstrip()
    tests = (
        ("no-event", event is None),
        ("imperative", event is not None and event.imperative),
        ("not-finite", event is not None and event.tense == "none"),
        ("question", (event is not None and event.question) or shown.endswith("?")),
        ("too-short", len(words) < FEWEST_WORDS),
        ("announces", shown.endswith(":")),
        ("speaks-to-the-reader", not word_classes()["second_person"].isdisjoint(words)),
        ("quotation", shown.startswith(_OPENING_MARKS) and shown.rstrip(" .,!?;").endswith(_CLOSING_MARKS)),
    )
    return next((name for name, failed in tests if failed), None)


def keep(sentence: Sentence, mentions: Mentions, score: float) -> tuple[float, Reason] | None:
    """The confidence of an assertion, or None where it states nothing that can be checked.

    Args:
        sentence: the assertion.
        mentions: what is mentioned in it.
        score: its check-worthiness.
    """
    held = {
        "figure": bool(mentions.quantities),
        "date": bool(mentions.times),
        "name": bool(mentions.entities),
        "score": True,
    }
    best = next(name for name, present in held.items() if present)
    if score < LOWEST_SCORE[best]:
        return None
    confidence = min(CONFIDENCE[best], TITLE_CONFIDENCE) if sentence.zone == "title" else CONFIDENCE[best]
    return confidence, Reason("form", "narrated", f"finite assertion with {best}")
