"""The labels that turns of interviews and transcripts open with: "Q", "ANN LEE:", "MR. POLE (on camera):".

A label stands before a colon, or ends its line ("Ann Lee -- Chief Executive"). Around it may stand a time code, a role,
a seat or a direction, which belong neither to the label nor to what is said.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from claimx.lexicons.topics import is_label
from claimx.lexicons.words import alternatives, word_set
from claimx.records import Span

#: No label is longer, with what stands beside it.
LONGEST = 140
_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_STAMP = rf"(?:(?:\[{_TIME}\]|\({_TIME}\)|{_TIME})\s+)?"
_WORD = r"\p{Lu}[\p{L}\p{N}.'’-]*"
_SMALL = alternatives("page/small_words", "in_labels_of_speakers")
_NAME = rf"{_WORD}(?: (?:{_WORD}|\d{{1,3}}|{_SMALL})){{0,6}}"
#: What tells more of a speaker: ", HOST", " (voice-over)", " (Harl East) (Lab)", " [00:12]".
_BESIDE = r"(?:, [^:;.?!()\[\]\"“”\n]{2,60})?(?: ?[(\[][^)\]\n]{1,60}[)\]]){0,2}"
#: "A" after one blank is an article, save before a capital.
_ASKED = r"(?P<asked>[QA])\d{0,2}(?:[.:]\*{0,2}\s+|[ \xa0]{2,}|\t\s*|\s(?=[\p{Lu}\"“]))(?=\S)"
_TURN = regex.compile(
    rf"{_STAMP}\*{{0,2}}(?:{_ASKED}|(?P<label>@\w{{2,30}}|{_NAME}){_BESIDE}"
    r"(?:(?P<cue>:)\*{0,2}(?:\s+|$)| (?P<dash>[–—]|--?) (?=\S.*[.?!…]$)))"
)
_LINE = regex.compile(rf"(?P<label>{_NAME})(?:\s(?:--|[–—])\s\p{{Lu}}[^\n.?!:]{{2,90}})")


class Label(NamedTuple):
    """A label at the beginning of a paragraph.

    ``cue`` is its colon or None, ``end`` where what is said begins (the paragraph's end for a label on its own line).
    ``mark`` is the mark between "Q" or "A" and what is said, a blank for none, or the dash after another label; empty
    for a label before a colon.
    """

    text: str
    span: Span
    cue: Span | None
    end: int
    mark: str = ""

    @property
    def is_account(self) -> bool:
        """Whether it is the name of an account in a social network."""
        return self.text.startswith("@")

    @property
    def is_in_capitals(self) -> bool:
        """Whether it is written in capitals, as transcripts of spoken words do."""
        return self.text.isupper() and not self.mark and len(self.text) > 1


def read_label(text: str, paragraph: Span) -> Label | None:
    """The label before a colon, or "Q" or "A", that a paragraph opens with; None for topics and kinds of articles."""
    match = _TURN.match(text, paragraph.start, paragraph.end)
    if match is None or match.end() > paragraph.start + LONGEST:
        return None
    if match["asked"]:
        sign = text[match.end("asked") : match.end()].strip("* \t\xa00123456789") or " "
        colon = text.find(":", match.end("asked"), match.end())
        cue = Span(colon, colon + 1) if colon >= 0 else None
        return Label(match["asked"], Span(*match.span("asked")), cue, match.end(), sign)
    label = match["label"]
    if is_label(label) and label.casefold() not in word_set("page/small_words", "speakers_by_role"):
        return None
    mark = Span(*match.span("cue" if match["cue"] else "dash"))
    return Label(label, Span(*match.span("label")), mark, match.end(), match["dash"] or "")


def read_line(text: str, paragraph: Span) -> Label | None:
    """The speaker whom a line of its own names: "Ann Lee -- Chief Executive", "Operator"."""
    if paragraph.end - paragraph.start > LONGEST:
        return None
    words = text[paragraph.start : paragraph.end]
    if words.casefold() in word_set("page/small_words", "speakers_by_role"):
        return Label(words, paragraph, None, paragraph.end)
    match = _LINE.fullmatch(text, *paragraph)
    return Label(match["label"], Span(*match.span("label")), None, paragraph.end) if match else None
