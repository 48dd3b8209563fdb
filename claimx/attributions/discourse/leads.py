"""How an article leads to somebody: a description in its first sentences, and the next one who is named after it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from claimx.attributions.discourse.ages import age_behind
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.referents import Kind, Mention
from claimx.grammar import roles
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.nouns import person_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

OPENING = word_set("names/small_words", "opening_somebody")
#: How many sentences after a description the name may stand.
AHEAD = 3
#: How many sentences, headline, byline and dateline among them, an article's first paragraph may close.
FIRST_SENTENCES = 16
#: How many sentences of the first paragraph may stand before one that leads to somebody; how long a line before that
#: paragraph is at most, how many tokens a piece of a dateline has.
LEAD, BYLINE, DATELINE = 1, 60, 5


def leads(mention: Mention, discourse: Discourse) -> bool:
    """Whether a mention stands in one of the first sentences of an article's first paragraph."""
    if mention.sentence > FIRST_SENTENCES:
        return False
    text = discourse.doc.text
    begin = max((span.end for span in discourse.headlines if span.end <= mention.head.idx), default=0)
    *lines, last = text[begin : mention.head.idx].split("\n")
    if any(len(line) > BYLINE for line in lines):
        return False
    sentences = discourse.doc.sents[: mention.sentence]
    within = [one for one in sentences if one[0].idx >= mention.head.idx - len(last) and len(one) > DATELINE]
    return len(within) <= LEAD


def is_opened(head: Token) -> bool:
    """Whether a word before a noun tells that the article did not speak of it yet: "**a** woman"."""
    return any(child.lower in OPENING for child in head.children if child.i < head.i)


def describes_another(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether another person without a name is subject in a description's sentence or between it and a name."""
    first = bisect_left(discourse.mentions, mention.head.sent.start, key=lambda other: other.head.i)
    until = takewhile(lambda other: other.head.i < name.head.i, discourse.mentions[first:])
    return any(_is_described(other) for other in until if other.head.i != mention.head.i)


def _is_described(mention: Mention) -> bool:
    """Whether a subject that nobody is quoted with brings up one person without a name: "**a** woman said"."""
    is_subject = mention.kind == "noun" and mention.role == "subject" and mention.number == "one" and not mention.quoted
    return is_subject and is_opened(mention.head) and person_noun(mention.head.lemma.lower()) is not None


def next_named(mention: Mention, discourse: Discourse, kind: Kind = "person") -> Mention | None:
    """The next subject by name who was not named before, outside of what is quoted."""
    before, behind = discourse.parted_at(mention.head)
    known = {other.referent for other in before if other.kind == "name"}
    for other in behind:
        if other.sentence > mention.sentence + AHEAD:
            return None
        referent = other.referent
        if other.kind != "name" or referent is None or referent.kind != kind or referent in known:
            continue
        is_subject = other.role == "subject" or is_inverted(other.head)
        is_told = is_subject or (bool(age_behind(other)) and leads(mention, discourse))
        if other.sentence > mention.sentence and is_told and not other.quoted:
            return other
        known.add(referent)
    return None


def is_inverted(head: Token) -> bool:
    """Whether a name, an object to the parser, is who the verb of saying before it tells of: "“…,” said **Ada**"."""
    verb = head.head
    is_behind = head.dep == roles.OBJECT and head.left_edge.i == verb.i + 1
    return is_behind and verb.lemma.lower() in cue_rows() and verb.child(*roles.SUBJECTS) is None
