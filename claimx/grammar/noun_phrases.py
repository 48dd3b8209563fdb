"""Noun phrases: their words from the parse of their head, and their head from where they begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.grammar import roles, word_classes
from claimx.grammar.nouns import is_noun, is_plural, last_part, singular
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

OF = frozenset(("of",))
_BESIDE_THE_HEAD = roles.CLAUSES_OF_NOUNS | frozenset(
    (
        roles.APPOSITION, roles.NOUN_ADVERBIAL, roles.PUNCTUATION, roles.ADVERB, roles.PREPOSITION, roles.CONJUNCTION,
        roles.CONJUNCT, roles.PARATAXIS,
    )
)  # fmt: skip
_BEFORE_THE_HEAD = roles.PREMODIFIERS | frozenset(
    (
        roles.NUMBER, roles.ADVERB, roles.PUNCTUATION, roles.QUANTIFIER, roles.POSSESSIVE_MARK, roles.POSSESSOR,
        roles.CONJUNCT, roles.CONJUNCTION, roles.DETERMINER,
    )
)  # fmt: skip
#: Forms of words that open a noun phrase and are no part of what it names.
_DETERMINING = frozenset(
    (
        word_classes.COORDINATING, word_classes.DETERMINER_FORM, word_classes.POSSESSIVE_PRONOUN,
        word_classes.POSSESSIVE_MARK, word_classes.PREDETERMINER_FORM, word_classes.WH_DETERMINER,
        word_classes.WH_POSSESSIVE,
    )
)  # fmt: skip
_NO_PLACE_AFTER_NUMBERS = frozenset((word_classes.DETERMINER, word_classes.PRONOUN, word_classes.NUMERAL))
_NO_MODIFIERS = word_classes.VERBS | frozenset(
    (word_classes.PRONOUN, word_classes.ADPOSITION, word_classes.PUNCTUATION)
)
_FUNCTION_WORDS = frozenset(
    (
        word_classes.DETERMINER, word_classes.ADPOSITION, word_classes.COORDINATOR, word_classes.PARTICLE,
        word_classes.PRONOUN, word_classes.PUNCTUATION, word_classes.SPACE,
    )
)  # fmt: skip
_NO_PART_OF_A_NAME = _FUNCTION_WORDS | {word_classes.NUMERAL}
_CLITICS = frozenset({"-", "'s", "’s", "'", "’"})
_JOINED_CLITICS = frozenset({"'s", "’s", "-"})
_OF = re.compile(r"[ -]of[ -]+", re.I)
_PARAGRAPH = "\n\n"
_IN = re.compile(r" in ")
_JOINING = frozenset({"and", "or"})
#: How many words a head is looked for in, how far it reaches to the left, and how many things that share a number.
_RUN, _LEFT, _COORDINATES, _COORDINATE_WORDS = 9, 8, 8, 3


def phrase(head: Token, complements: frozenset[str], *, conjuncts: bool = False) -> Span:
    """The noun phrase of a head: from its first word to the head and those complements that belong to it.

    Args:
        head: a noun or pronoun.
        complements: the prepositions, in lower case, whose phrases belong to it (``OF``).
        conjuncts: whether what is joined to the head belongs to it, too.
    """
    edges = (child.left_edge for child in head.lefts if child.dep not in roles.JOINTS)
    first = min(edges, default=head, key=_place)
    last = _last(head, complements, conjuncts=conjuncts)
    return Span(min(first, head, key=_place).idx, last.end)


def _place(token: Token) -> int:
    return token.i


def _last(head: Token, complements: frozenset[str], *, conjuncts: bool) -> Token:
    """The last word of a noun phrase, without what hangs on its complements loosely ("with X on Sunday").

    A loop, since complements may hang on complements without end.
    """
    while True:
        inside = [
            child
            for child in head.rights
            if child.dep not in _BESIDE_THE_HEAD
            or (child.dep == roles.PREPOSITION and child.lower in complements)
            or (conjuncts and child.dep == roles.CONJUNCT)
        ]
        if not inside:
            return head
        if inside[-1].dep != roles.PREPOSITION:
            return inside[-1].right_edge
        within = next((child for child in inside[-1].children if child.dep == roles.PREPOSITION_OBJECT), None)
        if within is None:
            return inside[-1]
        head, complements, conjuncts = within, OF, False


def head_after(doc: Parse, at: int, *, counted: bool = False) -> Token | None:
    """The head of the noun phrase that begins at ``at``: the last noun of the run of modifiers and nouns there.

    ``counted``: a number stands right before it, so that it has no determiner.
    """
    token = doc.after(at)
    if token is None or token.idx - at > 2 or len(token) < 2 or (counted and token.pos in _NO_PLACE_AFTER_NUMBERS):
        return None
    if token.tag == word_classes.COORDINATING or _PARAGRAPH in doc.text[at : token.idx]:
        return None
    head = None
    for _ in range(_RUN):
        if counted and token.pos == word_classes.DETERMINER:
            break
        if is_noun(token):
            if head is not None and is_plural(head) and head.head is not token:
                break
            head = token
        elif token.tag == word_classes.COORDINATING:
            # "Kia and Hyundai vehicles": the names share a noun
            if head is not None and (is_plural(head) or head.dep not in roles.PREMODIFIERS):
                break
        elif token.text in _CLITICS:
            is_outer = token.tag == word_classes.POSSESSIVE_MARK or _joins_participle(token)
            head = None if is_outer else head
        elif not _opens(token) or (head is not None and (is_plural(head) or not _modifies_later(token))):
            break
        if token.i + 1 >= len(doc.tokens) or doc.tokens[token.i + 1].is_sent_start:
            break
        token = doc.tokens[token.i + 1]
    return head


def _joins_participle(token: Token) -> bool:
    """Whether a hyphen joins a participle to the noun before it ("London-listed bonds")."""
    return token.text == "-" and token.i + 1 < len(token.doc) and token.nbor().tag in word_classes.PARTICIPLES


def _opens(token: Token) -> bool:
    """Whether a word that is no noun may stand at the beginning of a noun phrase."""
    if token.pos == word_classes.ADVERB:
        is_of_adjective = token.head.pos in (word_classes.ADJECTIVE, word_classes.NUMERAL)
        return is_of_adjective or token.head.dep == roles.ADJECTIVE
    if token.tag in word_classes.PARTICIPLES:
        return token.head.i > token.i and is_noun(token.head)
    is_modifier = token.pos in (word_classes.ADJECTIVE, word_classes.DETERMINER, word_classes.NUMERAL)
    is_possessive = token.tag in (word_classes.POSSESSIVE_PRONOUN, word_classes.POSSESSIVE_MARK)
    return is_modifier or is_possessive or token.dep in (roles.ADJECTIVE, roles.POSSESSOR)


def _modifies_later(token: Token) -> bool:
    is_modifier = token.pos == word_classes.ADJECTIVE and token.dep in (roles.ADJECTIVE, roles.COMPOUND)
    return is_modifier and token.head.i > token.i


def phrase_from(doc: Parse, head: Token, low: int, *, stop: int | None = None, whole: bool = False) -> Span:
    """The noun phrase around ``head``: modifiers from offset ``low`` on, and an "of" phrase that ends before ``stop``.

    Determiners and possessives at its beginning are left out. ``whole``: it begins at ``low``, whatever the parse says.
    """
    head = last_part(head)
    start = (doc.after(low) or head) if whole else _first_modifier(head, low)
    while start.i < head.i and _is_outer(start):
        start = start.nbor()
    end = head.end
    match = _OF.match(doc.text, end)
    if match is not None:
        inner = head_after(doc, match.end())
        if inner is not None and (stop is None or inner.idx < stop):
            end = inner.end
    return Span(start.idx, end)


def _first_modifier(head: Token, low: int) -> Token:
    """The first of the words before a head that belong to it and begin at offset ``low`` or later."""
    start = head
    while start.i > 0:
        left = start.nbor(-1)
        if left.idx < low or start.is_sent_start or left.i < head.i - _LEFT or not _belongs(left, head):
            break
        start = left
    return start


def _belongs(token: Token, head: Token) -> bool:
    if token.i < head.i and not token.whitespace and token.nbor().text == "-":
        return True
    if token.dep not in _BEFORE_THE_HEAD or not token.i < token.head.i <= head.i:
        return token.text in _JOINED_CLITICS and token.i < head.i
    if token.pos in _NO_MODIFIERS:
        return token.dep in (roles.ADJECTIVE, roles.POSSESSOR, roles.COMPOUND) or token.text == "-"
    return True


def _is_outer(token: Token) -> bool:
    return token.is_punct or token.is_space or token.tag in _DETERMINING


def with_plural_conjuncts(span: Span, head: Token) -> Span:
    """The span with the plurals that share its number: "2,500 **women, children and the elderly**".

    A coordinate with a number or a determiner of its own ("12 cars and a lorry") is another thing, and a row without
    "and" or "or" ("4,000 people, mostly women, ...") is no coordination.
    """
    tokens, last, closed = head.doc.tokens, head, False
    for _ in range(_COORDINATES if is_plural(head) else 0):
        place = last.i + 1
        while place < len(tokens) and place < last.i + 3 and _joins(tokens[place]):
            closed = closed or tokens[place].lower in _JOINING
            place += 1
        following = _coordinate(tokens[place]) if last.i + 1 < place < len(tokens) else None
        if following is None:
            break
        last = following
        if closed:
            is_before_verb = last.i + 1 < len(tokens) and tokens[last.i + 1].tag in word_classes.FINITE
            is_clause = is_before_verb and head.dep not in roles.SUBJECTS
            return span if is_clause else Span(span.start, last.end)
    return span


def _joins(token: Token) -> bool:
    return token.tag == word_classes.COORDINATING or token.text == ","


def _coordinate(token: Token) -> Token | None:
    """The last word of a coordinate that begins at the token: a bare plural, or people told by an adjective."""
    tokens = token.doc.tokens
    if token.lower == "the" and token.i + 2 < len(tokens):
        people, following = tokens[token.i + 1], tokens[token.i + 2]
        is_people = people.tag in (word_classes.PLAIN_ADJECTIVE, word_classes.PARTICIPLE)
        is_end = not is_noun(following) and following.pos not in (word_classes.ADJECTIVE, word_classes.NUMERAL)
        return people if is_people and is_end and people.dep == roles.CONJUNCT else None
    for _ in range(_COORDINATE_WORDS):
        if token.pos not in (word_classes.NOUN, word_classes.ADJECTIVE) or token.is_sent_start:
            return None
        if token.tag == word_classes.PLURAL:
            return token if token.dep == roles.CONJUNCT else None
        if token.i + 1 >= len(tokens):
            return None
        token = tokens[token.i + 1]
    return None


def singular_name(doc: Parse, span: Span, head: Token, before: Sequence[Token]) -> str:
    """A counted noun in singular with its adjectives and nouns; participles and function words are left out.

    Args:
        doc: the parse.
        span: the noun phrase.
        head: its head.
        before: modifiers that stand before the number ("a record 32 goals").
    """
    tokens = [*before, *doc.tokens[doc.index_at(span.start) : doc.index_at(span.end - 1) + 1]]
    superlative = any(t.tag == word_classes.SUPERLATIVE for t in tokens)
    if superlative and (match := _IN.match(doc.text, span.end)) and (place := head_after(doc, match.end())):
        tokens.append(place)
    words: list[str] = []
    for token in tokens:
        if token.text == "-" and words:
            words.append("-")
        elif token.lower == "of" and head.lemma == "barrel":
            words.append("of")
        elif token.pos not in _NO_PART_OF_A_NAME and not _is_verbal_modifier(token, head):
            words.append(singular(token))
    return " ".join(words).replace(" - ", "-").strip("- ")


def _is_verbal_modifier(token: Token, head: Token) -> bool:
    return token.tag in word_classes.PARTICIPLES and token is not head and token.pos == word_classes.VERB
