"""The words that names are made of: tokens joined over hyphens, marked as capitalised or not.

spaCy splits "al-Assad" in three; here it is one word again, while "US-led" and "anti-ISIL" stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import regex

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import alternatives, word_set
from claimx.mentions.names.homographs import is_syllables
from claimx.timex.calendar_words import month_names, weekday_names

if TYPE_CHECKING:
    from claimx.grammar.tokens import Stretch, Token

#: Articles and particles that begin or stand inside a name in small letters.
ARTICLES = word_set("names/small_words", "arabic_articles")
PARTICLES = word_set("names/small_words", "particles")
#: Words that can stand between the capitalised words of a name of the form "Ministry of X and Y".
CONNECTORS = word_set("names/small_words", "connectors")
#: Articles that can open a name without a hyphen ("al Qaeda"); the others are English words, too.
OPENING_ARTICLES = ARTICLES & PARTICLES
#: After a capitalised word they belong to its name: "Sport One", "World War Two".
NUMERALS = frozenset(word.title() for word in word_set("names/name_parts", "numerals"))
GENITIVES = frozenset(("'s", "’s", "'", "’"))

#: What spaCy leaves on a word: a footnote's mark ("Iraq.[3"), a quotation that follows at once ('Quist:"The').
_NOTE = regex.compile(r"[.,;:]?[\[\])(].*$|[.:;,][“”\"].*$|[:;,][‘'].*$|/[.,]?$")
#: A politician's party and land, which are no name ("R-Mont.", "D-N.J."); hours in a time zone are none either.
_PARTY_TAG = regex.compile(rf"(?:{alternatives('names/small_words', 'party_letters')})-\p{{Lu}}[\p{{L}}.]{{0,5}}\.?")
_ELIDED = regex.compile(r"[dl]['’]\p{Lu}")
_LINKING = frozenset(("e", "i"))
#: Small words between hyphens that names of towns, estates and brands have in them: "Stoke-on-Trent", "Chick-fil-A".
_NO_LINKS = word_set("names/small_words", "between_two_names")
_DASHES = frozenset(("-", "‑", "–"))
_BLANKS = (" ", "\u00a0")
_OPENING_MARKS = "\"“”‘'’:—–-•*"
#: Right behind a letter they close what they set off: 'Leon "Duke" Whyte', "the bakers' House".
_CLOSING_MARKS = "\"”'’"
_ORDINAL = regex.compile(rf"[0-9]{{1,3}}(?:{alternatives('names/small_words', 'ordinal_endings')})")
_DAYS, _MONTHS = weekday_names(), month_names()
_PREFIXES = word_set("names/small_words", "prefixes")
#: How many tokens a word of a name may have.
_LONGEST_WORD = 9
#: How many small words may stand between its hyphens, and how long one may be.
_MOST_INNER, _LONGEST_INNER = 3, 5


class Word(NamedTuple):
    """One or more tokens of the document, ``[start, end)``, that make one word of a name, at ``[begin, stop)``.

    ``capitalised``: it is, as names are. ``opening``: it opens its sentence (or a quotation in it), so its capital
    tells nothing. ``adjacent``: nothing but one blank lies between it and the word before. ``opens_person``: it is
    known to open a person's name.
    """

    start: int
    end: int
    begin: int
    stop: int
    text: str
    capitalised: bool
    opening: bool
    adjacent: bool
    pos: str
    tag: str
    opens_person: bool = False


def words_of(sentence: Stretch, text: str, gazetteer: Gazetteer, persons: frozenset[int] = frozenset()) -> list[Word]:
    """The words of one sentence; ``persons`` are tokens that are known to be words of a person's name ("He Wenjun")."""
    tokens = sentence.doc.tokens
    words: list[Word] = []
    i, end = sentence.start, sentence.end
    opening, before = True, -2  # ``before``: where the word before ends
    while i < end:
        stop = i + 1
        if stop < end and tokens[stop].text in _DASHES:
            stop = _hyphenated(tokens, i, end, text, gazetteer)
        token = tokens[stop - 1]
        a, b = tokens[i].idx, token.idx + len(token.text)
        written = text[a:b]
        if written == "\n" and text[a - 1 : a] == "\r":  # but one line's end
            i = stop
            continue
        if written.isalpha() and i not in persons:  # most words are plain
            capitalised = written[0].isupper() and written != "I" and not _is_calendar(token)
            adjacent = bool(words) and _is_adjacent(text, before, a, written)
            words.append(Word(i, stop, a, b, written, capitalised, opening, adjacent, token.pos, token.tag))
            opening, before = False, b
            i = stop
            continue
        follower = tokens[stop] if stop < end else None
        for begin, end_of in _parts(text, *_trimmed(text, a, b), gazetteer):
            written = text[begin:end_of]
            adjacent = bool(words) and _is_adjacent(text, before, begin, written)
            before = end_of
            if i in persons:
                form = word_classes.NAME, word_classes.NAME_SINGULAR
                words.append(Word(i, stop, begin, end_of, written, True, False, adjacent, *form, opens_person=True))
                opening = False
            else:
                capitalised = (is_capitalised(written) and not _is_calendar(token)) or _is_numbered(written, follower)
                capitalised = capitalised and _PARTY_TAG.fullmatch(written) is None
                form = token.pos, token.tag
                words.append(Word(i, stop, begin, end_of, written, capitalised, opening, adjacent, *form))
                opens = written[0] in _OPENING_MARKS and not _closes(text, begin)
                opening = not any(c.isalnum() for c in written) and (opening or opens)
        i = stop
    return words


