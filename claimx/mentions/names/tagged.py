"""Names that only the tagger sees: titles of works, names in small letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from claimx.grammar import word_classes
from claimx.lexicons.known_names import Gazetteer
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.candidates import Candidate
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Stretch

_PORTFOLIOS = word_set("names/name_parts", "portfolios")
_OPENING_DETERMINERS = word_set("names/small_words", "opening_determiners")
_NEVER_ALL = word_classes.VERBS | {word_classes.ADVERB, word_classes.ADPOSITION}
_SHOUTED = frozenset((word_classes.VERB, word_classes.ADJECTIVE))


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
