"""Names that only the tagger sees: titles of works, names in small letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.nouns import may_be_person_noun
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import Candidate
from claimx.mentions.names.words import is_capitalised
from claimx.records import Span
from claimx.timex.calendar_words import month_names, weekday_names

if TYPE_CHECKING:
    from claimx.grammar.tokens import Stretch, Token

_CALENDAR = weekday_names() | month_names()
_PORTFOLIOS = word_set("names/name_parts", "portfolios")
_OPENING_DETERMINERS = word_set("names/small_words", "opening_determiners")
_NEVER_ALL = word_classes.VERBS | {word_classes.ADVERB, word_classes.ADPOSITION}
_MARKS = frozenset((word_classes.PUNCTUATION, word_classes.SPACE))
_AND = word_set("names/small_words", "foreign_and")
#: How many words a full name has at least.
_FULL = 2
#: Marks that part two names: "Dayr al-Zawr, Aleppo".
_PARTING = frozenset((",", ";", ":", "(", ")", "/", "–", "—"))
#: Small words of other languages inside of names.
_LINKS = word_set("names/small_words", "particles", "foreign_links")
_SHOUTED = frozenset((word_classes.VERB, word_classes.ADJECTIVE))


def whole_names(entities: Sequence[Stretch], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names whose extent only the tagger sees.

    Those with small words of other languages inside ("Semilla **y** Memoria"), and those whose first word opens a
    sentence and is a common noun to the parser ("**Bright** Path"). What has a title in it stays as its words tell.
    """
    for entity in entities:
        words = [token for token in entity if token.pos not in _MARKS]
        inner = [token for token in words if token.text[:1].islower()]
        if len(words) < 2 or not words[0].text[:1].isupper() or not is_capitalised(words[-1].text):
            continue
        if any(token.text in _PARTING or token.lower in _CALENDAR for token in entity) or _are_two(words):
            continue
        is_linked = bool(inner) and all(_links(token) for token in inner)
        opens = entity[0].is_sent_start and not inner and _may_open(words, entity.label)
        if (is_linked or opens) and not any(plain(token.text) in gazetteer.titles for token in words[:-1]):
            first, last = words[0], words[-1]
            span = Span(first.idx, last.idx + len(last))
            text = entity.doc.text[span.start : span.end]
            yield Candidate(first.i, last.i + 1, span, " ".join(text.split()), None, 0.0, None, "tagged")


def _are_two(words: Sequence[Token]) -> bool:
    """Whether a foreign "and" stands between two full names: "Angela Holm **und** Horst Lund"."""
    place = next((place for place, token in enumerate(words) if token.lower in _AND), None)
    return place is not None and place >= _FULL and len(words) - place > _FULL


def _may_open(words: Sequence[Token], label: str) -> bool:
    """Whether words that open a sentence may be a body's or person's name, and no description before one.

    Not "Civil **Surgeon**", "**Singer** Ada Holm", "**Both** Holms", "**Dear** Holm".
    """
    first, last = words[0], words[-1]
    is_plain = not first.is_stop and first.pos in word_classes.NOUNS and first.tag not in word_classes.PLURALS
    if label not in ("ORG", "PERSON") or not is_plain or not all(token.text.isalpha() for token in words):
        return False
    described = words[:-1] if label == "PERSON" else [last]
    return not any(may_be_person_noun(token.lower) for token in described)


def _links(token: Token) -> bool:
    """Whether a small word of another language may stand inside of a name: "del", "und", "d'Or"."""
    return token.lower in _LINKS or is_capitalised(token.text)


def names_of_tagger(
    entities: Sequence[Stretch], text: str, gazetteer: Gazetteer, taken: Set[int]
) -> Iterator[Candidate]:
    """Take the entities that no chunk touches (titles of works, names in small letters), trimmed of small words."""
    for entity in entities:
        if any(i in taken for i in range(entity.start, entity.end)):
            continue
        tokens = [token for token in entity if token.text[:1].isupper()]
        if not tokens or all(token.is_stop or token.pos in _NEVER_ALL for token in tokens):
            continue
        first, last = tokens[0], tokens[-1]
        if all(token.lower in _CALENDAR for token in tokens):
            continue
        if len(tokens) == 1 and (
            gazetteer.is_noun(first.text) or first.lower in _PORTFOLIOS or (first.is_upper and first.pos in _SHOUTED)
        ):
            continue
        if len(first) == len(tokens) == 1 or plain(text[first.idx : last.idx + len(last)]) in gazetteer.titles:
            continue
        if first.is_stop and len(tokens) > 1 and first.lower in _OPENING_DETERMINERS:
            first = tokens[1]
        span = Span(first.idx, last.idx + len(last))
        yield Candidate(first.i, last.i + 1, span, text[span.start : span.end], None, 0.0, None, "tagged")
