"""What is said of how an article was read: codes for the record, sentences for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType

from claimx.articles.input_names import shown
from claimx.articles.language import NAMES

#: The codes that stand in an article's ``warnings``, each as a sentence that goes on after the input's name; "{}" is
#: what stands behind the code.
SENTENCES = MappingProxyType(
    {
        "all-capitals": "it is in capitals throughout, in which names cannot be told; a part of its claims is lost",
        "bytes-replaced": "bytes of it are not UTF-8 and were replaced by \ufffd: {}",
        "date-not-read": "its date cannot be read, so that none is known: {}",
        "date-order-assumed": "its date was read with the month first: {}; --day-first reads it the other way, "
        "--month-first keeps it so and says nothing",
        "encoding-guessed": "it is not UTF-8 and was read as {}, which is a guess",
        "html-read": "HTML in it was read as the text that it shows",
        "language": "it is in {}; claimx knows English only",
        "lone-surrogates-replaced": "halves of characters in it were replaced by \ufffd",
        "quote-marks-left-out": "the marks of quoted lines (>) in it were left out",
        "part": "it is long and is read in parts, each by itself; this is part {}",
        "pages-without-text": "pages of it hold no text, only pictures: {}",
    }
)
#: Of one kind so many are said for an input; the rest is counted.
MOST = 3


class Notes:
    """Says the warnings of an input's articles, the first few of each kind; the rest is counted at the end."""

    def __init__(self, say: Callable[[str], None] | None) -> None:
        self._say = say
        self._counts: dict[str, int] = {}

    def add(self, name: str, warnings: Iterable[str]) -> None:
        """Say the warnings of one article."""
        for warning in warnings:
            code, _, about = warning.partition(": ")
            sentence = SENTENCES.get(code)
            if self._say is None or sentence is None:
                continue
            self._counts[code] = self._counts.get(code, 0) + 1
            if self._counts[code] <= MOST:
                self._say(f"{shown(name)}: {sentence.format(NAMES.get(about, about))}.")

    def close(self, name: str) -> None:
        """Say of how many more articles of the input the same was to be said."""
        for code, count in self._counts.items():
            if self._say is not None and count > MOST:
                self._say(f"{shown(name)}: {count - MOST:,} more articles with the warning {code}.")
        self._counts = {}
