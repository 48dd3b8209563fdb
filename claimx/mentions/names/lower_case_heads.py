"""Names that end in small letters: "Syrian government", "US-led coalition", "Mezzeh military airport"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import HEADED, SURE, Candidate, Evidence, make_candidate
from claimx.mentions.names.words import Word

_MODIFIERS = word_set("names/kind_nouns", "nation_and_body")
_SITES, _SITE_MODIFIERS = word_set("names/kind_nouns", "sites"), word_set("names/kind_nouns", "site_modifiers")
_NATURAL_SITES = word_set("names/kind_nouns", "natural_sites")
#: How many words may stand between a nation and its body, and how many a nation's name may have.
MOST_MODIFIERS, LONGEST_NATION = 3, 3


def nation_bodies(words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Join "Syrian government", "US-led coalition": a nationality or country with the noun that makes a body of it."""
    for j in range(1, len(words)):
        word = words[j]
        head = gazetteer.heads.get(word.text.lower())
        if (
            head is None
            or not head.joins
            or word.capitalised
            or not word.adjacent
            or word.pos not in word_classes.NOUNS
        ):
            continue
        i = j
        while i > 0 and j - i < MOST_MODIFIERS and words[i].adjacent and _modifies(words[i - 1], gazetteer):
            i -= 1
        if i > 2 and words[i - 1].text in ("led", "backed") and words[i - 2].text == "-":
            i -= 2
        elif not words[i].adjacent:
            continue
        start = _nation(words, i, text, gazetteer)
        if start < i:
            known = gazetteer.names.get(plain(text[words[start].begin : word.stop]))
            evidence = (
                Evidence(known.label, SURE, known.thing, "join") if known else Evidence("ORG", HEADED, told_by="join")
            )
            yield make_candidate(words[start : j + 1], text, evidence)


def sites(found: Sequence[Candidate], words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Join "Mezzeh military airport", "Zagros mountains": a name with the small-lettered noun for a site after it."""
    place = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number for number, word in enumerate(words)}
    for candidate in found:
        if candidate.label in ("NORP", "PERSON") or candidate.thing in gazetteer.states or candidate.end not in ends:
            continue
        first, j = place[candidate.start], ends[candidate.end] + 1
        while j < len(words) and words[j].adjacent and words[j].text in _SITE_MODIFIERS:
            j += 1
        if j < len(words) and words[j].adjacent and words[j].text in _SITES and words[j].pos == word_classes.NOUN:
            label = "LOC" if words[j].text in _NATURAL_SITES else "FAC"
            yield make_candidate(words[first : j + 1], text, Evidence(label, HEADED, told_by="site"))


def _modifies(word: Word, gazetteer: Gazetteer) -> bool:
    head = gazetteer.heads.get(word.text.lower())
    return word.text.lower() in _MODIFIERS or (head is not None and head.joins and not word.capitalised)


def _nation(words: Sequence[Word], end: int, text: str, gazetteer: Gazetteer) -> int:
    """The first word of the nationalities or the country that end before word ``end``; ``end`` if there are none."""
    start = end
    while start > 0 and end - start <= LONGEST_NATION:
        for length in range(LONGEST_NATION, 0, -1):
            first = start - length
            if first < 0 or not words[first].capitalised:
                continue
            known = gazetteer.names.get(plain(text[words[first].begin : words[start - 1].stop]))
            if known is not None and known.label in ("NORP", "GPE"):
                start = first
                break
        else:
            return start
        if not words[start].adjacent:
            return start
    return start
