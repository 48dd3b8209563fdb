"""Runs of words that may hold names: capitalised ones, with connectors and particles between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.words import CONNECTORS, GENITIVES, NUMERALS, OPENING_ARTICLES, PARTICLES, Word

#: How many words a run may have, and how many small ones between two capitalised.
LONGEST_RUN, LONGEST_LINK = 60, 3
_ARTICLES = word_set("names/small_words", "english_articles")
_LINKS = CONNECTORS | PARTICLES
_FUNCTION_WORDS = word_set("names/small_words", "function_words")
_NEVER_NAMES = word_classes.FUNCTION_WORDS | word_classes.MARKS | {word_classes.INTERJECTION, word_classes.NUMERAL}
_NO_ACRONYMS = word_classes.VERBS | {word_classes.ADJECTIVE, word_classes.ADVERB}
_OPENING_FORMS = word_classes.NAME_FORMS | {word_classes.PLAIN_ADJECTIVE}


def chunks(
    words: Sequence[Word], gazetteer: Gazetteer, seen: frozenset[str], small: frozenset[str]
) -> Iterator[list[Word]]:
    """The runs of a sentence.

    Args:
        words: the sentence's.
        gazetteer: what is known of names.
        seen: words that stand capitalised inside sentences elsewhere in the article: at the head of a sentence, too,
            they are taken for names.
        small: words that stand in small letters elsewhere: at the head of a sentence, they are no names.
    """
    run: list[Word] = []
    pending: list[Word] = []
    before: Word | None = None
    for word in words:
        is_name = word.capitalised and not (word.opening and not _opens_name(word, gazetteer, seen, small))
        is_number = run and word.adjacent and not pending and word.text in NUMERALS and not word.opening
        is_inside = bool(run) and not pending and f"{run[-1].text} {word.text}" in gazetteer.openings
        is_common = _is_function_word(word, gazetteer) or _is_no_town(word, gazetteer)
        is_name = is_name and bool(is_number or is_inside or not is_common)
        is_linked = not run or (word.adjacent and not _opens_work(word, pending))
        if is_name and run and is_linked and len(run) < LONGEST_RUN:
            run += [*pending, word]
            pending = []
        elif is_name:
            if run:
                yield run
            run, pending = [word], []
            if before is not None and word.adjacent and before.text in OPENING_ARTICLES:
                run = [before, word]
        elif run and is_linked and len(pending) < LONGEST_LINK and _links(word):
            pending.append(word)
        elif run:
            yield run
            run, pending = [], []
        before = word
    if run:
        yield run


def _opens_work(word: Word, pending: Sequence[Word]) -> bool:
    """Whether a capitalised article after a genitive opens a name of its own: "Ada Eze's The Long Rain"."""
    return bool(pending) and pending[-1].text in GENITIVES and word.text.lower() in _ARTICLES


def _links(word: Word) -> bool:
    return word.text.lower() in _LINKS or word.text in GENITIVES


def _is_function_word(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word inside a sentence is a function word all the same ("The", "Of" in a headline)."""
    if word.text.isupper() and len(word.text) > 1 and plain(word.text) in gazetteer.names:
        return False
    if word.text.isupper() and len(word.text) > 3 and word.pos in _NO_ACRONYMS:
        return True
    is_class = word.pos in _NEVER_NAMES and word.tag not in word_classes.NAME_FORMS
    return is_class and word.text.lower() in _FUNCTION_WORDS


def _is_no_town(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a town's name is another word inside of a sentence or a line: "Continue **Reading** Below"."""
    if word.tag in word_classes.NAME_FORMS or word.pos not in _NO_ACRONYMS or not word.text.isalpha():
        return False
    known = gazetteer.names.get(plain(word.text))
    return known is not None and known.label == "GPE" and not (word.opening or known.sure)


def _opens_name(word: Word, gazetteer: Gazetteer, seen: frozenset[str], small: frozenset[str]) -> bool:
    key = plain(word.text)
    if word.text.lower() in _FUNCTION_WORDS:
        return key in gazetteer.names and word.text.isupper() and len(word.text) > 1
    if key in gazetteer.longest or key in gazetteer.titles or key in gazetteer.first_names or key in seen:
        return True
    if key.isupper() and len(key) > 1 and key.isalpha():
        return True
    if (key.lower() in small or gazetteer.is_noun(key)) and gazetteer.head(key) is None:
        return False
    is_adjective = word.tag == word_classes.PLAIN_ADJECTIVE
    return word.tag in _OPENING_FORMS and (not is_adjective or gazetteer.head(key) is not None)
