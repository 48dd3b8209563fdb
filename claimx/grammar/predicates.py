"""Predicates: the word of a stretch that governs the others, and the event at the end of those that hand on.

In "the pump appears to have failed" the event is "fail", in "declined to say" as a cue it is "say".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimx.grammar import roles, word_classes
from claimx.lexicons.loader import load
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

PredicateKind = Literal["raising", "reporting", "light"]

_DEEPEST = 8  # predicates that hand on to predicates; a chain any longer is a broken parse


@dataclass(frozen=True, slots=True)
class PredicateRow:
    """A predicate that hands on to its complement (see ``reporting/predicates.toml``).

    ``kinds`` tell where it does so; ``passive``: only as a passive ("is said to"); ``negative``: "failed to pay".
    """

    key: str
    kinds: tuple[PredicateKind, ...]
    passive: bool = False
    negative: bool = False


def words_within(doc: Parse, spans: Sequence[Span]) -> list[Token]:
    """The words of ranges of code points, without white space and punctuation, in text order."""
    tokens: list[Token] = []
    length = doc.tokens[-1].end if len(doc) else 0
    for start, end in spans:
        part = doc.char_span(start, end, alignment_mode="expand") if 0 <= start < end <= length else None
        tokens += [token for token in part or () if not (token.is_space or token.is_punct)]
    return tokens


def governing_word(tokens: Sequence[Token]) -> Token | None:
    """The word that governs the others: a verb before other words, a main clause before a subordinate one."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    verbs = [t for t in tops if is_predicate(t)]
    return min(verbs or tops, key=lambda t: (t.dep in roles.SUBORDINATE_CLAUSES, t.i), default=None)


def is_predicate(token: Token) -> bool:
    """Whether a word is a verb, or has a subject ("he was troubled", the participle taken for an adjective)."""
    if token.pos in word_classes.VERBS:
        return token.dep not in roles.AUXILIARIES
    return any(child.dep in roles.ALL_SUBJECTS for child in token.children)


def follow_complements(head: Token, kind: PredicateKind, inside: Collection[int] | None) -> tuple[Token, list[Token]]:
    """Follow predicates that hand on to their complement.

    Args:
        head: the first predicate.
        kind: where it is asked: in a content ("raising") or in a cue ("reporting").
        inside: the rows that a complement must be in, or None where it may be anywhere.

    Returns:
        The event's word, and the words passed on the way to it.
    """
    passed: list[Token] = []
    while len(passed) < _DEEPEST:
        carrier = _carrier(head, kind)
        following = None if carrier is None else _complement(carrier, head, inside)
        if carrier is None or following is None:
            break
        passed.append(carrier)
        head = following
    return head, passed


def _carrier(head: Token, kind: PredicateKind) -> Token | None:
    """The word at a predicate that hands on: the verb itself, or the adjective at "be"."""
    candidates = [head, *(child for child in head.children if child.dep in roles.PREDICATIVES)]
    for token in candidates:
        row = predicates().get(lemma_of(token))
        if row is not None and kind in row.kinds and not (row.passive and not _is_passive(token)):
            return token
    return None


def _complement(carrier: Token, head: Token, inside: Collection[int] | None) -> Token | None:
    for token in dict.fromkeys((carrier, head)):
        for child in token.children:
            if child.dep in roles.COMPLEMENT_CLAUSES and child.pos in word_classes.VERBS and child.i > carrier.i:
                if inside is not None and child.i not in inside:
                    continue
                if child.dep == roles.OPEN_COMPLEMENT or carrier is not head:
                    return child
    return None


def _is_passive(token: Token) -> bool:
    is_participle = token.dep in (roles.ADJECTIVE_COMPLEMENT, roles.OBJECT_PREDICATE)
    return is_participle or any(child.dep == roles.PASSIVE_AUXILIARY for child in token.children)


def lemma_of(token: Token) -> str:
    """A word's lemma in lower case."""
    return (token.lemma or token.text).lower()


def kinds_of(lemma: str) -> tuple[PredicateKind, ...]:
    """Where a predicate hands on, by its lemma."""
    row = predicates().get(lemma)
    return row.kinds if row else ()


def predicates() -> dict[str, PredicateRow]:
    """The predicates that hand on, under their lemmas."""
    return load("reporting/predicates", PredicateRow)
