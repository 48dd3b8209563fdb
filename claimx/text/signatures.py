"""The lines by which people sign what they wrote: "— Ann Lee, Harn", "(Signed) Ann Lee", "Why is that? — Ann, Harn"."""

from __future__ import annotations

import regex

from claimx.lexicons.words import alternatives
from claimx.records.spans import Span

_PART = r"\p{Lu}[\p{L}\p{N}.'’-]*"
_NAME = rf"(?P<name>{_PART}(?: (?:{_PART}|{alternatives('names/small_words', 'particles')})){{0,4}})"
_REST = r"(?:\s?\([^)\n]{1,40}\))?(?P<rest>,? [^.!?:\n\"“”]{2,90})?"
_DASH = r"(?:[—–~-]|--)\s?"
_SIGNED = regex.compile(rf"(?:{_DASH}|(?P<slanted>[*_]{{1,2}})|\(?[Ss]igned\)?[:,]?\s+){_NAME}{_REST}[*_]{{0,2}}")
_PLAIN = regex.compile(rf"{_NAME}{_REST}")
_GLUED = regex.compile(rf"(?<=[.?!…])\s+{_DASH}{_NAME}{_REST}$")
_POSTED = regex.compile(
    rf"(?i:(?:{alternatives('names/letters', 'posted')}) by) (?P<name>\p{{L}}\S*(?: \p{{Lu}}\S*)*)"
    r"(?: (?:\p{Ll}{2}|[·|•–—])\s.*)?"
)
#: "Yours sincerely,", "With love and thanks,": no longer line closes a letter.
_CLOSING = regex.compile(r"(?:[\p{Lu}\p{N}]\S+|[\p{Lu}\p{N}]\S* [^.!?:;\n\"“”\p{Lu}]{1,50}),")


def signed(text: str, line: Span) -> Span | None:
    """The name in a line that a dash, asterisks or "Signed" marks as a signature."""
    match = _SIGNED.fullmatch(text, *line)
    return Span(*match.span("name")) if match and (match["rest"] or not match["slanted"]) else None


def plain(text: str, line: Span) -> Span | None:
    """The name that a line begins with, alone or before what its bearer is: "Ann Lee, 41, baker"."""
    match = _PLAIN.fullmatch(text, *line)
    return Span(*match.span("name")) if match else None


def glued(text: str, paragraph: Span) -> Span | None:
    """The name that signs a paragraph at its end: "Why does it fall? — Ann, Harn"."""
    match = _GLUED.search(text, *paragraph)
    return Span(*match.span("name")) if match else None


def posted(text: str, line: Span) -> Span | None:
    """The name in a line that tells who posted a text: "Posted by Ann on 3 May", "by ann_lee"; not "by staff"."""
    match = _POSTED.fullmatch(text, *line)
    is_name = match is not None and (match["name"][0].isupper() or any(c.isdigit() or c in "_." for c in match["name"]))
    return Span(*match.span("name")) if match is not None and is_name else None


def closes(text: str, line: Span) -> bool:
    """Whether a line closes a letter, so that its writer's name follows: "Yours sincerely,"."""
    return _CLOSING.fullmatch(text, *line) is not None
