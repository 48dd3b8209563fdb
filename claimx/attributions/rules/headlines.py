"""Statements in the forms of headlines and captions: "Poll: most oppose the plan", "… — Commissioner Dara Quill".

A headline says so at its end, too: "Bees sleep at noon, study suggests".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import regex

from claimx.attributions.statement import Rule, Statement
from claimx.grammar import word_classes
from claimx.lexicons.cues import cue_words
from claimx.lexicons.loader import load
from claimx.lexicons.names import Noun
from claimx.lexicons.nouns import has_agent_ending
from claimx.lexicons.topics import is_topic
from claimx.lexicons.words import alternatives
from claimx.reading import Reading
from claimx.records import Entity, Span

_FULL_NAME = regex.compile(r"\p{Lu}[\w'’.-]+(?: \p{Lu}[\w'’.-]*)+")
_WORD = regex.compile(r"\w+")
_COLON = regex.compile(r"(?P<source>[^\s:][^:\n]{1,59}?)(?P<cue>:)\s+(?=\S+\s+\S+\s+\S)")
_LONGEST_LABEL = 60  # code points
_DASH = regex.compile(r"(?<=[\"”’'.!?])\s*(?P<cue>[—–―]|--?)\s*(?P<source>\p{Lu}[^\n.!?\"”]{2,79})$")
_TRAILING_DASH = regex.compile(r"\s(?P<cue>[—–―]|--?)\s*(?P<source>\p{L}[^\n.!?\"”:]{2,59})$")
#: "Police ‘leaked files’: Alliance"; a verb must stand before, since "Man of the match: Ann Lee" only names her.
_TRAILING_COLON = regex.compile(r"(?P<cue>:)\s+(?P<source>\p{L}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,4})$")
#: A headline that opens with a quotation: "'I never knew': Ann Lee on …".
_QUOTE_COLON = regex.compile(
    r"(?P<content>[‘“'\"][^\n]{3,200}?[’”'\"])(?P<cue>:)\s+(?P<source>"
    r"\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)*"
    r"|(?:the|an?|one|\p{Lu}\p{Ll}+)(?: [\p{L}-]+){0,3}?"
    rf"(?= (?:{alternatives('reporting/words', 'headline_topic_prepositions')})\b|$))"
)
#: A quotation that a headline opens with, or is all of.
_QUOTE = regex.compile(
    r"(?P<content>(?:‘[^\n]{3,200}?’|“[^\n“]{3,200}?”|'[^\n]{3,200}?'|\"[^\n\"]{3,200}?\"))(?=\s*$|:\s| as \w)"
)
#: Some words of a headline in marks.
_QUOTED_WORDING = regex.compile(r"(?<=\s)(?:‘\p{Ll}[^‘\n]+’|“\p{Ll}[^“\n]+”|'\p{Ll}[^\n]+'|\"\p{Ll}[^\"\n]+\")")
_QUOTED_WORDS = 3
#: Endings of nouns for people by what they do, of which there are more than a lexicon holds.
_DOER = regex.compile(rf"\p{{Ll}}*(?:{alternatives('reporting/words', 'endings_of_doers')})")
#: A headline that ends with who hears it: "Driver 'saw the light', court hears".
_HEARD = regex.compile(
    r"(?P<content>\S[^\n]{10,}?),\s+(?P<hearer>(?:[\p{L}'’-]+\s){0,3}?"
    rf"(?:{alternatives('reporting/words', 'headline_hearers')}))\s+"
    r"(?P<cue>hears|heard|(?:is\s|was\s)?told)"
)
#: A headline that ends with who says it: "Bees sleep at noon, study suggests".
_TAIL = regex.compile(
    r"(?P<content>\S[^\n]{10,}?),\s+(?P<source>[\p{L}\p{N}][\p{L}\p{N}\s'’.-]{1,48}?)\s+(?P<cue>"
    rf"{alternatives('reporting/words', 'headline_cues')})"
)
#: By the form of the headline; of "heard" and "alone" nobody is the source.
COLON = Rule("colon", "Poll<:> most oppose the plan", 0.6)
DASH = Rule("dash", "“We will rebuild” <—> Commissioner Dara Quill", 0.7)
TAIL = Rule("tail", "Bees sleep at noon, study <suggests>", 0.7)
HEARD = Rule("heard", "Driver ‘saw the light’, court <hears>", 0.7)
ALONE = Rule("headline-quote", "‘Stay away from the coast’", 0.5)
HEADLINES: tuple[Rule, ...] = (COLON, DASH, TAIL, HEARD, ALONE)


def find_headlines(reading: Reading, entities: Sequence[Entity]) -> list[Statement]:
    """Statements in the forms of headlines, in text order.

    Args:
        reading: the article; the colon form is looked for in titles, the dash form also at the end of body paragraphs.
        entities: names, which decide whether what stands beside the mark can speak.
    """
    text = reading.text
    found: list[Statement] = []
    for zone in reading.zones:
        if zone.kind == "title":
            found.extend(_speaker_last(reading, zone.span, entities) or _of_title(text, zone.span, entities))
        elif zone.kind == "body":
            found.extend(_dash(text, zone.span, entities, _DASH))
    return found


def _of_title(text: str, span: Span, entities: Sequence[Entity]) -> list[Statement]:
    """What a headline says that somebody says, by the first form that fits."""
    quote = _QUOTE_COLON.match(text, *span)
    if quote and _can_speak(text, Span(*quote.span("source")), entities):
        return [_statement(quote, Span(*quote.span("content")), COLON)]
    if heard := _HEARD.fullmatch(text, *span):
        cue, content = Span(*heard.span("cue")), Span(*heard.span("content"))
        return [Statement((), (cue,), (content,), HEARD.confidence, HEARD)]
    tail = _TAIL.fullmatch(text, *span)
    if tail and _can_speak(text, Span(*tail.span("source")), entities):
        return [_statement(tail, Span(*tail.span("content")), TAIL)]
    if (quotes := _QUOTE.match(text, *span)) and (alone := _alone(text, Span(*quotes.span("content")))):
        return alone
    colon = _COLON.match(text, *span)
    if colon and _can_speak(text, Span(*colon.span("source")), entities):
        return [_statement(colon, Span(colon.end(), span.end), COLON)]
    return _dash(text, span, entities, _TRAILING_DASH)


def _speaker_last(reading: Reading, span: Span, entities: Sequence[Entity]) -> list[Statement]:
    """The statement that a headline gives before a colon and its speaker, if it has a verb or some words in marks.

    Where what is in marks begins with a small letter, it is no title, and any name may speak: "Law ‘absurd’: Greens".
    """
    colon = _TRAILING_COLON.search(reading.text, *span)
    if colon is None:
        return []
    source, content = Span(*colon.span("source")), Span(span.start, colon.start())
    is_quoted = _QUOTED_WORDING.search(reading.text, *content) is not None
    is_place = any(e.label == "GPE" and e.span.overlaps(source) for e in entities)
    is_name = is_quoted and not is_place and reading.text[source.start].isupper()
    is_name = is_name and not is_topic(reading.text[slice(*source)])
    if not (is_name or _can_speak(reading.text, source, entities)):
        return []
    if not is_quoted and not any(token.pos in word_classes.VERBS for token in reading.doc.within(content)):
        return []
    return [_statement(colon, content, COLON)]


def has_a_topic_for_source(statement: Statement, reading: Reading) -> bool:
    """Whether the source of a statement is, or is part of, a label before a colon: "Storm Odile live: …"."""
    if not statement.source or not statement.cue or reading.text[slice(*statement.cue[-1])] != ":":
        return False
    colon = statement.cue[-1].start
    if statement.source[0].start > colon:
        return False
    place = bisect_right(reading.zones, colon, key=lambda zone: zone.span.start) - 1
    start = reading.zones[place].span.start if place >= 0 else 0
    label = reading.text[start:colon]
    is_greeting = any(word.lower() in cue_words("greetings") for word in label.split()[:1])  # "Dear Tom: …"
    return colon - start <= _LONGEST_LABEL and (is_topic(label) or is_greeting)


def _alone(text: str, content: Span) -> list[Statement]:
    """A statement of nobody who is told; fewer words than three are wording or a title."""
    if len(_WORD.findall(text, *content)) < _QUOTED_WORDS:
        return []
    return [Statement((), (), (content,), ALONE.confidence, ALONE)]


def _dash(text: str, span: Span, entities: Sequence[Entity], pattern: regex.Pattern[str]) -> list[Statement]:
    dash = pattern.search(text, max(span.start, span.end - 90), span.end)
    if dash and _can_speak(text, Span(*dash.span("source")), entities):
        end = dash.start()
        while end > span.start and text[end - 1].isspace():
            end -= 1
        if end > span.start:
            return [_statement(dash, Span(span.start, end), DASH)]
    return []


def _statement(match: regex.Match[str], content: Span, rule: Rule) -> Statement:
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    return Statement((source,), (cue,), (content,), rule.confidence, rule)


def _can_speak(text: str, span: Span, entities: Sequence[Entity]) -> bool:
    """Whether the words name a person or a body, or a kind of work or office that speaks ("Poll", "Police")."""
    is_body = any(e.span == span and e.label == "ORG" for e in entities)  # "Rights Watch", no weather watch
    if is_topic(text[span.start : span.end]) and not is_body:
        return False
    words = [w.lower() for w in _WORD.findall(text, span.start, span.end)]
    if any(e.label in ("PERSON", "ORG", "NORP", "GPE") and span.covers(e.span) for e in entities):
        return not text[span.start : span.end].lower().startswith(("in ", "at ", "on "))
    if _FULL_NAME.fullmatch(text, span.start, span.end):
        return True
    is_role = bool(words) and (_is_person(words[-1]) or _are_people(words[-1]))
    return bool(words) and len(words) <= 4 and (is_role or words[-1].rstrip("s") in cue_words("headline_speakers"))


def _are_people(noun: str) -> bool:
    """Whether a plural is one of a noun for people ("villagers"), or of one with their ending ("builders")."""
    one = noun.removesuffix("s")
    has_ending = has_agent_ending(one) and one not in cue_words("things_with_endings_of_doers")
    return one != noun and (_is_person(one) or has_ending)


def _is_person(noun: str) -> bool:
    return noun in load("names/person_nouns", Noun) or _DOER.fullmatch(noun) is not None
