"""Whom a noun means as a source, now that it is known who spoke before and what is said."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.attributions.discourse import (
    Discourse,
    Kind,
    Mention,
    Referent,
    introduced,
    introduced_body,
    is_unrestricted,
    may_be_called_again,
    name_by_words,
    of_told_age,
    resolve_by_general_noun,
)
from claimx.attributions.sources.answers import Answer
from claimx.attributions.sources.heads import AGED
from claimx.attributions.sources.next_speaker import PERSONS, subject_before
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role
from claimx.grammar.nouns import is_definite, is_parent_of_some, is_run_on
from claimx.lexicons.cues import cue_words
from claimx.lexicons.nouns import has_agent_ending
from claimx.lexicons.words import word_set
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_ARTICLES = word_set("names/small_words", "english_articles")
_INDEFINITE = word_set("names/small_words", "indefinite")
_RULING = word_set("names/generic_places", "ruling")
_FEDERAL_STATE = word_set("names/generic_places", "state_nouns")
_TO_ANOTHER = word_set("reporting/speaking", "answering", "disagreeing")
_BODIES: tuple[Kind, ...] = ("organization",)
#: Nouns that bodies of several kinds are called by: an office may be an institute, an association an NGO.
_LOOSE_NOUNS = word_set("names/generic_bodies", "loosely")
_PERSON_ENDINGS, _THINGS = tuple(cue_words("endings_of_doers")), cue_words("things_with_endings_of_doers")
_BRACKETS = frozenset("([")


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as its source is looked for: the article, what is said by the same words, and who spoke before."""

    discourse: Discourse
    said: Sequence[Span]
    speaker: Referent | None


def meant_by_noun(mention: Mention, words: Sequence[Token], saying: Saying) -> Referent | None:
    """Whom a noun means; noted at its mention, and at all others of somebody who had no name.

    Args:
        mention: the noun phrase.
        words: the source's.
        saying: what is said.
    """
    referent = mention.referent
    if referent is None:
        return None
    if _is_other(mention, referent, saying.discourse) and not has_name_in(words, referent, saying.discourse):
        mention.referent = Referent(referent.kind, number=referent.number, nouns={mention.head.lemma.lower()})
    elif referent.kind == "place" and not _may_rule(mention.head.lemma.lower(), referent):
        mention.referent = Referent("place", nouns={mention.head.lemma.lower()})
    elif referent.name is None:
        meant = _anybody(mention, saying) or _led_to(mention, saying.discourse) or referent
        for other in [other for other in saying.discourse.mentions if other.referent is referent]:
            other.referent = meant
    elif referent in saying.discourse.named_in(saying.said):  # nobody calls himself by name
        mention.referent = _who_is_not_named(mention, saying) or referent
    return mention.referent


def _may_rule(lemma: str, place: Referent) -> bool:
    """Whether a place is surely such as acts by a noun: no town is "the state" that sues, or the municipality."""
    return lemma not in _RULING or lemma in place.name_words or place.nouns == _FEDERAL_STATE


def stray_noun(head: Token, words: Sequence[Token]) -> Token | None:
    """The noun for a person that the parse takes for something else: "the 56-year-**old** said", "a **mum**-of-three".

    Args:
        head: of the source's words, which is no mention.
        words: the source's.
    """
    if head.lower == AGED:
        return head
    return next((token for token in words if is_parent_of_some(token)), None)


def meant_by_stray_noun(noun: Token, words: Sequence[Token], saying: Saying) -> Referent | None:
    """Whom such a noun means: who is of that age, who is then named, who was the subject before."""
    sentence = bisect_right(noun.doc.sents, noun.i, key=lambda sent: sent[0].i) - 1
    mention = Mention(noun, words[0].i, noun.i + 1, "noun", sentence, "subject", False)
    if noun.lower == AGED:
        return of_told_age(noun, saying.discourse) or unnamed_subject_before(mention, saying)
    is_new = any(token.lower in _INDEFINITE for token in words if token.i < noun.i)
    return introduced(mention, saying.discourse) if is_new else unnamed_subject_before(mention, saying)


def unnamed_subject_before(mention: Mention, saying: Saying, kinds: Collection[Kind] = PERSONS) -> Referent | None:
    """The last subject of the paragraph, whom the source does not call by name in what it says."""
    discourse = saying.discourse
    subject = subject_before(mention, discourse.before(mention.head), discourse.quoted, saying.speaker, kinds)
    return subject if subject not in discourse.named_in(saying.said) else None


def has_name_in(words: Sequence[Token], referent: Referent, discourse: Discourse) -> bool:
    """Whether somebody's name stands among some words."""
    return referent.name is not None and any(discourse.named_by(token) is referent for token in words)


