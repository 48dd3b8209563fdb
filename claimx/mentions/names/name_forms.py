"""What the words of a name tell of the thing: which words count, its head noun, acronyms, formal and loaded names."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.loader import load
from claimx.lexicons.names import SameHead, plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.legal_forms import is_legal_form

WORD = regex.compile(r"[\p{L}\p{N}.&'’-]+")
#: Head nouns of organisations that mean the same in names.
SAME_HEAD = {noun: row.means for noun, row in load("names/same_heads", SameHead).items()}
_SMALL = word_set("names/small_words", "connectors", "arabic_articles", "english_articles")
_GOVERNMENTS = word_set("names/name_parts", "governments_of_lands")
_AFTER_HEADS = word_set("names/small_words", "prepositions_after_heads")
_NO_LETTERS = word_set("names/small_words", "without_letters_in_acronyms")
#: How many telling words a name has at least that a word of beginnings is made of, and how many letters that has.
_FEWEST, _SHORTEST = 3, 4
_FORMAL = word_set("names/name_parts", "formal_lands")


def content_words(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The words of an organisation's name that tell it from others: nationalities as countries, acronyms spelt out."""
    found: set[str] = set()
    words = [part for word in WORD.findall(text) for part in _parts(word, gazetteer)]
    governs = len(words) > 1 and words[-1] in _GOVERNMENTS
    for word in words:
        key = plain(word).removesuffix("'s")
        low = key.casefold()
        if low in _SMALL or (len(words) > 1 and is_legal_form(word)):
            continue
        country = gazetteer.demonyms.get(key) or (gazetteer.seats.get(key) if governs else None)
        known = gazetteer.names.get(key)
        if country is not None:
            found.add(country.casefold())
        elif known is not None and known.label in ("GPE", "ORG") and known.sure and len(words) > 1:
            found |= {w.casefold() for w in known.thing.split() if w.casefold() not in _SMALL}
        else:
            found |= {w for w in [SAME_HEAD.get(low, low)] if w}
    return frozenset(found)


def _parts(word: str, gazetteer: Gazetteer) -> list[str]:
    """The parts "US" and "led" of "US-led"; other words are whole."""
    first, dash, rest = word.partition("-")
    return [first, rest] if dash and rest and plain(first) in gazetteer.lands else [word]


def head_of(text: str) -> str:
    """The noun that tells what kind of body a name names: "ministry" in "Ministry of X" and in "X Ministry"."""
    words = [word.casefold() for word in WORD.findall(text)]
    while len(words) > 1 and is_legal_form(words[-1].title()):
        words.pop()
    stop = next((n for n, word in enumerate(words) if n and word in _AFTER_HEADS), len(words))
    return words[stop - 1] if words else ""


def acronyms_of(text: str) -> frozenset[str]:
    """What acronyms the first letters of a name's words make: of all, of the capitalised, of all but small ones."""
    words = [
        part for word in WORD.findall(text) for part in (list(word.replace(".", "")) if _is_dotted(word) else [word])
    ]
    if len(words) < 2:
        return frozenset()
    initials = "".join(w[0] for w in words if w.lower() not in _NO_LETTERS)
    return frozenset(
        ("".join(w[0] for w in words if w[0].isupper()), initials.upper(), "".join(w[0] for w in words).upper())
    )


def beginnings_of(name: str) -> tuple[str, ...]:
    """The words of a name that an abbreviation has letters of, in small letters."""
    return tuple(plain(word).casefold() for word in WORD.findall(name) if word.lower() not in _NO_LETTERS)


def is_of_beginnings(short: str, words: Sequence[str]) -> bool:
    """Whether a word is put together from how each of some words begins: "Norfarm" for "Norland Farmers".

    Args:
        short: the word.
        words: those of a name, as of ``beginnings_of``.
    """
    letters = plain(short).casefold()
    if not (_FEWEST <= len(words) <= len(letters)) or len(letters) < _SHORTEST or not letters.isalpha():
        return False
    reached = {0}  # how many letters the words so far can have given
    for word in words:
        ends: set[int] = set()
        for start in reached:
            end = start
            while end < len(letters) and end - start < len(word) and letters[end] == word[end - start]:
                end += 1
                ends.add(end)
        reached = ends
    return len(letters) in reached


def _is_dotted(word: str) -> bool:
    """Whether a word is itself letters with stops: "U.S."."""
    return word.count(".") > 1 and word.replace(".", "").isupper()


def is_formal(text: str, country: str) -> bool:
    """Whether a country is not called by a common name: "Syrian Arab Republic", "Zionist entity"."""
    return text != country and any(word.casefold() in _FORMAL for word in text.split())


def neutral_name(name: str, texts: Sequence[str]) -> str:
    """A government's name without the word "regime": another that it has in the article, or with "government".

    Behind a common noun the word judges nobody: "the ceasefire regime".
    """
    first, _, last = name.rpartition(" ")
    if last.casefold() != "regime" or not first.rpartition(" ")[2][:1].isupper():
        return name
    others = [text for text in texts if " " in text and not text.casefold().endswith("regime")]
    return others[0] if others else f"{first} government"
