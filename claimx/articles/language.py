"""Tells the language of a text: by the commonest words of English, else by py3langid (140 languages, 4 MB, no network).

Most texts are English and told by their words alone; the model is opened for the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import regex

from claimx.lexicons import loader as lexicon

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: The language that claimx reads.
ENGLISH = "en"
#: A text is judged by so many words from its start, middle and end together.
SAMPLE = 300
#: Of the words of an English text at least this share are among the commonest; of other languages' texts far fewer.
SHARE_COMMON = 0.18
#: A shorter text, in bytes of its letters in UTF-8, tells no language.
SHORTEST = 40
#: So do fewer different words, in a script like that of English.
FEWEST_WORDS = 5
#: How sure the model must be that a text is not English.
SURE = 0.95

_WORD = regex.compile(r"\p{L}+")


@dataclass(frozen=True)
class CommonWord:
    """A row of ``page/common_words.toml``."""

    key: str


def tell_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; ``en`` too where it is too short or too mixed to tell."""
    sample = _sample(text)
    words = [match.group().casefold() for match in islice(_WORD.finditer(sample), SAMPLE)]
    common = lexicon.load("page/common_words", CommonWord)
    if sum(word in common for word in words) >= SHARE_COMMON * len(words):
        return ENGLISH
    letters = "".join(words)
    is_foreign_script = sum(map(str.isascii, letters)) < len(letters) / 2
    if len(letters.encode()) < SHORTEST or not (is_foreign_script or len({*words}) >= FEWEST_WORDS):
        return ENGLISH
    ranking = dict(_identifier().rank(sample))
    return str(max(ranking, key=ranking.__getitem__)) if ranking.get(ENGLISH, 0) <= 1 - SURE else ENGLISH


def _sample(text: str) -> str:
    """A long text's start, middle and end."""
    size = 3 * SAMPLE
    if len(text) <= 3 * size:
        return text
    middle = len(text) // 2
    return " ".join((text[:size], text[middle : middle + size], text[-size:]))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


#: What the languages are called that news is written in; another one is called by its code.
NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
