"""Statements in the forms of headlines and captions: "Poll: most oppose the plan", "… — Commissioner Dara Quill".

A headline says so at its end, too: "Bees sleep at noon, study suggests".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import regex

from claimx.articles.turns import STAMP
from claimx.attributions.statement import Statement
from claimx.lexicons.loader import load
from claimx.lexicons.names import Noun
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
    r"(?P<content>[‘“'\"][^\n]{3,200}?[’”'\"])(?P<cue>:)\s+(?P<source>"
    r"\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)*"
    r"|(?:the|an?|one|\p{Lu}\p{Ll}+)(?: [\p{L}-]+){0,3}?(?= (?:on|about|as|in)\b|$))"
)
#: A quotation that a headline, or a heading in a live blog, opens with, or is all of.
_QUOTE = regex.compile(
    r"(?P<content>(?:‘[^\n]{3,200}?’|“[^\n“]{3,200}?”|'[^\n]{3,200}?'|\"[^\n\"]{3,200}?\"))(?=\s*$|:\s| as \w)"
)
_QUOTED_WORDS = 3
_LONGEST_LABEL = 60  # code points
#: Endings of nouns for people by what they do, of which there are more than a lexicon holds.
_DOER = regex.compile(r"\p{Ll}*(?:ologist|ologer|grapher|ician|maker|worker|keeper|man|woman|smith|wright)")
#: The label that a headline may open with.
_LABEL = regex.compile(r"(?P<label>[^\s:][^:\n]{1,59}?):\s+")
#: A headline that ends with who hears it: "Driver 'saw the light', court hears".
_HEARD = regex.compile(
    r"(?P<content>\S[^\n]{10,}?),\s+(?P<hearer>(?:[\p{L}'’-]+\s){0,3}?"
    r"(?:court|jury|inquest|inquiry|tribunal|hearing|committee|panel|trial|MPs))\s+"
    r"(?P<cue>hears|heard|(?:is\s|was\s)?told)"
)
#: What makes a headline's first words a label of a topic or of a kind of article, and not a speaker.
_LABELS = frozenset(
    {"live", "latest", "update", "updates", "breaking", "exclusive", "analysis", "watch", "listen", "video", "opinion"}
    | {"explainer", "explained", "comment", "gallery", "pictures", "podcast", "profile", "obituary", "news", "recap"}
    | {"election", "elections", "storm", "hurricane", "typhoon", "cyclone", "factbox", "timeline", "briefing", "crisis"}
    | {"war", "trial", "budget", "weather", "in", "how", "why", "what", "who", "when", "where"}
)
#: A headline that ends with who says it: "Bees sleep at noon, study suggests".
_TAIL = regex.compile(
    r"(?P<content>\S[^\n]{10,}?),\s+(?P<source>[\p{L}\p{N}][\p{L}\p{N}\s'’.-]{1,48}?)\s+(?P<cue>"
    r"says?|said|suggests?|shows?|finds?|found|warns?|claims?|reports?|reveals?|hints?|indicates?|concludes?|argues?)"
)
_CONFIDENCE = {"colon": 0.6, "dash": 0.7, "tail": 0.7, "heard": 0.7, "headline-quote": 0.5}


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
            found.extend(_of_title(text, zone.span, mentions.entities))
        elif zone.kind == "body":
            found.extend(_dash(text, zone.span, mentions.entities, _DASH) or _entry_title(text, zone.span))
    return found


def is_label(statement: Statement, text: str, zones: Sequence[Zone]) -> bool:
    """Whether the source of a statement is, or is part of, a label before a colon: "Storm Odile live: …"."""
    if not statement.source or not statement.cue or text[slice(*statement.cue[-1])] != ":":
        return False
    colon = statement.cue[-1].start
    place = bisect_right(zones, colon, key=lambda zone: zone.span.start) - 1
    start = zones[place].span.start if place >= 0 else 0
    return colon - start <= _LONGEST_LABEL and _is_label(text, Span(start, colon))


def label_end(text: str, zone: Zone) -> int:
    """Where a zone's text begins after the label of a headline or the time stamp of an entry in a live blog."""
    if zone.kind == "body":
        stamp = STAMP.match(text, *zone.span)
        return stamp.end() if stamp else zone.span.start
    label = _LABEL.match(text, *zone.span)
    return label.end() if label and _is_label(text, Span(*label.span("label"))) else zone.span.start


