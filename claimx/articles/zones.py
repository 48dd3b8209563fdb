"""Tells what each paragraph of an article is: title, body, byline, dateline, caption, credit or page furniture.

The rules are rows of ``page/furniture.toml`` and look at one paragraph at a time; only the title and the dateline
depend on where the paragraph stands, and links to other articles on the heading above them. A paragraph that no rule
knows is body: better a leftover read than a sentence lost.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

import regex

from claimx.articles.datelines import find_dateline
from claimx.articles.furniture import paragraph_rules
from claimx.articles.headlines import Opening, is_headline, is_link_text, same_words
from claimx.articles.paragraphs import find_paragraphs, trim
from claimx.records import Span, Zone

#: A given title is looked for among this many paragraphs from the top.
TITLE_AMONG = 8

#: One code point for one, so that offsets stay true.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\u202f": " ", "\u2009": " ", "\t": " "})
#: The line below a book's author: its publisher, then its pages or its price.
_OF_BOOK = regex.compile(r"[^.!?\n]{2,60}[,;(] ?(?:\d{2,4} ?(?:pp|pages)\b|[$£€]\d+(?:\.\d\d)?)[.,;)]?")
#: Markdown's "# " before a heading.
_HEADING_MARK = regex.compile(r"#{1,6}[ \t]+(?=\S)")


def find_zones(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """Cut a text into its paragraphs and tell what each is.

    Args:
        text: the article as it was read; it is not changed, spans point into it.
        title: the article's title where it is known; the text may hold it or not.

    Returns:
        Zones in text order that do not overlap and are not empty. Together they hold everything in the text but white
        space. A dateline or a leftover glued to a paragraph is a zone of its own with the paragraph's ``index``.
    """
    paragraphs = find_paragraphs(text)
    seen_body = seen_title = in_links = False
    zones: list[Zone] = []
    for index, paragraph in enumerate(paragraphs):
        rest = paragraph
        if mark := _HEADING_MARK.match(text, paragraph.start, paragraph.end):
            zones.append(Zone("furniture", trim(text, *mark.span()), index, "heading-mark"))
            rest = paragraphs[index] = trim(text, mark.end(), paragraph.end)
        found = None if seen_body or seen_title else _find_title(text, paragraphs, index, title)
        if found:
            zones.append(Zone("title", found, index, "title"))
            seen_title = True
            rest = trim(text, found.end, rest.end)
        for found_zone in _classify(text, rest, index, is_head=not seen_body, after_title=seen_title):
            zone = _affiliation(text, found_zone, zones, paragraphs) or found_zone
            is_link = in_links and zone.kind == "body" and is_link_text(_plain(text, zone.span))
            zones.append(Zone("furniture", zone.span, index, "link") if is_link else zone)
            seen_body = seen_body or zone.kind == "body"
            opens_links = paragraph_rules().opens(zone.rule) == "links"
            in_links = seen_body and (opens_links or (in_links and (is_link or zone.kind != "body")))
    return _without_tail(text, zones)


def _affiliation(text: str, zone: Zone, before: Sequence[Zone], paragraphs: Sequence[Span]) -> Zone | None:
    """The zone of a line that names the author's paper, right behind a byline: "By Ann Lee / The Harn Courier"."""
    if zone.kind != "body" or not before or before[-1].kind != "byline" or zone.index + 1 == len(paragraphs):
        return None
    is_name = paragraph_rules().is_affiliation(_plain(text, zone.span))
    return dataclasses.replace(zone, kind="furniture", rule="affiliation") if is_name else None


