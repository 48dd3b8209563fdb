"""Recognises datelines: "LONDON (Reuters) -", "PARIS, March 3 —", "Tehran, Iran (AP) —", "BERLIN--(BUSINESS WIRE)--".

A dateline opens a paragraph and tells where, when and by which agency it was filed; the sentence begins after it. The
forms are those of the Associated Press and Reuters stylebooks and of the agencies in ``names/agencies.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import regex

from claimx.lexicons import loader as lexicon
from claimx.lexicons.known_names import gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import alternatives, word_set
from claimx.text.marks import MARKS
from claimx.timex.calendar_words import month_pattern, weekday_pattern

#: No dateline is longer; longer openings are not looked at, so that the search is linear in the number of paragraphs.
LONGEST = 120

_MONTH = rf"(?:{month_pattern()})\.?"
_DAY = rf"(?:(?:{weekday_pattern()}),?\s)?"
_DATE = rf"{_DAY}(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_IN_CAPS = alternatives("page/small_words", "in_towns_in_capitals")
_IN_NAMES = alternatives("page/small_words", "in_names_of_places")
_OPENING_TOWNS = word_set("page/small_words", "opening_names_of_towns")
_CAPS = rf"\p{{Lu}}[\p{{Lu}}.'’-]+(?:\s(?:{_IN_CAPS}|\p{{Lu}}[\p{{Lu}}.'’-]*)){{0,4}}"
_NAME = rf"\p{{Lu}}[\p{{L}}.'’-]+(?:\s(?:{_IN_NAMES}|\p{{Lu}}[\p{{L}}.'’-]*)){{0,3}}"
_REGION = rf"(?:,\s{_NAME}){{0,2}}"
_DASH = r"(?:-{1,2}|[–—―]|_)"


@dataclass(frozen=True)
class Agency:
    """A row of ``agencies.toml``: a news agency or service as it stands in datelines."""

    key: str


@dataclass(frozen=True)
class Label:
    """A row of ``labels.toml``: words in capitals before a colon or a dash that name no place."""

    key: str


_MARKS = "-–—―_"
_PLACE_IN_CAPS = rf"(?P<place>{_CAPS}(?:[/;,]\s?{_CAPS}|\sand\s{_CAPS})?){_REGION}"
_PLACE = rf"(?P<place>{_NAME}){_REGION}"
_FILED = r"(?:\((?:\L<agencies>)(?:[/\s][\p{L}./\s]{1,24})?\)|/(?:\L<agencies>)/)"


class Form(NamedTuple):
    """A form of dateline: the characters of which it has at least one, which are looked for first, and its pattern."""

    needs: str
    pattern: str


_FORMS = {
    "agency": Form(
        "(/", rf"(?:(?:{_PLACE_IN_CAPS}|{_PLACE})(?:,?\s{_DATE})?,?\s)?{_FILED}[.,]?\s*(?:{_DASH}{{1,2}}|:)\s*"
    ),
    "agency-slash": Form("/", rf"{_PLACE_IN_CAPS},\s{_DATE}\.?\s/(?:\L<agencies>)/\.?\s*(?:{_DASH}\s*)?"),
    "agency-open": Form(_MARKS, rf"(?:{_PLACE_IN_CAPS}|{_PLACE}),\s(?:{_DATE},?\s)?(?:\L<agencies>)\s{_DASH}\s"),
    "wire": Form("(", rf"{_PLACE_IN_CAPS}\s?--\((?:\L<agencies>)\)--\s*"),
    "other-agency": Form("(", rf"{_PLACE_IN_CAPS}(?:,?\s{_DATE})?,?\s\(\p{{Lu}}[\p{{L}}./\s]{{1,28}}\)\s?{_DASH}\s*"),
    "date": Form(_MARKS + ":", rf"{_PLACE_IN_CAPS},?\s\(?{_DATE}\)?\.?\s?(?:{_DASH}{{1,2}}|:)\s*"),
    "date-mixed-case": Form(_MARKS, rf"{_PLACE},?\s\(?{_DATE}\)?\.?\s{_DASH}{{1,2}}\s"),
    "place": Form(_MARKS, rf"{_PLACE_IN_CAPS}(?:\s{_DASH}{{1,2}}\s*|{_DASH}{{1,2}}\s+)"),
    "place-colon": Form(":", rf"{_PLACE_IN_CAPS}:\s(?!$)"),
    "town-colon": Form(":", rf"{_PLACE}:\s(?!$)"),
}


@cache
def _compiled(form: str) -> regex.Pattern[str]:
    """The pattern of a form, made when an article first needs it: making all takes a fiftieth of a short run."""
    agencies = list(lexicon.load("names/agencies", Agency))
    return regex.compile(_FORMS[form].pattern + _SENTENCE, agencies=agencies, ignore_unused=True)


#: Forms that rest on little more than the capitals, and so are only trusted where the article begins.
OPENING_ONLY = frozenset({"agency-open", "date-mixed-case", "place", "place-colon", "town-colon"})
#: "NEW DELHI: The minister …" looks like "POLL: Voters …"; after a title it is the former.
AFTER_TITLE_ONLY = frozenset({"place-colon"})
#: "New Delhi: The minister …": in mixed case only a known town is no speaker.
TOWN = "town-colon"
#: What a sentence begins with; a dateline may also have a line of its own.
_SENTENCE = r"(?=[\p{Lu}\d\"“'‘„«$€£\[(@#]|$)"


def find_dateline(paragraph: str, *, opens_article: bool = False, after_title: bool = False) -> tuple[int, str] | None:
    """Find the dateline that a paragraph begins with.

    Args:
        paragraph: the paragraph's text, with no-break spaces as blanks; only its first ``LONGEST`` characters count.
        opens_article: whether it is the first paragraph of the body, where a place in capitals before a dash is enough.
        after_title: whether it also follows a title, so that a place in capitals before a colon is no part of one.

    Returns:
        The offset at which the sentence begins and the name of the form, or None.
    """
    opening = paragraph[:LONGEST]
    for form, (needs, _) in _FORMS.items():
        if not any(mark in opening for mark in needs):
            continue
        if (form in OPENING_ONLY and not opens_article) or (form in AFTER_TITLE_ONLY and not after_title):
            continue
        match = _compiled(form).match(opening)
        if match and form == TOWN and not _is_town(match["place"], paragraph[match.end() : match.end() + 1]):
            continue
        if match and (match["place"] or "").casefold() not in lexicon.load("page/labels", Label):
            return match.end(), form
    return None


def _is_town(place: str, behind: str) -> bool:
    """Whether a place is known as a town or region, or opens as towns do and has no words of a speaker ``behind``.

    Countries and capitals may speak for their governments.
    """
    names = gazetteer()
    known = names.find(place)
    if place in names.towns or (known is not None and known.label == "GPE" and plain(place) not in names.lands):
        return True
    words = place.split()
    if behind in MARKS:
        return False
    return len(words) > 1 and words[0] in _OPENING_TOWNS and names.head(words[-1]) is None  # not "Port Authority"