def name_inside(head: Token, words: Sequence[Token], discourse: Discourse) -> Referent | None:
    """The name in apposition to a noun inside the source: "a spokesman, Ali Hassan"."""
    for token in words:
        if token.dep == roles.APPOSITION and token.head is head and not is_run_on(token, head):
            named = discourse.named_by(token)
            return named if named is not None and named.kind in ("person", "organization") else None
    return None


def name_in_brackets(head: Token, words: Sequence[Token], discourse: Discourse) -> Referent | None:
    """The name by which brackets tell whom a pronoun means: "we (the **Arden Bank**) paid", "he [**Holm**] left"."""
    behind = [token for token in words if token.i > head.i and not token.is_space]
    if not behind or behind[0].text not in _BRACKETS:
        return None
    return next(filter(None, map(discourse.named_by, behind)), None)


def own_name(head: Token, words: Sequence[Token], discourse: Discourse) -> Answer | None:
    """The name that a source's words are by themselves, which the tagger or the parser has missed.

    "The **Arden Greens**", and "the **ferry board**" where "forecasts" is a noun to the parser.
    """
    if head.tag == word_classes.NAME_PLURAL and words[0].lower in _ARTICLES and words[-1] is head:
        return Answer("group", "named", None, "noun", " ".join(token.text for token in words[1:]))
    last = words[-1]
    if last.dep not in roles.COMPOUND_NOUNS or last.head in words:
        return None
    name = name_by_words(last, None, discourse)
    return Answer("organization", "nominal", None, "noun", name) if name else None


def is_but_described(referent: Referent, words: Sequence[Token]) -> bool:
    """Whether a body has no name but words in small letters, of which the source's repeat the noun at most."""
    description = (referent.name or "").split() if referent.entity is None else []
    told = {token.text for token in words}
    return all(word.islower() for word in description) and not told.issuperset(description[:-1])


def _is_other(mention: Mention, referent: Referent, discourse: Discourse) -> bool:
    """Whether a noun that tells of somebody new cannot mean who was found: he is not named right after it."""
    if not _is_somebody_new(mention.head):
        return False
    return referent not in (introduced(mention, discourse), introduced_body(mention, discourse))


def _led_to(mention: Mention, discourse: Discourse) -> Referent | None:
    """Who is described by a noun for one, and then named, whatever the noun is to the parse."""
    return introduced(dataclasses.replace(mention, role="subject"), discourse) if mention.number == "one" else None


def _anybody(mention: Mention, saying: Saying) -> Referent | None:
    """Who is but "the politician", now that it is known who spoke before, and whom he only spoke of."""
    if any(other.referent is mention.referent for other in saying.discourse.before(mention.head)):
        return None
    if (meant := _who_is_not_named(mention, saying)) is not None:
        return meant
    subject = unnamed_subject_before(mention, saying)
    if subject is saying.speaker and mention.head.head.lemma.lower() in _TO_ANOTHER:
        return None
    is_quoted = not saying.discourse.quoted.isdisjoint(token.i for token in mention.head.sent)
    goes_on = subject is saying.speaker and is_quoted
    if subject is not None and may_be_called_again(mention, subject, goes_on):
        return subject
    return _called_otherwise(mention, saying)


def _called_otherwise(mention: Mention, saying: Saying) -> Referent | None:
    """The subject before, called by a noun that nothing else tells of: "the NGO", "the clubman"."""
    head, referent = mention.head, mention.referent
    lemma = head.lemma.lower()
    if referent is None or mention.is_said or mention.number != "one" or head.tag in word_classes.PLURALS:
        return None
    if not is_definite(head) or not is_unrestricted(head) or has_role(head, roles.POSSESSOR):
        return None
    if referent.kind == "organization" and lemma in _LOOSE_NOUNS:
        return unnamed_subject_before(mention, saying, _BODIES)
    if (
        referent.kind == "thing"
        and lemma not in _THINGS
        and (has_agent_ending(lemma) or lemma.endswith(_PERSON_ENDINGS))
    ):
        return unnamed_subject_before(mention, saying)
    return None


def _who_is_not_named(mention: Mention, saying: Saying) -> Referent | None:
    """Whom a general noun means that names nobody in what is said."""
    named = saying.discourse.named_in(saying.said)
    others = [other for other in saying.discourse.before(mention.head) if other.referent not in named]
    return resolve_by_general_noun(mention, others)


def _is_somebody_new(head: Token) -> bool:
    """Whether a noun tells that nobody is meant whom the article has named: "**one** neighbour", "**a** source"."""
    return any(child.lower in _INDEFINITE for child in head.children if child.i < head.i)
