"""The words that names are made of: tokens joined over hyphens, marked as capitalised or not, in chunks.

spaCy splits "al-Assad" in three; here it is one word again, while "US-led" and "anti-ISIL" stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import regex

from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.homographs import is_syllables
from claimx.timex.calendar_words import month_names, weekday_names

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Stretch, Token

#: Articles and particles that begin or stand inside a name in small letters.
ARTICLES = word_set("names/small_words", "arabic_articles")
PARTICLES = word_set("names/small_words", "particles")
#: Words that can stand between the capitalised words of a name of the form "Ministry of X and Y".
CONNECTORS = word_set("names/small_words", "connectors")
#: Articles that can open a name without a hyphen ("al Qaeda"); the others are English words, too.
OPENING_ARTICLES = ARTICLES & PARTICLES
LINKS = CONNECTORS | PARTICLES
#: After a capitalised word they belong to its name: "Sport One", "World War Two".
NUMERALS = frozenset(("One", "Two", "Three", "Four", "Five"))
GENITIVES = frozenset(("'s", "’s", "'", "’"))

#: A footnote mark that spaCy leaves on a word: "Iraq.[3".
_NOTE = regex.compile(r"[.,;:]?[\[\])(].*$|\.[“”\"].*$|/[.,]?$")
_LINKING = frozenset(("e", "i"))
_ORDINAL = regex.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")
_PREFIXES = word_set("names/small_words", "prefixes")
_NEVER_NAME = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "INTJ", "NUM", "SYM"})
_OPENING_TAGS = frozenset({"NNP", "NNPS", "JJ"})


class Word(NamedTuple):
    """One or more tokens of the document, ``[start, end)``, that make one word of a name, at ``[begin, stop)``.

    ``cap``: it is capitalised as names are. ``first``: it opens its sentence (or a quotation in it), so its capital
    tells nothing. ``glued``: nothing but one blank lies between it and the word before. ``person``: it is known to open
    a person's name.
    """

    start: int
    end: int
    begin: int
    stop: int
    text: str
    cap: bool
    first: bool
    glued: bool
    pos: str
    tag: str
    person: bool = False


def words_of(sentence: Stretch, text: str, gazetteer: Gazetteer, persons: frozenset[int] = frozenset()) -> list[Word]:
    """The words of one sentence; ``persons`` are tokens that are known to open a person's name ("He Wenjun")."""
    doc = sentence.doc
    words: list[Word] = []
    i, end = sentence.start, sentence.end
    opening, closed = True, False
    while i < end:
        stop = _hyphenated(doc, i, end, text, gazetteer)
        a, b = doc[i].idx, doc[stop - 1].idx + len(doc[stop - 1])
        a += text[a] == "/" and b - a > 1
        if _is_platform(doc, i, stop):
            b, closed = b - 1, True
        b -= b - a > 2 and text[b - 1] in "-–—" and text[b - 2].isupper()  # "SANA- "
        if note := _NOTE.search(text, a + 1, b):
            b = note.start()
        for begin, end_of in _parts(text, a, b, gazetteer):
            written = text[begin:end_of]
            token = doc[stop - 1]
            glued = bool(words) and _is_glued(text, words[-1].stop, begin, written)
            if i in persons:
                words.append(Word(i, stop, begin, end_of, written, True, False, glued, "PROPN", "NNP", True))
                opening = False
                continue
            cap = (_is_cap(written) and not _is_calendar(token)) or _is_numbered(written, doc, stop, end)
            words.append(Word(i, stop, begin, end_of, written, cap, opening, glued, token.pos, token.tag))
            opening = not any(c.isalnum() for c in written) and (opening or written[0] in "\"“”‘'’:—–-•*")
        opening, closed = opening or closed, False
        i = stop
    return words


def _is_platform(doc: Parse, i: int, stop: int) -> bool:
    """Whether a letter with the stop that closes a sentence is no initial: "said on X."."""
    return stop == i + 1 and doc[i].text == "X." and i > 0 and doc[i - 1].lower == "on"


def _is_glued(text: str, stop: int, begin: int, written: str) -> bool:
    gap = text[stop:begin]
    return gap in (" ", "\u00a0") or (not gap and written in GENITIVES)


