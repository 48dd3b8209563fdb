"""HTML that stands in plain text: pages, fragments, and entities ("&rdquo;") that an export left in."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCK_NAMES = (
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tr ul"
)
#: Elements that stand in a paragraph of their own, and such as hold no text of the article.
BLOCKS = frozenset(_BLOCK_NAMES.split())
NO_TEXT = frozenset(["head", "iframe", "noscript", "script", "style", "svg", "template", "title"])
#: So many tags that news can hold make a text HTML; one "<b>" may be a writer's joke.
TAGS = 2

#: A pattern of how the source of a page begins.
PAGE_START = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html[\s>])"

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|figcaption|img|table|tr|td|section|article)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_PAGE = re.compile(PAGE_START, re.IGNORECASE | re.DOTALL)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def is_page(text: str) -> bool:
    """Whether a text is the source of a whole web page."""
    return _PAGE.match(text[:10_000]) is not None


def has_markup(text: str) -> bool:
    """Whether tags or entities of HTML stand in a text."""
    return _ENTITY.search(text) is not None or _has_tags(text)


def _has_tags(text: str) -> bool:
    tags = _TAG.finditer(text)
    return all(next(tags, None) is not None for _ in range(TAGS))


def plain_text(text: str) -> str:
    """The text that a fragment of HTML shows; where only entities stand in it, the text with what they mean.

    Blocks become paragraphs with a blank line between them; scripts and styles are left out. A text without markup is
    returned as it is.
    """
    if _has_tags(text):
        return text_of_html(text)
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text) if _ENTITY.search(text) else text


def text_of_html(fragment: str) -> str:
    """The text that a page or a fragment of HTML shows, all of it: blocks as paragraphs with blank lines between."""
    from lxml import html as lxml_html
    from lxml.etree import iterwalk

    has_blocks = re.search(r"<(?:p|div|br|li|h[1-6]|blockquote|article|section)\b", fragment, re.I) is not None
    # Outside of blocks a blank line parts paragraphs, as the writer of a plain text meant it.
    source = fragment if has_blocks else re.sub(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+", "<p>", fragment)
    root: HtmlElement = lxml_html.document_fromstring(f"<div>{_without_nul(source)}</div>")
    paragraphs: list[list[str]] = [[]]
    hidden = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        starts = event == "start"
        if tag in NO_TEXT:
            hidden += 1 if starts else -1
        elif tag in BLOCKS:
            paragraphs.append([])
        elif tag == "br" and starts:
            paragraphs[-1].append("\n")
        elif tag in ("td", "th") and starts:
            paragraphs[-1].append(" ")
        words = element.text if starts else element.tail
        if words and not (hidden if starts else hidden > 0):
            paragraphs[-1].append(_SPACES.sub(" ", words))
    lines = ("".join(parts).split("\n") for parts in paragraphs)
    blocks = ("\n".join(filter(None, (line.strip(" ") for line in block))) for block in lines)
    return "\n\n".join(block for block in blocks if block)


def _without_nul(text: str) -> str:
    """Without the characters that XML, and so lxml, does not know."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", text)
