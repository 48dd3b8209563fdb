"""Names that open a sentence and look like small words there: "He Wenjun", "Will Carter", "An Min-ji", "To Lam".

Whether "He", "Will" or "So" is a name is told by what follows: no pronoun, auxiliary or adverb stands so before a name.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.timex.calendar_words import month_names, weekday_names

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: A syllable of a Korean or Chinese given name in Latin letters: "min", "young", "hye", "wook", "jeou".
_SYLLABLE = regex.compile(r"[bcdfghjklmnprstwxyz]{0,3}[aeiouwy]{1,4}(?:ng|[hklmnprt])?", regex.I)
_FUNCTION_WORDS_TOO = word_set("names/small_words", "names_too")
_NEVER_BEFORE_NAMES = word_set("names/small_words", "never_before_names")
_AUXILIARIES_TOO = word_set("names/small_words", "auxiliaries_too")
_NOT_NAMES = word_set("names/small_words", "function_words") | weekday_names() | month_names()
_NO_SYLLABLES = word_set("names/small_words", "no_syllables")
_TOLD = frozenset((word_classes.PAST, word_classes.PRESENT_THIRD))
_FINITE = _TOLD | {word_classes.MODAL}
_OPEN_APPOSITIONS = word_set("names/small_words", "opening_appositions")
_ARTICLES = word_set("names/small_words", "english_articles")
_MARKS = "\"“”‘'’([-–—•* "


def is_syllables(left: str, right: str) -> bool:
    """Whether two parts around a hyphen make a given name: "Min-ji", "Jong-un", "Ing-wen"."""
    return (
        right not in _NO_SYLLABLES
        and left[:1].isupper()
        and right.islower()
        and _SYLLABLE.fullmatch(left) is not None
        and _SYLLABLE.fullmatch(right) is not None
    )


def names_like_function_words(doc: Parse, gazetteer: Gazetteer) -> frozenset[int]:
    """The tokens that look like small words, but are names: before a given name, and alone where that name is known."""
    found: set[int] = set()
    alone: list[Token] = []
    elsewhere: frozenset[str] = frozenset()
    for sentence in doc.sents:
        first = next((token for token in sentence if token.text.strip(_MARKS)), None)
        if first is None or not first.text.istitle():
            continue
        if first.lower in _FUNCTION_WORDS_TOO:
            elsewhere = elsewhere or _elsewhere(doc)
            if _opens(first, gazetteer, elsewhere, asks=sentence[-1].text == "?"):
                found.add(first.i)
            else:
                alone.append(first)
    forms = {doc[i].text for i in found}
    if forms:
        found |= {token.i for token in alone if token.text in forms and _acts(token)}
        found |= {t.i for t in doc if t.text in forms and t.i and not t.is_sent_start and _is_inside(t)}
    return frozenset(found)


def names_like_titles(doc: Parse, gazetteer: Gazetteer) -> frozenset[int]:
    """The tokens that look like titles, nouns or small words, but are surnames here: "Larissa King", "Ann May".

    So is "King" alone then. A title stands before a name; what closes one, after a word that the tagger takes for a
    person's or that is a first name, is none.
    """
    closing = [t for t in doc if _may_be_surname(t, gazetteer) and _closes_person(t, gazetteer)]
    forms = {token.text for token in closing}
    alone = (token for token in doc if token.text in forms and token not in closing) if forms else ()
    return frozenset(t.i for t in closing) | frozenset(
        t.i
        for t in alone
        if not _precedes_name(t) and (not t.i or t.nbor(-1).lower not in _ARTICLES)
        if t.lower not in _FUNCTION_WORDS_TOO or _is_no_small_word(t)
    )


def _is_no_small_word(token: Token) -> bool:
    """Whether a small word that is a surname here is one: it acts, or stands inside a sentence; but not "in May"."""
    before = token.nbor(-1) if token.i else None
    if before is None or token.is_sent_start or not (before.whitespace or before.text[-1:].isalnum()):
        return _acts(token)
    return token.lower not in month_names() or before.pos != word_classes.ADPOSITION


def _may_be_surname(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word is known as a title, a noun for people or a small word, but closes no body's name."""
    if not token.text.istitle():
        return False
    if token.lower in _FUNCTION_WORDS_TOO or token.text in gazetteer.titles:
        return True
    return gazetteer.is_noun(token.text) and gazetteer.head(token.text) is None


def _closes_person(token: Token, gazetteer: Gazetteer) -> bool:
    before = token.nbor(-1) if token.i else None
    if before is None or _precedes_name(token) or not before.text.istitle() or before.text in gazetteer.titles:
        return False
    if not before.whitespace or (before.is_sent_start and before.lower in _NOT_NAMES):
        return False
    return before.text in gazetteer.first_names or (before.ent_type == "PERSON" and token.ent_iob == "I")


def _precedes_name(token: Token) -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.text[:1].isupper() and after.tag in word_classes.NAME_FORMS


def _opens(token: Token, gazetteer: Gazetteer, elsewhere: frozenset[str], *, asks: bool) -> bool:
    """Whether a name follows that a small word cannot stand before; ``elsewhere``: words not after such a one."""
    if token.i + 1 >= len(token.doc) or not token.whitespace:
        return False
    name = token.nbor(1)
    dashed = name.i + 2 < len(token.doc) and name.nbor(1).text == "-" and not name.whitespace
    if dashed and is_syllables(name.text, name.nbor(2).text):
        return True
    if dashed or not _is_unknown(name, gazetteer):
        return False
    low, end = token.lower, name.i + 1
    if low == "an":  # the article stands before vowels
        return name.lower[0] not in "aeiouh"
    after = token.doc[end] if end < len(token.doc) else None
    if low in _NEVER_BEFORE_NAMES:  # but "He Works Hard" in a headline
        return after is None or not after.text[:1].isupper()
    if after is None or asks:
        return False
    if low in _AUXILIARIES_TOO:
        return after.tag in _FINITE or (after.text == "," and low != "to") or after.tag == word_classes.POSSESSIVE_MARK
    apposed = after.text == "," and end + 1 < len(token.doc) and token.doc[end + 1].lower in _OPEN_APPOSITIONS
    return apposed and name.text not in elsewhere


def _elsewhere(doc: Parse) -> frozenset[str]:
    """The capitalised words that somewhere do not follow a small word that may be a name."""
    return frozenset(b.text for a, b in pairwise(doc) if b.text[:1].isupper() and a.lower not in _FUNCTION_WORDS_TOO)


def _is_unknown(name: Token, gazetteer: Gazetteer) -> bool:
    """Whether a word can be a given name or a surname: capitalised, and no land, people, title or other noun."""
    key = plain(name.text)
    if not name.text.istitle() or len(key) < 2 or not key.isalpha() or name.lower in _NOT_NAMES:
        return False
    known = gazetteer.names.get(key)
    if known is not None and known.sure:
        return False
    return key not in gazetteer.titles and gazetteer.head(key) is None and not gazetteer.is_noun(key)


def _acts(token: Token) -> bool:
    """Whether a verb in the past follows, which no article, auxiliary or adverb stands before: "An added"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.lower not in _NEVER_BEFORE_NAMES and after is not None and after.tag in _TOLD


def _is_inside(token: Token) -> bool:
    """Whether a capital stands inside a sentence, where small words have none: "according to He"."""
    before = token.nbor(-1)
    return before.text[-1:].isalnum() or before.text in (",", "'s", "’s")