def _parts(text: str, begin: int, stop: int, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The parts of what spaCy leaves in one token after a country: "U.S.-led", "U.S.-Iraq"."""
    dash = text.find("-", begin, stop)
    if dash < 0 or plain(text[begin:dash]) not in gazetteer.lands:
        return [(begin, stop)]
    return [(begin, dash), (dash, dash + 1), (dash + 1, stop)] if dash + 1 < stop else [(begin, stop)]


def _is_numbered(written: str, doc: Parse, stop: int, end: int) -> bool:
    """Whether an ordinal opens a name: "5th Fleet", "134th Fighter Squadron"."""
    return (
        written[0].isdigit() and _ORDINAL.fullmatch(written) is not None and stop < end and doc[stop].text[:1].isupper()
    )


def _is_calendar(token: Token) -> bool:
    return token.lower in weekday_names() or (token.lower.rstrip(".") in month_names() and token.ent_type != "PERSON")


def _is_cap(written: str) -> bool:
    if written[0].isupper():
        return len(written) > 1 or written not in "I"
    parts = written.split("-", 1)
    return len(parts) == 2 and parts[0].lower() in ARTICLES and parts[1][:1].isupper()


def _hyphenated(doc: Parse, i: int, end: int, text: str, gazetteer: Gazetteer) -> int:
    """The end of the word that begins with token ``i``: over hyphens inside names ("al-Assad", "Jean-Claude")."""
    stop = i + 1
    while stop + 1 < end and stop - i < 9:
        dash, right, left = doc[stop], doc[stop + 1], doc[stop - 1]
        if dash.text not in ("-", "‑", "–") or left.whitespace or dash.whitespace or left.idx + len(left) != dash.idx:
            break
        if not _joins(left, right, text[doc[i].idx : right.idx + len(right)], gazetteer):
            break
        stop += 2
    return stop


def _joins(left: Token, right: Token, whole: str, gazetteer: Gazetteer) -> bool:
    if plain(whole) in gazetteer.names or (left.lower in ARTICLES and right.text[:1].isupper()):
        return True
    if right.lower in ARTICLES or right.lower in _LINKING:
        return left.text[:1].isupper()
    if left.lower in _LINKING and whole.count("-") > 1:  # "Tehreek-i-Insaf"
        return right.text[:1].isupper()
    if not left.text[:1].isupper():
        return False
    if not right.text[:1].isupper():
        # "Ki-moon", "Jong-un"
        if left.i and left.nbor(-1).text[:1].isupper() and is_syllables(left.text, right.text):
            return True
        return left.tag == right.tag == "NNP" and left.ent_type == right.ent_type == "PERSON"
    if left.lower in _PREFIXES or (len(left) == 1 and right.text.istitle()):  # "T-Mobile"
        return True
    return plain(left.text) not in gazetteer.names and plain(right.text) not in gazetteer.names


def chunks(
    words: list[Word], gazetteer: Gazetteer, seen: frozenset[str], small: frozenset[str] = frozenset()
) -> Iterator[list[Word]]:
    """Runs of words that may hold names: capitalised ones, with connectors and particles between them.

    ``seen`` are words that stand capitalised inside sentences elsewhere in the article: at the head of a sentence, too,
    they are taken for names; ``small`` are words that stand in small letters elsewhere: there, they are not.
    """
    run: list[Word] = []
    pending: list[Word] = []
    before: Word | None = None
    for word in words:
        name = word.cap and not (word.first and not _opens_name(word, gazetteer, seen, small))
        numbered = run and word.glued and not pending and word.text in NUMERALS and not word.first
        name = name and (numbered or not _is_function(word, gazetteer))
        linked = not run or word.glued
        if name and run and linked and len(run) < 60:
            run += [*pending, word]
            pending = []
        elif name:
            if run:
                yield run
            run, pending = [word], []
            if before is not None and word.glued and before.text in OPENING_ARTICLES:
                run = [before, word]
        elif run and linked and len(pending) < 3 and (word.text.lower() in LINKS or word.text in GENITIVES):
            pending.append(word)
        elif run:
            yield run
            run, pending = [], []
        before = word
    if run:
        yield run


def _is_function(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word inside a sentence is a function word all the same ("The", "Of" in a headline)."""
    if word.text.isupper() and len(word.text) > 1 and plain(word.text) in gazetteer.names:
        return False
    if word.text.isupper() and len(word.text) > 3 and word.pos in ("VERB", "ADJ", "ADV", "AUX"):
        return True
    return word.pos in _NEVER_NAME and word.tag not in ("NNP", "NNPS") and word.text.lower() in _FUNCTION


def _opens_name(word: Word, gazetteer: Gazetteer, seen: frozenset[str], small: frozenset[str]) -> bool:
    key = plain(word.text)
    if word.text.lower() in _FUNCTION:
        return key in gazetteer.names and word.text.isupper() and len(word.text) > 1
    if key in gazetteer.longest or key in gazetteer.titles or key in gazetteer.first_names or key in seen:
        return True
    if key.isupper() and len(key) > 1 and key.isalpha():
        return True
    if (key.lower() in small or gazetteer.is_noun(key)) and gazetteer.head(key) is None:
        return False
    return word.tag in _OPENING_TAGS and (word.tag != "JJ" or gazetteer.head(key) is not None)


_FUNCTION = word_set("names/small_words", "function_words")
