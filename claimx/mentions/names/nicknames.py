"""Names of persons with a nickname between quotation marks: "Leon “Duval” Whyte"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.mentions.names.candidates import SURE, Candidate, Evidence, make_candidate
from claimx.mentions.names.words import PARTICLES, Word

#: How many words may stand before the marks, between them and after them.
LONGEST_PART = 3
_OPENING, _CLOSING = frozenset("\"“‘'«"), frozenset("\"”’'»")


def names_with_nicknames(words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The whole names of a sentence: capitalised words, a short quotation that is capitalised, capitalised words."""
    for number in range(1, len(words) - 3):
        if words[number].text not in _OPENING or words[number - 1].stop + 1 != words[number].begin:
            continue
        closing = _capitalised_until(words, number + 1)
        if closing >= len(words) or words[closing].text not in _CLOSING or closing == number + 1:
            continue
        stop = _surname_end(words, closing + 1)
        first = number
        while first and number - first < LONGEST_PART and _is_given(words[first - 1], gazetteer):
            first -= 1
            if not words[first].adjacent:
                break
        if first < number and stop > closing + 1 and words[closing].stop + 1 == words[closing + 1].begin:
            yield make_candidate(words[first:stop], text, Evidence("PERSON", SURE, told_by="nickname"))


def _capitalised_until(words: Sequence[Word], number: int) -> int:
    """Where the capitalised words end that begin at a number."""
    stop = number
    while stop < len(words) and stop - number < LONGEST_PART and words[stop].text[:1].isupper():
        stop += 1
    return stop


def _surname_end(words: Sequence[Word], number: int) -> int:
    """Where a surname ends, with the particles before it: "de la Cruz"."""
    stop = number
    while stop < len(words) and stop - number <= LONGEST_PART and (stop == number or words[stop].adjacent):
        particle = words[stop].text.lower() in PARTICLES and stop + 1 < len(words)
        if not particle and not words[stop].text[:1].isupper():
            break
        stop += 1
    return stop


def _is_given(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a word may be one of a person's first names."""
    return word.capitalised and plain(word.text) not in gazetteer.titles and not gazetteer.is_noun(word.text)
