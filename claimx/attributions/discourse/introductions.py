"""Whom an article describes before it names him: "A woman who has accused Lund … **Ada Holm**, who says Lund …"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.grammar import word_classes
from claimx.lexicons.nouns import gender_of_noun
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Stretch, Token

_OPENING = word_set("names/small_words", "opening_somebody")
_TELLING = word_classes.NOUNS | {word_classes.VERB}
#: How many sentences later the name may stand, and how many telling words of the description must stand with it.
AHEAD, SHARED = 3, 2
#: How long the beginning is that two forms of one word share at least.
STEM = 3
#: How many sentences of the body, a dateline's abbreviations among them, may take up a headline.
OPENING = 5


def introduced(mention: Mention, discourse: Discourse) -> Referent | None:
    """The person whom a phrase with "a" describes, if the next one to be named is told of in the same words.

    Args:
        mention: the phrase, for one person.
        discourse: the article.
    """
    head = mention.head
    if mention.quoted or not any(child.lower in _OPENING for child in head.children if child.i < head.i):
        return None
    name = _next_named(mention, discourse)
    if name is None or name.referent is None:
        return None
    gender = gender_of_noun(head.lemma.lower())
    if gender is not None and name.referent.told_gender not in (gender, None):
        return None
    described = _telling(head.doc.tokens[head.left_edge.i : head.right_edge.i + 1])
    told = _telling(name.head.sent)
    shared = [word for word in described if any(_is_alike(word, other) for other in told)]
    return name.referent if len(shared) >= SHARED else None


def called_in_body(head: Token, discourse: Discourse) -> Referent | None:
    """Whom a headline's bare noun means: who bears it as a title where the article's body first has it ("Judge …")."""
    lemma = head.lemma.lower()
    tokens = head.doc.tokens
    body = next((row for row in range(head.i, len(tokens)) if not discourse.is_in_headline(tokens[row])), None)
    if body is None:
        return None
    for sentence in _sentences(tokens[body], OPENING):
        called = [token for token in sentence if token.lemma.lower() == lemma]
        if called:
            return _only(called, discourse)
    return None


def _only(called: Sequence[Token], discourse: Discourse) -> Referent | None:
    """The one person whom nouns stand before as a title, or whom the first of them describes."""
    titled = {discourse.titled_by(token) for token in called} - {None}
    if titled:
        return titled.pop() if len(titled) == 1 else None
    mention = discourse.by_head.get(called[0].i)
    return introduced(mention, discourse) if mention is not None else None


def _sentences(first: Token, count: int) -> Sequence[Stretch]:
    sentences = first.doc.sents
    place = bisect_right(sentences, first.i, key=lambda sentence: sentence.start) - 1
    return sentences[place : place + count]


def _next_named(mention: Mention, discourse: Discourse) -> Mention | None:
    """The next subject by name who was not named before, outside of what is quoted."""
    place = bisect_right(discourse.mentions, mention.head.i, key=lambda other: other.head.i)
    before = {other.referent for other in discourse.mentions[:place] if other.kind == "name"}
    for other in discourse.mentions[place:]:
        if other.sentence > mention.sentence + AHEAD:
            return None
        referent = other.referent
        if other.kind != "name" or referent is None or referent.kind != "person" or referent in before:
            continue
        if other.sentence > mention.sentence and other.role == "subject" and not other.quoted:
            return other
        before.add(referent)
    return None


def _is_alike(word: str, other: str) -> bool:
    """Whether two words are one, or one a form of the other ("rob", "robbery")."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= STEM and long.startswith(short))


def _telling(words: Iterable[Token]) -> set[str]:
    """The nouns, names and verbs among some words, singular."""
    return {token.lemma.lower().removesuffix("s") for token in words if token.pos in _TELLING}
