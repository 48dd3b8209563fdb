"""Statements in the forms of headlines and captions: "Poll: most oppose the plan", "… — Commissioner Dara Quill".

A headline says so at its end, too: "Bees sleep at noon, study suggests".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from claimx.attributions.statement import Statement
from claimx.records import Entity, Mentions, Span, Zone

_FULL_NAME = regex.compile(r"\p{Lu}[\w'’.-]+(?: \p{Lu}[\w'’.-]*)+")
_WORD = regex.compile(r"\w+")
_COLON = regex.compile(r"(?P<source>[^\s:][^:\n]{1,59}?)(?P<cue>:)\s+(?=\S+\s+\S+\s+\S)")
_DASH = regex.compile(r"(?<=[\"”’'.!?])\s*(?P<cue>[—–―]|--?)\s*(?P<source>\p{Lu}[^\n.!?\"”]{2,79})$")
_TRAILING_DASH = regex.compile(r"\s(?P<cue>[—–―]|--?)\s*(?P<source>\p{Lu}[^\n.!?\"”:]{2,59})$")
#: What the source of a colon or dash may be besides a named person or organisation.
_SPEAKERS = frozenset(
    {"poll", "study", "report", "survey", "police", "official", "source", "minister", "ministry", "army", "military"}
    | {"audit", "review", "court", "mayor", "governor", "analyst", "expert", "scientist", "researcher", "lawyer", "un"}
)
#: A headline that opens with a quotation: "'I never knew': Ann Lee on …".
_QUOTE_COLON = regex.compile(
    r"(?P<content>[‘“'\"][^\n]{3,200}?[’”'\"])(?P<cue>:)\s+(?P<source>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)*)"
)
#: A headline that ends with who says it: "Bees sleep at noon, study suggests".
_TAIL = regex.compile(
    r"(?P<content>\S[^\n]{10,}?),\s+(?P<source>[\p{L}\p{N}][\p{L}\p{N}\s'’.-]{1,48}?)\s+(?P<cue>"
    r"says?|said|suggests?|shows?|finds?|found|warns?|claims?|reports?|reveals?|hints?|indicates?|concludes?|argues?)"
)
_CONFIDENCE = {"colon": 0.6, "dash": 0.7, "tail": 0.7}


def find_headings(text: str, zones: Sequence[Zone], mentions: Mentions) -> list[Statement]:
    """Statements that a colon or a dash attributes, in text order.

    Args:
        text: the article's text.
        zones: its zones; the colon form is looked for in titles, the dash form also at the end of body paragraphs.
        mentions: names, which decide whether what stands beside the mark can speak.
    """
    found: list[Statement] = []
    for zone in zones:
        if zone.kind == "title":
            quote = _QUOTE_COLON.match(text, zone.span.start, zone.span.end)
            colon = _COLON.match(text, zone.span.start, zone.span.end)
            if quote and _can_speak(text, Span(*quote.span("source")), mentions.entities):
                found.append(_statement(quote, Span(*quote.span("content")), "colon"))
            elif (tail := _TAIL.fullmatch(text, zone.span.start, zone.span.end)) and _can_speak(
                text, Span(*tail.span("source")), mentions.entities
            ):
                found.append(_statement(tail, Span(*tail.span("content")), "tail"))
            elif colon and _can_speak(text, Span(*colon.span("source")), mentions.entities):
                content = Span(colon.end(), zone.span.end)
                found.append(_statement(colon, content, "colon"))
            else:
                found.extend(_dash(text, zone.span, mentions.entities, _TRAILING_DASH))
        elif zone.kind == "body":
            found.extend(_dash(text, zone.span, mentions.entities, _DASH))
    return found


def _dash(text: str, span: Span, entities: Sequence[Entity], pattern: regex.Pattern[str]) -> Iterator[Statement]:
    dash = pattern.search(text, max(span.start, span.end - 90), span.end)
    if dash and _can_speak(text, Span(*dash.span("source")), entities):
        end = dash.start()
        while end > span.start and text[end - 1].isspace():
            end -= 1
        if end > span.start:
            yield _statement(dash, Span(span.start, end), "dash")


def _statement(match: regex.Match[str], content: Span, rule: str) -> Statement:
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    return Statement((source,), (cue,), (content,), _CONFIDENCE[rule], rule)


def _can_speak(text: str, span: Span, entities: Sequence[Entity]) -> bool:
    """Whether the words name a person or a body, or a kind of work or office that speaks ("Poll", "Police")."""
    if any(e.label in ("PERSON", "ORG", "NORP", "GPE") and span.covers(e.span) for e in entities):
        return not text[span.start : span.end].lower().startswith(("in ", "at ", "on "))
    if _FULL_NAME.fullmatch(text, span.start, span.end):
        return True
    words = [w.lower() for w in _WORD.findall(text, span.start, span.end)]
    return bool(words) and len(words) <= 4 and (words[-1].rstrip("s") in _SPEAKERS)
