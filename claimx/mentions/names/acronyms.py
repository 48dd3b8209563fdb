"""Other names that brackets give to the name before them.

Defined terms of contracts and press releases, '("Halden" or the "Company")', are other names of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import HEADED, Candidate, Evidence, make_candidate
from claimx.mentions.names.name_forms import acronyms_of
from claimx.mentions.names.words import Word
from claimx.records import Span

#: Defined terms in brackets, after the ticker or not: '(LSE: HLDN) ("Halden" or the "Company")'.
_TERMS = regex.compile(r"(?:\s?\([^()\n\"“”]{1,60}\))?\s?\(([^()\n]{3,120})\)")
_QUOTED = regex.compile(r"[\"“‘]([^\"“”‘’\n]{1,60})[\"”’]")
#: An abbreviation in brackets, and how many names it may join.
_ABBREVIATION, _PARTS = regex.compile(r"\s?\((\p{Lu}[\p{Lu}&]{1,7})\)"), 3
_CONNECTORS = word_set("names/small_words", "connectors")
_BETWEEN_TERMS = word_set("names/small_words", "between_defined_terms")


def names_spelt_out(found: Sequence[Candidate], words: Sequence[Word], text: str) -> Iterator[Candidate]:
    """Join names that brackets abbreviate as one: "Council for Peace **in Arden (CPA)**".

    Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003, on
    names instead of words.
    """
    place, ends = {word.start: n for n, word in enumerate(words)}, {word.end: n for n, word in enumerate(words)}
    ordered = sorted(found, key=lambda candidate: candidate.span)
    for number, last in enumerate(ordered):
        match = _ABBREVIATION.match(text, last.span.end)
        if match is None or match[1] in acronyms_of(last.text) or last.end not in ends:
            continue
        for start in range(number - 1, max(-1, number - 1 - _PARTS), -1):
            first, following = ordered[start], ordered[start + 1]
            between = text[first.span.end : following.span.start].split()
            if first.start not in place or not between or not _CONNECTORS.issuperset(between):
                break
            if first.label == "ORG" and match[1] in acronyms_of(text[first.span.start : last.span.end]):
                parts = words[place[first.start] : ends[last.end] + 1]
                yield make_candidate(parts, text, Evidence("ORG", HEADED, told_by="join"))
                break


def defined_terms(text: str, found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs (name, its other name) of candidates that brackets with quoted terms equate, by their numbers."""
    places = {candidate.span: number for number, candidate in enumerate(found)}
    for number, candidate in enumerate(found):
        match = _TERMS.match(text, candidate.span.end) if candidate.label != "PERSON" else None
        if match is not None and _BETWEEN_TERMS.issuperset(
            _QUOTED.sub(" ", match[1]).replace(",", " ").casefold().split()
        ):
            for quoted in _QUOTED.finditer(text, match.start(1), match.end(1)):
                term = places.get(Span(quoted.start(1), quoted.end(1)))
                if term is not None:
                    yield number, term
