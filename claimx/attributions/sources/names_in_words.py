"""The name that stands in a source's own words, by their order, where the parse hides whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Mention, Referent
from claimx.attributions.sources.answers import TYPES, Answer
from claimx.grammar import word_classes
from claimx.lexicons.cues import cue_rows, cue_words
from claimx.lexicons.nouns import (
    is_body_noun,
    is_document_noun,
    is_plural_body,
    is_title,
    may_be_person_noun,
    third_person_pronouns,
)
from claimx.lexicons.words import word_set
from claimx.text.initials import initials

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_NAMES = word_set("names/reference_words", "nouns_for_names")
_SIGNING = word_set("names/reference_words", "naming_oneself")
_ONESELF = frozenset(word for word, row in third_person_pronouns().items() if row.reflexive)
#: Words between what gives a name and the name: "identified herself **simply as** Omar".
_LEADING = word_set("names/reference_words", "leading_to_names")
_FOR_BODIES = word_set("names/generic_bodies", "any", "outlets", "trades", "memberships", "more")
#: Endings of what is done or had, which no name but that of a body has by itself: "**Management** said".
_ABSTRACT = tuple(sorted(word_set("names/reference_words", "endings_of_abstracts")))
_FROM = cue_words("by") | {"from"}
_IN = "in"
_ARTICLES = word_set("names/small_words", "english_articles")
_JOINING = word_set("names/small_words", "connectors", "english_articles") | {"&", "-"}
_ISSUING = word_set("reporting/speaking", "issuing", "conducting", "obtaining")
_RELATIVES = cue_words("relatives")
_ONE, _THEM = word_set("names/reference_words", "one_of_several"), word_set("names/reference_words", "them")
_OF_PEOPLE = word_set("names/reference_words", "teams_with_leaders")
_LEADING_VERBS = word_set("names/reference_words", "leading_verbs")
_ISSUERS = ("organization", "person")
_IN_PHRASE = word_classes.NOUNS | {word_classes.ADJECTIVE, word_classes.DETERMINER, word_classes.NUMERAL}
_PARTICIPLES = frozenset((word_classes.PARTICIPLE, word_classes.GERUND))
_MARKS = frozenset((word_classes.PUNCTUATION, word_classes.SPACE))


def name_told(words: Sequence[Token], discourse: Discourse) -> Answer | None:
    """Who tells his name, or is told by it to be one of several.

    Args:
        words: the source's.
        discourse: the article.
    """
    return _name_given(words, discourse) or _one_of_several(words, discourse)


def _name_given(words: Sequence[Token], discourse: Discourse) -> Answer | None:
    """Who tells his name: "a rider who uses the name **Omar**", "the woman, who called herself **Ada**"."""
    for mention in _names(words, discourse):
        before = [token for token in words if token.i < mention.start]
        while before and before[-1].lower in _LEADING:
            before.pop()
        if mention.referent is None or len(before) <= 1 or not _gives_a_name(before):
            continue
        if mention.referent.kind == "person":
            return Answer("person", "named", mention.referent, "name given")
        return Answer("person", "named", None, "name given", discourse.doc[mention.start : mention.end].text)
    return None


def _gives_a_name(words: Sequence[Token]) -> bool:
    """Whether a name follows words: "goes by the **nickname**", "called **himself**", "**signs** as"."""
    last, before = words[-1], words[-2]
    if last.lower in _ONESELF:
        return before.pos != word_classes.ADPOSITION
    if last.lemma.lower() in _NAMES:
        return all(token.lower != _IN for token in words[-3:-1])  # "in the name of Ada Holm" speaks another one
    return last.lemma.lower() in _SIGNING


def closing_body(words: Sequence[Token], head: Token, discourse: Discourse) -> Referent | None:
    """The body whose name closes a source's words behind a noun for its kind: "the maker, the Finnish firm **Halden**".

    Args:
        words: the source's.
        head: of them.
        discourse: the article.
    """
    name = _closing(words, discourse)
    if name is None or name.referent is None or name.referent.kind != "organization" or name.start == 0:
        return None
    before = head.doc[name.start - 1]
    if before.i <= head.i or before.tag in word_classes.PLURALS:
        return None
    phrase = [token for token in words if head.i < token.i < before.i]
    comma = max((place for place, token in enumerate(phrase) if token.text == ","), default=-1)
    is_apposed = comma >= 0 and all(token.pos in _IN_PHRASE for token in phrase[comma + 1 :])
    return name.referent if is_apposed else None


def closing_issuer(words: Sequence[Token], head: Token, discourse: Discourse) -> Referent | None:
    """Who issued a document, where words that name him close a source's: "a review of it by the firm **Halden Dray**".

    Args:
        words: the source's.
        head: the noun for the document.
        discourse: the article.
    """
    name = _closing(words, discourse)
    if name is None or name.referent is None or name.referent.kind not in _ISSUERS:
        return None
    before = [token for token in words if head.i < token.i < name.start]
    by = max((place for place, token in enumerate(before) if token.lower in _FROM), default=None)
    if by is None or any(token.pos not in _IN_PHRASE for token in before[by + 1 :]):
        return None
    verb = before[by - 1] if by else None  # "a memo **seen** by the paper" is somebody else's
    is_other = verb is not None and verb.pos in word_classes.VERBS and verb.lemma.lower() not in _ISSUING
    return name.referent if not is_other else None


def _one_of_several(words: Sequence[Token], discourse: Discourse) -> Answer | None:
    """Who is told by name to be one of several: "one of them, retired captain **Ada Holm**"."""
    name = _closing(words, discourse)
    if words[0].lower not in _ONE or name is None or name.referent is None or name.referent.kind != "person":
        return None
    before = [token for token in words if token.i < name.start]
    comma = max((place for place, token in enumerate(before) if token.text == ","), default=None)
    if comma is None or not all(token.pos in _IN_PHRASE or token.tag in _PARTICIPLES for token in before[comma + 1 :]):
        return None
    if not any(token.tag in word_classes.PLURALS or token.lower in _THEM for token in before[1:comma]):
        return None  # "one ally of the premier, Ada Holm"
    return Answer("person", "named", name.referent, "one of several")


def led_by(words: Sequence[Token], head: Token, discourse: Discourse) -> Referent | None:
    """Who leads several that speak: "a team **led by** the botanist **Ada Holm**".

    Args:
        words: the source's.
        head: of them.
        discourse: the article.
    """
    name = _closing(words, discourse)
    if name is None or name.referent is None or name.referent.kind != "person":
        return None
    if head.lemma.lower() not in _OF_PEOPLE:
        return None  # "a party led by …" is a party
    before = [token for token in words if head.i < token.i < name.start]
    by = next((place for place, token in enumerate(before) if token.lower == "by"), 0)
    is_led = by > 0 and before[by - 1].lemma.lower() in _LEADING_VERBS and before[by - 1].nbor(-1).text != ","
    return name.referent if is_led and all(token.pos in _IN_PHRASE for token in before[by + 1 :]) else None


def _closing(words: Sequence[Token], discourse: Discourse) -> Mention | None:
    """The name that the last word belongs to."""
    last = next((token for token in reversed(words) if token.pos not in _MARKS), None)
    name = discourse.by_name.get(last.i) if last is not None else None
    return name if name is not None and last is not None and name.end == last.i + 1 else None


def _names(words: Sequence[Token], discourse: Discourse) -> Iterator[Mention]:
    found = (discourse.by_name.get(token.i) for token in words)
    yield from dict.fromkeys(mention for mention in found if mention is not None)


def title_with_point(head: Token, words: Sequence[Token], discourse: Discourse) -> Mention | None:
    """The person's name behind a title that the parse takes for all: "**Cmdr.** Ada Holm, spokeswoman of …".

    Args:
        head: of the source's words.
        words: the source's.
        discourse: the article.
    """
    row = head.i + 2
    if head is not words[0] or row >= len(head.doc) or head.doc[head.i + 1].text != "." or not head.text[:1].isupper():
        return None
    name = discourse.by_name.get(row)
    is_person = name is not None and name.start == row and name.referent is not None and name.referent.kind == "person"
    return name if is_person and words[-1].i >= row else None


def own_words(words: Sequence[Token], discourse: Discourse) -> Answer | None:
    """Words that are a name by their capitals and their grammar, of which nothing else tells: "**Norlant** estimates".

    No headline's, nor what the article writes small elsewhere, nor a noun for somebody or for a body.

    Args:
        words: the source's.
        discourse: the article.
    """
    named = list(takewhile(lambda token: token.text != "," and token.lower not in _RELATIVES, words))
    named = [token for token in named if token.pos not in _MARKS]  # "**Norlant**, which represents them"
    if named and named[0].lower in _ARTICLES:
        del named[0]
    if not named or not _are_capitalised(named):
        return None
    first, last = named[0], named[-1]
    doc = discourse.doc
    first_line = doc.text.find("\n\n")
    if first.idx < first_line or any(span.start <= first.idx < span.end for span in discourse.headlines):
        return None
    if _is_known_noun(last) or any(may_be_person_noun(token.lemma.lower()) for token in named):
        return None
    if last.tag in word_classes.PLURALS and _is_noun_of_things(last.lower.removesuffix("s")):
        return None  # "New Figures"
    if len(named) == 1:
        if first.lower.endswith(_ABSTRACT) or any(token.text == first.lower for token in doc.tokens):
            return None
        if first.text.isupper():
            meant = [one for one in discourse.named.values() if first.text in initials(one.name or "")]
            if meant:
                return Answer(TYPES[meant[0].kind], "named", meant[0], "own initials") if len(meant) == 1 else None
    text = doc.text[first.idx : last.end]
    return Answer("unknown", "named", None, "own words", " ".join(text.split())) if "\n" not in text else None


def _are_capitalised(words: Sequence[Token]) -> bool:
    """Whether words are names with capitals, or join such names: "**Friends of Millbrook Dogs**"."""
    are_names = (
        token.text[:1].isupper() and (token.tag in word_classes.NAME_FORMS or len(words) > 1)
        for token in words
        if token.lower not in _JOINING
    )
    if any(token.tag == word_classes.POSSESSIVE_PRONOUN for token in words):
        return False
    return all(are_names) and not {words[0].lower, words[-1].lower} & _JOINING


def _is_known_noun(token: Token) -> bool:
    lemma = token.lemma.lower()
    is_body = is_body_noun(lemma) or lemma in _FOR_BODIES or is_plural_body(token.lower)
    return is_body or may_be_person_noun(lemma) or is_title(token.text) or is_document_noun(lemma)


def _is_noun_of_things(lemma: str) -> bool:
    """Whether a noun is for a document, a figure or words, and no body or person is called by its plural."""
    return is_document_noun(lemma) or lemma in cue_rows()
