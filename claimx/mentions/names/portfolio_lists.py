"""The whole names of ministries and boards that a list closes: "Department for Culture, Media and Sport"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import HEADED, Candidate, Evidence, make_candidate
from claimx.mentions.names.words import Word

#: How many words a list in a name may have, and one of its items.
LONGEST_LIST, LONGEST_ITEM = 20, 3
_PORTFOLIOS = word_set("names/name_parts", "portfolios")


def names_with_lists(
    found: Sequence[Candidate], words: Sequence[Word], text: str, gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """The whole names of ministries and boards that a list closes: "Department for Culture, Media and Sport"."""
    numbers = {word.end: number for number, word in enumerate(words)}
    starts = {word.start: number for number, word in enumerate(words)}
    for candidate in found:
        last = numbers.get(candidate.end)
        first = starts.get(candidate.start)
        of = f" {candidate.text} "
        if candidate.label != "ORG" or last is None or first is None or not (" of " in of or " for " in of):
            continue
        stop = _list_end(words, last, gazetteer) if words[last].text.lower() in _PORTFOLIOS else 0
        if stop:
            yield make_candidate(words[first:stop], text, Evidence("ORG", HEADED, told_by="list"))


def _list_end(words: Sequence[Word], last: int, gazetteer: Gazetteer) -> int:
    """The end of a list of what a body is for, whose first item ends at word ``last``; 0 if there is no such list."""
    j, item, closing = last + 1, 0, False
    while j < min(len(words), last + LONGEST_LIST):
        word = words[j]
        if word.capitalised and _is_plain(word, gazetteer):
            item += 1
        elif closing:
            break
        elif word.text in (",", "and", "&") and (item or j == last + 1 or words[j - 1].text == ","):
            if item and words[j - 1].text.lower() not in _PORTFOLIOS:
                return 0
            closing, item = word.text != ",", 0
        else:
            return 0
        j += 1
    return j if closing and 0 < item <= LONGEST_ITEM and words[j - 1].text.lower() in _PORTFOLIOS else 0


def _is_plain(word: Word, gazetteer: Gazetteer) -> bool:
    known = gazetteer.names.get(plain(word.text))
    return known is None or word.text.lower() in _PORTFOLIOS