def _without_tail(text: str, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """Tell what is no part of the article behind its last paragraph, and in sections of small print.

    A section goes from its heading to the next paragraph that a rule knows; one before the body is left alone.
    """
    kept: list[Zone] = []
    in_section = seen_body = False
    for zone in zones:
        in_section = zone.kind == "body" and in_section
        kept.append(dataclasses.replace(zone, kind="furniture", rule="small-print") if in_section else zone)
        seen_body = seen_body or zone.kind == "body"
        in_section = in_section or (seen_body and paragraph_rules().opens(zone.rule) == "section")
    for at in range(len(kept) - 1, 0, -1):
        zone = kept[at]
        if zone.kind == "body":
            rule = paragraph_rules().match(_plain(text, zone.span), head=False, tail=True)
            if rule is None or not any(before.kind == "body" for before in kept[:at]):
                break
            kept[at] = dataclasses.replace(zone, kind=rule.kind, rule=rule.key)
    return tuple(kept)


#: Bylines that give names, not "By our correspondent".
NAMING_BYLINES = ("by-names", "name-role")
#: Notes on who wrote an article.
AUTHOR_NOTE = "author-note"


def find_author(text: str, zones: Sequence[Zone]) -> str | None:
    """The names in an article's first byline: "By Ann Lee, Court Reporter" -> "Ann Lee"; not that of a book's title."""
    zone = next((zone for zone in zones if zone.kind == "byline" and zone.rule in NAMING_BYLINES), None)
    if zone is None:
        return None
    below = next((after.span for after in zones if after.span.start >= zone.span.end), None)
    if below is not None and _OF_BOOK.fullmatch(text, *below):
        return None
    return paragraph_rules().find_author(_plain(text, zone.span))


def find_noted_author(text: str, zones: Sequence[Zone]) -> str | None:
    """Who wrote an article by the note at its end: "Ann Lee is the author of …" -> "Ann Lee"."""
    notes = (_plain(text, zone.span) for zone in zones if zone.rule == AUTHOR_NOTE)
    name, found, _ = next(notes, "").partition(" is ")
    return name if found and all(word[:1].isupper() for word in name.split()) and " " in name else None


def _classify(text: str, span: Span, index: int, *, is_head: bool, after_title: bool) -> Iterator[Zone]:
    if span.start == span.end:
        return
    paragraph = text[span.start : span.end].translate(_PLAIN)
    rule = paragraph_rules().match(paragraph, head=is_head)
    if rule is not None:
        yield Zone(rule.kind, span, index, rule.key)
        return
    start, end = span
    if bar := paragraph_rules().find_toolbar(paragraph):
        yield Zone("furniture", trim(text, start, start + bar), index, "toolbar")
        yield from _classify(text, trim(text, start + bar, end), index, is_head=is_head, after_title=after_title)
        return
    dateline = find_dateline(paragraph, opens_article=is_head, after_title=is_head and after_title)
    if dateline is not None:
        offset, form = dateline
        yield Zone("dateline", trim(text, start, start + offset), index, f"dateline-{form}")
        start += offset
    glued = paragraph_rules().find_glued(paragraph)
    if glued is not None and span.start + glued > start:
        end = span.start + glued
    body = trim(text, start, end)
    if body.start < body.end:
        yield Zone("body", body, index, "paragraph")
    if end < span.end:
        yield Zone("furniture", trim(text, end, span.end), index, "glued")


def _find_title(text: str, paragraphs: Sequence[Span], index: int, title: str | None) -> Span | None:
    """The title, if this paragraph is it or (a whole article on one line) begins with it."""
    span = paragraphs[index]
    if title and index < TITLE_AMONG:
        end = same_words(text, span, title)
        if end is not None:
            return Span(span.start, end)
    if len(paragraphs) == 1:
        return None
    following = _plain(text, paragraphs[index + 1]) if index + 1 < len(paragraphs) else ""
    paragraph = _plain(text, span)
    if paragraph_rules().match(paragraph, head=True) or find_dateline(paragraph, opens_article=True):
        return None
    next_rule = paragraph_rules().match(following, head=True)
    opening = Opening(
        following=following,
        is_followed_by_byline=next_rule is not None and next_rule.kind == "byline",
        is_followed_by_dateline=find_dateline(following, opens_article=True, after_title=True) is not None,
    )
    return span if following and is_headline(paragraph, opening) else None


def _plain(text: str, span: Span) -> str:
    return text[span.start : min(span.end, span.start + 1000)].translate(_PLAIN)
