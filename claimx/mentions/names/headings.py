"""Names in headings, where most words have capitals, so that these tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import SURE, Candidate, Evidence, make_candidate
from claimx.mentions.names.words import Word

#: The words of the longest name that is looked for in a heading.
LONGEST_IN_HEADING = 6
#: Which share of the longer words has capitals in a heading (where it ends as sentences do, all but function words
#: have); how many of them it has at least.
CAPITALISED, FEWEST = 0.8, 4
_FUNCTION_WORDS = word_set("names/small_words", "function_words")
_DASHES = frozenset(("—", "–", "--"))
_ENDS = frozenset((".", "”", "?", "!"))


def is_heading(words: Sequence[Word]) -> bool:
    """Whether most longer words of a sentence are capitalised, so that capitals tell nothing."""
    if words and words[0].text in _DASHES:  # who is quoted: "— Home Secretary Ann Lee"
        return False
    last = next((word.text for word in reversed(words) if not word.text.isspace()), "")
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    if last in _ENDS and any(word.text[0].islower() and word.text not in _FUNCTION_WORDS for word in words):
        return False
    return len(long) >= FEWEST and sum(word.text[0].isupper() for word in long) >= CAPITALISED * len(long)


def names_in_heading(
    words: Sequence[Word], text: str, written: frozenset[str], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """The names of a heading that the lexicons know, or the rest of the article, whose names are ``written``."""
    i = 0
    while i < len(words):
        for stop in range(min(len(words), i + LONGEST_IN_HEADING), i, -1):
            name = text[words[i].begin : words[stop - 1].stop]
            known = gazetteer.find(name) if words[i].capitalised and words[stop - 1].capitalised else None
            if known is not None and known.sure:
                yield make_candidate(words[i:stop], text, Evidence(known.label, SURE, known.thing, "gazetteer"))
            elif name in written and words[i].capitalised:
                thing = known.thing if known else None
                yield make_candidate(words[i:stop], text, Evidence(thing=thing, told_by="heading"))
            else:
                continue
            i = stop - 1
            break
        i += 1
