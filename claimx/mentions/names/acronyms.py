"""What brackets tell of the name before them: where it begins ("Doctors of the Horn (DOH)"), what else it is called.

The first letters of an acronym in brackets fix the extent of the name (Schwartz & Hearst 2003, "A simple algorithm for
identifying abbreviation definitions in biomedical text", here on whole words); defined terms of contracts and press
releases, '("Halden" or the "Company")', are other names of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import NAME_LABELS, Candidate, Evidence, make_candidate
from claimx.mentions.names.name_forms import head_of
from claimx.mentions.names.words import Word
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse

#: How much the acronym tells of the label of a name that only the tagger sees; words looked back over.
ABBREVIATED, LONGEST_NAME = 3.0, 14
_NO_BODIES = frozenset(("EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "FAC", "LOC", "GPE"))
_ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}.]{1,9}")
#: The parts of a name's words that may give a letter each: "Tehreek", "i" and "Taliban".
_PART = regex.compile(r"[\p{L}\p{N}.&'’]+")
#: Defined terms in brackets, after the ticker or not: '(LSE: HLDN) ("Halden" or the "Company")'.
_TERMS = regex.compile(r"(?:\s?\([^()\n\"“”]{1,60}\))?\s?\(([^()\n]{3,120})\)")
_QUOTED = regex.compile(r"[\"“‘]([^\"“”‘’\n]{1,60})[\"”’]")
_BETWEEN_TERMS = word_set("names/small_words", "between_defined_terms")


def names_before_acronyms(words: Sequence[Word], doc: Parse, text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The names of a sentence whose beginnings acronyms in brackets prove."""
    for number in range(2, len(words) - 1):
        if not _is_bracketed(words, number):
            continue
        first = _beginning(words, number - 1, words[number].text.replace(".", ""))
        if first is None or number - 1 - first < 2 or plain(words[first].text) in gazetteer.titles:
            continue
        name = words[first : number - 1]
        if (known := gazetteer.names.get(plain(text[name[0].begin : name[-1].stop]))) is not None:
            yield make_candidate(name, text, Evidence(known.label, ABBREVIATED * 2, known.thing, "acronym"))
            continue
        labels = {t.ent_type for t in doc[name[0].start : words[number].end]} & NAME_LABELS
        if labels:
            head = gazetteer.head(head_of(text[name[0].begin : name[-1].stop]))
            whole = {token.ent_type for token in doc[name[0].start : name[-1].end]} <= _NO_BODIES
            other = whole or (head is not None and head.label != "ORG")
            evidence = Evidence(told_by="acronym") if other else Evidence("ORG", ABBREVIATED, told_by="acronym")
            yield make_candidate(name, text, evidence)


def _is_bracketed(words: Sequence[Word], number: int) -> bool:
    word = words[number]
    return words[number - 1].text == "(" and words[number + 1].text == ")" and _ACRONYM.fullmatch(word.text) is not None


def _beginning(words: Sequence[Word], end: int, letters: str) -> int | None:
    """The word with which the name that ends before ``end`` begins by the letters of its acronym; null if none does.

    Every capitalised part gives its letter, small ones ("of", "i") give theirs or none.
    """
    left = {len(letters)}
    for number in range(end - 1, max(-1, end - 1 - LONGEST_NAME), -1):
        parts = _PART.findall(words[number].text)
        for part in reversed(parts):
            given = {n - 1 for n in left if n and letters[n - 1] == part[0].upper()}
            left = given if part[0].isupper() else given | left
        if 0 in left and parts and words[number].text[0].isupper():
            return number
        if not left:
            return None
        if not parts and words[number].text not in ("-", "–", "'s", "’s"):
            return None
    return None


def abbreviates(full: str, short: str) -> bool:
    """Whether an acronym may stand for a whole name, not but for its end: "General Staff of the Army of Oro (AO)"."""
    parts, letters = _PART.findall(full), short.replace(".", "")
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    return not (len(capitals) > len(letters) and capitals.endswith(letters))


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
