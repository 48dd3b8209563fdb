"""The labels that turns of interviews and transcripts open with: "Q", "ANN LEE:", "MR. POLE (on camera):".

A label stands before a colon, or ends its line ("Ann Lee -- Chief Executive"). Around it may stand a time code, a role,
a seat or a direction, which belong neither to the label nor to what is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from typing import NamedTuple

import regex

from claimx.lexicons.nouns import is_title
from claimx.lexicons.topics import is_label, is_topic
from claimx.lexicons.words import alternatives, word_set
from claimx.records import Span

#: No label is longer, with what stands beside it.
LONGEST = 140
_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_CLOCK = rf"(?:\[{_TIME}\]|\({_TIME}\)|{_TIME}(?:\s?(?i:[ap]\.?m\b\.?))?)"
_STAMP = rf"(?:{_CLOCK}(?:\s*[–—|-])?\s+)?"
_WORD = r"\p{Lu}[\p{L}\p{N}.'’-]*"
_SMALL = alternatives("page/small_words", "in_labels_of_speakers")
_NAME = rf"{_WORD}(?: (?:{_WORD}|\d{{1,3}}|{_SMALL})){{0,6}}"
#: What tells more of a speaker: ", HOST", " (voice-over)", " (Harl East) (Lab)", " [00:12]".
_BESIDE = (
    r"(?P<beside>(?:, [^:;.?!()\[\]\"“”\n]{2,60})?(?:,? ?[(\[][^)\]\n]{1,60}[)\]]){0,2}"
    r"(?:(?<=[)\]]), \p{Lu}[^:;.?!()\[\]\"“”\n]{1,40})?)"
)
#: The number of a question before a label: "Q12 Chair:", "12. Ms Ruiz (Northfield):".
_NUMBER = r"(?:(?P<number>\d{1,3}\.)|Q\d{1,3}[.:]?)\s+"
#: "A" after one blank is an article, save before a capital.
_ASKED = r"(?P<asked>[QA])\d{0,2}(?:[.:]\*{0,2}\s+|[ \xa0]{2,}|\t\s*|\s(?=[\p{Lu}\"“]))(?=\S)"
_TURN = regex.compile(
    rf"{_STAMP}\*{{0,2}}(?:{_NUMBER}(?P<label>{_NAME}){_BESIDE}(?P<cue>:)\*{{0,2}}\s+|{_ASKED}"
    r"|[(\[](?P<label>\p{Lu}[\p{Lu} ]{2,40})[)\]](?P<beside>)(?P<cue>:)\s+"
    rf"|(?P<label>@\w{{2,30}}|{_NAME})\*{{0,2}}{_BESIDE}"
    r"(?:(?P<cue>:)\*{0,2}(?:\s+|$)| (?P<dash>[–—]|--?) (?=\S.*[.?!…]$)))"
)
_LINE = regex.compile(rf"(?P<label>{_NAME})(?:\s(?:--|[–—])\s\p{{Lu}}[^\n.?!:]{{2,90}})")
#: A name and a time code that fill a line: "Ann Lee  00:12:31", "[00:12] Ann Lee:", "Ann Lee, 7:02 PM".
_TIMED = regex.compile(
    rf"\*{{0,2}}(?:(?P<label>{_NAME}){_BESIDE}\*{{0,2}}(?:\s*[–—|·•@,-]\s*|\s+){_CLOCK}"
    rf"|{_CLOCK}(?:\s*(?:[–—|·•-]|--?>)\s*|\s+)\*{{0,2}}(?P<label>{_NAME}){_BESIDE})\*{{0,2}}:?\*{{0,2}}"
)
_NAMED = regex.compile(rf"\*{{0,2}}(?P<label>{_NAME})(?<!\.){_BESIDE}\*{{0,2}}:?")
_CLOCK_ALONE = regex.compile(_CLOCK)
_CLOCK_BELOW = regex.compile(rf"[ \t]*\s{{0,3}}\n[ \t]*{_CLOCK}[ \t]*(?:[\r\n]|$)")
_CLOCK_ABOVE = regex.compile(rf"(?:^|\n)[ \t]*{_CLOCK}[ \t]*\r?\n\s*$")
_LONGEST_CLOCK = 30
_BRACKETED = regex.compile(rf"\(({_NAME})\)")


class Label(NamedTuple):
    """A label at the beginning of a paragraph.

    ``cue`` is its colon or None, ``end`` where what is said begins (the paragraph's end for a label on its own line).
    ``mark`` is the mark between "Q" or "A" and what is said, a blank for none, or the dash after another label; empty
    for a label before a colon. ``person`` is the name in brackets behind an office: "The Minister (Mr Penn)".
    """

    text: str
    span: Span
    cue: Span | None
    end: int
    mark: str = ""
    person: Span | None = None

    @property
    def is_account(self) -> bool:
        """Whether it is the name of an account in a social network."""
        return self.text.startswith("@")

    @property
    def is_role(self) -> bool:
        """Whether it tells what somebody does in a talk: "Moderator"."""
        return self.text.casefold() in word_set("page/small_words", "speakers_by_role")

    @property
    def is_in_capitals(self) -> bool:
        """Whether it is written in capitals, as transcripts of spoken words do."""
        return self.text.isupper() and not self.mark and len(self.text) > 1


def read_label(text: str, paragraph: Span, asking: Set[str] = frozenset()) -> Label | None:
    """The label before a colon, or "Q" or "A", that a paragraph opens with; None for topics and kinds of articles.

    ``asking`` are labels that look like topics, but are of who asks: "ARDEN REVIEW".
    """
    match = _TURN.match(text, paragraph.start, paragraph.end)
    if match is None or match.end() > paragraph.start + LONGEST:
        return None
    if match["asked"]:
        sign = text[match.end("asked") : match.end()].strip("* \t\xa00123456789") or " "
        colon = text.find(":", match.end("asked"), match.end())
        cue = Span(colon, colon + 1) if colon >= 0 else None
        return Label(match["asked"], Span(*match.span("asked")), cue, match.end(), sign)
    label = match["label"]
    is_of_person = label.casefold() in word_set("page/small_words", "speakers_by_role")
    is_of_person = is_of_person or any(is_title(word) for word in label.split()[:-1])  # "FIRE CAPT. LEE"
    if is_label(label) and not is_of_person and label not in asking:
        return None
    is_titled = is_title(label.split()[0])
    if match["number"] and not (is_titled or "(" in match["beside"]):
        return None  # an entry of a list: "2. Paris: the river is high"
    mark = Span(*match.span("cue" if match["cue"] else "dash"))
    person = None if is_titled else _in_brackets(text, *match.span("beside"))
    return Label(label, Span(*match.span("label")), mark, match.end(), match["dash"] or "", person)


def asking_labels(text: str, paragraphs: Iterable[Span]) -> frozenset[str]:
    """What in capitals looks like a topic and asks more than once: "ARDEN REVIEW: Why now?"."""
    matches = (_TURN.match(text, *span) for span in paragraphs if text[span.end - 1 : span.end] == "?")
    counts = Counter(match["label"] for match in matches if match is not None and match["label"])
    return frozenset(label for label, n in counts.items() if n > 1 and label.isupper() and is_topic(label))


def _in_brackets(text: str, start: int, end: int) -> Span | None:
    """A name with its title that stands in brackets."""
    match = _BRACKETED.search(text, start, end)
    return Span(*match.span(1)) if match and is_title(match[1].split()[0]) else None


def read_line(text: str, paragraph: Span) -> Label | None:
    """The speaker whom a line of its own names: "Ann Lee -- Chief Executive", "Operator"."""
    if paragraph.end - paragraph.start > LONGEST:
        return None
    words = text[paragraph.start : paragraph.end]
    if words.casefold() in word_set("page/small_words", "speakers_by_role"):
        return Label(words, paragraph, None, paragraph.end)
    match = _LINE.fullmatch(text, *paragraph)
    return Label(match["label"], Span(*match.span("label")), None, paragraph.end) if match else None


def read_timed(text: str, paragraph: Span) -> Label | None:
    """The speaker whom a line of its own names beside a time code: "Ann Lee  00:12:31", "[00:12] Ann Lee".

    The time code may stand on the line below.
    """
    if paragraph.end - paragraph.start > LONGEST:
        return None
    match = _TIMED.fullmatch(text, *paragraph)
    if match is None and _CLOCK_BELOW.match(text, paragraph.end):
        match = _NAMED.fullmatch(text, *paragraph)
    return _on_a_line(match, paragraph)


def read_below_clock(text: str, paragraph: Span) -> Label | None:
    """The speaker whom a line of its own names below a line with a time code."""
    if paragraph.end - paragraph.start > LONGEST:
        return None
    above = max(0, paragraph.start - _LONGEST_CLOCK)
    match = _NAMED.fullmatch(text, *paragraph) if _CLOCK_ABOVE.search(text, above, paragraph.start) else None
    return _on_a_line(match, paragraph)


def _on_a_line(match: regex.Match[str] | None, paragraph: Span) -> Label | None:
    if match is None or is_label(match["label"]):
        return None
    return Label(match["label"], Span(*match.span("label")), None, paragraph.end)


def is_clock(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is but a time code."""
    return _CLOCK_ALONE.fullmatch(text, *paragraph) is not None