def _of_title(text: str, span: Span, entities: Sequence[Entity]) -> list[Statement]:
    """What a headline says that somebody says, by the first form that fits."""
    quote = _QUOTE_COLON.match(text, *span)
    if quote and _can_speak(text, Span(*quote.span("source")), entities):
        return [_statement(quote, Span(*quote.span("content")), "colon")]
    if heard := _HEARD.fullmatch(text, *span):
        cue, content = Span(*heard.span("cue")), Span(*heard.span("content"))
        return [Statement((), (cue,), (content,), _CONFIDENCE["heard"], "heard")]
    tail = _TAIL.fullmatch(text, *span)
    if tail and _can_speak(text, Span(*tail.span("source")), entities):
        return [_statement(tail, Span(*tail.span("content")), "tail")]
    if (quotes := _QUOTE.match(text, *span)) and (alone := _alone(text, Span(*quotes.span("content")))):
        return alone
    colon = _COLON.match(text, *span)
    if colon and _can_speak(text, Span(*colon.span("source")), entities):
        return [_statement(colon, Span(colon.end(), span.end), "colon")]
    return _dash(text, span, entities, _TRAILING_DASH)


def _entry_title(text: str, span: Span) -> list[Statement]:
    """The quotation that is all of an entry's heading: "14:10 'Stay away from the coast'"."""
    stamp = STAMP.match(text, *span)
    quote = _QUOTE.match(text, stamp.end(), span.end) if stamp else None
    return _alone(text, Span(*quote.span("content"))) if quote and quote.end() == span.end else []


def _alone(text: str, content: Span) -> list[Statement]:
    """A statement of nobody who is told; fewer words than three are wording or a title."""
    if len(_WORD.findall(text, *content)) < _QUOTED_WORDS:
        return []
    return [Statement((), (), (content,), _CONFIDENCE["headline-quote"], "headline-quote")]


def _dash(text: str, span: Span, entities: Sequence[Entity], pattern: regex.Pattern[str]) -> list[Statement]:
    dash = pattern.search(text, max(span.start, span.end - 90), span.end)
    if dash and _can_speak(text, Span(*dash.span("source")), entities):
        end = dash.start()
        while end > span.start and text[end - 1].isspace():
            end -= 1
        if end > span.start:
            return [_statement(dash, Span(span.start, end), "dash")]
    return []


def _statement(match: regex.Match[str], content: Span, rule: str) -> Statement:
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    return Statement((source,), (cue,), (content,), _CONFIDENCE[rule], rule)


def _can_speak(text: str, span: Span, entities: Sequence[Entity]) -> bool:
    """Whether the words name a person or a body, or a kind of work or office that speaks ("Poll", "Police")."""
    if _is_label(text, span):
        return False
    words = [w.lower() for w in _WORD.findall(text, span.start, span.end)]
    if any(e.label in ("PERSON", "ORG", "NORP", "GPE") and span.covers(e.span) for e in entities):
        return not text[span.start : span.end].lower().startswith(("in ", "at ", "on "))
    if _FULL_NAME.fullmatch(text, span.start, span.end):
        return True
    is_role = bool(words) and (words[-1] in load("names/person_nouns", Noun) or _DOER.fullmatch(words[-1]) is not None)
    return bool(words) and len(words) <= 4 and (is_role or words[-1].rstrip("s") in _SPEAKERS)


def _is_label(text: str, span: Span) -> bool:
    """Whether the words are those of a label, as "Election 2024", "Storm Odile live" or "Watch"."""
    words = [w.lower() for w in _WORD.findall(text, span.start, span.end)]
    return bool(words) and (words[0] in _LABELS or words[-1] in _LABELS)
