"""Tells a headline from a first sentence, and finds a known title in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import regex

from claimx.lexicons import loader as lexicon
from claimx.records import Span

#: No headline is longer than this.
LONGEST = 220
#: With a full stop at the end a headline must be shorter.
LONGEST_WITH_STOP = 160
#: Share of words with a capital in a headline in title case.
SHARE_CAPITALS = 0.8

_WORD = regex.compile(r"[^\W\d_][\w'-]*")
_CLOSERS = "\"')]"
_INNER_STOP = regex.compile(r"[a-z)\"'][.!?][\"')]*\s+[\"'(]*\p{Lu}")
_INNER_CRY = regex.compile(r"[a-z)\"'][.][\"')]*\s+[\"'(]*\p{Lu}")
_STOPS = (".", '."', ".'", "!", "?")
_LABEL = regex.compile(r"[\"'(]?\p{Lu}[\w.'-]*(?: \p{Lu}[\w.'-]*){0,3}: ")


@dataclass(frozen=True)
class SmallWord:
    """A row of ``title_case.toml``: a word that title case leaves in small letters."""

    key: str


class Opening(NamedTuple):
    """What comes after a paragraph that may be a headline."""

    following: str
    is_followed_by_byline: bool
    is_followed_by_dateline: bool


def is_headline(paragraph: str, opening: Opening) -> bool:
    """Whether the first paragraph of a text, quotes and blanks made plain, is its headline.

    A headline has two words or more (one before a sentence), is one sentence, and ends without a full stop; with one
    (some archives add it) it must be a question, begin with a label ("Poll: …"), be in title case, or a byline or a
    dateline must follow.
    """
    words = _WORD.findall(paragraph)
    shortest = 1 if opening.following.endswith(_STOPS) else 2  # "Flood" over a sentence
    if len(paragraph) > LONGEST or len(words) < shortest or paragraph.endswith((":", ",")):
        return False
    inner_stop = _INNER_CRY if opening.is_followed_by_byline else _INNER_STOP  # a tabloid's "'I'm alive!' Man saved"
    if inner_stop.search(paragraph):
        return False
    if not paragraph.lstrip("\"'([")[:1].isalnum() or paragraph.lstrip("\"'([")[:1].islower():
        return False
    last = paragraph.rstrip(_CLOSERS)[-1:]
    if last not in ".!?…":
        return True
    if len(paragraph) > LONGEST_WITH_STOP:
        return False
    follows = opening.is_followed_by_byline or opening.is_followed_by_dateline
    return follows or last == "?" or bool(_LABEL.match(paragraph)) or _is_title_case(words)


def is_link_text(paragraph: str) -> bool:
    """Whether a paragraph under a heading like "Related articles" can be the headline of another article."""
    words = _WORD.findall(paragraph)
    if len(paragraph) > LONGEST_WITH_STOP or len(words) < 2 or _INNER_STOP.search(paragraph):
        return False
    return paragraph.rstrip(_CLOSERS)[-1:] not in ".!…:,"


def _is_title_case(words: list[str]) -> bool:
    small = lexicon.load("names/title_case", SmallWord)
    full = [word for word in words if word.casefold() not in small]
    return len(full) >= 3 and sum(word[0].isupper() for word in full) >= SHARE_CAPITALS * len(full)


def same_words(text: str, span: Span, title: str) -> int | None:
    """Where in ``text`` the title ends, if the span begins with its words (case, quotes and white space apart).

    The title must be the whole paragraph, a final full stop apart, or be followed by a blank or a line break.
    """
    wanted = _WORD_OR_NUMBER.findall(title.casefold())
    if not wanted:
        return None
    found = _WORD_OR_NUMBER.finditer(text, span.start, min(span.end, span.start + 4 * len(title) + 40))
    end = span.start
    for word in wanted:
        match = next(found, None)
        if match is None or match.group().casefold() != word:
            return None
        end = match.end()
    closing = _CLOSING.match(text, end, span.end)
    end = closing.end() if closing else end
    return end if end == span.end or text[end].isspace() else None


_WORD_OR_NUMBER = regex.compile(r"\w+")
_CLOSING = regex.compile(r"[\"'’”»)\].!?…;]*")