def _closes(text: str, mark: int) -> bool:
    return mark > 0 and text[mark] in _CLOSING_MARKS and text[mark - 1].isalnum()


def _trimmed(text: str, begin: int, stop: int) -> tuple[int, int]:
    """The bounds of a word without the marks that spaCy leaves on it: "/", footnotes, the dash of "SANA- "."""
    begin += text[begin] == "/" and stop - begin > 1
    stop -= stop - begin > 2 and text[stop - 1] in "-–—" and text[stop - 2].isupper()
    note = _NOTE.search(text, begin + 1, stop)
    return begin, note.start() if note else stop


def _is_adjacent(text: str, stop: int, begin: int, written: str) -> bool:
    gap = text[stop:begin]
    if gap.count("\n") == 1 and gap.isspace():  # a line's end inside of a sentence is one of a wrapped text
        return not text.startswith(":", begin + len(written))
    return gap in _BLANKS or (not gap and written in GENITIVES)


def _parts(text: str, begin: int, stop: int, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The parts of what spaCy leaves in one token after a country: "U.S.-led", "U.S.-Iraq"."""
    dash = text.find("-", begin, stop)
    if dash < 0 or plain(text[begin:dash]) not in gazetteer.lands:
        return [(begin, stop)]
    return [(begin, dash), (dash, dash + 1), (dash + 1, stop)] if dash + 1 < stop else [(begin, stop)]


def _is_numbered(written: str, follower: Token | None) -> bool:
    """Whether an ordinal opens a name: "5th Fleet", "134th Fighter Squadron"."""
    is_ordinal = written[0].isdigit() and _ORDINAL.fullmatch(written) is not None
    return is_ordinal and follower is not None and follower.text[:1].isupper() and not _is_calendar(follower)


def _is_calendar(token: Token) -> bool:
    return token.lower in _DAYS or (token.lower.rstrip(".") in _MONTHS and token.ent_type != "PERSON")


def is_capitalised(written: str) -> bool:
    """Whether a word is capitalised as names are, behind an article with a hyphen or an apostrophe, too: "d'Or"."""
    if written[0].isupper():
        return len(written) > 1 or written not in "I"
    if _ELIDED.match(written):
        return True
    parts = written.split("-", 1)
    return len(parts) == 2 and parts[0].lower() in ARTICLES and parts[1][:1].isupper()


def _hyphenated(tokens: Sequence[Token], i: int, end: int, text: str, gazetteer: Gazetteer) -> int:
    """The end of the word that begins with token ``i``: over hyphens inside names ("al-Assad", "Jean-Claude")."""
    stop = i + 1
    while stop + 1 < end and stop - i < _LONGEST_WORD:
        dash, right, left = tokens[stop], tokens[stop + 1], tokens[stop - 1]
        if dash.text not in _DASHES or left.whitespace or dash.whitespace or left.idx + len(left) != dash.idx:
            break
        if not _joins(left, right, text[tokens[i].idx : right.idx + len(right)], gazetteer):
            break
        stop += 2
    return stop


def _is_inner(token: Token) -> bool:
    """Whether a small word may stand between hyphens in a name, but not between two names ("Minsk-to-Kyiv")."""
    return token.text.islower() and len(token) <= _LONGEST_INNER and token.lower not in _NO_LINKS


def _follows_inner(token: Token) -> bool:
    """Whether a hyphen and a capital follow a small word at once, over another such word or two: "-in-the-Fen"."""
    for dash in range(1, 2 * _MOST_INNER, 2):
        if token.i + dash + 1 >= len(token.doc) or token.nbor(dash - 1).whitespace or token.nbor(dash).whitespace:
            return False
        if token.nbor(dash).text not in _DASHES:
            return False
        if not _is_inner(token.nbor(dash + 1)):
            return token.nbor(dash + 1).text[:1].isupper()
    return False


def _is_known(whole: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is known, also without its hyphens: "Nova-Brasa" for "Nova Brasa"."""
    return plain(whole) in gazetteer.names or plain(whole.replace("-", " ")) in gazetteer.names


def _joins(left: Token, right: Token, whole: str, gazetteer: Gazetteer) -> bool:
    if _is_known(whole, gazetteer) or (left.lower in ARTICLES and right.text[:1].isupper()):
        return True
    if right.lower in ARTICLES or right.lower in _LINKING:
        return left.text[:1].isupper()
    if left.lower in _LINKING and whole.count("-") > 1:  # "Tehreek-i-Insaf"
        return right.text[:1].isupper()
    if not left.text[:1].isupper():
        inner = right.text[:1].isupper() or (_is_inner(right) and _follows_inner(right))
        return _is_inner(left) and inner and whole[:1].isupper() and whole.count("-") > 1
    if _is_inner(right) and _follows_inner(right):
        return True
    if not right.text[:1].isupper():
        if _ELIDED.match(right.text):  # "Val-d'Aubance"
            return left.text[:1].isupper()
        # "Ki-moon", "Jong-un"
        if left.i and left.nbor(-1).text[:1].isupper() and is_syllables(left.text, right.text):
            return True
        return left.tag == right.tag == word_classes.NAME_SINGULAR and left.ent_type == right.ent_type == "PERSON"
    if left.lower in _PREFIXES or (len(left) == 1 and right.text.istitle()):  # "T-Mobile"
        return True
    if left.ent_type == left.nbor().ent_type == right.ent_type == "PERSON":  # "Halima Danjuma-Bello"
        return True
    return plain(left.text) not in gazetteer.names and plain(right.text) not in gazetteer.names
