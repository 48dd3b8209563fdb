"""The legal form that closes a firm's name: "Halden Foods, Inc.", "Vartan Motors Co., Ltd."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.grammar import word_classes
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import SURE, Candidate, Evidence, make_candidate
from claimx.mentions.names.words import Word

_FORMS, _ALONE = word_set("names/name_parts", "legal_forms"), word_set("names/name_parts", "ambiguous_legal_forms")


def is_legal_form(word: str) -> bool:
    """Whether a word is but the legal form of a firm: "Inc.", "PLC", "S.A."."""
    low = word.replace(".", "").casefold()
    return low in _FORMS or (low in _ALONE and word != word.casefold())


def names_with_legal_forms(found: Sequence[Candidate], words: Sequence[Word], text: str) -> Iterator[Candidate]:
    """The names of firms with their legal forms, also after a comma, from the names before and over them."""
    starts = {word.start: number for number, word in enumerate(words)}
    forms = [number for number, word in enumerate(words) if word.capitalised and number and is_legal_form(word.text)]
    ends = {word.end: number + 1 for number, word in enumerate(words)}
    for candidate in found:
        first, stop = starts.get(candidate.start), ends.get(candidate.end)
        if first is None or stop is None or is_legal_form(candidate.text.partition(" ")[0]):
            continue
        closing = _closing(words, stop, frozenset(forms)) if forms else stop
        if closing > stop:
            while (
                first
                and words[first].adjacent
                and words[first - 1].capitalised
                and words[first - 1].tag in word_classes.NAME_FORMS
            ):
                first -= 1
        if closing > stop or (stop - first > 1 and is_legal_form(words[closing - 1].text)):
            thing = candidate.thing if candidate.label == "ORG" else None
            yield make_candidate(words[first:closing], text, Evidence("ORG", SURE, thing, "firm"))


def _closing(words: Sequence[Word], stop: int, forms: frozenset[int]) -> int:
    """Where a name ends with the legal forms after it."""
    while stop < len(words):
        comma = words[stop].text == ","
        following = stop + comma
        if following not in forms or not (comma or words[following].adjacent):
            break
        stop = following + 1
    return stop
