"""Other names that brackets give to the name before them.

Defined terms of contracts and press releases, '("Halden" or the "Company")', are other names of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import Candidate
from claimx.records import Span

#: Defined terms in brackets, after the ticker or not: '(LSE: HLDN) ("Halden" or the "Company")'.
_TERMS = regex.compile(r"(?:\s?\([^()\n\"“”]{1,60}\))?\s?\(([^()\n]{3,120})\)")
_QUOTED = regex.compile(r"[\"“‘]([^\"“”‘’\n]{1,60})[\"”’]")
_BETWEEN_TERMS = word_set("names/small_words", "between_defined_terms")


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
