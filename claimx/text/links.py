"""Links of Markdown in a plain text: what a reader of them sees."""

from __future__ import annotations

import regex

from claimx.records import Span

_LINK = regex.compile(r"\[(?P<words>[^\[\]\n]{1,300})(?P<address>\]\((?:https?://|mailto:|[/#.])[^\s()]{0,1000}\))")


def without_links(text: str) -> str:
    """The text with blanks for brackets and addresses of links, so that only their words are read.

    It stays as long, code point for code point: "[Ann](https://ann.example)" is "Ann" between blanks.
    """
    return str(_LINK.sub(_words, text)) if "](" in text else text


def _words(link: regex.Match[str]) -> str:
    return f" {link['words']}{' ' * len(link['address'])}"


def end_of_link(text: str, span: Span) -> int | None:
    """Where a link ends of which a span holds the opening bracket but not the whole address; None for other spans."""
    start = text.rfind("[", *span)
    match = _LINK.match(text, start) if start >= 0 else None
    return match.end() if match is not None and match.end() > span.end else None
